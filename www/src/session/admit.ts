import type { Fault } from '../boundary';
import { otherVersion, type Report } from './carry';
import type { Json } from './drafts';
import { EngineLost, type Engine } from './engine';
import { MOST_BYTES, textOf } from './files';
import type { TheirFile } from './merge';
import type { Store } from './store';

/** What a file holds, or why nothing is taken from it. */
export type Admitted =
  | { readonly kind: 'admitted'; readonly file: TheirFile; readonly report: Report | null }
  | { readonly kind: 'refused'; readonly name: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'unreadable' | 'too_large'; readonly name: string };

async function admitOne(engine: Engine, file: File): Promise<Admitted> {
  const { name } = file;
  if (file.size > MOST_BYTES) return { kind: 'too_large', name };
  const text = await textOf(file);
  if (text === null) return { kind: 'unreadable', name };
  try {
    const other = otherVersion(engine.outline, text);
    let outcome = engine.open(text);
    if (outcome.kind === 'refused' && other !== undefined) outcome = engine.open(other.text);
    if (outcome.kind === 'refused') return { kind: 'refused', name, faults: outcome.faults };
    const submission = JSON.parse(engine.submission()) as Readonly<Record<string, Json>>;
    const report = other !== undefined && other.report.differences.length > 0 ? other.report : null;
    return { kind: 'admitted', file: { name, submission }, report };
  } catch (error) {
    if (error instanceof EngineLost) return { kind: 'unreadable', name };
    throw error;
  }
}

/** Looks into files without opening them; one that is at fault keeps no other from being read. */
export async function admitFiles(store: Store, files: readonly File[]): Promise<readonly Admitted[]> {
  const all: Admitted[] = [];
  for (const file of files) {
    // An engine each: one that dies of a file is not asked again.
    const engine = await store.engineBeside();
    all.push(await admitOne(engine, file));
    engine.free();
  }
  return all;
}
