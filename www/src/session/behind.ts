/** The engine behind a form: it may still be on its way, and it may die; then a new one takes its place. */
import { Engine, EngineLost } from './engine';

export class Behind {
  private restarting = false;
  /** What is to be done once it has come, by what it is called. */
  private readonly later = new Map<unknown, () => void>();

  constructor(
    private engine: Engine | null,
    private readonly rulebookText: string,
    /** A new one is there in place of one that died. */
    private readonly restarted: (engine: Engine) => void,
    /** None can be had in its place. */
    private readonly failed: () => void,
  ) {}

  /** It has not come yet. */
  get waits(): boolean {
    return this.engine === null;
  }

  /** It has come. */
  come(engine: Engine): void {
    this.engine = engine;
  }

  /** Does something at once, or when it comes: of what is called the same only the last. */
  whenThere(act: () => void, name: unknown = act): void {
    if (this.waits) this.later.set(name, act);
    else act();
  }

  /** Does what waited for it, each by itself: one may hold the page up, as the window for printing does. */
  catchUp(): void {
    for (const act of this.later.values()) window.setTimeout(act, 0);
    this.later.clear();
  }

  /** It cannot be had: nothing waits for it. */
  giveUp(): void {
    this.later.clear();
  }

  /** What it answers; `undefined` where it is not there. */
  ask<T>(question: (engine: Engine) => T): T | undefined {
    if (this.engine === null) return undefined;
    try {
      return question(this.engine);
    } catch (error) {
      if (!(error instanceof EngineLost)) throw error;
      void this.restart();
      return undefined;
    }
  }

  /** The same rulebook in an engine of its own. */
  another(): Promise<Engine> {
    return Engine.start(this.rulebookText);
  }

  private async restart(): Promise<void> {
    if (this.restarting) return;
    this.restarting = true;
    try {
      this.engine = await this.another();
      this.restarted(this.engine);
    } catch {
      this.failed();
    } finally {
      this.restarting = false;
    }
  }
}
