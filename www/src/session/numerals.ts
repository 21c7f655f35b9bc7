/** Numbers as people write and paste them. The engine's grammar is strict; what is lenient stands here alone. */

import { isNumber, plainNumber, rangeEnds, tidied, wholeInCharacters, withoutAbout } from './written';

export { isNumber };

/** How a typed text was read. */
export interface Reading {
  /** The number in the engine's grammar, or the tidied text where it is none, for the engine to refuse. */
  readonly number: string;
  /** The unit that was written behind the number, where it is one of those allowed. */
  readonly unit?: string;
  /** A word such as 约 stood with it: the number is read without. */
  readonly about?: true;
  /** The two ends, the lesser first, where a range was written; then there is no number. */
  readonly between?: readonly [string, string];
}

/** The number before a unit and that unit; `万`, `亿` alone stand for the one allowed unit that begins so. */
function withoutUnit(text: string, units: readonly string[]): { rest: string; unit?: string } {
  const longestFirst = [...units].sort((a, b) => b.length - a.length);
  for (const unit of longestFirst) {
    if (unit !== '' && text.endsWith(tidied(unit))) {
      return { rest: text.slice(0, -tidied(unit).length).trim(), unit };
    }
  }
  const written = /^(.*\d)\s*(百万|千万|万亿|[百千万亿])$/.exec(text);
  const [, rest, prefix] = written ?? [];
  if (rest === undefined || prefix === undefined) return { rest: text };
  const meant = units.filter((unit) => prefixOf(unit).prefix === prefix);
  const [unit] = meant;
  return meant.length === 1 && unit !== undefined ? { rest: rest.trim(), unit } : { rest: text };
}

/** A whole number in characters. What it counts is a unit without a prefix: in 一百二十万人 the 万 is of the number. */
function inCharacters(text: string, units: readonly string[]): { number: string; unit?: string } | undefined {
  const [, characters = '', counted = ''] = /^([零〇一二两三四五六七八九十百千万亿]+)(.*)$/.exec(text) ?? [];
  const number = wholeInCharacters(characters);
  if (number === undefined) return undefined;
  const plain = units.filter((unit) => prefixOf(unit).prefix === '');
  const unit = plain.find((known) => tidied(known) === counted) ?? (counted === '' && plain.length === 1 ? plain[0] : undefined);
  const sized = /[万亿]/.test(characters);
  if (counted === '' && !sized) return { number };
  return unit === undefined ? undefined : { number, unit };
}

function readOne(text: string, units: readonly string[]): { number: string; unit?: string } | undefined {
  const [, word, share] = /^([百千])分之(.+)$/.exec(text) ?? [];
  if (share !== undefined) {
    const sign = word === '百' ? '%' : '‰';
    const number = plainNumber(share) ?? wholeInCharacters(share);
    return number !== undefined && units.includes(sign) ? { number, unit: sign } : undefined;
  }
  const { rest, unit } = withoutUnit(text, units);
  const number = plainNumber(rest);
  if (number === undefined) return inCharacters(text, units);
  return unit === undefined ? { number } : { number, unit };
}

/** Two ends in one unit, which may stand behind the second alone; `undefined` where they could be anything else. */
function readRange(text: string, units: readonly string[]): { between: readonly [string, string]; unit?: string } | undefined {
  const ends = rangeEnds(text);
  if (ends === undefined) return undefined;
  const [low, high] = ends.map((end) => readOne(end, units));
  if (low === undefined || high === undefined || compared(low.number, high.number) >= 0) return undefined;
  if (low.unit !== undefined && low.unit !== high.unit) return undefined;
  const year = /^(?:19|20)\d\d$/;
  if (high.unit === undefined && year.test(low.number) && year.test(high.number)) return undefined;
  const between: readonly [string, string] = [low.number, high.number];
  return high.unit === undefined ? { between } : { between, unit: high.unit };
}

/** Reads a typed number, or a range of two, with the unit behind it where one of `units` stands there. */
export function readNumber(typed: string, units: readonly string[] = []): Reading {
  const text = tidied(typed);
  const { rest, about } = withoutAbout(text);
  const read = readOne(rest, units) ?? readRange(rest, units);
  if (read === undefined) return { number: text };
  return { number: text, ...read, ...(about ? { about: true as const } : {}) };
}

/** Below zero, zero or above it as one number is less than, equal to or greater than another. */
export function compared(a: string, b: string): number {
  const [aBelow, bBelow] = [a.startsWith('-'), b.startsWith('-')];
  if (aBelow !== bBelow) return aBelow ? -1 : 1;
  const [[aWhole = '', aRest = ''], [bWhole = '', bRest = '']] = [a, b].map((number) => number.replace('-', '').split('.')) as [string[], string[]];
  const whole = Math.max(aWhole.length, bWhole.length);
  const rest = Math.max(aRest.length, bRest.length);
  const [one, other] = [aWhole.padStart(whole, '0') + aRest.padEnd(rest, '0'), bWhole.padStart(whole, '0') + bRest.padEnd(rest, '0')];
  if (one === other) return 0;
  return one < other !== aBelow ? -1 : 1;
}

/** The number with thousands separators, as GB/T 15835 groups digits. */
export function grouped(number: string): string {
  if (!isNumber(number)) return number;
  const [whole = '', fraction] = number.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

const PREFIXES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/** Every prefix that a unit can have; the first is none. */
export const ALL_PREFIXES: readonly string[] = ['', ...PREFIXES.map(([prefix]) => prefix)];

/** A unit's prefix, such as 万 in 万人, its power of ten and what is counted. */
export function prefixOf(unit: string): { prefix: string; power: number; of: string } {
  for (const [prefix, power] of PREFIXES) {
    if (unit.startsWith(prefix) && unit.length > prefix.length && !/^分/.test(unit.slice(prefix.length))) {
      return { prefix, power, of: unit.slice(prefix.length) };
    }
  }
  return { prefix: '', power: 0, of: unit };
}

/** The number times a power of ten, which may be below one, exactly; the result without needless zeros. */
export function shifted(number: string, power: number): string {
  const sign = number.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = number.replace('-', '').split('.');
  if (power < 0) {
    const all = whole.padStart(1 - power, '0');
    return sign + shifted(`${all.slice(0, power)}.${all.slice(power)}${fraction}`, 0);
  }
  const digits = fraction.padEnd(power, '0');
  const moved = (whole + digits.slice(0, power)).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(power).replace(/0+$/, '');
  return sign + (rest === '' ? moved : `${moved}.${rest}`);
}

/** The number with exactly `places` decimal places, where it has no more. */
export function withPlaces(number: string, places: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = fraction.padEnd(places, '0');
  return digits === '' ? whole : `${whole}.${digits}`;
}

/** The number in the smallest unit of the same kind, where another than its own is allowed. */
export function inSmallest(number: string, unit: string, units: readonly string[]): { number: string; unit: string } | undefined {
  const own = prefixOf(unit);
  let smallest = own;
  let name = unit;
  for (const other of units) {
    const candidate = prefixOf(other);
    if (candidate.of === own.of && candidate.power < smallest.power) {
      smallest = candidate;
      name = other;
    }
  }
  if (name === unit || !isNumber(number)) return undefined;
  return { number: shifted(number, own.power - smallest.power), unit: name };
}

/** The number in another unit, exactly and without needless zeros; `undefined` where the two do not count the same thing by tens. */
export function converted(number: string, from: string, to: string): string | undefined {
  const [own, other] = [prefixOf(from), prefixOf(to)];
  if (own.of !== other.of || !isNumber(number)) return undefined;
  return shifted(number, own.power - other.power);
}

/** A year as written, such as 2021年 or 2021年度, as a number; what is none stays as it was typed. */
export function readYear(typed: string): string {
  return readNumber(typed, ['年', '年度']).number;
}
