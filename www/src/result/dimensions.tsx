import { useState } from 'preact/hooks';
import type { CategoryResult, DimensionResult, IndicatorResult } from '../boundary';
import { usePage } from '../page/context';
import { More } from '../page/bits';
import { Badge } from '../page/marks';
import { pure } from '../page/pure';
import { categoryName, rangeText } from '../page/shared';
import { RangeBar } from './range-bar';

interface DimensionsProps {
  readonly categories: readonly CategoryResult[];
  /** The category shown until another is asked for. */
  readonly inFocus: string;
}

/** Each dimension's points as a range, for one category at a time. */
export const Dimensions = pure(function Dimensions({ categories, inFocus }: DimensionsProps) {
  const page = usePage();
  const { t } = page;
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = categories.find(({ id }) => id === (wanted ?? inFocus)) ?? categories[0];
  if (shown === undefined) return null;
  return (
    <section class="block" aria-labelledby="r-dimensions">
      <h3 id="r-dimensions">
        {t.result.dimensions}
        <span class="paper-only">
          {t.colon}
          {categoryName(page, shown.id)}
        </span>
      </h3>
      {categories.length > 1 && (
        <div class="tabs" role="group" aria-label={t.result.dimensionsOf}>
          {categories.map(({ id }) => (
            <button
              type="button"
              class="tab"
              aria-pressed={id === shown.id ? 'true' : 'false'}
              onClick={() => {
                setWanted(id);
              }}
            >
              {categoryName(page, id)}
            </button>
          ))}
        </div>
      )}
      <ul class="bars">
        {shown.dimensions.map((dimension) => (
          <DimensionRow key={dimension.id} dimension={dimension} />
        ))}
      </ul>
      <p class="key" aria-hidden="true">
        <span class="key-certain" /> {t.result.certain} <span class="key-open" /> {t.result.open}
      </p>
      <More summary={t.result.indicators}>
        {shown.dimensions.map((dimension) => (
          <IndicatorTable key={dimension.id} dimension={dimension} />
        ))}
      </More>
    </section>
  );
});

const DimensionRow = pure(function DimensionRow({ dimension }: { dimension: DimensionResult }) {
  const page = usePage();
  const { t, name, outline } = page;
  const range = rangeText(page, dimension.score, outline.rulebook.rounding.dimension);
  return (
    <li class="bar-row" data-dimension={dimension.id}>
      <span class="bar-name">{name('dimension', dimension.id)}</span>
      <span class="bar-number">{t.result.outOf(range, dimension.weight)}</span>
      <RangeBar {...dimension.score} most={dimension.weight} label={t.result.bar(range, dimension.weight, undefined)} />
    </li>
  );
});

const IndicatorTable = pure(function IndicatorTable({ dimension }: { dimension: DimensionResult }) {
  const page = usePage();
  const { name, outline } = page;
  const rows: { indicator: IndicatorResult; depth: number }[] = [];
  const add = (list: readonly IndicatorResult[], depth: number): void => {
    for (const indicator of list) {
      rows.push({ indicator, depth });
      // The engine leaves the list out where there is no level below.
      add((indicator as Partial<IndicatorResult>).indicators ?? [], depth + 1);
    }
  };
  add(dimension.indicators, 0);
  return (
    <table class="indicators">
      <caption>{name('dimension', dimension.id)}</caption>
      <tbody>
        {rows.map(({ indicator, depth }) => (
          <tr key={indicator.id}>
            <th scope="row" class={depth > 0 ? 'indicator-below' : undefined}>
              {name('indicator', indicator.id)} <Badge basis={indicator.basis} />
            </th>
            <td>
              {page.t.result.outOf(rangeText(page, indicator.score, outline.rulebook.rounding.indicator), indicator.max)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
});
