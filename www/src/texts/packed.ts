/** The texts of a script that says only the words of one group: in the language that the address asks for, else in the first. */
import { compiled, type Part } from './template';

/** What build/grouped.mjs puts in: the texts by language, the first language first, and the version they come with. */
export interface Packed {
  readonly version: string;
  readonly languages: readonly { readonly tag: string; readonly texts: Part }[];
}

/** The words, in the shape that the catalogue gives their group, and the tag of their language. */
export function wordsAsked({ languages }: Packed, search: string): { readonly words: unknown; readonly tag: string } {
  const asked = new URLSearchParams(search).get('lang');
  const chosen = languages.find(({ tag }) => tag.split('-')[0] === asked) ?? languages[0];
  if (chosen === undefined) throw new Error('no texts');
  return { words: compiled(chosen.texts, chosen.tag), tag: chosen.tag };
}
