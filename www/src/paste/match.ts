/** Which figure a pasted name means. Only the same name is certain; what is merely alike has to be confirmed. */
import type { Figure } from '../boundary';
import { prefixOf } from '../session/numerals';
import { numberKind, unitsOf } from '../session/outline';

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

const PREFIXES = ['', '百', '千', '万', '百万', '千万', '亿', '万亿'];
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

function bigrams(text: string): readonly string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
}

/** How alike two names are, from 0 to 1: the share of pairs of characters that they have in common. */
export function likeness(a: string, b: string): number {
  const [one, other] = [bigrams(a), [...bigrams(b)]];
  const all = one.length + other.length;
  let shared = 0;
  for (const pair of one) {
    const at = other.indexOf(pair);
    if (at < 0) continue;
    other.splice(at, 1);
    shared += 1;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}

interface Known {
  readonly id: string;
  readonly names: readonly string[];
  readonly bare: readonly string[];
}

/** The only one of `found`, if it is the only one. */
function single(found: readonly Known[]): string | undefined {
  return found.length === 1 ? found[0]?.id : undefined;
}

/** A matcher for figures; `unitNames` gives the names under which a unit may be written as well. */
export function matcherOf(figures: readonly Figure[], unitNames: (symbol: string) => readonly string[] = () => []): Matcher {
  const units = new Map<string, string>();
  for (const figure of figures) {
    const kind = numberKind(figure);
    for (const symbol of kind === undefined ? [] : unitsOf(kind)) {
      for (const name of [symbol, ...unitNames(symbol)]) units.set(normalised(name), symbol);
      const { of } = prefixOf(symbol);
      if (/^[\u4e00-\u9fff]/.test(of)) for (const prefix of PREFIXES) units.set(prefix + of, prefix + of);
    }
  }
  const unit = (cell: string): string | undefined => units.get(normalised(cell.replace(/^\s*(?:计量)?单位\s*[：:]?/, '').replace(/萬/g, '万').replace(/億/g, '亿')));

  const known = figures.map(({ id, label }): Known => {
    const labels = Object.keys(label).map((lang) => (label as unknown as Record<string, string>)[lang] ?? '');
    return { id, names: labels.map(normalised), bare: labels.map((text) => normalised(text.replace(BRACKETS, ''))) };
  });
  const read = (cell: string): Name => {
    let found: string | undefined;
    const name = cell.replace(BRACKETS, (whole, inside: string) => {
      const named = found === undefined ? unit(inside) : undefined;
      found = found ?? named;
      return named === undefined ? whole : '';
    });
    return { name, unit: found };
  };
  const match = (cell: string): Match | undefined => {
    const id = figures.find((figure) => figure.id === cell.trim())?.id;
    if (id !== undefined) return { id, certain: true };
    const { name } = read(cell);
    const wanted = normalised(name);
    if (wanted === '') return undefined;
    const same = single(known.filter(({ names }) => names.includes(wanted))) ?? single(known.filter(({ bare }) => bare.includes(wanted)));
    if (same !== undefined) return { id: same, certain: true };
    const likely = known
      .map((one) => ({ id: one.id, like: Math.max(...[...one.names, ...one.bare].map((text) => likeness(text, wanted))) }))
      .sort((a, b) => b.like - a.like);
    const [first, second] = likely;
    if (first === undefined || first.like < ALIKE || first.like - (second?.like ?? 0) < LEAD) return undefined;
    return { id: first.id, certain: false };
  };
  return { read, match, unit };
}
