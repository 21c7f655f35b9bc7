/** A file of sheets as the form takes it: read, and judged part by part. */
import type { Fault, Figure } from '../boundary';
import type { Draft, Json } from '../session/drafts';
import { MOST_BYTES, bytesOf } from '../session/files';
import { submissionOf } from '../session/parts';
import type { Part } from '../session/state';
import type { Store } from '../session/store';
import { readSheets, type CellFault, type SheetContents, type UnknownRow } from './back';
import type { Sheet } from './cells';
import { readCsv } from './csv';
import { readWorkbook } from './read';
import type { SheetRefusal } from './report';

/** What a file of sheets says: the parts that the engine takes and those that it refuses, with what is wrong by cell. */
export interface SheetReading {
  readonly kind: 'read';
  /** Whether it is a whole form. */
  readonly whole: boolean;
  readonly right: Readonly<Record<Part, Json>>;
  readonly wrong: Readonly<Record<Part, Json>>;
  readonly faults: readonly CellFault[];
  readonly unknown: readonly UnknownRow[];
}

/** What there is in a file of sheets, or why nothing is taken from it. */
export type SheetFile =
  | SheetReading
  | { readonly kind: 'refused'; readonly reason: SheetRefusal; readonly rulebook: string }
  | { readonly kind: 'unreadable' };

function partOf(fault: Fault): Part {
  const [, kind = '', id = ''] = fault.place.split('/');
  return kind === 'figures' || kind === 'materials' ? `${kind}/${id}` : kind;
}

/** Tells the parts that the engine takes from those that it refuses. */
function judged(store: Store, { values, placeOf }: SheetContents): Pick<SheetReading, 'right' | 'wrong' | 'faults'> {
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

/** Orders places as they follow one another in the file. */
function orderOf(sheets: readonly Sheet[], { sheet, cell }: CellFault): number {
  return sheets.findIndex(({ name }) => name === sheet) * 1e7 + Number(cell.replace(/\D/g, ''));
}

/** Reads sheets. What one that is no whole form leaves blank is as in `base`. */
export function readSheetContents(store: Store, sheets: readonly Sheet[], base: (figure: Figure) => Draft): SheetFile {
  const contents = readSheets(sheets, store.outline, base);
  if ('refused' in contents) {
    return { kind: 'refused', reason: contents.refused, rulebook: contents.refused === 'other_rulebook' ? contents.id : '' };
  }
  const { right, wrong, faults } = judged(store, contents);
  const all = [...contents.faults, ...faults].sort((a, b) => orderOf(sheets, a) - orderOf(sheets, b));
  return { kind: 'read', whole: contents.whole, right, wrong, faults: all, unknown: contents.unknown };
}

/** Reads a workbook or a table. What one that is no whole form leaves blank is as in `base`. */
export async function readSheetFile(store: Store, file: File, base: (figure: Figure) => Draft): Promise<SheetFile> {
  const refused = (reason: SheetRefusal): SheetFile => ({ kind: 'refused', reason, rulebook: '' });
  if (file.size > MOST_BYTES) return refused('too_large');
  const bytes = await bytesOf(file);
  if (bytes === null) return { kind: 'unreadable' };
  const read = /\.csv$/i.test(file.name) ? { sheets: [readCsv(bytes)] } : readWorkbook(bytes);
  return 'refused' in read ? refused(read.refused) : readSheetContents(store, read.sheets, base);
}
