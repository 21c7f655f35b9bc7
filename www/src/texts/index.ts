/** Everything the page says in its own words, by language: `zh.json`, `en.json` and any further `LANGUAGE.json`. */
import catalogues from 'infocity:texts';
import type { Catalogue } from '../../generated/texts';
import type { Text } from '../boundary';
import { compiled, type Part } from './template';
import { unitIn, type OwnUnit } from './units';

/** A language, by the name of its file. */
export type Lang = string;

/** The texts of a language. */
export interface Texts extends Omit<Catalogue, 'sentence'> {
  /** Several things one after another. */
  readonly list: (items: readonly string[]) => string;
  /** A sentence made of the engine's words. */
  readonly sentence: (words: string) => string;
  /** The name of a unit; `own` gives that of a unit which a rulebook defines. */
  readonly unit: (symbol: string, own: OwnUnit) => string;
  /** The same with the symbol behind it, where that is another word. */
  readonly unitChoice: (symbol: string, own: OwnUnit) => string;
}

/** The language of what is shown where nothing else is asked for, and of whatever another language lacks. */
const FIRST: Lang = 'zh';

/** Makes the texts of a language from its catalogue, which build/texts.mjs has checked. */
export function textsFrom(part: Part): Texts {
  const tag = (part as unknown as Catalogue).language.tag;
  const catalogue = compiled(part, tag) as unknown as Catalogue;
  return {
    ...catalogue,
    list: (items) => items.join(catalogue.separator),
    sentence: (words) => catalogue.sentence({ words }).replace(/([.。?？])[.。]$/, '$1'),
    unit: (symbol, own) => unitIn(catalogue.units, symbol, own),
    unitChoice: (symbol, own) => {
      const name = unitIn(catalogue.units, symbol, own);
      return name === symbol ? symbol : catalogue.units.named({ name, symbol });
    },
  };
}

const all: ReadonlyMap<Lang, Texts> = new Map(
  Object.entries(catalogues).map(([lang, catalogue]): [Lang, Texts] => [lang, textsFrom(catalogue as Part)]),
);

/** The languages that there are, each with its own name. */
export const languages: readonly { readonly lang: Lang; readonly tag: string; readonly name: string }[] = Array.from(all, ([lang, t]) => ({
  lang,
  ...t.language,
}));

/** The texts in a language. */
export function textsIn(lang: Lang): Texts {
  const texts = all.get(lang) ?? all.get(FIRST);
  if (texts === undefined) throw new Error('no texts');
  return texts;
}

/** The language that a `lang` attribute means, among those that there are; Chinese where it means none of them. */
export function langOf(tag: string | null | undefined, known: readonly { readonly lang: Lang; readonly tag: string }[] = languages): Lang {
  const wanted = (tag ?? '').toLowerCase();
  const [primary] = wanted.split('-');
  const exact = known.find((language) => language.tag.toLowerCase() === wanted || language.lang.toLowerCase() === wanted);
  return (exact ?? known.find(({ lang }) => lang.toLowerCase() === primary))?.lang ?? FIRST;
}

/** The language that the address asks for by `?lang=`, among those that there are; `null` where it asks for none of them. */
export function tagInAddress(search: string): string | null {
  const asked = new URLSearchParams(search).get('lang');
  return asked !== null && isKnown(asked) ? asked : null;
}

function isKnown(tag: string): boolean {
  const [primary] = tag.toLowerCase().split('-');
  return languages.some(({ lang }) => lang.toLowerCase() === primary);
}

/** The first of the languages that a browser prefers of which there are texts; `null` where there is none. */
export function tagPreferred(preferred: readonly string[]): string | null {
  return preferred.find(isKnown) ?? null;
}

/** A text of the rulebook in a language; in Chinese, its original, where it has none in that language. */
export function inLanguage(text: Text, lang: Lang): string {
  return (text as unknown as Readonly<Record<Lang, string | undefined>>)[lang] ?? text.zh;
}
