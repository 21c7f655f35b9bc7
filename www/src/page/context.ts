/** What every part of the page needs and none changes while figures are typed. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Sentence, Text } from '../boundary';
import type { Labelled, Outline } from '../session/outline';
import type { Part } from '../session/state';
import type { Store } from '../session/store';
import { inLanguage, textsIn, type Lang, type Texts } from '../texts';

export interface Page {
  readonly store: Store;
  readonly outline: Outline;
  readonly lang: Lang;
  readonly t: Texts;
  /** A text of the rulebook in the page's language. */
  readonly say: (text: Text) => string;
  /** The name of something in the rulebook. */
  readonly name: (kind: Labelled, id: string) => string;
  readonly words: (sentence: Sentence) => string;
  /** Shows and focuses the place where a part is entered. */
  readonly goTo: (part: Part) => void;
}

/** The page of a store in a language. */
export function pageOf(store: Store, lang: Lang, goTo: Page['goTo']): Page {
  const { outline } = store;
  const t = textsIn(lang);
  return {
    store,
    outline,
    lang,
    t,
    goTo,
    say: (text) => inLanguage(text, lang),
    name: (kind, id) => inLanguage(outline.label(kind, id), lang),
    words: (sentence) => {
      const words = store.words(sentence, lang);
      return words === '' ? '' : t.sentence(words);
    },
  };
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('no page');
  return page;
}
