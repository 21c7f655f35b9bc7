/** What can be done with the submission as a whole. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { TryButton, useComparePicker } from '../compare/tools';
import { CsvItem, SheetItem } from '../inout/menu-items';
import { SHEET_FILES } from '../sheet/file';
import { DraftItem, useMergePicker } from '../keep/menu-items';
import { UndoButtons } from '../keep/steps';
import { usePage } from './context';
import { JSON_FILES, useFilePicker } from './file-picker';
import { LanguageSwitch } from './language-switch';
import { Menu, MenuItem } from './menu';

/** What the page can be asked to do as a whole. */
export interface Actions {
  readonly open: (file: File) => void;
  readonly save: () => void;
  /** Offers the assessment as a file. */
  readonly saveAssessment: () => void;
  /** Offers the page with what was entered as one file, where it can be one. */
  readonly saveOffline?: () => void;
  readonly print: () => void;
  readonly clear: () => void;
  readonly dismiss: () => void;
  readonly language: (tag: string) => void;
  /** Shows what is to be asked of whom. */
  readonly requests?: () => void;
}

export function Toolbar({ actions }: { actions: Actions }) {
  const { t, lang } = usePage();
  const [asking, setAsking] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const [openPicker, pickFile] = useFilePicker({
    name: 'open',
    accept: `${JSON_FILES},${SHEET_FILES}`,
    take: ([file]) => {
      if (file !== undefined) actions.open(file);
    },
  });
  const [comparePicker, pickOther] = useComparePicker();
  const [mergePicker, pickPartial] = useMergePicker();
  const stop = (): void => {
    setAsking(false);
    bar.current?.querySelector<HTMLElement>('[data-action="more"]')?.focus();
  };
  return (
    <div class="toolbar" ref={bar}>
      {openPicker}
      <button type="button" class="button" data-action="open" onClick={pickFile}>
        {t.actions.open}
      </button>
      <button type="button" class="button" data-action="save" onClick={actions.save}>
        {t.actions.save}
      </button>
      <Menu name="save-as" label={t.actions.saveAs}>
        <SheetItem />
        {actions.saveOffline !== undefined && (
          <MenuItem name="save-offline" act={actions.saveOffline}>
            {t.actions.saveOffline}
          </MenuItem>
        )}
        <CsvItem />
        <MenuItem name="save-assessment" act={actions.saveAssessment}>
          {t.actions.saveAssessment}
        </MenuItem>
      </Menu>
      <button type="button" class="button" data-action="print" onClick={actions.print}>
        {t.actions.print}
      </button>
      <UndoButtons />
      <TryButton />
      {comparePicker}
      {mergePicker}
      <Menu name="more" label={t.actions.more}>
        {pickOther !== null && (
          <MenuItem name="compare-with" act={pickOther}>
            {t.compare.with}
          </MenuItem>
        )}
        {actions.requests !== undefined && (
          <MenuItem name="requests" act={actions.requests}>
            {t.inout.requests.open}
          </MenuItem>
        )}
        <MenuItem name="merge" act={pickPartial}>
          {t.keep.merge}
        </MenuItem>
        <DraftItem />
        <MenuItem
          name="clear"
          act={() => {
            setAsking(true);
          }}
        >
          {t.actions.clear}
        </MenuItem>
      </Menu>
      <LanguageSwitch lang={lang} label={t.page.language} choose={actions.language} />
      {asking && <ClearQuestion clear={actions.clear} stop={stop} />}
    </div>
  );
}

/** Whether really everything is to be forgotten; the focus comes here from the menu. */
function ClearQuestion({ clear, stop }: { clear: () => void; stop: () => void }) {
  const { t } = usePage();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div class="asking" role="group" aria-label={t.actions.clear}>
      <span>{t.actions.clearAsk}</span>
      <button
        ref={yes}
        type="button"
        class="button button-danger"
        data-action="clear-yes"
        onClick={() => {
          clear();
          stop();
        }}
      >
        {t.actions.clearYes}
      </button>
      <button type="button" class="button" data-action="clear-no" onClick={stop}>
        {t.actions.cancel}
      </button>
    </div>
  );
}
