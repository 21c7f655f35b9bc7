/** The engine as the page uses it: answers as values, and a new instance where one has died. */
import { loadEngine, type LoadedEngine } from '../engine/load';
import type { Assessment, Explained, Fault, Outcome, Reached, Rulebook, Sentence, Update } from '../boundary';
import { outline, type Outline } from './outline';
import type { Json } from './drafts';

type Checker = InstanceType<LoadedEngine['Checker']>;

/** The rulebook does not hold together. */
export class RulebookRefused extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super('the rulebook was refused');
  }
}

/** The instance has died in the middle of a call. */
export class EngineLost extends Error {}

/** A rulebook with a submission, inside an instance of the engine. */
export class Engine {
  private constructor(
    private readonly checker: Checker,
    readonly outline: Outline,
    readonly form: LoadedEngine['form'],
  ) {}

  /** Compiles a rulebook, of which the outline may be known, in an instance of its own. */
  static async start(rulebookText: string, known?: Outline): Promise<Engine> {
    const { Checker, form } = await loadEngine();
    const checker = new Checker(rulebookText);
    const faults = JSON.parse(checker.faults()) as Fault[];
    if (faults.length > 0) throw new RulebookRefused(faults);
    return new Engine(checker, known ?? outline(JSON.parse(rulebookText) as Rulebook), form);
  }

  /** A rulebook that was compiled, and found to hold together, in an instance that others use as well. */
  static over(checker: Checker, rulebookText: string, form: LoadedEngine['form']): Engine {
    return new Engine(checker, outline(JSON.parse(rulebookText) as Rulebook), form);
  }

  /** Gives back what it holds of the instance's memory; nothing can be asked afterwards. */
  free(): void {
    try {
      this.checker.free();
    } catch {
      // The instance has died, and all of its memory with it.
    }
  }

  /** Sets one part of the submission. */
  set(part: string, value: Json): Update {
    return JSON.parse(this.call((checker) => checker.set(part, JSON.stringify(value)))) as Update;
  }

  /** Replaces the whole submission. */
  open(submissionText: string): Outcome {
    return JSON.parse(this.call((checker) => checker.open(submissionText))) as Outcome;
  }

  /** Judges a submission given as an object without keeping it: numbers that are not exact are refused here. */
  judge(submission: object): Outcome {
    return this.call((checker) => checker.assess(submission) as Outcome);
  }

  /** The submission as canonical JSON text. */
  submission(): string {
    return this.call((checker) => checker.submission());
  }

  assessment(): Assessment {
    return JSON.parse(this.call((checker) => checker.assessment())) as Assessment;
  }

  /** Why something is as it is: `dimension:ID`, `indicator:ID` …, points in one category. */
  explain(id: string, category?: string): Explained {
    return JSON.parse(this.call((checker) => checker.explain(id, category))) as Explained;
  }

  /** What it would take for a requirement to be met, or for a category to reach its line and to fit. */
  reach(requirement?: string, category?: string): Reached {
    return JSON.parse(this.call((checker) => checker.reach(requirement, category))) as Reached;
  }

  words(sentence: Sentence, lang: string): string {
    return this.call((checker) => checker.words(JSON.stringify({ code: sentence.code, params: sentence.params }), lang));
  }

  private call<T>(ask: (checker: Checker) => T): T {
    try {
      return ask(this.checker);
    } catch (error) {
      throw new EngineLost(String(error));
    }
  }
}
