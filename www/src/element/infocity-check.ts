// The custom element: attributes, properties, methods and events around the page's parts.

import { h, render } from 'preact';
import type { Assessment, Fault, Rulebook } from '../../generated/engine';
import { Engine, type Lang } from '../engine/engine';
import { App } from '../page/app';
import { RulebookFaults } from '../page/rulebook-faults';
import { Store } from '../page/store';
import { texts } from '../texts/texts';
import flagship from 'infocity:flagship';
import { addStyles } from './styles';

/**
 * `<infocity-check>`: the self-check of a city against an indicator system.
 *
 * Attributes `lang` (`zh`, `en`), `theme` (`light`, `dark`), `category`; the property `rulebook` takes another
 * rulebook's JSON text. Fires `infocity-change` (detail: the assessment) and `infocity-error` (detail: faults).
 */
export class InfocityCheck extends HTMLElement {
  static readonly observedAttributes = ['lang', 'theme', 'category'];

  /** Resolves when the form can be used. */
  readonly ready: Promise<void>;
  private store: Store | null = null;
  private rulebookText = flagship;
  private settle: () => void = () => undefined;
  private readonly root: ShadowRoot;
  private readonly mount: HTMLElement;
  private started = false;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.root = this.attachShadow({ mode: 'open' });
    addStyles(this.root);
    this.mount = document.createElement('div');
    this.mount.className = 'mount';
    this.root.appendChild(this.mount);
  }

  connectedCallback(): void {
    for (const name of ['rulebook', 'submission', 'theme', 'category'] as const) this.upgrade(name);
    window.addEventListener('beforeunload', this.warnUnsaved);
    if (!this.started) {
      this.started = true;
      void this.start();
    }
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.warnUnsaved);
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'category' && value && this.store && this.store.head.category !== value) this.store.setCategory(value);
    else this.draw();
  }

  /** The JSON text of the rulebook; the flagship until one is set. */
  get rulebook(): string {
    return this.rulebookText;
  }
  set rulebook(json: string) {
    this.rulebookText = json;
    if (this.started) void this.start();
  }

  get theme(): string | null {
    return this.getAttribute('theme');
  }
  set theme(theme: string | null) {
    if (theme === null) this.removeAttribute('theme');
    else this.setAttribute('theme', theme);
  }

  get category(): string | null {
    return this.store ? this.store.head.category : this.getAttribute('category');
  }
  set category(category: string | null) {
    if (category === null) this.removeAttribute('category');
    else this.setAttribute('category', category);
    if (this.store) this.store.setCategory(category);
  }

  /** The submission as an object; setting one replaces what was entered, and one at fault changes nothing. */
  get submission(): unknown {
    return this.store ? (JSON.parse(this.store.engine.submission()) as unknown) : null;
  }
  set submission(submission: unknown) {
    const json = JSON.stringify(submission);
    void this.ready.then(() => {
      const faults = this.store?.open(json) ?? [];
      if (faults.length > 0) this.tell('infocity-error', faults);
    });
  }

  /** The assessment as it stands; `null` before the element is ready. */
  get assessment(): Assessment | null {
    return this.store ? this.store.assessment : null;
  }

  /** Opens a submission from a file; answers with what is wrong with it. */
  async open(file: Blob): Promise<Fault[]> {
    await this.ready;
    const json = await new Response(file).text();
    const faults = this.store?.open(json) ?? [];
    if (faults.length > 0) this.tell('infocity-error', faults);
    return faults;
  }

  /** Offers the submission as a file to keep. */
  save(): void {
    const { store } = this;
    if (!store) return;
    const blob = new Blob([store.engine.submission()], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = texts[this.language].saveName(store.head.city, store.head.year);
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 10_000);
    store.saved();
  }

  /** Prints the page. */
  print(): void {
    window.print();
  }

  /** Removes everything that was entered. */
  clear(): void {
    this.store?.clear();
  }

  private get language(): Lang {
    const own = this.getAttribute('lang') ?? '';
    return own.toLowerCase().startsWith('en') ? 'en' : 'zh';
  }

  private async start(): Promise<void> {
    const engine = await Engine.start(this.rulebookText);
    if (Array.isArray(engine)) {
      render(h(RulebookFaults, { faults: engine, lang: this.language }), this.mount);
      this.tell('infocity-error', engine);
      return;
    }
    // The engine accepted the rulebook, so its text has the shape of one.
    this.store = new Store(JSON.parse(this.rulebookText) as Rulebook, engine);
    this.store.subscribe(() => {
      this.tell('infocity-change', this.store?.assessment);
    });
    const category = this.getAttribute('category');
    if (category) this.store.setCategory(category);
    this.store.unsaved = false;
    this.setAttribute('data-engine', engine.form);
    this.draw();
    this.settle();
  }

  private draw(): void {
    const { store } = this;
    if (!store) return;
    const actions = {
      open: (file: File) => this.open(file),
      save: () => {
        this.save();
      },
      print: () => {
        this.print();
      },
      setLang: (lang: Lang) => {
        this.setAttribute('lang', lang);
      },
    };
    render(h(App, { store, lang: this.language, actions }), this.mount);
  }

  /** Properties set before the element was defined. */
  private upgrade(name: 'rulebook' | 'submission' | 'theme' | 'category'): void {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = (this as Record<string, unknown>)[name];
    Reflect.deleteProperty(this, name);
    (this as Record<string, unknown>)[name] = value;
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private readonly warnUnsaved = (event: BeforeUnloadEvent): void => {
    if (!this.store?.unsaved) return;
    event.preventDefault();
    // What browsers before 2024 need for the question to be asked.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see the line above
    event.returnValue = '';
  };
}

export function defineElement(): void {
  if (!customElements.get('infocity-check')) customElements.define('infocity-check', InfocityCheck);
}
