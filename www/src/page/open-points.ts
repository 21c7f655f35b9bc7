import type { CategoryResult, Decimal } from '../boundary';
import { minus } from '../session/decimals';

/** The points of a dimension that are still open. */
export function openPoints(category: CategoryResult | undefined, dimension: string | undefined): Decimal | undefined {
  const score = category?.dimensions.find(({ id }) => id === dimension)?.score;
  return score === undefined ? undefined : minus(score.high, score.low);
}
