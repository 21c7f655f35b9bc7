/** Opens filled-in sheets: what is right is taken, what is wrong is told by cell and put into its field as it was typed. */
import type { Fault } from '../boundary';
import { emptyDraft, fromJson, isFilled, toJson, type Json } from '../session/drafts';
import type { Part } from '../session/state';
import type { Store } from '../session/store';
import { readSheets, type CellFault, type SheetContents } from '../sheet/back';
import type { Sheet } from '../sheet/cells';
import { readCsv } from '../sheet/csv';
import { readWorkbook } from '../sheet/read';
import type { ChangedFigure, SheetRefusal } from '../sheet/report';

/** The files that are read as sheets, as a file picker asks for them. */
export const SHEET_FILES = '.xlsx,.csv';
/** A file with more bytes is no form. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Whether a file is to be read as sheets. Older formats are as well, to be told apart by what is said of them. */
export function isSheet(file: File): boolean {
  return /\.(xlsx|xlsm|xltx|csv|xls|et|ods)$/i.test(file.name);
}

function bytesOf(file: File): Promise<Uint8Array | null> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => {
      done(reader.result instanceof ArrayBuffer ? new Uint8Array(reader.result) : null);
    };
    reader.onerror = () => {
      done(null);
    };
    reader.readAsArrayBuffer(file);
  });
}

/** The parts as a submission. */
function submissionOf(values: Readonly<Record<Part, Json>>): Record<string, Json> {
  const submission: Record<string, Json> = { format: 'infocity-submission/1', city: '' };
  const groups: Record<string, Record<string, Json>> = { figures: {}, materials: {} };
  for (const [part, value] of Object.entries(values)) {
    const [kind = '', id] = part.split('/');
    const group = groups[kind];
    if (group !== undefined && id !== undefined) group[id] = value;
    else submission[part] = value;
  }
  return { ...submission, ...groups };
}

function partOf(fault: Fault): Part {
  const [, kind = '', id = ''] = fault.place.split('/');
  return kind === 'figures' || kind === 'materials' ? `${kind}/${id}` : kind;
}

interface Judged {
  readonly right: Readonly<Record<Part, Json>>;
  readonly wrong: Readonly<Record<Part, Json>>;
  readonly faults: readonly CellFault[];
}

/** Tells the parts that the engine takes from those that it refuses. */
function judged(store: Store, { values, placeOf }: SheetContents): Judged {
  const right = { ...values };
  const wrong: Record<Part, Json> = {};
  const faults: CellFault[] = [];
  for (let found = store.faultsOf(submissionOf(right)); found.length > 0; found = store.faultsOf(submissionOf(right))) {
    const before = Object.keys(right).length;
    for (const fault of found) {
      const part = partOf(fault);
      const value = values[part];
      if (value === undefined) continue;
      faults.push({ ...(placeOf(part, fault.place) ?? { sheet: '', cell: '' }), part, fault });
      wrong[part] = value;
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- parts are the keys of this record
      delete right[part];
    }
    if (Object.keys(right).length === before) break;
  }
  return { right, wrong, faults };
}

/** The figures that had another value before. */
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

/** What goes into a form that is filled in: a fault never takes the place of what stands there. */
function withoutLoss(store: Store, right: Readonly<Record<Part, Json>>, wrong: Readonly<Record<Part, Json>>): Readonly<Record<Part, Json>> {
  const all: Record<Part, Json> = { ...right };
  for (const [part, value] of Object.entries(wrong)) {
    const draft = store.state.drafts[part.slice('figures/'.length)];
    if (part.startsWith('figures/') && (draft === undefined || !isFilled(draft))) all[part] = value;
  }
  return all;
}

/** Orders places as they follow one another in the file. */
function orderOf(sheets: readonly Sheet[], { sheet, cell }: CellFault): number {
  return sheets.findIndex(({ name }) => name === sheet) * 1e7 + Number(cell.replace(/\D/g, ''));
}

/** Takes what the sheets of a file say: a whole form in place of everything entered, anything else into it. */
export function takeSheets(store: Store, file: string, sheets: readonly Sheet[]): void {
  const contents = readSheets(sheets, store.outline, (figure) => store.state.drafts[figure.id] ?? emptyDraft(figure));
  if ('refused' in contents) {
    refuse(store, file, contents.refused, contents.refused === 'other_rulebook' ? contents.id : '');
    return;
  }
  const { whole, unknown } = contents;
  const { right, wrong, faults } = judged(store, contents);
  const changed = whole ? [] : changedBy(store, right);
  const isEmpty = Object.keys(contents.values).length === 0;
  if (!isEmpty && whole) {
    // Refused as a whole, which it says itself.
    if (store.open(JSON.stringify(submissionOf(right)), file).length > 0) return;
    if (Object.keys(wrong).length > 0) store.enterAll(wrong);
  } else if (!isEmpty) store.enterAll(withoutLoss(store, right, wrong));
  const all = [...contents.faults, ...faults].sort((a, b) => orderOf(sheets, a) - orderOf(sheets, b));
  store.notify({ kind: 'sheet', report: { kind: 'read', file, count: Object.keys(right).length, whole, faults: all, unknown, changed } });
}

function refuse(store: Store, file: string, reason: SheetRefusal, rulebook = ''): void {
  store.notify({ kind: 'sheet', report: { kind: 'refused', file, reason, rulebook } });
}

/** Opens a workbook or a table. */
export async function openSheet(store: Store, file: File): Promise<void> {
  const { name } = file;
  if (file.size > MOST_BYTES) {
    refuse(store, name, 'too_large');
    return;
  }
  const bytes = await bytesOf(file);
  if (bytes === null) {
    store.notify({ kind: 'unreadable', name });
    return;
  }
  const read = /\.csv$/i.test(name) ? { sheets: [readCsv(bytes)] } : readWorkbook(bytes);
  if ('refused' in read) refuse(store, name, read.refused);
  else takeSheets(store, name, read.sheets);
}
