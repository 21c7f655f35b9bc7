/** The button that opens the preview of a pasted table, and the preview while there is one. */
import { Coming } from '../late/coming';
import { latePaste } from '../late/inside';
import { usePage } from '../page/context';
import type { State } from '../session/state';
import type { Pasting } from './use-paste';

export function PastePlace({ pasting, state }: { pasting: Pasting; state: State }) {
  const { t } = usePage();
  const { pasted, begin, close } = pasting;
  return (
    <div class="paste-place">
      <div class="paste-offer">
        <button
          type="button"
          class="button"
          data-action="paste-table"
          aria-expanded={pasted === null ? 'false' : 'true'}
          onClick={(event) => {
            if (pasted === null) begin(event.currentTarget);
            else close(true);
          }}
        >
          {t.table.open}
        </button>
        <span class="paste-hint">{t.table.hint}</span>
      </div>
      {pasted !== null && (
        <Coming
          key={pasted.at}
          late={latePaste}
          close={() => {
            close(true);
          }}
        >
          {({ PastePanel }) => <PastePanel pasted={pasted} state={state} close={close} />}
        </Coming>
      )}
    </div>
  );
}
