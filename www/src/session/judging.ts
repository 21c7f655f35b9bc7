/** Gives what is entered to the engine part by part, and shows what it finds wrong once the field is left. */
import type { Assessment, Fault } from '../boundary';
import type { Behind } from './behind';
import { applied } from './changes';
import type { Json } from './drafts';
import { restOf } from './parts';
import { effectOf, partJson, type Part, type State } from './state';
import { Waiting } from './waiting';

/** The form whose parts are judged. */
export interface Judged {
  readonly state: State;
  readonly update: (change: Partial<State>) => void;
  /** There is a new assessment. */
  readonly tell: () => void;
}

export class Judging {
  private readonly waiting = new Waiting();
  /** What the changes of one part are held against. */
  private effectBase: { part: Part; assessment: Assessment } | null = null;

  constructor(
    private readonly behind: Behind,
    private readonly form: Judged,
  ) {}

  /** Has the engine judge what stands in the form for a part. */
  judge(part: Part): void {
    const faults = this.send(part, partJson(this.form.state, part));
    if (faults === undefined) return;
    this.waiting.take(part);
    if (faults.length === 0) {
      this.hideFaults(part);
    } else if (this.form.state.faults[part] !== undefined) {
      this.show(part, faults);
    } else {
      this.waiting.add(part, faults, () => {
        this.showPending(part);
      });
    }
  }

  /** Shows what was found wrong with a part. */
  showPending(part: Part): void {
    const faults = this.waiting.take(part);
    if (faults !== undefined) this.show(part, faults);
  }

  /** Shows all that was found wrong. */
  showAll(): void {
    for (const part of this.waiting.parts) this.showPending(part);
  }

  /** The field of a part was left. */
  leave(part: Part): void {
    this.showPending(part);
    if (this.effectBase?.part === part) this.effectBase = null;
  }

  /** What is changed next is held against what is there then. */
  endEffect(): void {
    this.effectBase = null;
  }

  /** Something else stands in the form. */
  forget(): void {
    this.waiting.clear();
    this.effectBase = null;
  }

  /** Sends a part to the engine and takes over what changed. Answers with what is wrong, if the engine answered. */
  private send(part: Part, value: Json): readonly Fault[] | undefined {
    const update = this.behind.ask((engine) => engine.set(part, value));
    if (update === undefined) return undefined;
    if (update.kind === 'refused') return update.faults;
    const before = this.form.state.assessment;
    if (update.changes.length > 0) {
      const assessment = applied(before, update.changes);
      if (this.effectBase?.part !== part) this.effectBase = { part, assessment: before };
      this.form.update({ assessment, effect: effectOf(part, this.effectBase.assessment, assessment) });
      this.form.tell();
    }
    return [];
  }

  /** Shows what is wrong, and takes an earlier value out of the result: it is not what stands in the form. */
  private show(part: Part, faults: readonly Fault[]): void {
    this.form.update({ faults: { ...this.form.state.faults, [part]: faults } });
    this.sendRest(part, faults);
    this.effectBase = null;
    this.form.update({ effect: null });
  }

  private sendRest(part: Part, faults: readonly Fault[]): void {
    const rest = restOf(partJson(this.form.state, part), faults);
    if (rest !== null) {
      const still = this.send(part, rest);
      if (still === undefined || still.length === 0) return;
    }
    this.send(part, null);
  }

  private hideFaults(part: Part): void {
    if (this.form.state.faults[part] === undefined) return;
    const faults = { ...this.form.state.faults };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- parts are the keys of this record
    delete faults[part];
    this.form.update({ faults });
  }
}
