/** What can be done with the submission as a whole. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { TryButton, useComparePicker } from '../compare/tools';
import { saveAssessment, saveSubmission } from '../element/files';
import { CsvItem, SheetItem } from '../inout/menu-items';
import { openFile } from '../inout/open';
import { SHEET_FILES } from '../sheet/kinds';
import { DraftItem, useMergePicker } from '../keep/menu-items';
import { UndoButtons } from '../keep/steps';
import { usePage } from './context';
import { JSON_FILES, useFilePicker } from './file-picker';
import { LanguageSwitch } from './language-switch';
import { Menu, MenuItem } from './menu';

/** What only the element around the page can do. */
export interface Actions {
  /** Offers the page with what was entered as one file, where it can be one. */
  readonly saveOffline?: () => void;
  readonly language: (tag: string) => void;
}

export interface ToolbarProps {
  readonly actions: Actions;
  /** Tells that something was asked for that what is wrong spoils. */
  readonly asked: () => void;
  /** Shows what is to be asked of whom. */
  readonly requests: () => void;
}

export function Toolbar({ actions, asked, requests }: ToolbarProps) {
  const { t, lang, store } = usePage();
  const [asking, setAsking] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const [openPicker, pickFile] = useFilePicker({
    name: 'open',
    accept: `${JSON_FILES},${SHEET_FILES}`,
    take: ([file]) => {
      if (file !== undefined) void openFile(store, file);
    },
  });
  const [comparePicker, pickOther] = useComparePicker();
  const [mergePicker, pickPartial] = useMergePicker();
  const stop = (): void => {
    setAsking(false);
    bar.current?.querySelector<HTMLElement>('[data-action="more"]')?.focus();
  };
  return (
    <div class="toolbar" part="toolbar" ref={bar}>
      {openPicker}
      <button type="button" class="button" data-action="open" onClick={pickFile}>
        {t.actions.open}
      </button>
      <button
        type="button"
        class="button"
        data-action="save"
        onClick={() => {
          saveSubmission(store, lang);
          asked();
        }}
      >
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
        <MenuItem
          name="save-assessment"
          act={() => {
            saveAssessment(store, lang);
          }}
        >
          {t.actions.saveAssessment}
        </MenuItem>
      </Menu>
      <button
        type="button"
        class="button"
        data-action="print"
        onClick={() => {
          store.whenThere(() => {
            // The page that it is on may have been left meanwhile.
            if (bar.current?.isConnected === true) window.print();
          }, 'print');
          asked();
        }}
      >
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
        <MenuItem name="requests" act={requests}>
          {t.inout.requests.open}
        </MenuItem>
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
      {asking && <ClearQuestion stop={stop} />}
    </div>
  );
}

/** Whether really everything is to be forgotten; the focus comes here from the menu. */
function ClearQuestion({ stop }: { stop: () => void }) {
  const { t, store } = usePage();
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
          store.clear();
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
