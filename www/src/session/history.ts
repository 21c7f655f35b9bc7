/** What can be taken back and done again, as values: each step holds all that it restores. */

/** Steps behind and before what stands now. */
export interface History<T> {
  /** The oldest first. */
  readonly past: readonly T[];
  readonly now: T;
  /** The next first. */
  readonly future: readonly T[];
}

/** So many steps can be taken back; the oldest beyond them are forgotten. */
export const MOST_STEPS = 200;

/** A history without steps. */
export function begun<T>(now: T): History<T> {
  return { past: [], now, future: [] };
}

/** One more step; what was taken back before it can no longer be done again. */
export function stepped<T>({ past, now: before }: History<T>, now: T): History<T> {
  return { past: [...past, before].slice(-MOST_STEPS), now, future: [] };
}

/** The history one step back; `undefined` where there is none. */
export function undone<T>({ past, now, future }: History<T>): History<T> | undefined {
  const before = past[past.length - 1];
  return before === undefined ? undefined : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

/** The history one step forth again; `undefined` where none was taken back. */
export function redone<T>({ past, now, future }: History<T>): History<T> | undefined {
  const [after] = future;
  return after === undefined ? undefined : { past: [...past, now], now: after, future: future.slice(1) };
}
