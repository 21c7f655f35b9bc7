/** What stands in the form, as a report, a preview or a comparison says it. */
import type { Figure } from '../boundary';
import type { Page } from './context';
import { quantity } from './shared';
import { isFilled, type Draft, type NumberDraft } from '../session/drafts';
import { readNumber } from '../session/numerals';
import { optionsOf } from '../session/outline';

function numberText(page: Page, draft: NumberDraft): string {
  const shown = (typed: string): string => {
    const { number } = readNumber(typed, [draft.unit]);
    return number === '' ? '…' : quantity(page, number, draft.unit);
  };
  return draft.estimate ? page.t.print.estimateOf({ low: shown(draft.low), high: shown(draft.high) }) : shown(draft.text);
}

/** The value entered for a figure, or that there is none. */
export function valueText(page: Page, figure: Figure, draft: Draft): string {
  const { t, say } = page;
  if (draft.notCollected) return t.form.notCollected;
  if (!isFilled(draft)) return t.print.notEntered;
  const label = (id: string): string => {
    const option = optionsOf(figure).find((known) => known.id === id);
    return option === undefined ? id : say(option.label);
  };
  switch (draft.kind) {
    case 'number':
      return numberText(page, draft);
    case 'choice':
      return label(draft.option ?? '');
    case 'yes_no':
      return draft.answer === true ? t.form.yes : t.form.no;
    case 'checklist': {
      const items = draft.items ?? [];
      return items.length === 0 ? t.form.none : t.list(items.map(label));
    }
  }
}

/** Last year's value; empty where none was entered. */
export function lastText(page: Page, draft: Draft): string {
  if (draft.kind !== 'number') return '';
  const { number } = readNumber(draft.last, [draft.lastUnit]);
  return number === '' ? '' : quantity(page, number, draft.lastUnit);
}
