/** The engine behind a form: it may still be on its way, and it may die; then a new one takes its place. */
import { Engine, EngineLost } from './engine';

export class Behind {
  private restarting = false;
  /** What is to be done once it has come. */
  private readonly later: (() => void)[] = [];

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

  /** It has come: `first`, then what waited for it. */
  come(engine: Engine, first: () => void): void {
    this.engine = engine;
    first();
    for (const act of this.later.splice(0)) act();
  }

  /** Does something at once, or when it comes. */
  whenThere(act: () => void): void {
    if (this.waits) this.later.push(act);
    else act();
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
