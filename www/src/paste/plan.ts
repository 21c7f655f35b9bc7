/** What a pasted table or list would enter: for each line the figure it means and how its value is read. */
import type { Figure } from '../boundary';
import { ALL_PREFIXES, converted, isNumber, prefixOf, readNumber, type Reading } from '../session/numerals';
import { isBlank, isNotCollected, isNothing, readFlag } from '../sheet/answers';
import { kindTag, numberKind, optionsOf, unitsOf } from '../session/outline';
import { whyRefused, type Refusal } from '../session/refusals';
import { yearIn, type List, type Role, type Table } from './layout';
import { normalised, type Match, type Matcher } from './match';

/** A line of what was pasted. */
export interface Line {
  readonly key: number;
  /** Its name; empty in a list without names. */
  readonly label: string;
  readonly value: string;
  readonly last: string;
  readonly note: string;
  /** The unit written beside the value, as it was pasted. */
  readonly unit: string;
  /** The unit in the brackets of its name. */
  readonly namedUnit: string | undefined;
  /** The unit above the column or of the whole table. */
  readonly tableUnit: string | undefined;
  /** The same for the column of last year's values. */
  readonly lastTableUnit: string | undefined;
  readonly match: Match | undefined;
}

/** Where the unit of a value comes from. */
export type UnitFrom = 'value' | 'cell' | 'name' | 'table' | 'form' | 'chosen';

/** How a cell is read for a figure that is a number. */
export interface NumberRead {
  readonly kind: 'number';
  readonly reading: Reading;
  readonly unit: string;
  readonly from: UnitFrom;
  /** A unit that the figure cannot have, or two that contradict each other, as pasted. */
  readonly unitFault: string | undefined;
  readonly refusal: Refusal | 'number' | undefined;
}

/** How a cell is read for a figure of another kind. */
export interface OptionRead {
  readonly kind: 'option';
  /** The answer; `undefined` where the cell names none. */
  readonly value: boolean | string | readonly string[] | undefined;
}

/** What a cell holds, as far as the figure goes; `none` where it says that there is no value. */
export type Read = NumberRead | OptionRead | { readonly kind: 'not_collected' } | { readonly kind: 'none' };

const key = (text: string): string => normalised(text) || text.trim().toLowerCase();

/**
 * The lines of a table that hold anything. Two that mean one figure and say different things are certain no more, nor is one that
 * names another year than `year`, that of the submission.
 */
export function linesOf(table: Table, roles: readonly Role[], matcher: Matcher, year?: number): readonly Line[] {
  const column = (role: Role): number => roles.indexOf(role);
  const unitAbove = (role: Role): string | undefined => matcher.read(table.heads[column(role)] ?? '').unit;
  const tableUnit = unitAbove('value') ?? table.unit;
  const lastTableUnit = unitAbove('last') ?? tableUnit;
  const lines = table.rows.map((row, at): Line => {
    const cell = (role: Role): string => row[column(role)] ?? '';
    const { unit: namedUnit } = matcher.read(cell('label'));
    const match = matcher.match(cell('label'));
    return { key: at, label: cell('label'), value: cell('value'), last: cell('last'), note: cell('note'), unit: cell('unit'), namedUnit, tableUnit, lastTableUnit, match };
  });
  const said = lines.filter(({ value, last }) => value !== '' || last !== '');
  const first = new Map<string, Line>();
  const disputed = new Set<string>();
  for (const line of said) {
    const id = line.match?.id;
    const other = id === undefined ? undefined : first.get(id);
    if (id === undefined) continue;
    if (other === undefined) first.set(id, line);
    else if (other.value !== line.value || other.last !== line.last) disputed.add(id);
  }
  return said.map((line) => {
    const { match } = line;
    const rival = match !== undefined && disputed.has(match.id);
    const of = yearIn(line.label);
    const otherYear = of !== undefined && year !== undefined && of !== year;
    return match?.certain === true && (rival || otherYear) ? { ...line, match: { ...match, certain: false } } : line;
  });
}

/** The lines of a list, entered one by one from the figure `first` on, in the order of the form. */
export function listLines(list: List, headed: boolean, order: readonly string[], first: string, into: 'value' | 'last'): readonly Line[] {
  const cells = headed ? list.cells.slice(list.cells.findIndex((cell) => cell !== '') + 1) : list.cells;
  const from = Math.max(order.indexOf(first), 0);
  const tableUnit = headed ? list.unit : undefined;
  return cells
    .map((cell, at): Line => {
      const id = order[from + at];
      const match = id === undefined ? undefined : { id, certain: true };
      const both = into === 'value' ? { value: cell, last: '' } : { value: '', last: cell };
      return { key: at, label: '', ...both, note: '', unit: '', namedUnit: undefined, tableUnit, lastTableUnit: tableUnit, match };
    })
    .filter(({ value, last }) => value !== '' || last !== '');
}

/** The reading in a unit that the figure can have; `undefined` where its unit cannot be converted. */
function inUnit(reading: Reading, from: string, units: readonly string[]): { reading: Reading; unit: string } | undefined {
  if (units.includes(from)) return { reading, unit: from };
  const to = units.find((unit) => prefixOf(unit).of === prefixOf(from).of);
  if (to === undefined) return undefined;
  const one = (number: string): string => converted(number, from, to) ?? number;
  const between = reading.between;
  const number = isNumber(reading.number) ? one(reading.number) : reading.number;
  return { reading: { ...reading, number, ...(between === undefined ? {} : { between: [one(between[0]), one(between[1])] as const }) }, unit: to };
}

function readNumberCell(cell: string, line: Line, figure: Figure, inForm: string, chosen: string | undefined, matcher: Matcher): NumberRead {
  const kind = numberKind(figure);
  const units = kind === undefined ? [] : unitsOf(kind);
  const related = ALL_PREFIXES
    .map((prefix) => prefix + prefixOf(units[0] ?? '').of)
    .filter((unit) => !units.includes(unit) && matcher.unit(unit) !== undefined);
  const first = readNumber(cell, units);
  const reading = isNumber(first.number) || first.between !== undefined ? first : readNumber(cell, [...units, ...related]);
  const sound = isNumber(reading.number) || reading.between !== undefined;
  const refusal = sound ? undefined : (whyRefused(cell, units, true) ?? 'number');
  const cellUnit = line.unit === '' ? undefined : (matcher.unit(line.unit) ?? line.unit);
  const fits = (unit: string | undefined): boolean => unit !== undefined && prefixOf(unit).of === prefixOf(units[0] ?? '').of;
  const written: readonly (readonly [UnitFrom, string | undefined])[] = [
    ['value', reading.unit],
    ['cell', cellUnit],
    ['name', line.namedUnit],
    // What is said of the whole table concerns the figures that can have it.
    ['table', fits(line.tableUnit) ? line.tableUnit : undefined],
  ];
  const [from, unit = inForm] = written.find(([, found]) => found !== undefined) ?? (['form', inForm] as const);
  const near = written.slice(0, 3).filter(([, found]) => found !== undefined);
  // 4.8万 beside 个 is one unit in two places.
  const bare = prefixOf(unit).prefix !== '' && cell.endsWith(prefixOf(unit).prefix) ? prefixOf(unit).of : unit;
  const rival = near.find(([, found]) => found !== unit && found !== bare);
  const usable = inUnit(reading, unit, units);
  // What was chosen for the line settles what is open; it does not overrule a unit that stands with the number itself.
  const isOpen = from !== 'value' || usable === undefined || rival !== undefined;
  if (chosen !== undefined && isOpen) return { kind: 'number', reading, unit: chosen, from: 'chosen', unitFault: undefined, refusal };
  if (usable === undefined) return { kind: 'number', reading, unit: inForm, from, unitFault: line.unit === '' ? unit : line.unit, refusal };
  return { kind: 'number', ...usable, from, unitFault: rival?.[1] === undefined ? undefined : `${unit} ≠ ${rival[1]}`, refusal };
}

function optionOf(cell: string, figure: Figure): string | undefined {
  const wanted = key(cell);
  const options = optionsOf(figure).filter(({ id, label }) => id === cell.trim() || Object.values(label).some((text) => key(text) === wanted));
  return options.length === 1 ? options[0]?.id : undefined;
}

function readOption(cell: string, figure: Figure): OptionRead {
  switch (kindTag(figure.kind)) {
    case 'yes_no':
      return { kind: 'option', value: readFlag(cell) };
    case 'choice':
      return { kind: 'option', value: optionOf(cell, figure) };
    default: {
      if (isNothing(cell)) return { kind: 'option', value: [] };
      const whole = optionOf(cell, figure);
      const items = whole === undefined ? cell.split(/[、,，;；\n]+/).filter((item) => item.trim() !== '').map((item) => optionOf(item, figure)) : [whole];
      const known = items.filter((item): item is string => item !== undefined);
      return { kind: 'option', value: known.length === items.length && known.length > 0 ? known : undefined };
    }
  }
}

/** How a cell of a line is read for a figure; `chosen` is a unit that a person chose for the line. */
export function readCell(cell: string, line: Line, figure: Figure, inForm: string, chosen: string | undefined, matcher: Matcher): Read {
  const text = cell.trim();
  if (isNotCollected(text)) return { kind: 'not_collected' };
  if (isBlank(text)) return { kind: 'none' };
  if (kindTag(figure.kind) !== 'number') return readOption(text, figure);
  return isNothing(text) ? { kind: 'none' } : readNumberCell(text, line, figure, inForm, chosen, matcher);
}

/** The same for last year's value, which is one number. */
export function readLast(line: Line, figure: Figure, inForm: string, chosen: string | undefined, matcher: Matcher): Read {
  const read = readCell(line.last, { ...line, tableUnit: line.lastTableUnit }, figure, inForm, chosen, matcher);
  if (read.kind === 'number' && read.reading.between !== undefined) return { ...read, refusal: 'range' };
  return read.kind === 'number' ? read : { kind: 'none' };
}

/** Whether a value was read and can be entered. */
export function isUsable(read: Read): boolean {
  if (read.kind === 'number') return read.refusal === undefined && read.unitFault === undefined;
  return read.kind === 'not_collected' || (read.kind === 'option' && read.value !== undefined);
}
