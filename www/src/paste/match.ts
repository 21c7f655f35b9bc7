/** Which figure a pasted name means. Only the same name is certain; what is merely alike has to be confirmed. */
import type { Figure } from '../boundary';
import { ALL_PREFIXES, prefixOf } from '../session/numerals';
import { numberKind, unitsOf } from '../session/outline';
import { tidied } from '../session/written';

/** The figure that a name means, or may mean. */
export interface Match {
  readonly id: string;
  readonly certain: boolean;
}

/** What a pasted name consists of. */
export interface Name {
  /** The name without a unit in brackets. */
  readonly name: string;
  /** The unit that stood in brackets behind it. */
  readonly unit: string | undefined;
}

/** What is known of names: figures by their labels, units by how they are written. */
export interface Matcher {
  readonly read: (cell: string) => Name;
  readonly match: (cell: string) => Match | undefined;
  /** The unit that a cell holds, as the engine writes it. */
  readonly unit: (cell: string) => string | undefined;
}

const NUMBERING = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,3}(?:\.\d{1,3})*[)）、.．\s]+|[\u2460-\u2473])\s*/;
const BEFORE = /^(?:其中|全市|全年|本市|当年|年末|(?:19|20)\d\d年(?:末|底|度)?|#)/;
const PUNCTUATION = /[\s!"$&-*,-/:-@[-`{-~·•、。…\u2010-\u2015\u2018-\u201d\u3008-\u3011\u3014\u3015「」『』]/g;
const BRACKETS = /[（([【〔〈<]([^（）()[\]【】〔〕〈〉<>]*)[）)\]】〕〉>]/g;
/** From this likeness on a figure is proposed … */
const ALIKE = 0.6;
/** … if no other is as like but for this. */
const LEAD = 0.08;

/** The same for names that differ in width, blanks, case, punctuation, numbering and words such as 其中. */
export function normalised(text: string): string {
  let rest = text.trim().replace(NUMBERING, '').normalize('NFKC').toLowerCase();
  rest = rest.replace(PUNCTUATION, '');
  for (let shorter = rest.replace(BEFORE, ''); shorter !== rest && shorter !== ''; shorter = rest.replace(BEFORE, '')) rest = shorter;
  return rest;
}

/** The pairs of characters of a text, with how often each occurs. */
interface Pairs {
  readonly count: number;
  readonly of: ReadonlyMap<string, number>;
}

function pairsOf(text: string): Pairs {
  const of = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    of.set(pair, (of.get(pair) ?? 0) + 1);
  }
  return { count: Math.max(text.length - 1, 0), of };
}

function alike(one: Pairs, other: Pairs): number {
  const all = one.count + other.count;
  let shared = 0;
  one.of.forEach((times, pair) => {
    shared += Math.min(times, other.of.get(pair) ?? 0);
  });
  return all === 0 ? 0 : (2 * shared) / all;
}

/** How alike two names are, from 0 to 1: the share of pairs of characters that they have in common. */
export function likeness(a: string, b: string): number {
  return alike(pairsOf(a), pairsOf(b));
}

interface Known {
  readonly id: string;
  readonly names: readonly string[];
  readonly bare: readonly string[];
  readonly pairs: readonly Pairs[];
}

/** The figures by the names that they alone have. */
function byName(known: readonly Known[], of: (one: Known) => readonly string[]): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const one of known) for (const name of of(one)) found.set(name, found.has(name) && found.get(name) !== one.id ? undefined : one.id);
  return found;
}

/** A longer text is no name. */
const LONGEST = 200;
/** So many answers are kept: a table is gone through several times, and again at each key in its text. */
const KEPT = 50_000;

/** A matcher for figures; `unitNames` gives the names under which a unit may be written as well. */
export function matcherOf(figures: readonly Figure[], unitNames: (symbol: string) => readonly string[] = () => []): Matcher {
  const units = new Map<string, string>();
  for (const figure of figures) {
    const kind = numberKind(figure);
    for (const symbol of kind === undefined ? [] : unitsOf(kind)) {
      for (const name of [symbol, ...unitNames(symbol)]) units.set(normalised(name), symbol);
      const { of } = prefixOf(symbol);
      if (/^[\u4e00-\u9fff]/.test(of)) for (const prefix of ALL_PREFIXES) units.set(prefix + of, prefix + of);
    }
  }
  const unit = (cell: string): string | undefined => units.get(normalised(tidied(cell).replace(/^(?:计量)?单位\s*:?/, '')));

  const known = figures.map(({ id, label }): Known => {
    const labels = Object.values(label);
    const [names, bare] = [labels.map(normalised), labels.map((text) => normalised(text.replace(BRACKETS, '')))];
    return { id, names, bare, pairs: [...names, ...bare].map(pairsOf) };
  });
  const ids = new Set(figures.map(({ id }) => id));
  const [named, bareNamed] = [byName(known, ({ names }) => names), byName(known, ({ bare }) => bare)];
  const read = (cell: string): Name => {
    let found: string | undefined;
    const name = cell.replace(BRACKETS, (whole, inside: string) => {
      const named = found === undefined ? unit(inside) : undefined;
      found = found ?? named;
      return named === undefined ? whole : '';
    });
    return { name, unit: found };
  };
  const found = (cell: string): Match | undefined => {
    if (ids.has(cell.trim())) return { id: cell.trim(), certain: true };
    const wanted = normalised(read(cell).name);
    if (wanted === '') return undefined;
    const same = named.get(wanted) ?? bareNamed.get(wanted);
    if (same !== undefined) return { id: same, certain: true };
    // A number is like no name.
    if (/^\d+$/.test(wanted)) return undefined;
    const own = pairsOf(wanted);
    let [first, second, id] = [0, 0, ''];
    for (const one of known) {
      const like = one.pairs.reduce((most, pairs) => Math.max(most, alike(own, pairs)), 0);
      if (like > first) [first, second, id] = [like, first, one.id];
      else if (like > second) second = like;
    }
    return first < ALIKE || first - second < LEAD ? undefined : { id, certain: false };
  };
  const kept = new Map<string, Match | undefined>();
  const match = (cell: string): Match | undefined => {
    if (cell.length > LONGEST) return undefined;
    if (kept.has(cell)) return kept.get(cell);
    if (kept.size >= KEPT) kept.clear();
    const answer = found(cell);
    kept.set(cell, answer);
    return answer;
  };
  return { read, match, unit };
}
