/** What can be done with the submission as a whole. */
import { useRef, useState } from 'preact/hooks';
import { MoreMenu } from '../keep/more-menu';
import { UndoButtons } from '../keep/steps';
import { usePage } from './context';
import { LanguageSwitch } from './language-switch';
import { Menu, MenuItem } from './menu';

/** What the page can be asked to do as a whole. */
export interface Actions {
  readonly open: (file: File) => void;
  readonly save: () => void;
  /** Offers the assessment as a file. */
  readonly saveAssessment: () => void;
  readonly print: () => void;
  readonly clear: () => void;
  readonly dismiss: () => void;
  readonly language: (tag: string) => void;
}

export function Toolbar({ actions }: { actions: Actions }) {
  const { t, lang } = usePage();
  const [asking, setAsking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const clearButton = useRef<HTMLButtonElement>(null);
  const stop = (): void => {
    setAsking(false);
    clearButton.current?.focus();
  };
  return (
    <div class="toolbar">
      <input
        ref={picker}
        class="hidden"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) actions.open(file);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="button" data-action="open" onClick={() => picker.current?.click()}>
        {t.actions.open}
      </button>
      <button type="button" class="button" data-action="save" onClick={actions.save}>
        {t.actions.save}
      </button>
      <Menu name="save-as" label={t.actions.saveAs}>
        <MenuItem name="save-assessment" act={actions.saveAssessment}>
          {t.actions.saveAssessment}
        </MenuItem>
      </Menu>
      <button type="button" class="button" data-action="print" onClick={actions.print}>
        {t.actions.print}
      </button>
      <button
        ref={clearButton}
        type="button"
        class="button"
        data-action="clear"
        aria-expanded={asking ? 'true' : 'false'}
        onClick={() => {
          setAsking(!asking);
        }}
      >
        {t.actions.clear}
      </button>
      <UndoButtons />
      <MoreMenu />
      <LanguageSwitch lang={lang} label={t.page.language} choose={actions.language} />
      {asking && (
        <div class="asking" role="group" aria-label={t.actions.clear}>
          <span>{t.actions.clearAsk}</span>
          <button
            type="button"
            class="button button-danger"
            data-action="clear-yes"
            onClick={() => {
              actions.clear();
              stop();
            }}
          >
            {t.actions.clearYes}
          </button>
          <button type="button" class="button" data-action="clear-no" onClick={stop}>
            {t.actions.cancel}
          </button>
        </div>
      )}
    </div>
  );
}
