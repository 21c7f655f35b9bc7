/** The columns of the sheets that cities fill in, and what their rows are called by. */
import type { Figure, Rulebook, Text } from '../boundary';
import type { Page } from '../page/context';
import { optionsOf } from '../session/outline';
import type { Texts } from '../texts';

/** A column, in the order of the sheet. */
export type ColumnKey = keyof Texts['inout']['columns'];

/** What the words of a sheet are made of. */
export type SheetWords = Pick<Page, 'outline' | 'lang' | 't' | 'say'>;

/** Something that has a label. */
export interface Named {
  readonly id: string;
  readonly label: Text;
}

/** The mark in the first row that says which rulebook a sheet was made for. */
export function rulebookMark({ id, version }: Rulebook): string {
  return `rulebook/${id}/${version}`;
}

/** The id in such a mark. */
export function markedRulebook(mark: string): string | undefined {
  return /^rulebook\/([^/]+)\//.exec(mark)?.[1];
}

/** The labels of a figure's options or items; where two are alike, the ids tell them apart. */
export function optionLabels(figure: Figure, say: SheetWords['say']): ReturnType<typeof labelled> {
  return labelled(optionsOf(figure), say);
}

/** Things by their labels in a language; where two are alike, the ids tell them apart. */
export function labelled(list: readonly Named[], say: SheetWords['say']): readonly { readonly id: string; readonly label: string }[] {
  const labels = list.map(({ label }) => say(label));
  return list.map(({ id }, at) => {
    const label = labels[at] ?? '';
    return { id, label: labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (${id})` };
  });
}

/** The figures whose kind is a checklist have a row for each of their items. */
export function itemRow(figure: string, item: string): string {
  return `figures/${figure}/${item}`;
}
