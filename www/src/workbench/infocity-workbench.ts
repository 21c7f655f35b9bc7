import { h, render } from 'preact';
import css from '../../generated/workbench.css';
import { addStyles } from '../element/styles';
import { langOf, tagInAddress, textsIn } from '../texts';
import { Bench } from './bench';
import { Desk } from './desk';
import { Workbench } from './workbench';

/**
 * A workbench for rulebooks. Attributes: `lang` (else `?lang=` of the address, else that of the
 * page around it), `theme` (`light`, `dark`; else what the
 * system prefers).
 */
export class InfocityWorkbench extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['lang', 'theme'];

  /** Resolves once it can be used, or once it is said why it cannot. */
  readonly ready: Promise<void>;
  private settle: () => void = () => undefined;
  private readonly root: ShadowRoot;
  private readonly place: HTMLElement;
  private desk: Desk | null = null;
  private started = false;

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
    addStyles(this.root, css, 'workbench.css');
    window.addEventListener('beforeunload', this.guard);
    this.addEventListener('dragover', this.over, true);
    this.addEventListener('drop', this.drop, true);
    if (!this.started) void this.start();
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.guard);
    this.removeEventListener('dragover', this.over, true);
    this.removeEventListener('drop', this.drop, true);
  }

  attributeChangedCallback(): void {
    this.draw();
  }

  private get language(): string {
    const asked = this.getAttribute('lang') ?? tagInAddress(location.search);
    const around = asked ?? this.closest('[lang]')?.getAttribute('lang');
    return langOf(around ?? document.documentElement.lang);
  }

  private async start(): Promise<void> {
    this.started = true;
    try {
      const bench = await Bench.start();
      this.desk = new Desk(bench);
      // Which form of the engine the host's policy lets run.
      this.setAttribute('data-engine', bench.form);
      this.draw();
    } catch (error) {
      // For whoever has to find out why.
      console.error(error);
      const { language, page } = textsIn(this.language);
      render(h('div', { class: 'page broken', role: 'alert', lang: language.tag }, page.broken), this.place);
    }
    this.settle();
  }

  private draw(): void {
    const { desk, language: lang } = this;
    if (desk === null) return;
    const language = (tag: string): void => {
      this.setAttribute('lang', tag);
    };
    render(h(Workbench, { desk, lang, language }), this.place);
  }

  /** Asks before what was typed is lost. */
  private readonly guard = (event: BeforeUnloadEvent): void => {
    const { desk } = this;
    const typed = desk !== null && desk.state.changed && !desk.state.empty;
    if (!typed && desk?.state.trial?.store.state.unsaved !== true) return;
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- browsers before 2024 ask only if this is set
    event.returnValue = '';
  };

  private readonly over = (event: DragEvent): void => {
    if (Array.from(event.dataTransfer?.types ?? []).includes('Files')) event.preventDefault();
  };

  /** A file that is dropped is opened; the editor would take it for text to insert. */
  private readonly drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void this.desk?.openFile(file);
  };
}
