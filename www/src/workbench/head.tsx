import { useRef } from 'preact/hooks';
import { LanguageSwitch } from '../page/language-switch';
import { inLanguage } from '../texts';
import { useWorkshop } from './context';
import type { DeskState, Notice, Source } from './desk';
import { SINGLE_FILE } from './publish';

interface HeadProps {
  readonly state: DeskState;
  readonly startOpen: boolean;
  readonly toggleStart: () => void;
  readonly pickFile: () => void;
  readonly download: () => void;
  readonly publish: () => void;
  /** Asks for the single file, of which a page is made. */
  readonly pickPage: () => void;
  readonly language: (tag: string) => void;
}

function sourceName(t: ReturnType<typeof useWorkshop>['t'], source: Source): string {
  return source.name === '' ? t.workbench.sources[source.kind] : source.name;
}

function noticeText(t: ReturnType<typeof useWorkshop>['t'], notice: Notice): string {
  const own = t.workbench.notice;
  switch (notice.kind) {
    case 'opened':
      return own.opened({ source: sourceName(t, notice.source) });
    case 'downloaded':
      return t.notice.saved({ file: notice.name }) + (notice.faults > 0 ? own.withFaults({ count: notice.faults }) : '');
    case 'unreadable':
      return t.notice.unreadable({ file: notice.name });
    case 'too_large':
      return own.tooLarge({ file: notice.name });
    case 'submission_refused':
      return own.refused({ file: notice.name });
    case 'published':
      return own.published({ file: notice.name });
    case 'not_the_single_file':
      return own.notTheSingleFile({ file: notice.name, single: SINGLE_FILE });
    case 'wants_single_file':
      return own.wantsSingleFile({ single: SINGLE_FILE });
    case 'restarted':
      return own.restarted;
  }
}

const BAD: readonly Notice['kind'][] = ['unreadable', 'too_large', 'submission_refused', 'not_the_single_file'];

function NoticeBox({ notice, pickPage }: { notice: Notice | null; pickPage: () => void }) {
  const { desk, lang, t } = useWorkshop();
  return (
    <div class="notice-place" role="status">
      {notice !== null && (
        <div class={BAD.includes(notice.kind) ? 'notice notice-bad' : 'notice'}>
          <div>
            <p>{noticeText(t, notice)}</p>
            {notice.kind === 'submission_refused' && (
              <ul class="fault-list">
                {notice.faults.slice(0, 5).map((fault) => (
                  <li>
                    <strong>{t.sentence(inLanguage(fault.message, lang))}</strong> {t.sentence(inLanguage(fault.remedy, lang))}
                  </li>
                ))}
              </ul>
            )}
            {(notice.kind === 'wants_single_file' || notice.kind === 'not_the_single_file') && (
              <button type="button" class="button" data-action="pick-page" onClick={pickPage}>
                {t.workbench.actions.pickPage}
              </button>
            )}
          </div>
          <button
            type="button"
            class="link"
            onClick={() => {
              desk.dismiss();
            }}
          >
            {t.actions.close}
          </button>
        </div>
      )}
    </div>
  );
}

/** Asks whether a text that was changed may be replaced. */
function Asking({ source }: { source: Source }) {
  const { desk, t } = useWorkshop();
  const yes = useRef<HTMLButtonElement>(null);
  const own = t.workbench.ask;
  return (
    <div class="asking" role="group" aria-label={own.label}>
      <span>{own.question({ source: sourceName(t, source) })}</span>
      <button
        ref={yes}
        type="button"
        class="button button-danger"
        data-action="replace-yes"
        onClick={() => {
          desk.answer(true);
        }}
      >
        {own.yes}
      </button>
      <button
        type="button"
        class="button"
        data-action="replace-no"
        onClick={() => {
          desk.answer(false);
        }}
      >
        {t.actions.cancel}
      </button>
    </div>
  );
}

/** Title, what this page does, and what can be done with the rulebook as a whole. */
export function Head({ state, startOpen, toggleStart, pickFile, download, publish, pickPage, language }: HeadProps) {
  const { lang, t } = useWorkshop();
  const own = t.workbench;
  return (
    <header class="head">
      <div class="head-top">
        <h1 class="title">{own.title}</h1>
        <div class="toolbar">
          <button type="button" class="button" data-action="open" onClick={pickFile}>
            {t.actions.open}
          </button>
          <button type="button" class="button" data-action="new" aria-expanded={startOpen ? 'true' : 'false'} onClick={toggleStart}>
            {own.actions.start}
          </button>
          <button type="button" class="button button-main" data-action="download" disabled={state.empty} onClick={download}>
            {own.actions.download}
          </button>
          <button
            type="button"
            class="button"
            data-action="publish"
            disabled={state.empty || state.checking || state.faults.length > 0}
            onClick={publish}
          >
            {own.actions.publish}
          </button>
          <LanguageSwitch lang={lang} label={t.page.language} choose={language} />
          {state.asking !== null && <Asking source={state.asking} />}
        </div>
      </div>
      <p class="self-check">{own.about}</p>
      <NoticeBox notice={state.notice} pickPage={pickPage} />
    </header>
  );
}
