/** Small things that several parts of the page say alike. */
import type { Basis, CategoryResult, Decimal, DimensionResult, Material, MaterialResult, Points } from '../boundary';
import { minus, plus } from '../session/decimals';
import { numberKind, unitsOf, type Outline } from '../session/outline';
import { grouped, inSmallest, withPlaces } from '../session/numerals';
import type { Part, State } from '../session/state';
import type { Texts } from '../texts';
import type { OwnUnit } from '../texts/units';
import type { Page } from './context';

/** A range of points as it is printed. */
export function rangeText(page: Page, points: Points, places: number): string {
  const [low, high] = [withPlaces(points.low, places), withPlaces(points.high, places)];
  return low === high ? low : page.t.result.range({ low, high });
}

/**
 * The most points a category can give: the sum of its dimensions' weights. While the choice that switches the weights is open, each
 * weight is the greatest that it can be: their sum is then more than all points.
 */
export function most(dimensions: readonly DimensionResult[]): Decimal {
  const sum = dimensions.reduce((total, { weight }) => plus(total, weight), '0');
  return minus('100', sum).startsWith('-') ? '100' : sum;
}

/** What the least total of a category is called: an assumption of the author is no pass mark. */
export function lineName({ t }: Page, basis: Basis): string {
  return basis === 'reference' ? t.result.referenceLine : t.result.passMark;
}

/** What a bar of points says in words, with the line where there is one. */
export function barLabel(page: Page, range: string, total: Decimal, line: CategoryResult['line']): string {
  const named = line == null ? { line: '', points: '' } : { line: lineName(page, line.basis), points: line.total };
  return page.t.result.bar({ range, most: total, ...named });
}

/** The category's name; a rulebook without categories has one total. */
export function categoryName(page: Page, id: string): string {
  const known = page.outline.rulebook.categories?.some((category) => category.id === id) ?? false;
  return known ? page.name('category', id) : page.t.result.overall;
}

/** The category that the page speaks of first: the chosen one, else the advised one, else the first. */
export function categoryInFocus(state: State): CategoryResult | undefined {
  const { categories, advice } = state.assessment;
  const wanted = state.category ?? advice.category;
  return categories.find((category) => category.id === wanted) ?? categories[0];
}

/** The names of the units that the rulebook itself defines. */
export function ownUnit(page: Pick<Page, 'outline' | 'say'>): OwnUnit {
  return (symbol) => {
    const own = page.outline.rulebook.units?.find((unit) => unit.unit === symbol);
    return own === undefined ? undefined : page.say(own.label);
  };
}

/** What stands behind a number: its unit, apart from it; in brackets where it begins with a number itself (“100 million yuan”). */
export function behind(page: Pick<Page, 't' | 'say' | 'outline'>, unit: string): string {
  const name = page.t.unit(unit, ownUnit(page));
  if (name === '' || /^[%‰]/.test(name)) return name;
  return /^\d/.test(name) ? ` (${name})` : ` ${name}`;
}

/** A number with its unit. */
export const quantity = (page: Pick<Page, 't' | 'say' | 'outline'>, number: string, unit: string): string => grouped(number) + behind(page, unit);

const COMPARISONS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '!=': '≠' };

/** The sign of a comparison that a rule writes in letters of a keyboard. */
export function comparisonSign(written: string): string {
  return COMPARISONS[written] ?? written;
}

/** How a number was read, with the same in the smallest unit. */
export function echo(page: Page, figure: string, number: string, unit: string): string {
  const kind = numberKind(page.outline.figures.get(figure) ?? { kind: 'yes_no' } as never);
  const small = kind === undefined ? undefined : inSmallest(number, unit, unitsOf(kind));
  const same = small === undefined ? '' : page.t.form.same({ value: quantity(page, small.number, small.unit) });
  return page.t.form.readAs({ value: quantity(page, number, unit) + same });
}

/** The materials that are needed, or may be, as far as the figures tell. */
export function neededMaterials(outline: Outline, results: readonly MaterialResult[]): readonly Material[] {
  const notNeeded = results.filter(({ state }) => state === 'not_needed').map(({ id }) => id);
  return (outline.rulebook.materials ?? []).filter(({ id }) => notNeeded.indexOf(id) < 0);
}

/** The name of what a part of the submission holds. */
export function partName(page: Page, part: Part): string {
  const [kind = '', id = ''] = part.split('/');
  switch (kind) {
    case 'figures':
      return page.name('figure', id);
    case 'materials':
      return page.name('material', id);
    case 'city':
      return page.t.form.cityName;
    case 'year':
      return page.t.form.year;
    case 'fields':
      return page.t.form.fields;
    default:
      return page.t.form.category;
  }
}

/** The figure ids among what decides a requirement: the category and the fields are named by a rule as well. */
export function partOfInput(page: Page, input: string): Part {
  return page.outline.figures.has(input) ? `figures/${input}` : input;
}

/** What is said of the year of the figures, with the year for which the rulebook is likely filled in, where it tells one. */
export function yearHelp({ t, outline }: Pick<Page, 't' | 'outline'>): string {
  const { last_round: round, valid, benchmarks = [] } = outline.rulebook;
  const year = String(round?.year ?? valid?.from.slice(0, 4) ?? '');
  return t.form.yearHelp({ year, benchmarks: benchmarks.length > 0 ? t.form.yearBenchmarks : '' });
}

/** That a late part of the page could not be had, and what to do. */
export function notLoaded({ notice, actions }: Texts): string {
  return notice.notLoaded({ save: actions.save, open: actions.open });
}
