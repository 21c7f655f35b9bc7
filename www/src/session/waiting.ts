/** Faults of parts that are still being typed: each is shown once the typing pauses. */
import type { Fault } from '../boundary';
import type { Part } from './state';

/** How long typing pauses before a fault is shown, in milliseconds. */
const PAUSE = 700;

export class Waiting {
  private readonly pending = new Map<Part, { timer: number; faults: readonly Fault[] }>();

  /** The parts with faults that are not shown yet. */
  get parts(): readonly Part[] {
    return [...this.pending.keys()];
  }

  /** Waits with the faults of a part; then calls `show`. */
  add(part: Part, faults: readonly Fault[], show: () => void): void {
    this.take(part);
    this.pending.set(part, { timer: window.setTimeout(show, PAUSE), faults });
  }

  /** The faults of a part, which wait no longer. */
  take(part: Part): readonly Fault[] | undefined {
    const waiting = this.pending.get(part);
    if (waiting !== undefined) window.clearTimeout(waiting.timer);
    this.pending.delete(part);
    return waiting?.faults;
  }

  /** None is to be shown any more. */
  clear(): void {
    for (const part of this.parts) this.take(part);
  }
}
