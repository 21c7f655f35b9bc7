import { en } from './en';
import type { Lang, Texts } from './texts';
import { zh } from './zh';

export type { Lang, Texts };

/** The texts by language. */
export const texts: Readonly<Record<Lang, Texts>> = { zh, en };

/** The language of a `lang` attribute; Chinese where it says nothing we speak. */
export function langOf(tag: string | null | undefined): Lang {
  return tag?.toLowerCase().startsWith('en') === true ? 'en' : 'zh';
}
