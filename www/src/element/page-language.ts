/** The language of the page around the element, as a translator or a script of the host changes it. */
import { tagPreferred } from '../texts';

const { documentElement: page } = document;
const written = page.lang;

/** What a translator writes on what it translates: Microsoft's for as long as it stands there, Firefox's only for a moment. */
const MARKS = ['_msttexthash', '_mstmutation', 'data-moz-translations-id'];

export class PageLanguage {
  /** The page's language when one was chosen for the element: until that changes again, the choice stands. */
  private chosenIn: string | null = null;
  private hasSeenMark = false;
  private wasTranslated = false;
  private readonly turns: MutationObserver;
  private readonly marks: MutationObserver;

  /** Calls back where the page may be in another language than before. */
  constructor(private readonly changed: () => void) {
    this.turns = new MutationObserver((records) => {
      const hasTurned = records.some(({ attributeName }) => attributeName === 'lang');
      if (hasTurned) this.chosenIn = null;
      // Other classes of the page come and go.
      if (hasTurned || this.isTranslated() !== this.wasTranslated) this.changed();
      this.watch();
    });
    this.marks = new MutationObserver(() => {
      this.hasSeenMark = true;
      this.watch();
      this.changed();
    });
  }

  start(): void {
    this.turns.observe(page, { attributes: true, attributeFilter: ['lang', 'class'] });
    this.watch();
  }

  stop(): void {
    this.turns.disconnect();
    this.marks.disconnect();
  }

  /** A language was chosen for the element, whatever the page's is now. */
  choose(): void {
    this.chosenIn = page.lang;
  }

  /**
   * The language that the page was turned to from the one that it was written in; of a language that there are no texts in, a
   * reader is likelier to read English. `null` where it is as it was written.
   */
  get turned(): string | null {
    return page.lang === written || page.lang === this.chosenIn ? null : tagPreferred([page.lang, 'en']);
  }

  /** The same where a translator turned it, of which the host that chose the element's language could not know. */
  get translated(): string | null {
    return this.isTranslated() ? this.turned : null;
  }

  /** Google's translator marks the page, others each text, after the page's language was changed; nobody looks for marks before. */
  private isTranslated(): boolean {
    if (page.lang === written) return false;
    return this.hasSeenMark || /\btranslated-(ltr|rtl)\b/.test(page.className) || document.querySelector(MARKS.map((mark) => `[${mark}]`).join()) !== null;
  }

  private watch(): void {
    this.marks.disconnect();
    if (page.lang === written) this.hasSeenMark = false;
    this.wasTranslated = this.isTranslated();
    if (page.lang !== written && !this.wasTranslated) this.marks.observe(page, { attributes: true, attributeFilter: MARKS, subtree: true });
  }
}
