/** The columns of the sheets that cities fill in, and what their rows are called by. */
import type { Figure, Rulebook, Text } from '../boundary';
import type { Page } from '../page/context';
import { optionsOf, type Outline } from '../session/outline';
import type { Texts } from '../texts';

/** A column, in the order of the sheet. */
export type ColumnKey = keyof Texts['inout']['columns'];

/** What the words of a sheet are made of. */
export type SheetWords = Pick<Page, 'outline' | 'lang' | 't' | 'say'>;

/** The mark in the first row that says which rulebook a sheet was made for. */
export function rulebookMark({ id, version }: Rulebook): string {
  return `rulebook/${id}/${version}`;
}

/** The id in such a mark. */
export function markedRulebook(mark: string): string | undefined {
  return /^rulebook\/([^/]+)\//.exec(mark)?.[1];
}

/** The labels of a figure's options or items; where two are alike, the ids tell them apart. */
export function optionLabels(figure: Figure, say: (text: Text) => string): readonly { readonly id: string; readonly label: string }[] {
  return apart(optionsOf(figure).map(({ id, label }) => ({ id, label: say(label) })));
}

/** Things by their labels; where two are alike, the ids tell them apart. */
export function apart(list: readonly { readonly id: string; readonly label: string }[]): readonly { readonly id: string; readonly label: string }[] {
  const labels = list.map(({ label }) => label);
  return list.map(({ id, label }, at) => ({
    id,
    label: labels.indexOf(label) === at && labels.lastIndexOf(label) === at ? label : `${label} (${id})`,
  }));
}

/** The figures whose kind is a checklist have a row for each of their items. */
export function itemRow(figure: string, item: string): string {
  return `figures/${figure}/${item}`;
}

/** Whether a rule reads last year's value of one of these figures. */
export function readsLast(outline: Outline, figures: readonly Figure[]): boolean {
  return figures.some(({ id }) => outline.readsLast.has(id));
}
