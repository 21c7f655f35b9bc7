/** What falls short and by how much, in words. */
import type { FloorResult, Gap } from '../boundary';
import type { Page } from '../page/context';
import { comparisonSign, quantity } from '../page/shared';

/** How far two numbers of a unit lie apart: percentages by percentage points. */
export function differenceText(page: Page, number: string, unit: string): string {
  return unit === '%' ? page.t.result.percentagePoints({ number }) : quantity(page, number, unit);
}

/** How far a comparison is from holding; `of` is what it compares, empty where that stands beside it. */
export function gapText(page: Page, { comparison, need, have, short, unit }: Gap, of: string): string {
  return page.t.result.gap({
    of,
    comparison: comparisonSign(comparison),
    need: quantity(page, need, unit),
    have: quantity(page, have, unit),
    short: differenceText(page, short, unit),
  });
}

/** The same with the name of what is compared. */
export function namedGapText(page: Page, gap: Gap): string {
  const derived = page.outline.rulebook.derived?.some(({ id }) => id === gap.of) ?? false;
  return gapText(page, gap, page.name(derived ? 'derived' : 'figure', gap.of));
}

/** What a floor is set for. */
export function floorOf({ name }: Page, { dimension, indicator = '' }: FloorResult): string {
  return dimension === undefined ? name('indicator', indicator) : name('dimension', dimension);
}
