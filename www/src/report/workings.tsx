/** How the points of each indicator come about: the values put in, what the score function makes of them, the points. */
import type { Assessment, BenchmarkUse, FormulaTold, Hit, IndicatorResult, PointsTold, Scored, ScoredBy, ScoringTold, Told } from '../boundary';
import { usePage, type Page } from '../page/context';
import { rangeOf, shareText, toldText } from '../result/why-text';
import {
  bandText,
  choiceText,
  exceptionText,
  formulaText,
  howText,
  lineTexts,
  partTitle,
  pointsTexts,
  sumText,
  tickOf,
  withoutText,
  yearText,
} from '../result/why-working';
import { SheetTable } from './parts';

/** Whether what was entered says anything of its points: they are then not all from none to the most. */
function isNarrowed({ score, max, share }: IndicatorResult): boolean {
  if (score != null && max != null) return Number(score.low) > 0 || Number(score.high) < Number(max);
  return share !== undefined && (Number(share.low) > 0 || Number(share.high) < 100);
}

/** The indicators that what was entered says something of, in any category, each once and in the order of the rulebook. */
export function workedIndicators({ categories }: Assessment): readonly string[] {
  const found = new Set<string>();
  const look = (indicators: readonly IndicatorResult[] = []): void => {
    for (const indicator of indicators) {
      if (isNarrowed(indicator)) found.add(indicator.id);
      look(indicator.indicators);
    }
  };
  for (const { dimensions } of categories) for (const { indicators } of dimensions) look(indicators);
  return [...found];
}

/** Why a formula has, or may have, no value, and which way of each choice was taken. */
function remarksOn(page: Page, { choices = [], undefined: exceptions = [] }: Pick<FormulaTold, 'choices' | 'undefined'>): readonly string[] {
  return [...choices.map((choice) => choiceText(page, choice)), ...exceptions.map((one) => exceptionText(page, one))];
}

/** What a score function made of the values; `told` are derived figures whose values stand above. */
function scoredTexts(page: Page, by: ScoredBy, told: ReadonlySet<string>): readonly string[] {
  const { t, say } = page;
  const remarked = (text: string, hit: Hit): string => (hit === 'maybe' ? t.report.remark({ text, remark: t.why.hits.maybe }) : text);
  const given = (value: string, score: Told): string => t.why.scored.gives({ value, score: toldText(score) });
  const how = howText(page, by);
  switch (by.function) {
    case 'bands':
    case 'line': {
      const { of } = by;
      const value = told.has(of.written) ? [] : [formulaText(page, say(of.labels), of, of.value), ...remarksOn(page, of)];
      if (by.function === 'line') return [how, ...value, ...lineTexts(page, by)];
      const bands = by.bands.filter(({ hit }) => hit !== 'no').map((band) => remarked(given(bandText(page, band), band.score), band.hit));
      return [how, ...value, ...bands];
    }
    case 'options':
      return [how, ...by.options.filter(({ hit }) => hit !== 'no').map(({ label, score, hit }) => remarked(given(say(label), score), hit))];
    case 'items': {
      const counted = by.items.filter((item) => tickOf(item) !== 'no');
      const items = counted.map((item) => {
        const text = given(say(item.label), item.score);
        return tickOf(item) === 'open' ? t.report.remark({ text, remark: t.why.ticks.open }) : text;
      });
      return [how, ...items, sumText(page, by)];
    }
    default: {
      const texts = [how];
      by.parts.forEach((part, at) => {
        if (part.hit === 'no') return;
        const name = remarked(partTitle(page, part, at), part.hit);
        for (const text of [...scoredTexts(page, part.scored, told), shareOf(page, part.scored)]) texts.push(name + t.colon + text);
      });
      return texts;
    }
  }
}

function shareOf(page: Page, { share }: Scored): string {
  return page.t.why.scored.share({ share: shareText(page, share) });
}

function benchmarkText(page: Page, benchmark: BenchmarkUse): string {
  const { t, say } = page;
  const { label, value, rule } = benchmark;
  return t.report.benchmark({ name: say(label), value: rangeOf(page, value), year: yearText(page, benchmark), basis: t.basis[rule.basis] });
}

/** The points in a category: one product, or those of both ends. */
function pointsText(page: Page, points: PointsTold, places: number): string {
  const { t, say } = page;
  const { low, high } = pointsTexts(page, points, places);
  return say(points.label) + t.colon + (low === high ? low : `${t.why.lowest} ${low}${t.separator}${t.why.highest} ${high}`);
}

function Working({ scoring, places }: { scoring: ScoringTold; places: number }) {
  const page = usePage();
  const { t, say } = page;
  const { steps, benchmarks, scored, categories } = scoring;
  const told = new Set(steps.map(({ id }) => id));
  const without = withoutText(page, scoring);
  const texts: string[] = [];
  for (const step of steps) texts.push(formulaText(page, say(step.label), step.formula, step.value), ...remarksOn(page, step));
  texts.push(
    ...scoredTexts(page, scored, told),
    ...(without === null ? [] : [without]),
    shareOf(page, scored),
    ...categories.map((points) => pointsText(page, points, places)),
  );
  return (
    <>
      {texts.map((text, at) => (
        <p key={at}>{text}</p>
      ))}
      {benchmarks.length > 0 && <p class="small">{t.list(benchmarks.map((benchmark) => benchmarkText(page, benchmark)))}</p>}
    </>
  );
}

/** The working of each of these indicators. */
export function WorkingsChapter({ indicators }: { indicators: readonly string[] }) {
  const { t, name, store } = usePage();
  return (
    <>
      <p class="para">
        {t.report.workingsHelp} {t.why.rounded}
      </p>
      <SheetTable name="workings" heads={[t.report.indicator, t.report.working]}>
        {indicators.map((id) => {
          const told = store.explain(`indicator:${id}`);
          if (told === undefined || !('scorings' in told)) return null;
          return (
            <tr key={id}>
              <th scope="row">{name('indicator', id)}</th>
              <td>
                {told.scorings.map((scoring, at) => (
                  <Working key={at} scoring={scoring} places={told.rounding.places} />
                ))}
              </td>
            </tr>
          );
        })}
      </SheetTable>
    </>
  );
}
