/** Files of colleagues, looked into before anything of them is entered. */
import type { Fault } from '../boundary';
import { lateSheets } from '../late/inside';
import type { SheetReading } from '../sheet/file';
import { isSheet } from '../sheet/kinds';
import type { RefusedSheet } from '../sheet/report';
import { otherVersion, type Report } from './carry';
import { emptyDraft, type Json } from './drafts';
import { EngineLost, type Engine } from './engine';
import { submissionTextOf, type Foreign } from './files';
import type { TheirFile } from './merge';
import { submissionOf } from './parts';
import type { Store } from './store';

/** What a file holds, or why nothing is taken from it. */
export type Admitted =
  | {
      readonly kind: 'admitted';
      readonly file: TheirFile;
      readonly report: Report | null;
      /** What its sheets say, where it has any. */
      readonly sheet: SheetReading | null;
    }
  | { readonly kind: 'refused'; readonly name: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'no_sheet'; readonly name: string; readonly refusal: RefusedSheet }
  | { readonly kind: 'unreadable' | 'too_large' | 'not_loaded'; readonly name: string }
  | { readonly kind: 'foreign'; readonly is: Foreign; readonly name: string };

/** What a text holds, as an engine finds it; `undefined` where the engine has died of it. */
function admitted(engine: Engine, name: string, text: string, sheet: SheetReading | null): Admitted | undefined {
  try {
    const other = otherVersion(engine.outline, text);
    let outcome = engine.open(text);
    if (outcome.kind === 'refused' && other !== undefined) outcome = engine.open(other.text);
    if (outcome.kind === 'refused') return { kind: 'refused', name, faults: outcome.faults };
    const submission = JSON.parse(engine.submission()) as Readonly<Record<string, Json>>;
    const report = other !== undefined && other.report.differences.length > 0 ? other.report : null;
    return { kind: 'admitted', file: { name, submission }, report, sheet };
  } catch (error) {
    if (error instanceof EngineLost) return undefined;
    throw error;
  }
}

/** What is to be admitted of a file: a text, and the sheets it was made of; or why there is nothing. */
async function contentsOf(store: Store, file: File): Promise<Admitted | { readonly text: string; readonly sheet: SheetReading | null }> {
  const { name } = file;
  if (isSheet(file)) {
    const sheets = lateSheets.now ?? (await lateSheets.come());
    if (sheets === null) return { kind: 'not_loaded', name };
    // What a sheet leaves blank is nothing that it says.
    const sheet = await sheets.readSheetFile(store, file, emptyDraft);
    if (sheet.kind === 'unreadable') return { kind: 'unreadable', name };
    if (sheet.kind === 'refused') return { kind: 'no_sheet', name, refusal: { ...sheet, file: name } };
    return { text: JSON.stringify(submissionOf(sheet.right)), sheet };
  }
  const text = await submissionTextOf(file);
  return typeof text === 'string' ? { text, sheet: null } : text;
}

/** Looks into files without opening them; one that is at fault keeps no other from being read. */
export async function admitFiles(store: Store, files: readonly File[]): Promise<readonly Admitted[]> {
  const all: Admitted[] = [];
  let engine = await store.engineBeside();
  for (const file of files) {
    const contents = await contentsOf(store, file);
    if ('kind' in contents) {
      all.push(contents);
      continue;
    }
    const found = admitted(engine, file.name, contents.text, contents.sheet);
    all.push(found ?? { kind: 'unreadable', name: file.name });
    if (found === undefined) engine = await store.engineBeside();
  }
  engine.free();
  return all;
}
