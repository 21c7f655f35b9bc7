// The result in one line a category: for the bar on a phone and for a screen reader.

import type { CategoryResult } from '../../generated/engine';
import type { Lang } from '../engine/engine';
import { fixed } from '../form/typed-number';
import { labelOf, usePage } from '../page/context';
import type { Store } from '../page/store';
import type { Texts } from '../texts/texts';

export function categoryName(store: Store, category: CategoryResult, t: Texts, lang: Lang): string {
  const categories = store.rulebook.categories ?? [];
  return categories.length === 0 ? t.result.overall : labelOf(categories, category.id, lang);
}

/** The points of a category as a range, with the places in which totals are printed. */
export function totalRange(store: Store, category: CategoryResult, t: Texts): string {
  const places = store.rulebook.rounding.total;
  const { score } = category;
  return score ? t.range(fixed(score.low, places), fixed(score.high, places)) : '';
}

export function summaryLine(store: Store, t: Texts, lang: Lang): string {
  const lines = store.assessment.categories.map(
    (category) => `${t.announce(categoryName(store, category, t, lang), totalRange(store, category, t))} ${t.fit[category.fit]}`,
  );
  return t.list(lines);
}

export function Summary() {
  const { store, t, lang } = usePage();
  return (
    <div class="bar-summary">
      {store.assessment.categories.map((category) => (
        <p key={category.id}>
          <strong>{categoryName(store, category, t, lang)}</strong> {totalRange(store, category, t)}{' '}
          <span class={`fit fit-${category.fit}`}>{t.fit[category.fit]}</span>
        </p>
      ))}
    </div>
  );
}
