import { differing, enteredOf, type Entered } from './entered';
import { begun, redone, stepped, undone, type History } from './history';
import type { Part } from './state';

/** The steps in which something was entered: a field left, a choice made, a file opened … */
export class Steps {
  private history: History<Entered>;

  constructor(
    /** What stands in the form. */
    private readonly now: () => Entered,
    /** Puts what a step holds in its place. */
    private readonly put: (entered: Entered, parts: readonly Part[]) => void,
  ) {
    this.history = begun(enteredOf(now()));
  }

  /** Something is being typed that is no step yet. */
  get pending(): boolean {
    return differing(this.history.now, this.now()).length > 0;
  }

  get canUndo(): boolean {
    return this.history.past.length > 0 || this.pending;
  }

  get canRedo(): boolean {
    return this.history.future.length > 0 && !this.pending;
  }

  /** What stands now is a step, where it is another than before. */
  take(): void {
    if (this.pending) this.history = stepped(this.history, enteredOf(this.now()));
  }

  /** What stands now is where steps begin: nobody entered it by hand. */
  begin(): void {
    this.history = begun(enteredOf(this.now()));
  }

  /** Takes the last step back. Answers with the parts it changed. */
  undo(): readonly Part[] {
    this.take();
    return this.go(undone(this.history));
  }

  /** Does again what was taken back last. */
  redo(): readonly Part[] {
    return this.canRedo ? this.go(redone(this.history)) : [];
  }

  private go(history: History<Entered> | undefined): readonly Part[] {
    if (history === undefined) return [];
    const parts = differing(history.now, this.now());
    this.history = history;
    this.put(history.now, parts);
    return parts;
  }
}
