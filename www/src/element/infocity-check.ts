import { h, render, type ComponentChild } from 'preact';
import beginning from 'infocity:beginning';
import flagship from 'infocity:flagship';
import css from '../../generated/element.css';
import type { Assessment, Fault } from '../boundary';
import { WithSecond } from '../compare/beside';
import { openFile } from '../inout/open';
import { loadEngine } from '../engine/load';
import { Broken } from '../page/broken';
import { pageOf } from '../page/context';
import { painted } from '../page/painted';
import { Still } from '../page/still';
import { Untouched, drawing } from '../page/untouched';
import { Beginning } from '../session/beginning';
import { Engine, RulebookRefused } from '../session/engine';
import { Keeper } from '../session/keeper';
import { Store } from '../session/store';
import { langOf, tagInAddress, tagPreferred, textsIn, type Lang } from '../texts';
import { saveOffline, saveSubmission } from './files';
import { Kept, resume, savedInRoot, savedInside } from './kept';
import { Leaving } from './leaving';
import { isSingleFile, rulebookIn, submissionIn } from './offline';
import { PageLanguage } from './page-language';
import { isStillParsed } from './parsing';
import { pending } from './pending';
import { deviceShelf, visit } from './shelf';
import { addStyles } from './styles';
import type { InfocityCheckElement, Submission } from './types';

/** The rulebooks that come with the script, as JSON text. */
const EMBEDDED: readonly string[] = [flagship];

/** Marks the page until its engine is there: so long only what is in view is laid out. */
const OPENING = 'opening';

const ATTRIBUTES = ['lang', 'rulebook', 'category', 'theme', 'drafts'] as const;
const PROPERTIES = ['lang', 'rulebook', 'category', 'theme', 'drafts', 'submission'] as const;

/** Why there is no form. */
interface Refusal {
  readonly faults: readonly Fault[];
  readonly message: (lang: Lang) => string;
}

/** A city's self-check against an indicator system; `InfocityCheckElement` says what a host's page may know of it. */
export class InfocityCheck extends HTMLElement implements InfocityCheckElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  private pending = pending();
  private readonly root: ShadowRoot;
  /** Where the page is drawn, and what a copy of it shows in which no script runs. */
  private readonly place = document.createElement('div');
  private readonly still = document.createElement('div');
  private readonly untouched = new Untouched(this.place);
  private kept: Kept | null = null;
  /** What a saved copy of the page holds. */
  private saved: ReturnType<typeof savedInRoot>;
  private readonly pageLanguage = new PageLanguage(() => {
    this.draw();
  });
  /** The language in which a saved copy of the page was read, until another one is chosen. */
  private readIn: string | null = null;
  private store: Store | null = null;
  /** The last form there was: what was entered in it is not lost where the rulebook that came after it is refused. */
  private last: Store | null = null;
  private refusal: Refusal | null = null;
  private keeper: Keeper | null = null;
  private readonly leaving = new Leaving(() => this.isConnected);
  private given: string | null = null;
  private starts = 0;
  /** The host gave something to open before there was a form: nothing is shown that it would replace. */
  private isGivenFirst = false;

  constructor() {
    super();
    this.saved = savedInRoot(this);
    this.root = this.attachShadow({ mode: 'open' });
    // The page has its own words in each of its languages; figures and results are never a machine's.
    this.place.setAttribute('translate', 'no');
    this.place.className = 'live notranslate';
    this.still.className = 'still';
    this.root.appendChild(this.place);
  }

  connectedCallback(): void {
    this.place.hidden = addStyles(this.root, css, 'infocity-check.css');
    if (this.place.hidden) this.root.appendChild(this.still);
    this.untouched.start();
    this.pageLanguage.start();
    for (const name of PROPERTIES) this.takeOver(name);
    this.leaving.look();
    this.keeper?.start(this.keepsNothing);
    if (this.starts > 0) this.draw();
    else if (isStillParsed(this)) document.addEventListener('DOMContentLoaded', this.begin);
    else this.begin();
  }

  disconnectedCallback(): void {
    this.leaving.look();
    this.untouched.stop();
    this.pageLanguage.stop();
    this.keeper?.stop();
    this.draw();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    const isGiven = this.given !== null;
    if (name === 'rulebook') this.given = null;
    if (this.starts === 0) return;
    // A category may have been chosen since the attribute got the same value.
    if (name === 'category') this.choose(after);
    else if (before === after && !(name === 'rulebook' && isGiven)) return;
    else if (name === 'rulebook') void this.start();
    else if (name === 'drafts') {
      // Outside the document nothing listens; once it is there, the keeper starts anyway.
      if (this.isConnected) this.keeper?.start(this.keepsNothing);
    } else {
      if (name === 'lang') {
        this.readIn = null;
        this.pageLanguage.choose();
      }
      this.draw();
    }
  }

  get ready(): Promise<void> {
    return this.pending.promise;
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
    return (this.store === null ? this.getAttribute('category') : this.store.state.category) ?? '';
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

  get submission(): Submission | null {
    return this.judging === null ? null : (JSON.parse(this.judging.submission()) as Submission);
  }

  set submission(submission: Submission | null) {
    const give = (store: Store): void => {
      if (submission === null) store.clear();
      else store.openObject(submission);
    };
    if (this.store?.waits === true) {
      void this.store.openWhenThere(give);
      return;
    }
    this.isGivenFirst = true;
    const { ready } = this;
    void ready.then(() => {
      // Another rulebook was set meanwhile: it belongs there.
      if (ready !== this.ready) this.submission = submission;
      else if (this.store !== null) give(this.store);
    });
  }

  get assessment(): Assessment | null {
    return this.judging === null ? null : (JSON.parse(JSON.stringify(this.judging.state.assessment)) as Assessment);
  }

  async open(file: File): Promise<void> {
    if (this.store?.waits !== true) {
      this.isGivenFirst = true;
      await this.ready;
    }
    if (this.store !== null) await openFile(this.store, file);
    await this.ready;
  }

  save(): void {
    if (this.store !== null) saveSubmission(this.store, this.language);
  }

  clear(): void {
    this.store?.clear();
  }

  print(): void {
    const act = (): void => {
      if (this.isConnected) window.print();
    };
    if (this.store === null) act();
    else this.store.whenThere(act, 'print');
  }

  /** The form, once there is an engine behind it. */
  private get judging(): Store | null {
    return this.store?.waits === false ? this.store : null;
  }

  private get keepsNothing(): boolean {
    return this.drafts === 'off';
  }

  private get language(): Lang {
    const { translated, turned } = this.pageLanguage;
    const chosen = translated ?? this.readIn ?? this.getAttribute('lang') ?? turned;
    const asked = chosen ?? tagInAddress(location.search) ?? this.browsersChoice;
    return langOf(asked ?? this.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang);
  }

  /** What the browser prefers, where no host has chosen: in the single file, unless it was kept with what was entered. */
  private get browsersChoice(): string | null {
    return isSingleFile && submissionIn(this) === null ? tagPreferred(navigator.languages) : null;
  }

  /** The JSON text of the rulebook asked for. */
  private rulebookText(): string | undefined {
    const id = this.getAttribute('rulebook') ?? '';
    if (this.given !== null || id === '') return this.given ?? rulebookIn(this) ?? EMBEDDED[0];
    return EMBEDDED.find((text) => (JSON.parse(text) as { id: string }).id === id);
  }

  /** That text, where it is not the one that comes with the script. */
  private get ownRulebook(): string | null {
    const text = this.rulebookText() ?? '';
    return text === EMBEDDED[0] ? null : text;
  }

  private readonly begin = (): void => {
    if (this.starts === 0) void this.start();
  };

  private async start(): Promise<void> {
    this.starts += 1;
    const start = this.starts;
    if (this.pending.isSettled) this.pending = pending();
    if (start === 1) this.saved = savedInside(this) ?? this.saved;
    // Whoever makes the element may say at once what it is to hold.
    await Promise.resolve();
    if (start !== this.starts) return;
    const text = this.rulebookText();
    if (text === undefined) {
      const id = this.rulebook;
      this.refuse({ faults: [], message: (lang) => textsIn(lang).page.unknownRulebook({ id }) });
      return;
    }
    const ahead = this.isBegunAhead(text) ? new Beginning(text, beginning) : null;
    if (ahead !== null) {
      loadEngine.prepare();
      // A frame's host is told its height, which must be that of the whole form.
      if (window.parent === window) this.place.classList.add(OPENING);
      this.follow(ahead, text);
      await painted();
    }
    await this.bring(text, ahead, start);
  }

  /** Has an engine come, for the form that was begun ahead or for a new one. */
  private async bring(text: string, ahead: Beginning | null, start: number): Promise<void> {
    if (start !== this.starts) return;
    try {
      const engine = await Engine.start(text, ahead?.outline);
      // Another rulebook was asked for while this one was compiled.
      if (start !== this.starts) return;
      // Which form of the engine the host's policy lets run.
      this.setAttribute('data-engine', engine.form);
      if (ahead !== null) await this.store?.come(engine);
      if (start !== this.starts) return;
      const isOther = ahead === null && this.follow(engine, text);
      this.settle();
      if (isOther) this.fire('infocity-change', this.assessment);
    } catch (error) {
      if (start !== this.starts) return;
      this.fail(error, () => {
        void this.bring(text, ahead, start);
      });
    }
  }

  /**
   * Whether the form can be shown before the engine is there: it is the first, of the rulebook whose beginning is known, and begins
   * without figures.
   */
  private isBegunAhead(text: string): boolean {
    return text === EMBEDDED[0] && this.last === null && this.saved === undefined && !this.isGivenFirst && submissionIn(this) === null;
  }

  /** The form of a rulebook from now on; whether it follows one from which nothing was taken over. */
  private follow(begins: Engine | Beginning, text: string): boolean {
    const store = new Store(
      begins,
      text,
      (assessment) => {
        this.fire('infocity-change', assessment);
      },
      (faults) => {
        this.fire('infocity-error', { faults });
      },
    );
    const { last } = this;
    this.store = store;
    this.last = store;
    this.refusal = null;
    const category = this.getAttribute('category');
    if (category !== null && this.hasCategory(category)) store.begin(category);
    this.begins(store);
    this.keeper?.stop();
    // Another version of the same rulebook: what was entered is entered there.
    const takesOver = last?.outline.rulebook.id === store.outline.rulebook.id && store.takeOver(last);
    last?.handOver(store);
    this.keeper = new Keeper(store, deviceShelf, visit);
    if (this.isConnected) this.keeper.start(this.keepsNothing);
    this.leaving.follow(store, this.keeper);
    this.draw();
    return last !== null && !takesOver;
  }

  /** There is no engine, or none that takes the rulebook; `again` tries once more to have one. */
  private fail(error: unknown, again: () => void): void {
    if (error instanceof RulebookRefused) {
      this.refuse({ faults: error.faults, message: (lang) => textsIn(lang).page.rulebookRefused });
      return;
    }
    // For whoever has to find out why; nothing that was entered is in it.
    console.error(error);
    const { store } = this;
    if (store?.waits === true && (store.isUnjudged || store.state.unsaved)) {
      store.lack(again);
      this.fire('infocity-error', { faults: [] });
      this.settle();
    } else {
      this.refuse({ faults: [], message: (lang) => textsIn(lang).page.broken });
    }
  }

  private settle(): void {
    this.place.classList.remove(OPENING);
    this.pending.isSettled = true;
    this.pending.settle();
  }

  private hasCategory(id: string): boolean {
    return this.store?.outline.rulebook.categories?.some((category) => category.id === id) === true;
  }

  /** The host's page chooses a category; one that the rulebook has not is none. */
  private choose(category: string | null): void {
    const { store } = this;
    if (store === null) return;
    const known = category !== null && this.hasCategory(category) ? category : null;
    if (known === store.state.category) return;
    if (known !== null && store.waits && !store.isUnjudged && !store.state.unsaved) {
      store.begin(known);
      return;
    }
    store.edit('category', { category: known });
    store.steps.take();
  }

  /** What the form begins with, which stands inside the element, and the keeping of it there. */
  private begins(store: Store): void {
    const first = this.kept === null;
    this.kept?.stop();
    const saved = first ? this.saved : undefined;
    const resumed = saved !== undefined && resume(store, saved);
    if (resumed && saved.lang !== this.language) this.readIn = saved.lang;
    const given = submissionIn(this);
    if (first && !resumed && given !== null) store.open(given, '');
    this.kept = new Kept(this, this.root, store, () => this.language, resumed, this.drawStill);
  }

  /** Says in place of the form why there is none. */
  private refuse(refusal: Refusal): void {
    this.store = null;
    this.keeper?.stop();
    this.keeper = null;
    this.refusal = refusal;
    this.draw();
    this.fire('infocity-error', { faults: refusal.faults });
    this.settle();
  }

  private draw(): void {
    const { store, keeper, language, refusal } = this;
    if (refusal !== null) {
      this.show(h(Broken, { faults: refusal.faults, message: refusal.message(language), lang: language }));
      return;
    }
    if (store === null) return;
    const actions = {
      ...(isSingleFile && {
        saveOffline: () => {
          saveOffline(store, language, this.ownRulebook);
        },
      }),
      language: (tag: string) => {
        this.setAttribute('lang', tag);
      },
    };
    this.show(h(WithSecond, { key: this.starts, store, lang: language, actions, keeper, connected: this.isConnected }));
  }

  private show(page: ComponentChild): void {
    drawing(() => {
      render(page, this.place);
    });
    this.drawStill();
  }

  private readonly drawStill = (): void => {
    const page = this.store === null ? null : pageOf(this.store, this.language, () => undefined);
    if (this.place.hidden) render(h(Still, { page }), this.still);
  };

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
}
