/**
 * The element as a host's page knows it. What is written here is also what the npm package declares, and what its
 * custom-elements manifest says (build/manifest.mjs reads the comments).
 */
import type { Assessment, Fault } from '../boundary';

/** A number as a submission has it: a decimal, as text or, where at most 15 digits are significant, as a number. */
export type Numeral = string | number;

/** What a figure is: a number, an option of a choice, yes or no, the items of a checklist that hold. */
export type FigureValue = Numeral | boolean | readonly string[];

/** A figure with everything that can be said of it. */
export interface FigureEntry {
  /** The value; or `between`. */
  readonly value?: FigureValue | null;
  /** An estimate: both ends belong to it, and one may be unknown. */
  readonly between?: readonly [Numeral | null, Numeral | null];
  /** One of the figure's units; without it, the figure's own. */
  readonly unit?: string;
  /** Last year's value. */
  readonly last?: FigureValue | FigureEntry | null;
  /** The year it belongs to. */
  readonly year?: number;
  readonly note?: string;
  /** Unknown, and known to be: the city does not collect it. */
  readonly state?: 'not_collected';
}

/** What a city enters. What is absent, or `null`, is unknown. */
export interface Submission {
  readonly format: 'infocity-submission/1';
  /** The rulebook it was entered for. */
  readonly rulebook?: { readonly id: string; readonly version: string };
  readonly city?: string;
  readonly year?: number;
  /** What the city means to apply for. */
  readonly category?: string | null;
  readonly fields?: readonly string[];
  /** The figures by their ids. */
  readonly figures: Readonly<Record<string, FigureValue | FigureEntry | null>>;
  /** The materials by their ids: which are ready. */
  readonly materials?: Readonly<Record<string, boolean>>;
}

/** What `infocity-error` tells. */
export interface ErrorDetail {
  /** What is wrong with a rulebook or a submission; empty where the engine itself cannot run. */
  readonly faults: readonly Fault[];
}

/**
 * A city's self-check against an indicator system: form, result and report, without a server.
 *
 * @tagname infocity-check
 * @attribute {"zh" | "en"} lang - The language. Without it: what the page's `<html lang>` changes to, `?lang=` in the page's address, in the single file the browser's choice, else the language of the page around the element. A translator that turns the page comes before all of it.
 * @attribute {string} rulebook - The id of a rulebook that comes with the script. Empty or without it: the one that stands inside the element as `<script type="application/json">`, else the flagship.
 * @attribute {string} category - The category to begin with, by its id.
 * @attribute {"light" | "dark"} theme - The colours; without it, those that the system prefers.
 * @attribute {"off"} drafts - `off`: nothing is stored on the device. Without it, a draft is kept in the browser once the person agrees.
 * @attribute {"wasm" | "js"} data-engine - Set by the element: which form of the engine the page's policy lets run.
 *
 * @fires {CustomEvent<Assessment>} infocity-change - There is a new assessment: the event's detail. Bubbles, also out of shadow trees.
 * @fires {CustomEvent<ErrorDetail>} infocity-error - A rulebook or a submission was refused, or the engine cannot run; the detail's `faults` say why. Bubbles, also out of shadow trees.
 *
 * @csspart page - Everything that is seen on the screen.
 * @csspart head - Title, tools and what the page says of itself.
 * @csspart title - The rulebook's title.
 * @csspart toolbar - What can be done with the submission as a whole.
 * @csspart notice - What there is to say after something was done.
 * @csspart form - The form.
 * @csspart section - A section of the form.
 * @csspart section-head - The head of a section.
 * @csspart figure - One figure of the form, or another line of it.
 * @csspart label - The name of a figure.
 * @csspart result - What it comes to.
 * @csspart result-title - The head of the result.
 * @csspart card - A category in the result.
 * @csspart foot - What stays in view at the foot: the result in short on a narrow screen, and the question about drafts.
 * @csspart report - Where the report stands, which is drawn only while the page is printed.
 * @csspart broken - What stands in place of the form where there can be none.
 *
 * @cssproperty --infocity-font - Takes the place of the stacks of fonts for Chinese and for other languages.
 * @cssproperty --infocity-accent - Links, main buttons, what is chosen.
 * @cssproperty --infocity-accent-soft - A ground for what belongs to it.
 * @cssproperty --infocity-on-accent - Text on the accent colour.
 * @cssproperty --infocity-paper - The ground of the page.
 * @cssproperty --infocity-surface - The ground of cards and fields.
 * @cssproperty --infocity-sunken - The ground of what is less important.
 * @cssproperty --infocity-ink - Text.
 * @cssproperty --infocity-ink-soft - Text beside the main text.
 * @cssproperty --infocity-rule - Fine lines.
 * @cssproperty --infocity-rule-strong - The borders of fields.
 * @cssproperty --infocity-open - The part of a bar that is still open.
 * @cssproperty --infocity-track - The empty part of a bar.
 * @cssproperty --infocity-line - The mark of a line to reach.
 * @cssproperty --infocity-good - Met.
 * @cssproperty --infocity-good-soft - A ground for it.
 * @cssproperty --infocity-bad - Not met, and faults.
 * @cssproperty --infocity-bad-soft - A ground for it.
 * @cssproperty --infocity-undecided - Undetermined.
 * @cssproperty --infocity-undecided-soft - A ground for it.
 * @cssproperty --infocity-radius - The radius of corners.
 * @cssproperty --infocity-top - How much of the window's top a bar of the host covers; what stays in view keeps below it.
 */
export interface InfocityCheckElement extends HTMLElement {
  /**
   * The id of a rulebook that comes with the script, or a whole rulebook as an object or as JSON text. Reads as id or JSON text. Any
   * object can be set, since an imported JSON file has wider types than `Rulebook`; what is wrong with it `infocity-error` tells.
   */
  get rulebook(): string;
  set rulebook(rulebook: string | object);
  /** The category chosen in the form; to set it chooses. */
  category: string;
  /** The attribute `theme`. */
  theme: string;
  /** The attribute `drafts`. */
  drafts: string;
  /**
   * What was entered, as an object of its own; `null` before the element is ready, and where its engine cannot be had. To set it
   * replaces everything entered, once the element is ready, but what a person entered meanwhile; `null` clears the form. A submission with faults changes nothing and fires `infocity-error`.
   */
  get submission(): Submission | null;
  set submission(submission: Submission | null);
  /** What is concluded from it, as an object of its own; `null` where `submission` is. */
  readonly assessment: Assessment | null;
  /**
   * Resolves once what is entered is judged, or once the form says why it cannot be. The form of the script's own rulebook is there
   * before: what is entered meanwhile counts then. Where the engine cannot be had, the person can try again, of which
   * `infocity-change` tells. After another rulebook was set, a new promise.
   */
  readonly ready: Promise<void>;
  /**
   * Opens a submission from a file: JSON, or a sheet (.xlsx, .csv). Where it contradicts what was entered, the person is asked first.
   * Resolves as well where nothing was opened: the page says why (in the slim entry also that what reads sheets could not be had).
   */
  open(file: File): Promise<void>;
  /** Offers the submission as a file to keep. */
  save(): void;
  /** Prints the result and the answers, once the engine is there. */
  print(): void;
  /** Forgets everything entered; the person can take it back. */
  clear(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'infocity-check': InfocityCheckElement;
  }
  interface HTMLElementEventMap {
    'infocity-change': CustomEvent<Assessment>;
    'infocity-error': CustomEvent<ErrorDetail>;
  }
  interface DocumentEventMap {
    'infocity-change': CustomEvent<Assessment>;
    'infocity-error': CustomEvent<ErrorDetail>;
  }
}
