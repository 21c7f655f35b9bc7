/** How the points of each indicator come about: the values put in, what the score function makes of them, the points. */
import type { Assessment, BenchmarkUse, IndicatorResult, PointsTold, ScoredBy, ScoringTold } from '../boundary';
import { usePage, type Page } from '../page/context';
import { rangeOf, sayInWords, toldText } from '../result/why-text';
import { bandText, choiceText, exceptionText, lineTexts, pointsTexts, yearText } from '../result/why-working';
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

/** A name alone needs no second telling of its value. */
const isName = (formula: string): boolean => /^\w+$/.test(formula);

/** What a score function made of the values; `told` are derived figures whose values stand above. */
function scoredTexts(page: Page, by: ScoredBy, told: ReadonlySet<string>): readonly string[] {
  const { t, say } = page;
  const { scored, hits } = t.why;
  const given = (value: string, score: Parameters<typeof toldText>[0], maybe: boolean): string =>
    scored.gives({ value, score: toldText(score) }) + (maybe ? t.separator + hits.maybe : '');
  switch (by.function) {
    case 'bands':
    case 'line': {
      const { labels, values, value, written } = by.of;
      const between = isName(written) ? '' : ` = ${sayInWords(page, values)}`;
      const put = told.has(written) ? [] : [`${say(labels)}${between} = ${rangeOf(page, value)}`];
      if (by.function === 'line') return [...put, ...lineTexts(page, by)];
      const hit = by.bands.filter((band) => band.hit !== 'no');
      return [...put, ...hit.map((band) => given(bandText(page, band), band.score, band.hit === 'maybe'))];
    }
    case 'options':
      return by.options.filter(({ hit }) => hit !== 'no').map(({ label, score, hit }) => given(say(label), score, hit === 'maybe'));
    case 'items': {
      const ticked = by.items.filter((item) => item.ticked === true).map(({ label, score }) => given(say(label), score, false));
      const [low, high] = [toldText(by.low), toldText(by.high)];
      return [...ticked, scored.sum({ sum: low === high ? low : t.result.range({ low, high }), cap: toldText(by.cap) })];
    }
    default: {
      const how = by.function === 'best_of' ? scored.bestOf : by.function === 'sum_of' ? scored.sumOf : by.all ? scored.everyField : scored.bestField;
      const parts = by.parts.flatMap(({ field, percent, hit, scored: part }, at) => {
        if (hit === 'no') return [];
        const name = field === undefined ? scored.part({ number: at + 1, percent: percent ?? '' }) : say(field);
        return scoredTexts(page, part, told).map((text) => name + t.colon + text);
      });
      return [how, ...parts];
    }
  }
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
  const { say } = page;
  const { steps, benchmarks, scored, categories } = scoring;
  const told = new Set(steps.map(({ id }) => id));
  return (
    <>
      {steps.map(({ id, label, formula, value, choices = [], undefined: exceptions = [] }) => (
        <div key={id}>
          <p>
            {say(label)} = {!isName(formula.written) && `${sayInWords(page, formula.values)} = `}
            {rangeOf(page, value)}
          </p>
          {[...choices.map((choice) => choiceText(page, choice)), ...exceptions.map((one) => exceptionText(page, one))].map((text, at) => (
            <p key={at} class="small">
              {text}
            </p>
          ))}
        </div>
      ))}
      {[...scoredTexts(page, scored, told), ...categories.map((points) => pointsText(page, points, places))].map((text, at) => (
        <p key={at}>{text}</p>
      ))}
      {benchmarks.length > 0 && <p class="small">{page.t.list(benchmarks.map((benchmark) => benchmarkText(page, benchmark)))}</p>}
    </>
  );
}

/** The working of each of these indicators. */
export function WorkingsChapter({ indicators }: { indicators: readonly string[] }) {
  const { t, name, store } = usePage();
  return (
    <>
      <p class="para">{t.report.workingsHelp}</p>
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
