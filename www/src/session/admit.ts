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

/** What a text holds, as an engine finds it; `undefined` where the engine has died of it. */
function admitted(engine: Engine, name: string, text: string): Admitted | undefined {
  try {
    const other = otherVersion(engine.outline, text);
    let outcome = engine.open(text);
    if (outcome.kind === 'refused' && other !== undefined) outcome = engine.open(other.text);
    if (outcome.kind === 'refused') return { kind: 'refused', name, faults: outcome.faults };
    const submission = JSON.parse(engine.submission()) as Readonly<Record<string, Json>>;
    const report = other !== undefined && other.report.differences.length > 0 ? other.report : null;
    return { kind: 'admitted', file: { name, submission }, report };
  } catch (error) {
    if (error instanceof EngineLost) return undefined;
    throw error;
  }
}

/** Looks into files without opening them; one that is at fault keeps no other from being read. */
export async function admitFiles(store: Store, files: readonly File[]): Promise<readonly Admitted[]> {
  const all: Admitted[] = [];
  let engine = await store.engineBeside();
  for (const file of files) {
    const { name } = file;
    const text = file.size > MOST_BYTES ? null : await textOf(file);
    if (text === null) {
      all.push({ kind: file.size > MOST_BYTES ? 'too_large' : 'unreadable', name });
      continue;
    }
    const found = admitted(engine, name, text);
    all.push(found ?? { kind: 'unreadable', name });
    if (found === undefined) engine = await store.engineBeside();
  }
  engine.free();
  return all;
}
