/** The report on paper: whose result it is, what it comes to, what it rests on. */
import type { ComponentChildren } from 'preact';
import { asksForAnApplication } from '../page/head';
import { usePage, type Page } from '../page/context';
import { categoryName } from '../page/shared';
import type { State } from '../session/state';
import { AnswersChapter } from './answers';
import { ConclusionChapter } from './conclusion';
import { Conditions } from './conditions';
import { GroundsChapter } from './grounds';
import { MissingChapter } from './missing';
import { Chapter } from './parts';
import { RouteChapter } from './route';
import { Scores } from './scores';
import { WorkingsChapter, workedIndicators } from './workings';

/** A day in words. */
export function dayText({ t }: Page, day: Date): string {
  const month = t.report.months.split(' ')[day.getMonth()] ?? '';
  return t.report.day({ year: day.getFullYear(), month, day: day.getDate() });
}

type ChapterName = 'conclusion' | 'scores' | 'conditions' | 'missing' | 'answers' | 'workings' | 'route' | 'grounds';

interface ReportProps {
  readonly state: State;
  /** The day of printing. */
  readonly day: Date;
  readonly caution?: string | null;
}

/** Everything concluded and everything entered, in numbered chapters; those that a rulebook has nothing for are left out. */
export function Report({ state, day, caution = null }: ReportProps) {
  const page = usePage();
  const { t, say, outline } = page;
  const { rulebook } = outline;
  const { assessment } = state;
  const { requirements, missing, materials, route } = assessment;
  const year = state.year.trim();
  const asks = (rulebook.routes ?? []).length + (rulebook.materials ?? []).length > 0;
  const worked = workedIndicators(assessment);
  const chapters: readonly (readonly [ChapterName, ComponentChildren] | false)[] = [
    ['conclusion', <ConclusionChapter state={state} />],
    ['scores', <Scores categories={assessment.categories} />],
    requirements.length > 0 && ['conditions', <Conditions list={requirements} />],
    ['missing', <MissingChapter missing={missing} materials={materials} />],
    ['answers', <AnswersChapter state={state} />],
    worked.length > 0 && ['workings', <WorkingsChapter indicators={worked} />],
    asks && ['route', <RouteChapter route={route} materials={materials} />],
    ['grounds', <GroundsChapter {...assessment} />],
  ];
  let number = 0;
  return (
    <article class="report" lang={t.language.tag}>
      <header>
        <h1>{t.report.title({ city: state.city.trim(), title: say(rulebook.title) })}</h1>
        <p class="dateline">
          {year !== '' && <span>{t.report.dataOf({ year })}</span>} <span>{t.report.madeOn({ day: dayText(page, day) })}</span>
        </p>
      </header>
      {caution !== null && <p class="caution">{caution}</p>}
      <Facts state={state} />
      <p class="caveat">{asksForAnApplication(rulebook) ? t.report.selfCheck : t.report.selfCheckMeasuring}</p>
      {chapters.map((chapter) => {
        if (chapter === false) return null;
        number += 1;
        const [name, content] = chapter;
        return (
          <Chapter key={name} name={name} number={number} title={t.report[name]}>
            {content}
          </Chapter>
        );
      })}
    </article>
  );
}

/** What the report is about and what made it, in short. */
function Facts({ state }: { state: State }) {
  const page = usePage();
  const { t, say, name, outline } = page;
  const { rulebook, submission, engine } = state.assessment;
  const { categories = [], fields = [] } = outline.rulebook;
  const facts: readonly (readonly [string, ComponentChildren] | false)[] = [
    [t.form.cityName, state.city.trim() === '' ? t.print.notEntered : state.city.trim()],
    categories.length > 0 && [t.report.category, state.category === null ? t.report.notChosen : categoryName(page, state.category)],
    fields.length > 0 && state.fields.length > 0 && [t.report.fields, t.list(state.fields.map((id) => name('field', id)))],
    [t.report.rulebook, `${say(outline.rulebook.title)} ${t.report.versionOf({ id: rulebook.id, version: rulebook.version })}`],
    [t.report.engine, t.report.engineVersion({ version: engine })],
    [t.report.submission, <code>{submission.sha256}</code>],
  ];
  return (
    <table class="sheet sheet-facts">
      <tbody>
        {facts.map(
          (fact) =>
            fact !== false && (
              <tr key={fact[0]}>
                <th scope="row">{fact[0]}</th>
                <td>{fact[1]}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
