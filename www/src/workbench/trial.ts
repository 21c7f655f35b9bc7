/** A submission tried under a rulebook that changes: what the rulebook no longer has is left out, and said. */
import type { Fault } from '../boundary';
import type { Engine } from '../session/engine';

/** The part of a submission that a place in it belongs to: `/figures/ID`, `/materials/ID`, else the first level. */
function partOf(place: string): readonly string[] {
  const [first = '', second] = place.split('/').slice(1).map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
  const deep = first === 'figures' || first === 'materials';
  return deep && second !== undefined ? [first, second] : [first];
}

function without(submission: Record<string, unknown>, [first = '', second]: readonly string[]): Record<string, unknown> {
  const rest = { ...submission };
  const list = rest[first];
  if (second !== undefined && typeof list === 'object' && list !== null) {
    const below = { ...(list as Record<string, unknown>) };
    Reflect.deleteProperty(below, second);
    rest[first] = below;
  } else {
    Reflect.deleteProperty(rest, first);
  }
  return rest;
}

/** What a submission became. */
export interface Tried {
  /** The submission as it was taken, as JSON text; `null` where nothing of it could be. */
  readonly text: string | null;
  /** What was wrong with the parts left out. */
  readonly leftOut: readonly Fault[];
}

/** How often what is at fault is taken out before it is given up: a part taken out may show another fault. */
const MOST = 5;

/** Opens a submission, given as JSON text, without the parts that do not fit the rulebook. */
export function tryOut(engine: Engine, text: string): Tried {
  const leftOut: Fault[] = [];
  let submission: Record<string, unknown>;
  try {
    // For which rulebook it was made does not matter to a trial.
    submission = without(JSON.parse(text) as Record<string, unknown>, ['rulebook']);
  } catch {
    const outcome = engine.open(text);
    return { text: null, leftOut: outcome.kind === 'refused' ? outcome.faults : [] };
  }
  for (let times = 0; times < MOST; times += 1) {
    const candidate = JSON.stringify(submission);
    const outcome = engine.open(candidate);
    if (outcome.kind !== 'refused') return { text: candidate, leftOut };
    leftOut.push(...outcome.faults);
    for (const { place } of outcome.faults) {
      if (place === '') return { text: null, leftOut };
      submission = without(submission, partOf(place));
    }
  }
  return { text: null, leftOut };
}
