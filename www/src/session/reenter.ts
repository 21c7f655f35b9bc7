/** What a form holds, for a new instance of the engine in place of one that has died. */
import type { Fault } from '../boundary';
import type { Engine } from './engine';
import { heldParts, restOf } from './parts';
import { partJson, type Part, type State } from './state';

/** Enters everything again; of a part at fault what is right. Answers with what is wrong, by part. */
export function enterAgain(engine: Engine, state: State): Readonly<Record<Part, readonly Fault[]>> {
  const faults: Record<Part, readonly Fault[]> = {};
  for (const part of heldParts(state)) {
    const value = partJson(state, part);
    const update = engine.set(part, value);
    if (update.kind !== 'refused') continue;
    faults[part] = update.faults;
    const rest = restOf(value, update.faults);
    if (rest !== null) engine.set(part, rest);
  }
  return faults;
}
