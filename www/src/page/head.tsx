import { useRef, useState } from 'preact/hooks';
import type { Rulebook } from '../boundary';
import type { Notice } from '../session/state';
import { usePage, type Page } from './context';
import { More } from './bits';
import { FaultList } from './faults';
import { LanguageSwitch } from './language-switch';
import { pure } from './pure';
import { StandingLines } from './standing';

/** What the page can be asked to do as a whole. */
export interface Actions {
  readonly open: (file: File) => void;
  readonly save: () => void;
  readonly print: () => void;
  readonly clear: () => void;
  readonly dismiss: () => void;
  readonly language: (tag: string) => void;
}

function Toolbar({ actions }: { actions: Actions }) {
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

function noticeText({ t }: Page, notice: Notice): string {
  switch (notice.kind) {
    case 'opened':
      return t.notice.opened({ file: notice.name });
    case 'saved':
      return t.notice.saved({ file: notice.name }) + (notice.leftOut > 0 ? t.notice.leftOut({ count: notice.leftOut }) : '');
    case 'cleared':
      return t.notice.cleared;
    case 'refused':
      return notice.name === '' ? t.notice.refused : t.notice.refusedFile({ file: notice.name });
    case 'unreadable':
      return t.notice.unreadable({ file: notice.name });
    case 'too_large':
      return t.notice.tooLarge({ file: notice.name });
    case 'restarted':
      return t.notice.restarted;
  }
}

const BAD: readonly Notice['kind'][] = ['refused', 'unreadable', 'too_large'];

function NoticeBox({ notice, dismiss }: { notice: Notice | null; dismiss: () => void }) {
  const page = usePage();
  return (
    <div class="notice-place" role="status">
      {notice !== null && (
        <div class={BAD.includes(notice.kind) ? 'notice notice-bad' : 'notice'}>
          <div>
            <p>{noticeText(page, notice)}</p>
            {notice.kind === 'refused' && <FaultList faults={notice.faults} />}
          </div>
          <button type="button" class="link" onClick={dismiss}>
            {page.t.actions.close}
          </button>
        </div>
      )}
    </div>
  );
}

/** Whether a city applies under it: there is a way to apply, a material for it, or a condition; else it only measures. */
function asksForAnApplication({ routes = [], materials = [], requirements = [] }: Rulebook): boolean {
  return routes.length + materials.length > 0 || requirements.some(({ effect }) => effect === 'binding');
}

/** Title, what this page is and is not, and what can be done with the submission. */
export const Head = pure(function Head({ actions, notice }: { actions: Actions; notice: Notice | null }) {
  const { t, say, outline } = usePage();
  const { rulebook } = outline;
  return (
    <header class="head">
      <div class="head-top">
        <h1 class="title">{say(rulebook.title)}</h1>
        <Toolbar actions={actions} />
      </div>
      <p class="self-check">
        <strong>{asksForAnApplication(rulebook) ? t.page.selfCheck : t.page.selfCheckMeasuring}</strong> <span class="screen-only">{t.page.offline}</span>
      </p>
      <p class="summary">{say(rulebook.summary)}</p>
      <p class="held">
        {t.page.heldOn({
          day: rulebook.checked_on,
          round: String(rulebook.last_round?.year ?? ''),
          from: rulebook.valid?.from ?? '',
          to: rulebook.valid?.to ?? '',
        })}
      </p>
      <More summary={t.page.about}>
        <ul class="sources">
          {rulebook.sources.map((source) => (
            <li key={source.id}>
              {say(source.title)}
              {source.number !== undefined && ` ${source.number}`}
              <span class="source-by">
                {t.list([say(source.issuer), source.date ?? ''].filter((part) => part !== ''))}
              </span>
              {source.note !== undefined && <span class="source-note">{say(source.note)}</span>}
            </li>
          ))}
        </ul>
        {(rulebook.categories ?? []).map(
          (category) =>
            category.line !== undefined && (
              <div class="line-standing" key={category.id}>
                <p>
                  {say(category.label)}
                  {t.colon}
                  {t.result.line({ points: category.line.total })}
                </p>
                <StandingLines standing={category.line.standing} />
              </div>
            ),
        )}
        <p class="version">
          {rulebook.id} {t.page.version({ version: rulebook.version })}
        </p>
      </More>
      <NoticeBox notice={notice} dismiss={actions.dismiss} />
    </header>
  );
});
