import { usePage } from '../page/context';
import { partName } from '../page/shared';
import type { Part } from '../session/state';
import { useBeside } from './context';
import { differs } from './differ';
import { entryText } from './entry-text';

/** In a trial, with a part that was changed: what was entered, and the way back to it. */
export function EnteredMark({ part }: { part: Part }) {
  const page = usePage();
  const beside = useBeside();
  if (beside === null || beside.entered === null || !differs(beside.entered, page.store.state, part)) return null;
  const { t } = page;
  const { value, last } = entryText(page, beside.entered, part);
  return (
    <p class="entered-mark">
      <span>{t.compare.entered({ value, last })}</span>{' '}
      <button
        type="button"
        class="link"
        data-action="restore"
        aria-label={t.compare.restoreOf({ label: partName(page, part) })}
        onClick={(event) => {
          // The button goes away with the click: the focus goes to what it changed.
          const row = event.currentTarget.closest('[data-part]');
          beside.restore(part);
          const control = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input, select');
          control?.focus({ preventScroll: true });
        }}
      >
        {t.compare.restore}
      </button>
    </p>
  );
}
