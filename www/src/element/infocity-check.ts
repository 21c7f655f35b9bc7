import { h, render } from 'preact';
import flagship from 'infocity:flagship';
import css from '../../generated/element.css';
import type { Assessment, Fault } from '../boundary';
import { WithSecond } from '../compare/beside';
import { openFile } from '../inout/open';
import { Broken } from '../page/broken';
import { Engine, RulebookRefused } from '../session/engine';
import { Keeper } from '../session/keeper';
import { Store } from '../session/store';
import { inLanguage, langOf, tagInAddress, tagPreferred, textsIn, type Lang } from '../texts';
import { download, isHanding, named, saveSubmission } from './files';
import { isSingleFile, pageWith, rulebookIn, submissionIn } from './offline';
import { deviceShelf, visit } from './shelf';
import { addStyles } from './styles';

/** The rulebooks that come with the script, as JSON text. */
const EMBEDDED: readonly string[] = [flagship];

const ATTRIBUTES = ['lang', 'rulebook', 'category', 'theme', 'drafts'] as const;
const PROPERTIES = ['lang', 'rulebook', 'category', 'theme', 'drafts', 'submission'] as const;

function isFollowed(node: Node | null): boolean {
  return node !== null && (node.nextSibling !== null || isFollowed(node.parentNode));
}

/**
 * A city's self-check against an indicator system.
 *
 * Attributes, each with a property of its name: `lang` (`zh`, `en`, or any further of which there are texts; else `?lang=` in
 * the page's address, in the single file else the browser's choice, else that of the page around it), `rulebook` (the id of one
 * that comes with the script; the property also takes a whole rulebook, as an object or as JSON text; without either, a
 * `<script type="application/json">` inside the element is the rulebook; one with `data-submission` is what the form begins
 * with), `category` (to begin with), `theme` (`light`, `dark`; else what the system prefers), `drafts` (`off` where nothing may
 * be stored on the device; else a draft is kept there once the person agrees).
 *
 * Fires `infocity-change` (detail: the assessment) and `infocity-error` (detail: `{ faults }`).
 */
export class InfocityCheck extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  /** Resolves once the form can be used, or once it is said why it cannot. */
  readonly ready: Promise<void>;
  private settle: () => void = () => undefined;
  private readonly root: ShadowRoot;
  private readonly place: HTMLElement;
  private store: Store | null = null;
  private keeper: Keeper | null = null;
  private given: string | null = null;
  private starts = 0;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.root = this.attachShadow({ mode: 'open' });
    this.place = document.createElement('div');
    this.root.appendChild(this.place);
  }

  connectedCallback(): void {
    addStyles(this.root, css, 'infocity-check.css');
    for (const name of PROPERTIES) this.takeOver(name);
    window.addEventListener('beforeunload', this.guard);
    this.keeper?.start(this.keepsNothing);
    if (this.starts > 0) this.draw();
    else if (this.isStillParsed()) document.addEventListener('DOMContentLoaded', this.begin);
    else this.begin();
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.guard);
    this.keeper?.stop();
    this.draw();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || this.starts === 0) return;
    if (name === 'rulebook') {
      this.given = null;
      void this.start();
    } else if (name === 'drafts') {
      this.keeper?.start(this.keepsNothing);
    } else if (name === 'category') {
      this.store?.edit('category', { category: after });
      this.store?.steps.take();
    } else {
      this.draw();
    }
  }

  /** The rulebook in use: its id, or its JSON text where it was given as a whole. */
  get rulebook(): string {
    return this.given ?? this.getAttribute('rulebook') ?? '';
  }

  set rulebook(rulebook: string | object) {
    const text = typeof rulebook === 'string' ? rulebook : JSON.stringify(rulebook);
    if (!text.trim().startsWith('{')) {
      this.setAttribute('rulebook', text);
      return;
    }
    this.given = text;
    if (this.starts > 0) void this.start();
  }

  get category(): string {
    return this.store?.state.category ?? this.getAttribute('category') ?? '';
  }

  set category(category: string) {
    this.setAttribute('category', category);
  }

  get theme(): string {
    return this.getAttribute('theme') ?? '';
  }

  set theme(theme: string) {
    this.setAttribute('theme', theme);
  }

  get drafts(): string {
    return this.getAttribute('drafts') ?? '';
  }

  set drafts(drafts: string) {
    this.setAttribute('drafts', drafts);
  }

  /** What was entered, as an object of its own; `null` before the element is ready. */
  get submission(): object | null {
    return this.store === null ? null : (JSON.parse(this.store.submission()) as object);
  }

  /** Replaces what was entered. A submission with faults changes nothing and fires `infocity-error`. */
  set submission(submission: object | null) {
    void this.ready.then(() => {
      if (submission === null) this.store?.clear();
      else this.store?.openObject(submission);
    });
  }

  /** What is concluded from it; `null` before the element is ready. */
  get assessment(): Assessment | null {
    return this.store === null ? null : (JSON.parse(JSON.stringify(this.store.state.assessment)) as Assessment);
  }

  /**
   * Opens a submission from a file, or what was filled in in a sheet (.xlsx, .csv). Where a sheet with a part of the figures
   * says something otherwise than was entered, the person is asked, and nothing changes before.
   */
  async open(file: File): Promise<void> {
    await this.ready;
    if (this.store !== null) await openFile(this.store, file);
  }

  /** Offers the submission as a file to keep. */
  save(): void {
    if (this.store !== null) saveSubmission(this.store, this.language);
  }

  /** Offers this page with what was entered in it as one file. */
  private saveOffline(): void {
    const { store, language } = this;
    if (store === null) return;
    const { file, language: words } = textsIn(language);
    const rulebook = this.rulebookText() ?? '';
    const data = { rulebook: rulebook === EMBEDDED[0] ? null : rulebook, submission: store.submission() };
    const title = file.offlineTitle({ city: store.state.city.trim(), title: inLanguage(store.outline.rulebook.title, language) });
    const name = named(store, language, 'offline');
    download(pageWith(data, title, words.tag), name, 'text/html');
    store.saved(name);
  }

  /** Forgets everything entered. */
  clear(): void {
    this.store?.clear();
  }

  /** Prints the result and the answers. */
  print(): void {
    window.print();
  }

  private get keepsNothing(): boolean {
    return this.drafts === 'off';
  }

  private get language(): Lang {
    const asked = this.getAttribute('lang') ?? tagInAddress(location.search) ?? this.browsersChoice;
    return langOf(asked ?? this.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang);
  }

  /** What the browser prefers, where no host has chosen: in the single file, unless it was kept with what was entered. */
  private get browsersChoice(): string | null {
    return isSingleFile && submissionIn(this) === null ? tagPreferred(navigator.languages) : null;
  }

  /** The JSON text of the rulebook asked for. */
  private rulebookText(): string | undefined {
    const id = this.getAttribute('rulebook');
    if (this.given !== null || id === null) return this.given ?? rulebookIn(this) ?? EMBEDDED[0];
    return EMBEDDED.find((text) => (JSON.parse(text) as { id: string }).id === id);
  }

  /** Whether the parser may still be adding what stands inside the element: nothing follows it yet. */
  private isStillParsed(): boolean {
    return document.readyState === 'loading' && !isFollowed(this);
  }

  private readonly begin = (): void => {
    if (this.starts === 0) void this.start();
  };

  private async start(): Promise<void> {
    this.starts += 1;
    const start = this.starts;
    const text = this.rulebookText();
    if (text === undefined) {
      this.refuse([], textsIn(this.language).page.unknownRulebook({ id: this.rulebook }));
      return;
    }
    try {
      const engine = await Engine.start(text);
      // Another rulebook was asked for while this one was compiled.
      if (start !== this.starts) return;
      this.store = new Store(
        engine,
        text,
        (assessment) => {
          this.fire('infocity-change', assessment);
        },
        (faults) => {
          this.fire('infocity-error', { faults });
        },
      );
      // Which form of the engine the host's policy lets run.
      this.setAttribute('data-engine', engine.form);
      const category = this.getAttribute('category');
      if (category !== null) this.store.begin(category);
      const kept = start === 1 ? submissionIn(this) : null;
      if (kept !== null) this.store.open(kept, '');
      this.keeper?.stop();
      this.keeper = new Keeper(this.store, deviceShelf, visit);
      if (this.isConnected) this.keeper.start(this.keepsNothing);
      this.draw();
      this.settle();
    } catch (error) {
      if (start !== this.starts) return;
      const { broken, rulebookRefused } = textsIn(this.language).page;
      if (error instanceof RulebookRefused) this.refuse(error.faults, rulebookRefused);
      else {
        // For whoever has to find out why; nothing that was entered is in it.
        console.error(error);
        this.refuse([], broken);
      }
    }
  }

  /** Says in place of the form why there is none. */
  private refuse(faults: readonly Fault[], message: string): void {
    this.store = null;
    this.keeper?.stop();
    this.keeper = null;
    render(h(Broken, { faults, message, lang: this.language }), this.place);
    this.fire('infocity-error', { faults });
    this.settle();
  }

  private draw(): void {
    const { store, keeper, language } = this;
    if (store === null) return;
    const actions = {
      ...(isSingleFile && {
        saveOffline: () => {
          this.saveOffline();
        },
      }),
      language: (tag: string) => {
        this.setAttribute('lang', tag);
      },
    };
    render(h(WithSecond, { key: this.starts, store, lang: language, actions, keeper, connected: this.isConnected }), this.place);
  }

  /** A property that was set before the element was defined hides the one of its class. */
  private takeOver(name: (typeof PROPERTIES)[number]): void {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const own = this as unknown as Record<string, unknown>;
    const value = own[name];
    Reflect.deleteProperty(this, name);
    own[name] = value;
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Asks before what was entered since the last save is lost: not where a draft of all of it is kept. */
  private readonly guard = (event: BeforeUnloadEvent): void => {
    if (this.store?.state.unsaved !== true || this.keeper?.safe === true || isHanding()) return;
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- browsers before 2024 ask only if this is set
    event.returnValue = '';
  };
}
