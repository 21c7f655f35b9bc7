// What every part of the page is given.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Rulebook } from '../../generated/engine';
import type { Lang } from '../engine/engine';
import type { Texts } from '../texts/texts';
import type { Store } from './store';

export interface PageContext {
  store: Store;
  lang: Lang;
  t: Texts;
  /** Moves to the field of a figure. */
  goTo: (figure: string) => void;
}

const Context = createContext<PageContext | null>(null);

export const PageProvider = Context.Provider;

export function usePage(): PageContext {
  const page = useContext(Context);
  if (!page) throw new Error('a part of the page stands outside it');
  return page;
}

type Labelled = { id: string; label: { zh: string; en: string } };

/** The label of what an id names in one of the rulebook's lists. */
export function labelOf(list: readonly Labelled[], id: string, lang: Lang): string {
  return list.find((item) => item.id === id)?.label[lang] ?? id;
}

/** The name of what a gap compares: a derived figure, a figure, or the formula as written. */
export function comparedName(rulebook: Rulebook, of: string, lang: Lang): string {
  return labelOf([...(rulebook.derived ?? []), ...rulebook.figures], of, lang);
}
