/** Takes what people enter to the engine and holds what comes back. Nothing that was typed is ever lost here. */
import type { Assessment, Explanation, Fault, Reach, Sentence } from '../boundary';
import { carriedDraft, otherVersion, type Report } from './carry';
import { withUnitsRead, type Draft, type Json } from './drafts';
import { Beginning } from './beginning';
import { Behind } from './behind';
import type { Engine } from './engine';
import { submissionTextOf } from './files';
import type { Outline } from './outline';
import { Judging } from './judging';
import { NOTHING, submissionText } from './parts';
import { readYear } from './numerals';
import { enterAgain } from './reenter';
import { effectOf, emptyState, partsJson, stateOf, withValues, type Notice, type Part, type State } from './state';
import { differing, enteredOf, isEmpty, type Entered } from './entered';
import { Steps } from './steps';
import { Wording } from './wording';

export interface Listener {
  (state: State): void;
}

/** Opens something in a form. */
export interface Opening {
  (store: Store): unknown;
}

export class Store {
  state: State;
  readonly outline: Outline;
  /** What can be taken back. */
  readonly steps: Steps;
  private readonly listeners = new Set<Listener>();
  private readonly behind: Behind;
  private readonly judging: Judging;
  /** Tries once more to have the engine, where it could not be had. */
  private again: (() => void) | null = null;
  /** What is opened once the engine is there, and what stood in the form when that was asked for. */
  private toOpen: { readonly open: Opening; readonly before: Entered } | null = null;
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
    this.judging = new Judging(this.behind, this);
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

  /** The engine could not be had. */
  get lacks(): boolean {
    return this.again !== null;
  }

  /** Something was entered from which nothing is concluded, as the engine is not there. */
  get isUnjudged(): boolean {
    return this.waits && !isEmpty(this.outline, { ...this.state, category: null });
  }

  /** Does what needs the engine: at once, or when it comes; of what is called the same only the last. */
  whenThere(act: () => void, name?: string): void {
    this.behind.whenThere(act, name);
    if (this.waits) this.sayComing();
  }

  /** Opens something: at once, or when the engine comes; then only what was asked for last, and what was entered since stays. */
  async openWhenThere(open: Opening): Promise<void> {
    if (!this.waits) {
      await open(this);
      return;
    }
    this.toOpen = { open, before: this.state };
    this.sayComing();
  }

  /** What waits to be opened here is opened in another form. */
  handOver(other: Store): void {
    const { toOpen } = this;
    this.toOpen = null;
    if (toOpen !== null) void other.openWhenThere(toOpen.open);
  }

  /** The engine cannot be had, until `again` has it: what was entered stays, to be saved, and nothing is concluded from it. */
  lack(again: () => void): void {
    this.again = again;
    this.behind.giveUp();
    this.toOpen = null;
    this.update({ notice: { kind: 'not_loaded' } });
  }

  /** Tries once more to have an engine that could not be had. */
  tryAgain(): void {
    const { again } = this;
    this.again = null;
    if (again === null) return;
    this.update({ notice: { kind: 'coming' } });
    again();
  }

  /** The engine has come: what was entered meanwhile is entered there, then what waited is opened. */
  async come(engine: Engine): Promise<void> {
    const { isUnjudged } = this;
    const { notice, assessment } = this.state;
    const parts = differing(emptyState(this.outline, assessment), this.state);
    this.behind.come(engine);
    if (parts.length > 0) {
      this.behind.ask((there) => {
        this.enterIn(there, notice);
        if (isUnjudged) this.tellEffect(parts, assessment);
      });
    }
    if (this.state.notice?.kind === 'coming') this.dismiss();
    await this.openWaiting();
    this.behind.catchUp();
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
    if (other.waits) {
      // Nothing of it was judged: it is taken as it was typed.
      const { entered, report } = carriedDraft(this.outline, enteredOf(other.state), other.outline.rulebook.version, {});
      this.put(entered, differing(this.state, entered));
      if (report.differences.length > 0) this.update({ report });
    } else {
      this.open(other.submission(), '');
    }
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
    const stays = (said?.kind === 'coming' && this.waits) || said?.kind === 'restarted' || said?.kind === 'sheet' || (said?.kind === 'merged' && said.sheets.length > 0);
    const notice = stays ? said : null;
    this.update({ ...change, unsaved: true, notice });
    if (!composing) this.judging.judge(part);
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
        this.judging.judge(part);
        this.judging.showPending(part);
      }
    });
    this.judging.endEffect();
    if (!this.waits) this.tellEffect(parts, before);
  }

  /** Says what changes made together did. */
  private tellEffect(parts: readonly Part[], before: Assessment): void {
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
    this.judging.leave(part);
  }

  /** Replaces everything by a submission given as JSON text. Answers with what is wrong with it. */
  open(text: string, name: string): readonly Fault[] {
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
    this.judging.forget();
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
    this.update({ notice: { kind: 'cleared' }, unsaved: false, effect: null });
  }

  /** The submission as JSON text, canonical but where the engine has just died: then what stands in the form. */
  submission(): string {
    this.judging.showAll();
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
  tell(): void {
    if (!this.holdsBack) this.onChange(this.state.assessment);
  }

  private together(changes: () => void): void {
    const before = this.state.assessment;
    this.holdsBack = true;
    changes();
    this.holdsBack = false;
    if (this.state.assessment !== before) this.tell();
  }

  /** Changes the state; whoever draws it is told. */
  update(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener(this.state);
  }

  /** Opens what was to be opened when the engine is there, and enters in it what was entered since. */
  private async openWaiting(): Promise<void> {
    const { toOpen, state } = this;
    if (toOpen === null) return;
    this.toOpen = null;
    await toOpen.open(this);
    const since = differing(toOpen.before, state);
    if (since.length > 0) this.enterAll(partsJson(state, since), this.state.notice);
  }

  /** Says that what was asked for waits for the engine, and tries again to have one that could not be had. */
  private sayComing(): void {
    if (this.lacks) this.tryAgain();
    else if (this.state.notice === null) this.update({ notice: { kind: 'coming' } });
  }

  /** Enters in a new engine what stands in the form. */
  private enterIn(engine: Engine, notice: Notice | null): void {
    const faults = enterAgain(engine, this.state);
    this.judging.forget();
    this.update({ assessment: engine.assessment(), faults, effect: null, notice });
    this.onChange(this.state.assessment);
  }
}
