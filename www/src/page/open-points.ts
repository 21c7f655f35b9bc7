import type { CategoryResult, Decimal } from '../boundary';

/** The points of a dimension that are still open; both ends have the same few places, so the difference is exact. */
export function openPoints(category: CategoryResult | undefined, dimension: string | undefined): Decimal | undefined {
  const score = category?.dimensions.find(({ id }) => id === dimension)?.score;
  if (score === undefined) return undefined;
  const places = Math.max(...[score.low, score.high].map((end) => (end.split('.')[1] ?? '').length));
  const scale = 10 ** places;
  const open = Math.round(Number(score.high) * scale) - Math.round(Number(score.low) * scale);
  return String(open / scale);
}
