/** Takes what people enter to the engine and holds what comes back. Nothing that was typed is ever lost here. */
import type { Assessment, Explanation, Fault, Reach, Sentence } from '../boundary';
import { otherVersion, type Report } from './carry';
import { applied } from './changes';
import { withUnitsRead, type Draft, type Json } from './drafts';
import { Beginning } from './beginning';
import { Behind } from './behind';
import type { Engine } from './engine';
import { submissionTextOf } from './files';
import type { Outline } from './outline';
import { NOTHING, restOf, submissionText } from './parts';
import { readYear } from './numerals';
import { enterAgain } from './reenter';
import { effectOf, emptyState, partJson, partsJson, stateOf, withValues, type Notice, type Part, type State } from './state';
import { differing, enteredOf, isEmpty, type Entered } from './entered';
import { Steps } from './steps';
import { Waiting } from './waiting';
import { Wording } from './wording';

export interface Listener {
  (state: State): void;
}

export class Store {
  state: State;
  readonly outline: Outline;
  /** What can be taken back. */
  readonly steps: Steps;
  private readonly listeners = new Set<Listener>();
  private readonly waiting = new Waiting();
  private readonly behind: Behind;
  private lacks = false;
  /** The submission that is opened once the engine is there, as JSON text, and what stood in the form when that was asked for. */
  private toOpen: { readonly text: string; readonly name: string; readonly before: Entered } | null = null;
  private effectBase: { part: Part; assessment: Assessment } | null = null;
  /** Several changes are being made together. */
  private holdsBack = false;
  private readonly wording: Wording;

  /** Begins with an engine, or with what is known before it comes. */
  constructor(
    begins: Engine | Beginning,
    private readonly rulebookText: string,
    /** Called with every new assessment. */
    private readonly onChange: (assessment: Assessment) => void,
    private readonly onError: (faults: readonly Fault[]) => void,
  ) {
    this.outline = begins.outline;
    this.state = emptyState(begins.outline, begins.assessment());
    const isAhead = begins instanceof Beginning;
    this.behind = new Behind(
      isAhead ? null : begins,
      rulebookText,
      (engine) => {
        this.enterIn(engine, { kind: 'restarted' });
      },
      () => {
        onError([]);
      },
    );
    this.wording = new Wording((sentence, lang) => this.behind.ask((engine) => engine.words(sentence, lang)), isAhead ? begins.words : []);
    this.steps = new Steps(
      () => this.state,
      (entered, parts) => {
        this.put(entered, parts);
      },
    );
  }

  /** The engine has not come yet: what is entered stands in the form, and the assessment is still that of nothing. */
  get waits(): boolean {
    return this.behind.waits;
  }

  /** Does what needs the engine: at once, or when it comes. Where it cannot be had, that is said again. */
  whenThere(act: () => void): void {
    if (this.lacks) this.lack();
    else this.behind.whenThere(act);
  }

  /** The engine cannot be had: what was entered stays, to be saved, and nothing is concluded from it. */
  lack(): void {
    this.lacks = true;
    this.update({ notice: { kind: 'not_loaded' } });
  }

  /** The engine has come: what was entered meanwhile is entered there. */
  come(engine: Engine): void {
    this.behind.come(engine, () => {
      const { notice } = this.state;
      if (!isEmpty(this.outline, this.state)) {
        this.behind.ask((there) => {
          this.enterIn(there, notice);
        });
      }
      if (this.state.notice?.kind === 'coming') this.dismiss();
      this.openWaiting();
    });
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** A sentence in words. */
  words(sentence: Sentence, lang: string): string {
    return this.wording.of(sentence, lang);
  }

  /** Why something is as it is, as the engine's explanations name it; `undefined` where it cannot be told now. */
  explain(id: string, category?: string): Explanation | undefined {
    const answer = this.behind.ask((engine) => engine.explain(id, category));
    return answer?.kind === 'explained' ? answer.explanation : undefined;
  }

  /** What it would take to meet a requirement, or for a category to reach its line and to fit. Takes a moment. */
  reach(requirement?: string, category?: string): Reach | undefined {
    const answer = this.behind.ask((engine) => engine.reach(requirement, category));
    return answer?.kind === 'reached' ? answer.reach : undefined;
  }

  /** Begins with a category that the page around it names: nothing that a person entered. */
  begin(category: string): void {
    this.edit('category', { category });
    this.update({ unsaved: false, effect: null });
    this.steps.begin();
  }

  /** Another form of the same rulebook, empty, in an engine of its own; nobody is told of what happens there. */
  async another(): Promise<Store> {
    const nobody = (): void => undefined;
    return new Store(await this.behind.another(), this.rulebookText, nobody, nobody);
  }

  /** Takes over what was entered in the form of another version of the rulebook; answers whether there was anything. */
  takeOver(other: Store): boolean {
    if (isEmpty(other.outline, other.state)) return false;
    this.open(other.submission(), '');
    this.update({ unsaved: other.state.unsaved });
    this.steps.begin();
    return true;
  }

  /** Begins with values that were entered elsewhere. */
  beginWith(values: Readonly<Record<Part, Json>>): void {
    this.enterAll(values);
    this.update({ unsaved: false, effect: null });
    this.steps.begin();
  }

  /** Begins with what a saved copy of the page holds. */
  resume(entered: Entered, notice: Notice, report: Report | null): void {
    this.put(entered, differing(this.state, entered));
    this.update({ unsaved: false, effect: null, notice, report });
    this.steps.begin();
  }

  /** Changes what stands for a figure; while an input method composes, nothing is judged. */
  editFigure(id: string, draft: Draft, composing = false): void {
    const figure = this.outline.figures.get(id);
    if (figure === undefined) return;
    const read = composing ? draft : withUnitsRead(figure, draft, false);
    this.edit(`figures/${id}`, { drafts: { ...this.state.drafts, [id]: read } }, composing);
  }

  /** Changes another part of the submission. */
  edit(part: Part, change: Partial<State>, composing = false): void {
    // What is said of a file is read by now, but for a list of faults, which is worked through; that the engine was restarted may
    // have been said between two keys.
    const said = this.state.notice;
    const ofTheEngine = this.waits && (said?.kind === 'coming' || said?.kind === 'not_loaded');
    const stays = ofTheEngine || said?.kind === 'restarted' || said?.kind === 'sheet' || (said?.kind === 'merged' && said.sheets.length > 0);
    const notice = stays ? said : null;
    this.update({ ...change, unsaved: true, notice });
    if (!composing) this.judge(part);
  }

  /** Enters several parts as one step, each given as a submission's JSON has it; what is wrong with one is shown with it. */
  enterAll(values: Readonly<Record<Part, Json>>, notice: Notice | null = null): void {
    this.steps.take();
    this.put(withValues(this.outline, this.state, values), Object.keys(values), notice);
    this.steps.take();
  }

  /** Enters everything as it was typed, as one step. */
  restore(entered: Entered): void {
    this.steps.take();
    this.put(entered, differing(this.state, entered));
    this.steps.take();
  }

  /** The report of another version's submission was read. */
  dismissReport(): void {
    this.update({ report: null });
  }

  /** Shows what merging files comes to, to be decided before anything is entered; `null` ends it. */
  merge(files: readonly File[] | null, opened = false): void {
    this.update({ merging: files === null ? null : { files, opened } });
  }

  /** Takes the last step back. Answers with the parts it changed. */
  undo(): readonly Part[] {
    const parts = this.steps.undo();
    if (parts.length > 0) this.update({ notice: { kind: 'undone', parts } });
    return parts;
  }

  /** Does again what was taken back last. */
  redo(): readonly Part[] {
    const parts = this.steps.redo();
    if (parts.length > 0) this.update({ notice: { kind: 'redone', parts } });
    return parts;
  }

  /** Changes several parts together; what is wrong with one is shown with it. */
  private put(change: Partial<Entered>, parts: readonly Part[], notice: Notice | null = null): void {
    const before = this.state.assessment;
    this.update({ ...change, unsaved: true, notice });
    this.together(() => {
      for (const part of parts) {
        this.judge(part);
        this.showPending(part);
      }
    });
    this.effectBase = null;
    const [first] = parts;
    if (first !== undefined) this.update({ effect: { ...effectOf(first, before, this.state.assessment), parts: parts.length } });
  }

  setMaterial(id: string, ready: boolean): void {
    this.edit(`materials/${id}`, { materials: { ...this.state.materials, [id]: ready } });
  }

  /** The field was left: what is wrong with it is shown now. */
  leave(part: Part): void {
    const id = part.startsWith('figures/') ? part.slice('figures/'.length) : undefined;
    const figure = id === undefined ? undefined : this.outline.figures.get(id);
    const draft = id === undefined ? undefined : this.state.drafts[id];
    if (id !== undefined && figure !== undefined && draft !== undefined) {
      const tidied = withUnitsRead(figure, draft, true);
      if (JSON.stringify(tidied) !== JSON.stringify(draft)) {
        this.update({ drafts: { ...this.state.drafts, [id]: tidied } });
      }
    }
    if (part === 'year') this.update({ year: readYear(this.state.year) });
    this.showPending(part);
    if (this.effectBase?.part === part) this.effectBase = null;
  }

  /** Replaces everything by a submission given as JSON text, once the engine is there. Answers with what is wrong with it. */
  open(text: string, name: string): readonly Fault[] {
    if (this.lacks) this.lack();
    else if (this.waits) this.toOpen = { text, name, before: this.state };
    if (this.waits) return [];
    const other = otherVersion(this.outline, text);
    let outcome = this.behind.ask((engine) => engine.open(text));
    // What has no place in this version is left out and told, and the rest is taken.
    if (outcome?.kind === 'refused' && other !== undefined) outcome = this.behind.ask((engine) => engine.open(other.text));
    if (outcome === undefined) return [];
    if (outcome.kind === 'refused') {
      this.update({ notice: { kind: 'refused', name, faults: outcome.faults } });
      this.onError(outcome.faults);
      return outcome.faults;
    }
    this.steps.take();
    this.waiting.clear();
    this.effectBase = null;
    const submission = JSON.parse(this.submission()) as Record<string, Json>;
    const notice: Notice | null = name === '' ? null : { kind: 'opened', name };
    this.update({ ...stateOf(this.outline, outcome.assessment, submission), notice, merging: this.state.merging });
    this.steps.take();
    if (other !== undefined && (name !== '' || other.report.differences.length > 0)) this.update({ report: other.report });
    this.onChange(this.state.assessment);
    return [];
  }

  /** Opens a submission given as an object. Numbers in it must be exact. */
  openObject(submission: object): readonly Fault[] {
    const outcome = this.behind.ask((engine) => engine.judge(submission));
    if (outcome?.kind !== 'refused') {
      const nothingYet = !this.steps.canUndo;
      const faults = this.open(JSON.stringify(submission), '');
      // What the host begins with is no step of the person.
      if (nothingYet) this.steps.begin();
      return faults;
    }
    this.update({ notice: { kind: 'refused', name: '', faults: outcome.faults } });
    this.onError(outcome.faults);
    return outcome.faults;
  }

  /** Opens a file. */
  async openFile(file: File): Promise<void> {
    const text = await submissionTextOf(file);
    if (typeof text === 'string') this.open(text, file.name);
    else this.notify(text);
  }

  /** The same rulebook in an engine of its own, to look into files without opening them. */
  engineBeside(): Promise<Engine> {
    return this.behind.another();
  }

  /** Forgets everything entered. */
  clear(): void {
    this.toOpen = null;
    if (this.waits) this.restore(enteredOf(emptyState(this.outline, this.state.assessment)));
    else this.open(NOTHING, '');
    this.update({ notice: { kind: 'cleared' } });
  }

  /** The submission as JSON text, canonical but where the engine has just died: then what stands in the form. */
  submission(): string {
    for (const part of this.waiting.parts) this.showPending(part);
    return this.behind.ask((engine) => engine.submission()) ?? submissionText(this.outline, this.state);
  }

  /** It was saved under a name. */
  saved(name: string): void {
    const leftOut = Object.keys(this.state.faults).length;
    this.update({ unsaved: false, notice: { kind: 'saved', name, leftOut } });
  }

  dismiss(): void {
    this.update({ notice: null });
  }

  /** Says something of the page as a whole, with what has no place in this version of the rulebook where that was found out. */
  notify(notice: Notice, report: Report | null = this.state.report): void {
    this.update({ notice, report });
  }

  /** What is wrong with a submission, without entering it. */
  faultsOf(submission: object): readonly Fault[] {
    const outcome = this.behind.ask((engine) => engine.judge(submission));
    return outcome?.kind === 'refused' ? outcome.faults : [];
  }

  /** Tells whoever looks on of the new assessment; of several changes made together once, after the last. */
  private tell(): void {
    if (!this.holdsBack) this.onChange(this.state.assessment);
  }

  private together(changes: () => void): void {
    const before = this.state.assessment;
    this.holdsBack = true;
    changes();
    this.holdsBack = false;
    if (this.state.assessment !== before) this.tell();
  }

  private update(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener(this.state);
  }

  private judge(part: Part): void {
    const faults = this.send(part, partJson(this.state, part));
    if (faults === undefined) return;
    this.waiting.take(part);
    if (faults.length === 0) {
      this.hideFaults(part);
    } else if (this.state.faults[part] !== undefined) {
      this.show(part, faults);
    } else {
      this.waiting.add(part, faults, () => {
        this.showPending(part);
      });
    }
  }

  /** Sends a part to the engine and takes over what changed. Answers with what is wrong, if the engine answered. */
  private send(part: Part, value: Json): readonly Fault[] | undefined {
    const update = this.behind.ask((engine) => engine.set(part, value));
    if (update === undefined) return undefined;
    if (update.kind === 'refused') return update.faults;
    const before = this.state.assessment;
    if (update.changes.length > 0) {
      const assessment = applied(before, update.changes);
      if (this.effectBase?.part !== part) this.effectBase = { part, assessment: before };
      this.update({ assessment, effect: effectOf(part, this.effectBase.assessment, assessment) });
      this.tell();
    }
    return [];
  }

  private showPending(part: Part): void {
    const faults = this.waiting.take(part);
    if (faults !== undefined) this.show(part, faults);
  }

  /** Shows what is wrong, and takes an earlier value out of the result: it is not what stands in the form. */
  private show(part: Part, faults: readonly Fault[]): void {
    this.update({ faults: { ...this.state.faults, [part]: faults } });
    this.sendRest(part, faults);
    this.effectBase = null;
    this.update({ effect: null });
  }

  private sendRest(part: Part, faults: readonly Fault[]): void {
    const rest = restOf(partJson(this.state, part), faults);
    if (rest !== null) {
      const still = this.send(part, rest);
      if (still === undefined || still.length === 0) return;
    }
    this.send(part, null);
  }

  private hideFaults(part: Part): void {
    if (this.state.faults[part] === undefined) return;
    const faults = { ...this.state.faults };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- parts are the keys of this record
    delete faults[part];
    this.update({ faults });
  }

  /** Opens what was to be opened when the engine is there, and enters in it what was entered since. */
  private openWaiting(): void {
    const { toOpen, state } = this;
    if (toOpen === null) return;
    this.toOpen = null;
    const faults = this.open(toOpen.text, toOpen.name);
    const since = differing(toOpen.before, state);
    if (faults.length === 0 && since.length > 0) this.enterAll(partsJson(state, since), this.state.notice);
  }

  /** Enters in a new engine what stands in the form. */
  private enterIn(engine: Engine, notice: Notice | null): void {
    const faults = enterAgain(engine, this.state);
    this.waiting.clear();
    this.update({ assessment: engine.assessment(), faults, effect: null, notice });
    this.onChange(this.state.assessment);
  }
}
