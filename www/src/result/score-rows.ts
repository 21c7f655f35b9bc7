/** The points of a category, line by line: each dimension and below it its indicators, level by level. */
import type { Basis, CategoryResult, DimensionResult, IndicatorResult, Points, Unweighted } from '../boundary';
import type { Page } from '../page/context';
import { rangeText } from '../page/shared';

/** A dimension, an indicator, or what those without known weights give together. */
export interface ScoreRow {
  readonly key: string;
  readonly name: string;
  /** What the indicator, or the dimension's weight, rests on. */
  readonly basis: Basis | undefined;
  /** 0 is a dimension. */
  readonly depth: number;
  /** The points as text; a share where the weight is not known. */
  readonly points: string;
  /** The most points; `undefined` where the weight is not known. */
  readonly most: string | undefined;
  /** The points of a line with a known weight. */
  readonly score: Points | undefined;
}

function rowOf(page: Page, indicator: IndicatorResult, depth: number): ScoreRow {
  const { t, name, outline } = page;
  const { id, basis, score, max, share } = indicator;
  const places = outline.rulebook.rounding.indicator;
  const common = { key: id, name: name('indicator', id), basis, depth };
  if (score != null && max != null) return { ...common, points: rangeText(page, score, places), most: max, score };
  const points = share === undefined ? '' : t.result.share({ range: rangeText(page, share, places) });
  return { ...common, points, most: undefined, score: undefined };
}

function below(page: Page, of: string, indicators: readonly IndicatorResult[], unweighted: Unweighted | undefined, depth: number): readonly ScoreRow[] {
  const rows: ScoreRow[] = [];
  for (const indicator of indicators) {
    rows.push(rowOf(page, indicator, depth));
    // The engine leaves the list out where there is no level below.
    rows.push(...below(page, indicator.id, (indicator as Partial<IndicatorResult>).indicators ?? [], indicator.unweighted, depth + 1));
  }
  if (unweighted !== undefined) {
    const { score, max } = unweighted;
    const points = rangeText(page, score, page.outline.rulebook.rounding.indicator);
    rows.push({ key: `${of}/unweighted`, name: page.t.result.unweighted, basis: undefined, depth, points, most: max, score });
  }
  return rows;
}

/** The lines below a dimension. */
export function indicatorRows(page: Page, { id, indicators, unweighted }: DimensionResult): readonly ScoreRow[] {
  return below(page, id, indicators, unweighted, 1);
}

/** Every line of a category's points. */
export function scoreRows(page: Page, category: CategoryResult): readonly ScoreRow[] {
  const rows: ScoreRow[] = [];
  for (const dimension of category.dimensions) {
    const { id, weight, score } = dimension;
    const { weight_standing: standing } = page.outline.rulebook.dimensions.find((known) => known.id === id) ?? {};
    const points = rangeText(page, score, page.outline.rulebook.rounding.dimension);
    rows.push({ key: id, name: page.name('dimension', id), basis: standing?.basis, depth: 0, points, most: weight, score });
    rows.push(...indicatorRows(page, dimension));
  }
  return rows;
}
