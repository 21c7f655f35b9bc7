/** How the form of a rulebook begins, known before the engine is there: what the engine itself said when the page was built. */
import type { Assessment, Rulebook } from '../boundary';
import { outline, type Outline } from './outline';
import type { Worded } from './wording';

/** An assessment of nothing, and its sentences in words. */
export interface Begun {
  readonly assessment: Assessment;
  readonly words: readonly Worded[];
}

export class Beginning {
  readonly outline: Outline;
  private readonly begun: Begun;

  /** Both as JSON text. */
  constructor(rulebook: string, begun: string) {
    this.outline = outline(JSON.parse(rulebook) as Rulebook);
    this.begun = JSON.parse(begun) as Begun;
  }

  assessment(): Assessment {
    return this.begun.assessment;
  }

  get words(): readonly Worded[] {
    return this.begun.words;
  }
}
