/** Drafts that were restored over what stood in the form, so that taking the step back leaves each where it was kept. */
import { differing, type Entered } from './entered';

/** Where a draft is kept: the slot, and what it is known to hold. */
export interface Held {
  readonly key: string;
  readonly text: string | null;
}

/** A draft that was restored. */
export interface Adopted {
  /** What stood in the form, and where it was kept. */
  readonly before: Entered;
  readonly from: Held | null;
  /** What the draft came to in the form, and its slot. */
  readonly after: Entered;
  readonly key: string;
}

/** The restored drafts of this visit, in the order of the steps. */
export class Adoptions {
  private stands: readonly Adopted[] = [];
  private takenBack: readonly Adopted[] = [];

  /** One more was restored. */
  add(one: Adopted): void {
    this.stands = [...this.stands, one];
    this.takenBack = [];
  }

  /** The restoring that a step back to `now` took back. */
  undone(now: Entered): Adopted | undefined {
    const last = this.stands[this.stands.length - 1];
    if (last === undefined || differing(last.before, now).length > 0) return undefined;
    this.stands = this.stands.slice(0, -1);
    this.takenBack = [last, ...this.takenBack];
    return last;
  }

  /** The restoring that a step forth to `now` did again. */
  redone(now: Entered): Adopted | undefined {
    const [next] = this.takenBack;
    if (next === undefined || differing(next.after, now).length > 0) return undefined;
    this.takenBack = this.takenBack.slice(1);
    this.stands = [...this.stands, next];
    return next;
  }

  /** Nothing of it is kept any more. */
  forget(): void {
    this.stands = [];
    this.takenBack = [];
  }
}
