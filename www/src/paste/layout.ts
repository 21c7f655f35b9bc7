/** What stands where in pasted cells: a table with names, or a plain list of values. */
import { namedLines, transposed, widthOf, withoutBlank, type Grid } from './cells';
import { normalised, type Matcher } from './match';

/** What a column is used for. */
export type Role = 'label' | 'unit' | 'value' | 'last' | 'note' | 'none';

export const ROLES: readonly Role[] = ['label', 'unit', 'value', 'last', 'note', 'none'];

/** A table whose rows are named. */
export interface Table {
  readonly kind: 'table';
  /** What stands above each column; empty where nothing does. */
  readonly heads: readonly string[];
  readonly roles: readonly Role[];
  readonly rows: Grid;
  /** The unit given for the whole table. */
  readonly unit: string | undefined;
}

/** Values without names. */
export interface List {
  readonly kind: 'list';
  readonly cells: readonly string[];
  /** The unit that its first cell names, where that stands above the column. */
  readonly unit: string | undefined;
  /** The first cell may be what stands above the column: a word or a year. */
  readonly mayBeHeaded: boolean;
  /** It likely is. */
  readonly headed: boolean;
}

/** Cells of which it cannot be told what they are. */
export interface Unclear {
  readonly kind: 'unclear';
}

const YEAR = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/;

/** The year that a text names. */
export function yearIn(text: string): number | undefined {
  const found = YEAR.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
const isYear = (cell: string): boolean => /^(?:19|20)\d\d\s*年?$/.test(cell.trim());
/** A year with words behind it stands above a column: 2021年末数, 2021（万元）; but 2021万元 is a value. */
const isYearHead = (cell: string): boolean => isYear(cell) || /^(?:19|20)\d\d\s*(?:年|[末底（([【〔]|实际|全年)/.test(cell.trim());
const isNumeric = (cell: string): boolean => /^[^\u4e00-\u9fffa-z]{0,3}\d/i.test(cell.trim()) && !isYearHead(cell);

function score(cells: readonly string[], { match }: Matcher): number {
  return cells.reduce((sum, cell) => {
    const found = match(cell);
    if (found === undefined) return sum;
    return sum + (found.certain ? 3 : isNumeric(cell) ? 0 : 1);
  }, 0);
}

function best(grid: Grid, matcher: Matcher): { at: number; score: number } {
  const scores = transposed(grid).map((column) => score(column, matcher));
  const most = Math.max(0, ...scores);
  return { at: scores.indexOf(most), score: most };
}

/** The column that most likely holds names where none is known: the first with words in most of its rows, beside one with numbers. */
function wordColumn(grid: Grid): number {
  const columns = transposed(grid);
  const mostly = (cells: readonly string[], is: (cell: string) => boolean): boolean => cells.filter(is).length * 2 > cells.length;
  const words = columns.findIndex((cells) => mostly(cells, (cell) => isFilled(cell) && !isNumeric(cell) && !isYear(cell)));
  return columns.some((cells, at) => at > words && mostly(cells, isNumeric)) ? words : -1;
}

const SAID: readonly (readonly [Role, RegExp])[] = [
  ['none', /增[速长幅]|同比|环比|比上年|位次|排名|占比|序号|编号|growth|change|rank|share/i],
  ['note', /备注|说明|来源|出处|佐证|依据|note|source|remark/i],
  ['unit', /^(?:计量)?单位$|^units?$/i],
];
const LAST = /上年|去年|上期|last|previous|prior/i;
const NOW = /本年|今年|本期|当年|数值|数据|指标值|实际|填报|value|figure|current|amount/i;

function rolesOf(heads: readonly string[], rows: Grid, label: number, year: number | undefined, matcher: Matcher): readonly Role[] {
  const columns = heads.map((_, at) => rows.map((row) => row[at] ?? '').filter(isFilled));
  const roles = heads.map((head, at): Role | undefined => {
    if (at === label) return 'label';
    const cells = columns[at] ?? [];
    const units = cells.filter((cell) => matcher.unit(cell) !== undefined).length;
    if (cells.length === 0) return 'none';
    if (units > 0 && units * 2 >= cells.length) return 'unit';
    return SAID.find(([, sign]) => sign.test(head.trim()))?.[0];
  });
  const years = heads.map((head, at) => (roles[at] === undefined ? (yearIn(head) ?? NaN) : NaN));
  const now = year ?? Math.max(...years.filter((found) => !Number.isNaN(found)));
  const taken = (role: Role): boolean => roles.includes(role);
  heads.forEach((head, at) => {
    if (roles[at] !== undefined) return;
    const of = years[at] ?? NaN;
    const wanted = Number.isNaN(of) ? (LAST.test(head) ? 'last' : NOW.test(head) ? 'value' : undefined) : of === now ? 'value' : of === now - 1 ? 'last' : 'none';
    if (wanted !== undefined) roles[at] = taken(wanted) ? 'none' : wanted;
  });
  // One column that nothing is said of must be the value; of two it cannot be told.
  const open = roles.map((role, at) => (role === undefined && at > label ? at : -1)).filter((at) => at >= 0);
  const [only] = open;
  if (!taken('value') && open.length === 1 && only !== undefined) roles[only] = 'value';
  return roles.map((role) => role ?? 'none');
}

function tableOf(grid: Grid, label: number, year: number | undefined, matcher: Matcher): Table {
  const width = widthOf(grid);
  const matches = grid.findIndex((row) => matcher.match(row[label] ?? '') !== undefined);
  // Rows above the first known name are rows as well, if they have numbers.
  let first = Math.max(matches, 0);
  if (matches < 0) first = grid.findIndex((row) => row.some((cell, at) => at > label && isNumeric(cell)));
  while (first > 0 && grid[first - 1]?.some((cell, at) => at !== label && isNumeric(cell)) === true) first -= 1;
  const above = grid.slice(0, Math.max(first, 0));
  const [unitText] = ([] as string[]).concat(...above).filter((cell) => /单位\s*[：:]/.test(cell));
  const heads = Array.from({ length: width }, (_, at) =>
    above
      .filter((row) => row.filter(isFilled).length > 1)
      .map((row) => (row[at] ?? '').trim())
      .filter(isFilled)
      .join(' '),
  );
  const rows = grid.slice(Math.max(first, 0)).map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '').trim()));
  const unit = unitText === undefined ? undefined : matcher.unit(unitText.replace(/^.*(?=单位)/, '').replace(/[)）\s]+$/, ''));
  return { kind: 'table', heads, roles: rolesOf(heads, rows, label, year, matcher), rows, unit };
}

/** What pasted cells are; `year` is that of the submission, where it is known. */
export function layoutOf(pasted: Grid, year: number | undefined, matcher: Matcher): Table | List | Unclear {
  const lines = namedLines(pasted);
  const grid = withoutBlank(lines !== undefined && score(lines.map(([name = '']) => name), matcher) > 0 ? lines : pasted);
  if (grid.length === 0) return { kind: 'unclear' };
  const [down, across] = [best(grid, matcher), best(transposed(grid), matcher)];
  if (Math.max(down.score, across.score) > 0) {
    return across.score > down.score ? tableOf(transposed(grid), across.at, year, matcher) : tableOf(grid, down.at, year, matcher);
  }
  if (widthOf(grid) > 1 && grid.length > 1) {
    const label = wordColumn(grid);
    return label < 0 ? { kind: 'unclear' } : tableOf(grid, label, year, matcher);
  }
  // Blank cells between values stay: each stands for a figure that is passed over.
  const cells = (grid.length === 1 ? ([] as string[]).concat(...pasted.filter((row) => row.some(isFilled))) : pasted.map((row) => row.find(isFilled) ?? '')).map((cell) => cell.trim());
  const values = cells.filter(isFilled);
  if (!values.some(isNumeric)) return { kind: 'unclear' };
  const [head = ''] = values;
  const headYear = isYearHead(head) ? yearIn(head) : undefined;
  const word = normalised(head) !== '' && !/\d/.test(head);
  const headed = word || (headYear !== undefined && (year === undefined || Math.abs(headYear - year) <= 1));
  const unit = matcher.unit(head) ?? matcher.read(head).unit;
  return { kind: 'list', cells, unit, headed, mayBeHeaded: word || headYear !== undefined };
}
