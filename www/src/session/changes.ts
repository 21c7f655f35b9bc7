/** Applies what changed to the assessment held: what did not change keeps its identity, so that it need not be drawn again. */
import type { Assessment, Change } from '../boundary';

function replaced(value: unknown, path: readonly string[], at: number, by: unknown): unknown {
  const key = path[at];
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    const list: unknown[] = value.slice();
    list[Number(key)] = replaced(list[Number(key)], path, at + 1, by);
    return list;
  }
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replaced(record[key], path, at + 1, by) };
}

/** The assessment with `changes` applied; each stands at a JSON pointer (RFC 6901). */
export function applied(assessment: Assessment, changes: readonly Change[]): Assessment {
  let after: unknown = assessment;
  for (const { at, value } of changes) {
    const path = at.split('/').slice(1).map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
    after = replaced(after, path, 0, value);
  }
  return after as Assessment;
}
