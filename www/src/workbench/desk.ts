/** What lies on the workbench: a rulebook's text, what is wrong with it, where it came from, and a city tried under it. */
import type { Assessment, Fault } from '../boundary';
import type { Engine } from '../session/engine';
import { textOf } from '../session/files';
import { NOTHING } from '../session/parts';
import { Store } from '../session/store';
import type { Bench, Finding, RulebookDiff } from './bench';
import type { Editor, Typed } from './editor';
import { tryOut } from './trial';

/** How long typing pauses before the text is checked, in milliseconds. */
const PAUSE = 450;
/** How long the browser may put the check off after that. */
const AT_LATEST = 1500;

/** A rulebook's text and where it came from. */
export interface Source {
  readonly kind: 'file' | 'built_in' | 'template' | 'sample' | 'pasted';
  /** The file's name; else empty. */
  readonly name: string;
  readonly text: string;
}

/** A city tried under the last text that loads. */
export interface Trial {
  /** Changes with every rulebook that is loaded. */
  readonly number: number;
  readonly store: Store;
  /** Parts of the submission that the rulebook does not take. */
  readonly leftOut: readonly Fault[];
}

export type Notice =
  | { readonly kind: 'opened'; readonly source: Source }
  | { readonly kind: 'downloaded'; readonly name: string; readonly faults: number }
  | { readonly kind: 'unreadable' | 'too_large'; readonly name: string }
  | { readonly kind: 'published' | 'not_the_single_file'; readonly name: string }
  | { readonly kind: 'wants_single_file' }
  | { readonly kind: 'submission_refused'; readonly name: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'restarted' };

export interface DeskState {
  /** Nothing stands in the editor. */
  readonly empty: boolean;
  /** What was typed last is not checked yet. */
  readonly checking: boolean;
  /** The text that was checked last, to which the faults belong. */
  readonly text: string;
  readonly faults: readonly Fault[];
  /** What is odd about the rulebook that is tried; `null` while that is not known. */
  readonly findings: readonly Finding[] | null;
  readonly trial: Trial | null;
  readonly base: Source | null;
  /** Typed since it was opened or downloaded. */
  readonly changed: boolean;
  readonly notice: Notice | null;
  /** What is to take the place of a text that was changed, until the person says whether. */
  readonly asking: Source | null;
}

/** A window, which in some browsers cannot tell when it is idle. */
interface Idle {
  readonly requestIdleCallback?: (run: () => void, options: { timeout: number }) => number;
}

/** Calls when the browser has nothing better to do. */
function whenIdle(run: () => void): void {
  const browser = window as Idle;
  if (browser.requestIdleCallback === undefined) window.setTimeout(run, 0);
  else browser.requestIdleCallback(run, { timeout: AT_LATEST });
}

/** The id of the rulebook in a text, as far as it can be read. */
export function idIn(text: string): string | null {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

export class Desk {
  state: DeskState = {
    empty: true,
    checking: false,
    text: '',
    faults: [],
    findings: null,
    trial: null,
    base: null,
    changed: false,
    notice: null,
    asking: null,
  };
  /** What the city that is tried comes to under the version that the rulebook came from. */
  private baseEngine: { readonly text: string; readonly engine: Engine | null } | null = null;
  private engines: Engine[] = [];
  private readonly listeners = new Set<() => void>();
  private editor: Editor | null = null;
  private timer = 0;
  private typedCount = 0;
  private trials = 0;

  constructor(readonly bench: Bench) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private update(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /** The editor is there. */
  take(editor: Editor): void {
    this.editor = editor;
  }

  text(): string {
    return this.editor?.text() ?? '';
  }

  /** Something was typed. */
  typed({ pastedWhole }: Typed): void {
    this.typedCount += 1;
    if (pastedWhole) this.pasted(this.text());
    const nothing = this.editor?.isEmpty() ?? true;
    const quiet = this.state.changed && this.state.checking && this.state.empty === nothing && this.state.notice === null;
    if (!quiet) this.update({ changed: true, checking: true, empty: nothing, notice: null });
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      whenIdle(() => {
        void this.check();
      });
    }, PAUSE);
  }

  /** What is pasted where nothing was, or what is another rulebook, is where the work begins. */
  private pasted(text: string): void {
    const { base } = this.state;
    const id = idIn(text);
    if (base === null || (id !== null && id !== idIn(base.text))) this.update({ base: { kind: 'pasted', name: '', text } });
  }

  /** Checks the text as it stands, and tries the city under it where it loads. */
  private async check(): Promise<void> {
    const count = this.typedCount;
    const text = this.text();
    if (text.trim() === '') {
      this.update({ checking: false, text, faults: [] });
      return;
    }
    const checked = await this.bench.check(text);
    if (count !== this.typedCount) {
      checked?.engine?.free();
      return;
    }
    if (checked === null) this.update({ checking: false, notice: { kind: 'restarted' } });
    else {
      if (checked.engine !== null) await this.load(checked.engine, text);
      this.update({ checking: false, text, faults: checked.faults });
      if (checked.engine !== null) this.lookThrough(checked.engine);
    }
  }

  /** Looks for what is odd about a rulebook that loads, once there is time. */
  private lookThrough(engine: Engine): void {
    whenIdle(() => {
      if (engine !== this.current()) return;
      void this.bench.findings(engine).then((findings) => {
        if (engine === this.current()) this.update({ findings });
      });
    });
  }

  private current(): Engine | undefined {
    return this.engines[this.engines.length - 1];
  }

  /** What was changed since the rulebook was opened, in words; `null` where one of the two does not load. */
  async difference(): Promise<RulebookDiff | null> {
    const [now, old] = [this.current(), this.baseEngine];
    if (now === undefined || old?.engine == null || old.text !== this.state.base?.text) return null;
    return this.bench.difference(old.engine, now);
  }

  private async load(engine: Engine, text: string): Promise<void> {
    const before = this.state.trial?.store;
    this.begin(engine, text, before?.submission() ?? NOTHING);
    const { trial } = this.state;
    // What was typed in the form and is at fault is in no submission: it stays in its field all the same.
    for (const part of Object.keys(before?.state.faults ?? {})) {
      const draft = before?.state.drafts[part.replace(/^figures\//, '')];
      if (draft !== undefined) trial?.store.editFigure(part.replace(/^figures\//, ''), draft);
    }
    await this.loadBase();
  }

  private begin(engine: Engine, text: string, submission: string): boolean {
    const { text: taken, leftOut } = tryOut(engine, submission);
    const nothing = (): void => undefined;
    const redraw = (): void => {
      this.update({});
    };
    const store = new Store(engine, text, redraw, nothing);
    if (taken !== null) store.open(taken, '');
    this.trials += 1;
    this.update({ findings: null, trial: { number: this.trials, store, leftOut } });
    // What is drawn may still ask the one before.
    this.engines.push(engine);
    while (this.engines.length > 2) this.engines.shift()?.free();
    return taken !== null;
  }

  private async loadBase(): Promise<void> {
    const { base } = this.state;
    if (base === null || this.baseEngine?.text === base.text) return;
    const checked = await this.bench.check(base.text);
    this.baseEngine?.engine?.free();
    this.baseEngine = { text: base.text, engine: checked?.engine ?? null };
  }

  /** What the city that is tried comes to under the version that the rulebook came from; `null` where that does not load. */
  assessmentBefore(): Assessment | null {
    const { trial, base } = this.state;
    if (trial === null || base === null || this.baseEngine?.text !== base.text) return null;
    const { engine } = this.baseEngine;
    if (engine === null) return null;
    return tryOut(engine, trial.store.submission()).text === null ? null : engine.assessment();
  }

  /** Opens a rulebook; where changes would be lost, asks first. */
  open(source: Source): void {
    if (this.state.changed && !this.state.empty) this.update({ asking: source, notice: null });
    else this.replace(source);
  }

  answer(yes: boolean): void {
    const { asking } = this.state;
    this.update({ asking: null });
    if (yes && asking !== null) this.replace(asking);
  }

  private replace(source: Source): void {
    this.editor?.replace(source.text);
    window.clearTimeout(this.timer);
    this.update({ base: source, changed: false, checking: true, notice: { kind: 'opened', source } });
    whenIdle(() => {
      void this.check();
    });
  }

  /** Opens a rulebook from a file. */
  async openFile(file: File): Promise<void> {
    const text = await this.read(file);
    if (text !== null) this.open({ kind: 'file', name: file.name, text });
  }

  /** Tries a submission, given as JSON text. */
  tryCity(text: string, name: string): void {
    const { trial } = this.state;
    if (trial === null) return;
    const engine = this.current();
    if (engine === undefined) return;
    const { text: taken, leftOut } = tryOut(engine, text);
    if (taken === null) {
      this.update({ notice: { kind: 'submission_refused', name, faults: leftOut } });
      return;
    }
    trial.store.open(taken, '');
    this.update({ trial: { ...trial, leftOut }, notice: null });
  }

  async tryFile(file: File): Promise<void> {
    const text = await this.read(file);
    if (text !== null) this.tryCity(text, file.name);
  }

  private async read(file: File): Promise<string | null> {
    const text = await textOf(file);
    if (typeof text === 'string') return text;
    this.update({ notice: text });
    return null;
  }

  notify(notice: Notice): void {
    this.update({ notice });
  }

  /** It was handed to the browser under a name. */
  downloaded(name: string): void {
    this.update({ changed: false, notice: { kind: 'downloaded', name, faults: this.state.faults.length } });
  }

  dismiss(): void {
    this.update({ notice: null });
  }
}
