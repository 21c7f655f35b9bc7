/** The points of a category, line by line: each dimension and below it its indicators, level by level. */
import type { Basis, CategoryResult, IndicatorResult, Points, Unweighted } from '../boundary';
import type { Page } from '../page/context';
import { rangeText } from '../page/shared';

/** A line of the table of points. */
export interface ScoreRow {
  readonly key: string;
  readonly name: string;
  readonly basis: Basis | undefined;
  /** 0 is a dimension. */
  readonly depth: number;
  readonly points: string;
  readonly most: string;
  /** What its bar shows; none where its weight is not known. */
  readonly bar: (Points & { readonly most: string }) | undefined;
}

function rowOf(page: Page, indicator: IndicatorResult, depth: number): ScoreRow {
  const { t, name, outline } = page;
  const { id, basis, score, max, share } = indicator;
  const places = outline.rulebook.rounding.indicator;
  const common = { key: id, name: name('indicator', id), basis, depth };
  if (score != null && max != null) return { ...common, points: rangeText(page, score, places), most: max, bar: { ...score, most: max } };
  const points = share === undefined ? '' : t.result.share({ range: rangeText(page, share, places) });
  return { ...common, points, most: t.result.weightUnknown, bar: undefined };
}

function below(page: Page, of: string, indicators: readonly IndicatorResult[], unweighted: Unweighted | undefined, depth: number): readonly ScoreRow[] {
  const rows: ScoreRow[] = [];
  for (const indicator of indicators) {
    rows.push(rowOf(page, indicator, depth));
    // The engine leaves the list out where there is no level below.
    rows.push(...below(page, indicator.id, (indicator as Partial<IndicatorResult>).indicators ?? [], indicator.unweighted, depth + 1));
  }
  if (unweighted !== undefined) {
    const points = rangeText(page, unweighted.score, page.outline.rulebook.rounding.indicator);
    rows.push({ key: `${of}/unweighted`, name: page.t.result.unweighted, basis: undefined, depth, points, most: unweighted.max, bar: { ...unweighted.score, most: unweighted.max } });
  }
  return rows;
}

/** Every line of a category's points. */
export function scoreRows(page: Page, category: CategoryResult): readonly ScoreRow[] {
  const rows: ScoreRow[] = [];
  for (const { id, weight, score, indicators, unweighted } of category.dimensions) {
    const { weight_standing: standing } = page.outline.rulebook.dimensions.find((known) => known.id === id) ?? {};
    const points = rangeText(page, score, page.outline.rulebook.rounding.dimension);
    rows.push({ key: id, name: page.name('dimension', id), basis: standing?.basis, depth: 0, points, most: weight, bar: { ...score, most: weight } });
    rows.push(...below(page, id, indicators, unweighted, 1));
  }
  return rows;
}
