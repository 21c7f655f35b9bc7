/** Numbers as people write and paste them. The engine's grammar is strict; what is lenient stands here alone. */

/** How a typed text was read. */
export interface Reading {
  /** The number in the engine's grammar, or the tidied text where it is none, for the engine to refuse. */
  readonly number: string;
  /** The unit that was written behind the number, where it is one of those allowed. */
  readonly unit?: string;
}

const STRICT = /^-?\d+(\.\d+)?$/;
const IN_GROUPS = /^-?\d{1,3}([, ]\d{3})(\1|[, ]\d{3})*(\.\d+)?$/;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const BLANK = /[\s\u00a0\u2000-\u200a\u202f\u3000]+/g;
const MINUS = /^[\u2212\u2010-\u2015\uff0d]/;

/** Half-width forms, without what cannot be seen. */
function tidied(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3001/g, ',')
    .replace(/\u3002/g, '.')
    .trim()
    .replace(MINUS, '-')
    .replace(/^\+/, '');
}

/** The number before a unit and that unit; `万`, `亿` alone stand for the one allowed unit that begins so. */
function withoutUnit(text: string, units: readonly string[]): { rest: string; unit?: string } {
  const longestFirst = [...units].sort((a, b) => b.length - a.length);
  for (const unit of longestFirst) {
    if (unit !== '' && text.endsWith(unit)) {
      return { rest: text.slice(0, -unit.length).trim(), unit };
    }
  }
  const written = /^(.*\d)\s*(百万|千万|万亿|[百千万亿])$/.exec(text);
  const [, rest, prefix] = written ?? [];
  if (rest === undefined || prefix === undefined) return { rest: text };
  const meant = units.filter((unit) => prefixOf(unit).prefix === prefix);
  const [unit] = meant;
  return meant.length === 1 && unit !== undefined ? { rest: rest.trim(), unit } : { rest: text };
}

/** Reads a typed number, with the unit behind it where one of `units` stands there. */
export function readNumber(typed: string, units: readonly string[] = []): Reading {
  const text = tidied(typed);
  const { rest, unit } = withoutUnit(text, units);
  const plain = IN_GROUPS.test(rest) ? rest.replace(/[, ]/g, '') : rest;
  const number = plain.replace(/^(-?)\./, '$10.').replace(/^(-?\d+)\.$/, '$1');
  if (STRICT.test(number)) return unit === undefined ? { number } : { number, unit };
  return { number: text };
}

/** Whether a text is a number in the engine's grammar. */
export function isNumber(text: string): boolean {
  return STRICT.test(text);
}

/** The number with thousands separators, as GB/T 15835 groups digits. */
export function grouped(number: string): string {
  if (!STRICT.test(number)) return number;
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

/** A unit's prefix, such as 万 in 万人, its power of ten and what is counted. */
export function prefixOf(unit: string): { prefix: string; power: number; of: string } {
  for (const [prefix, power] of PREFIXES) {
    if (unit.startsWith(prefix) && unit.length > prefix.length && !/^分/.test(unit.slice(prefix.length))) {
      return { prefix, power, of: unit.slice(prefix.length) };
    }
  }
  return { prefix: '', power: 0, of: unit };
}

/** The number times a power of ten, which may be below one, exactly. */
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
  if (name === unit || !STRICT.test(number)) return undefined;
  return { number: shifted(number, own.power - smallest.power), unit: name };
}

/** The number in another unit, exactly; `undefined` where the two do not count the same thing by tens. */
export function converted(number: string, from: string, to: string): string | undefined {
  const [own, other] = [prefixOf(from), prefixOf(to)];
  if (own.of !== other.of || !STRICT.test(number)) return undefined;
  return shifted(number, own.power - other.power);
}
