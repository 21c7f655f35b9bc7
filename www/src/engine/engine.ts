// The engine as the page uses it: typed calls, one submission, an assessment kept up to date by what changed.

import type { Assessment, Change, Fault, Outcome, Sentence, Update } from '../../generated/engine';
import { loadEngine, type EngineForm, type LoadedEngine } from './load';

export type Lang = 'zh' | 'en';

/** Sets the value at a JSON pointer (RFC 6901) of a copy; what is not on the way stays the same object. */
export function withChange<T>(value: T, pointer: string, replacement: unknown): T {
  if (pointer === '') return replacement as T;
  const [, key = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(pointer) ?? [];
  const name = key.replace(/~1/g, '/').replace(/~0/g, '~');
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  copy[name] = withChange(copy[name], rest, replacement);
  return copy as T;
}

export class Engine {
  assessment: Assessment;

  private constructor(
    private readonly rulebook: string,
    private loaded: LoadedEngine,
    private checker: InstanceType<LoadedEngine['Checker']>,
  ) {
    this.assessment = JSON.parse(checker.assessment()) as Assessment;
  }

  /** Starts the engine with a rulebook; a rulebook that does not hold together is answered with its faults. */
  static async start(rulebook: string): Promise<Engine | Fault[]> {
    const loaded = await loadEngine();
    const checker = new loaded.Checker(rulebook);
    const faults = JSON.parse(checker.faults()) as Fault[];
    return faults.length > 0 ? faults : new Engine(rulebook, loaded, checker);
  }

  get form(): EngineForm {
    return this.loaded.form;
  }

  /** The submission as it stands, as canonical JSON text. */
  submission(): string {
    return this.checker.submission();
  }

  /** Sets one part of the submission; what is at fault changes nothing and is answered with its faults. */
  set(part: string, value: unknown): Fault[] {
    const update = JSON.parse(this.checker.set(part, JSON.stringify(value))) as Update;
    if (update.kind === 'refused') return update.faults;
    this.assessment = update.changes.reduce(
      (assessment: Assessment, change: Change) => withChange(assessment, change.at, change.value),
      this.assessment,
    );
    return [];
  }

  /** Replaces the whole submission; one that is at fault changes nothing and is answered with its faults. */
  open(submission: string): Fault[] {
    const outcome = JSON.parse(this.checker.open(submission)) as Outcome;
    if (outcome.kind === 'refused') return outcome.faults;
    this.assessment = outcome.assessment;
    return [];
  }

  /** A sentence of the assessment in words. */
  words(sentence: Sentence, lang: Lang): string {
    return this.checker.words(JSON.stringify({ code: sentence.code, params: sentence.params }), lang);
  }

  /** After a call that threw, the instance is lost: makes a new one. What was entered must be entered again. */
  async restart(): Promise<void> {
    this.loaded = await loadEngine();
    this.checker = new this.loaded.Checker(this.rulebook);
    this.assessment = JSON.parse(this.checker.assessment()) as Assessment;
  }
}
