/** The engine as the workbench uses it: one instance, in which rulebooks are checked and those that load are kept. */
import { loadEngine, type LoadedEngine } from '../engine/load';
import type { Finding, RulebookDiff } from '../../generated/workbench/engine';
import type { Fault } from '../boundary';
import { Engine } from '../session/engine';

export type { Finding, RulebookDiff };

/** What the workbench's module answers beyond what that of a page does; each as JSON text. */
interface Answers {
  findings(): string;
  difference(old: Answers): string;
}

/** What a check of a rulebook came to. */
export interface Checked {
  /** Everything that keeps it from loading. */
  readonly faults: readonly Fault[];
  /** The rulebook in use, where nothing does. */
  readonly engine: Engine | null;
}

export class Bench {
  private readonly checkers = new WeakMap<Engine, Answers>();

  private constructor(private loaded: LoadedEngine) {}

  static async start(): Promise<Bench> {
    return new Bench(await loadEngine());
  }

  /** Which form of the engine runs. */
  get form(): LoadedEngine['form'] {
    return this.loaded.form;
  }

  /** Checks a rulebook. An instance that died of it is replaced, and nothing is said of the rulebook. */
  check(text: string): Promise<Checked | null> {
    return this.ask(() => {
      const checker = new this.loaded.Checker(text);
      const faults = JSON.parse(checker.faults()) as Fault[];
      if (faults.length > 0) {
        checker.free();
        return { faults, engine: null };
      }
      const engine = Engine.over(checker, text, this.form);
      this.checkers.set(engine, checker as unknown as Answers);
      return { faults, engine };
    });
  }

  /** What is likely a mistake in a rulebook that loads, and what an honest one would still say. */
  findings(engine: Engine): Promise<readonly Finding[] | null> {
    return this.ask(() => JSON.parse(this.checkers.get(engine)?.findings() ?? 'null') as Finding[] | null);
  }

  /** What changed from one rulebook to another, in words. */
  difference(old: Engine, now: Engine): Promise<RulebookDiff | null> {
    return this.ask(() => {
      const [before, after] = [this.checkers.get(old), this.checkers.get(now)];
      if (before === undefined || after === undefined) return null;
      return JSON.parse(after.difference(before)) as RulebookDiff | null;
    });
  }

  private async ask<T>(question: () => T): Promise<T | null> {
    try {
      return question();
    } catch (error) {
      // For whoever has to find out why; nothing that was typed is in it.
      console.error(error);
      this.loaded = await loadEngine();
      return null;
    }
  }
}
