/** The language of the self-test: the one that the address asks for, else the first. */
import type { Part } from '../texts/template';
import { compiled } from '../texts/template';
import type { SelftestTexts } from './findings';

/** What the packer puts in: the texts by language, the first language first, and the version they come with. */
export interface Packed {
  readonly version: string;
  readonly languages: readonly { readonly tag: string; readonly texts: Part }[];
}

export interface SelftestIn {
  readonly t: SelftestTexts;
  readonly tag: string;
  readonly version: string;
}

export function langOf({ version, languages }: Packed, search: string): SelftestIn {
  const asked = new URLSearchParams(search).get('lang');
  const chosen = languages.find(({ tag }) => tag.split('-')[0] === asked) ?? languages[0];
  if (chosen === undefined) throw new Error('no texts');
  return { t: compiled(chosen.texts, chosen.tag) as unknown as SelftestTexts, tag: chosen.tag, version };
}
