/** Sentences in words, each asked of the engine once. */
import type { Sentence } from '../boundary';

/** So many are remembered at most. */
const MOST = 500;

/** A sentence in the words of a language. */
export interface Worded {
  readonly lang: string;
  readonly sentence: Sentence;
  readonly words: string;
}

const keyOf = ({ code, params }: Sentence, lang: string): string => `${lang}${JSON.stringify([code, params])}`;

export class Wording {
  private readonly known = new Map<string, string>();

  constructor(
    /** What the engine says; `undefined` where it is not there. */
    private readonly ask: (sentence: Sentence, lang: string) => string | undefined,
    begun: readonly Worded[],
  ) {
    for (const { lang, sentence, words } of begun) this.known.set(keyOf(sentence, lang), words);
  }

  of(sentence: Sentence, lang: string): string {
    const key = keyOf(sentence, lang);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const words = this.ask(sentence, lang) ?? '';
    if (this.known.size > MOST) this.known.clear();
    if (words !== '') this.known.set(key, words);
    return words;
  }
}
