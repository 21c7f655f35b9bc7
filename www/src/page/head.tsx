import type { Rulebook } from '../boundary';
import { useBeside } from '../compare/context';
import { TrialTools } from '../compare/tools';
import { DraftLine } from '../keep/drafts';
import type { Notice } from '../session/state';
import { usePage } from './context';
import { More } from './bits';
import { NoticeBox } from './notices';
import { pure } from './pure';
import { lineName } from './shared';
import { StandingLines } from './standing';
import { Toolbar, type ToolbarProps } from './toolbar';

/** Whether a city applies under it: there is a way to apply, a material for it, or a condition; else it only measures. */
export function asksForAnApplication({ routes = [], materials = [], requirements = [] }: Rulebook): boolean {
  return routes.length + materials.length > 0 || requirements.some(({ effect }) => effect === 'binding');
}

interface HeadProps extends ToolbarProps {
  readonly notice: Notice | null;
  /** On a narrow screen the summary is folded away, so that the form begins on the first screen. */
  readonly wide: boolean;
}

/** Title, what this page is and is not, and what can be done with the submission. */
export const Head = pure(function Head({ notice, wide, ...toolbar }: HeadProps) {
  const page = usePage();
  const { t, say, outline, store } = page;
  const trying = useBeside()?.second.kind === 'trial';
  const { rulebook } = outline;
  const dismiss = (): void => {
    store.dismiss();
  };
  const summary = (
    <>
      <p class="summary">{say(rulebook.summary)}</p>
      <p class="held">
        {t.page.heldOn({
          day: rulebook.checked_on,
          round: String(rulebook.last_round?.year ?? ''),
          from: rulebook.valid?.from ?? '',
          to: rulebook.valid?.to ?? '',
        })}
      </p>
    </>
  );
  return (
    <header class="head" part="head">
      <div class="head-top">
        <h1 class="title" part="title">{say(rulebook.title)}</h1>
        {trying ? <TrialTools language={toolbar.actions.language} /> : <Toolbar {...toolbar} />}
      </div>
      <p class="self-check">
        <strong>{asksForAnApplication(rulebook) ? t.page.selfCheck : t.page.selfCheckMeasuring}</strong> {t.page.offline} <DraftLine />
      </p>
      {wide && summary}
      <More summary={t.page.about}>
        {!wide && summary}
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
                  {t.result.line({ line: lineName(page, category.line.standing.basis), points: category.line.total })}
                </p>
                <StandingLines standing={category.line.standing} />
              </div>
            ),
        )}
        <p class="version">
          {rulebook.id} {t.page.version({ version: rulebook.version })}
        </p>
      </More>
      <NoticeBox notice={notice} dismiss={dismiss} />
    </header>
  );
});
