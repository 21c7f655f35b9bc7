import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { CategoryResult, DimensionResult } from '../boundary';
import { usePage } from '../page/context';
import { More } from '../page/bits';
import { Badge } from '../page/marks';
import { pure } from '../page/pure';
import { categoryName, rangeText } from '../page/shared';
import { Radar } from './radar';
import { RangeBar } from './range-bar';
import { indicatorRows, type ScoreRow } from './score-rows';
import { useWhy } from './why';

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
      <h3 id="r-dimensions">{t.result.dimensions}</h3>
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
      <Radar category={shown} id="radar" />
      <ul class="bars">
        {shown.dimensions.map((dimension) => (
          <DimensionRow key={dimension.id} dimension={dimension} category={shown.id} />
        ))}
      </ul>
      <p class="key" aria-hidden="true">
        <span class="key-certain" /> {t.result.certain} <span class="key-open" /> {t.result.open}
      </p>
      <More summary={t.result.indicators}>
        {shown.dimensions.map((dimension) => (
          <IndicatorTable key={dimension.id} dimension={dimension} category={shown.id} />
        ))}
      </More>
    </section>
  );
});

interface DimensionProps {
  readonly dimension: DimensionResult;
  /** The category whose points they are. */
  readonly category: string;
}

const DimensionRow = pure(function DimensionRow({ dimension, category }: DimensionProps) {
  const page = usePage();
  const { t, name, outline } = page;
  const label = name('dimension', dimension.id);
  const why = useWhy({ of: `dimension:${dimension.id}`, category, label });
  const range = rangeText(page, dimension.score, outline.rulebook.rounding.dimension);
  return (
    <li class="bar-row" data-dimension={dimension.id}>
      <span class="bar-name">
        {label} {why.button}
      </span>
      <span class="bar-number">{t.result.outOf({ range, most: dimension.weight })}</span>
      <RangeBar {...dimension.score} most={dimension.weight} label={t.result.bar({ range, most: dimension.weight, line: '', points: '' })} />
      {why.panel}
    </li>
  );
});

const IndicatorTable = pure(function IndicatorTable({ dimension, category }: DimensionProps) {
  const page = usePage();
  const rows = indicatorRows(page, dimension);
  return (
    <table class="indicators">
      <caption>{page.name('dimension', dimension.id)}</caption>
      <tbody>
        {rows.map((row) =>
          row.basis === undefined ? (
            <IndicatorRow key={row.key} row={row} />
          ) : (
            <AskedRow key={row.key} row={row} category={category} />
          ),
        )}
      </tbody>
      {rows.some(({ most }) => most === undefined) && (
        <tfoot>
          <tr>
            <td colSpan={2} class="block-help">
              {page.t.result.unweightedHelp}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
});

function IndicatorRow({ row, children }: { row: ScoreRow; children?: ComponentChild }) {
  const { result } = usePage().t;
  const { name, basis, points, most, depth } = row;
  return (
    <tr>
      <th scope="row" class={depth > 1 ? 'indicator-below' : undefined}>
        {name} {basis !== undefined && <Badge basis={basis} />} {children}
      </th>
      <td>
        {most === undefined ? points : result.outOf({ range: points, most })}
        {most === undefined && <span class="weight-unknown">{result.weightUnknown}</span>}
      </td>
    </tr>
  );
}

/** A row that is an indicator, with why it has these points. */
function AskedRow({ row, category }: { row: ScoreRow; category: string }) {
  const why = useWhy({ of: `indicator:${row.key}`, category, label: row.name });
  return (
    <>
      <IndicatorRow row={row}>{why.button}</IndicatorRow>
      {why.panel !== false && (
        <tr>
          <td class="indicator-why" colSpan={2}>
            {why.panel}
          </td>
        </tr>
      )}
    </>
  );
}
