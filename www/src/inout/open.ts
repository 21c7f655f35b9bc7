/** Opens files; of filled-in sheets what is right is taken, what is wrong is told by cell and put into its field as it was typed. */
import { emptyDraft, fromJson, isFilled, toJson, type Draft, type Json } from '../session/drafts';
import { intoEmpty, planMerge, stranger } from '../session/merge';
import type { Figure } from '../boundary';
import { submissionOf } from '../session/parts';
import type { Part } from '../session/state';
import type { Store } from '../session/store';
import { lateSheets } from '../late/inside';
import type { SheetReading } from '../sheet/file';
import { isSheet } from '../sheet/kinds';
import type { ChangedFigure } from '../sheet/report';
import { sheetsFor } from './sheets';

/** The figures of which something else was said before: of this year's value only how it is written. */
function changedBy(store: Store, values: Readonly<Record<Part, Json>>): readonly ChangedFigure[] {
  const changed: ChangedFigure[] = [];
  for (const [id, figure] of store.outline.figures) {
    const value = values[`figures/${id}`];
    const before = store.state.drafts[id] ?? emptyDraft(figure);
    if (value === undefined || !isFilled(before) || JSON.stringify(toJson(before)) === JSON.stringify(value)) continue;
    changed.push({ id, before, after: fromJson(figure, value) });
  }
  return changed;
}

/** Whether something in a sheet is other than what was entered: then a person decides. */
function differs({ outline, state }: Store, name: string, { right }: SheetReading): boolean {
  const theirs = { name, submission: submissionOf(right) };
  return planMerge(outline, state, [theirs]).conflicts.length > 0 || stranger(state, theirs) !== undefined;
}

/** Takes what a file of sheets says: a whole form in place of everything entered, anything else into it. */
function take(store: Store, file: string, { right, wrong, whole, faults, unknown }: SheetReading): void {
  const changed = whole ? [] : changedBy(store, right);
  const isEmpty = Object.keys(right).length + Object.keys(wrong).length === 0;
  if (!isEmpty && whole) {
    // Refused as a whole, which it says itself.
    if (store.open(JSON.stringify(submissionOf(right)), file).length > 0) return;
    if (Object.keys(wrong).length > 0) store.enterAll(wrong);
  } else if (!isEmpty) store.enterAll({ ...right, ...intoEmpty(store.outline, store.state, wrong) });
  store.notify({ kind: 'sheet', report: { kind: 'read', file, count: Object.keys(right).length, whole, faults, unknown, changed } });
}

/** The file that each form was asked to open last. */
const latest = new WeakMap<Store, File>();

/** Opens a workbook or a table; one with a part of the figures that says some of them otherwise is merged. */
async function openSheet(store: Store, file: File): Promise<void> {
  const { name } = file;
  const base = (figure: Figure): Draft => store.state.drafts[figure.id] ?? emptyDraft(figure);
  // Where the part takes its time, another file may be chosen meanwhile, or everything be cleared.
  const isWanted = (): boolean => latest.get(store) === file && store.state.notice?.kind !== 'cleared';
  const sheets = lateSheets.now ?? (await sheetsFor(store, isWanted));
  if (sheets === null) return;
  const read = await sheets.readSheetFile(store, file, base);
  if (read.kind === 'unreadable') store.notify({ kind: 'unreadable', name });
  else if (read.kind === 'refused') store.notify({ kind: 'sheet', report: { kind: 'refused', file: name, reason: read.reason, rulebook: read.rulebook } });
  else if (!read.whole && differs(store, name, read)) store.merge([file], true);
  else take(store, name, read);
}

/** Opens a submission, or what was filled in in a sheet. */
export function openFile(store: Store, file: File): Promise<void> {
  return store.openWhenThere((to) => {
    latest.set(to, file);
    return isSheet(file) ? openSheet(to, file) : to.openFile(file);
  });
}
