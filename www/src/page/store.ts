// What the page holds: the drafts of the form, the faults at the fields, and the engine that judges them.

import type { Assessment, Fault, Figure, Rulebook } from '../../generated/engine';
import type { Engine } from '../engine/engine';
import { draftOf, emptyDraft, entryOf, isEmpty, numberKind, unitsOf, type Draft } from '../form/draft';
import { readNumber } from '../form/typed-number';

/** The parts of a submission beside figures and materials. */
export interface Head {
  city: string;
  year: string;
  category: string | null;
  fields: string[];
}

interface SubmissionJson {
  city?: string;
  year?: number;
  category?: string;
  fields?: string[];
  figures?: Record<string, unknown>;
  materials?: Record<string, boolean>;
}

const emptyHead = (): Head => ({ city: '', year: '', category: null, fields: [] });

export class Store {
  head = emptyHead();
  drafts: Record<string, Draft> = {};
  materials: Record<string, boolean> = {};
  /** The faults of each part, by its name (`year`, `figures/ID`). */
  faults: Record<string, Fault[]> = {};
  /** Whether something was entered since the last save. */
  unsaved = false;
  /** The figure entered last, for telling what it changed. */
  lastEntered: string | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly rulebook: Rulebook,
    readonly engine: Engine,
  ) {
    this.drafts = this.emptyDrafts();
  }

  get assessment(): Assessment {
    return this.engine.assessment;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  draft(figure: Figure): Draft {
    return this.drafts[figure.id] ?? emptyDraft(figure);
  }

  /** The figures of which last year's value is read. */
  readonly lastRead = (() => {
    let read: Set<string> | undefined;
    return (id: string): boolean => {
      read ??= namesIn(JSON.stringify(this.rulebook));
      return read.has(id);
    };
  })();

  setFigure(figure: Figure, change: Partial<Draft>): void {
    const draft = { ...this.draft(figure), ...change };
    const kind = numberKind(figure);
    if (kind !== null && change.text !== undefined) {
      const { unit } = readNumber(change.text, unitsOf(kind));
      if (unit !== null) draft.unit = unit;
    }
    this.drafts = { ...this.drafts, [figure.id]: draft };
    this.lastEntered = figure.id;
    this.enter(`figures/${figure.id}`, entryOf(figure, draft), null);
  }

  setCity(city: string): void {
    this.head = { ...this.head, city };
    this.enter('city', city === '' ? null : city, null);
  }

  setYear(year: string): void {
    this.head = { ...this.head, year };
    const digits = readNumber(year.replace(/年/g, ''), []).digits;
    this.enter('year', digits === '' ? null : digits, null);
  }

  setCategory(category: string | null): void {
    this.head = { ...this.head, category };
    this.enter('category', category, null);
  }

  setFields(fields: string[]): void {
    this.head = { ...this.head, fields };
    this.enter('fields', fields, []);
  }

  setMaterial(id: string, ready: boolean): void {
    this.materials = { ...this.materials, [id]: ready };
    this.enter(`materials/${id}`, ready, null);
  }

  /** Enters a value; one at fault is told of at its field and counts as not entered. */
  private enter(part: string, value: unknown, nothing: unknown): void {
    this.unsaved = true;
    const faults = this.guarded(() => {
      const found = this.engine.set(part, value);
      if (found.length > 0) this.engine.set(part, nothing);
      return found;
    });
    this.faults = { ...this.faults, [part]: faults };
    this.notify();
  }

  /** Runs a call of the engine; after one that threw, a new engine is made and everything entered again. */
  private guarded(call: () => Fault[]): Fault[] {
    try {
      return call();
    } catch {
      void this.engine.restart().then(() => {
        this.enterAll();
        this.notify();
      });
      return [];
    }
  }

  private enterAll(): void {
    const { city, year, category, fields } = this.head;
    const parts: [string, unknown][] = [
      ['city', city === '' ? null : city],
      ['year', year === '' ? null : year],
      ['category', category],
      ['fields', fields],
    ];
    for (const figure of this.rulebook.figures) parts.push([`figures/${figure.id}`, entryOf(figure, this.draft(figure))]);
    for (const [id, ready] of Object.entries(this.materials)) parts.push([`materials/${id}`, ready]);
    for (const [part, value] of parts) if (value !== null) this.engine.set(part, value);
  }

  /** Opens a submission; one at fault changes nothing and is answered with its faults. */
  open(json: string): Fault[] {
    const faults = this.guarded(() => this.engine.open(json));
    if (faults.length > 0) return faults;
    this.readBack();
    this.unsaved = false;
    this.notify();
    return [];
  }

  clear(): void {
    this.open('{"format":"infocity-submission/1","figures":{}}');
  }

  saved(): void {
    this.unsaved = false;
    this.notify();
  }

  filled(figure: Figure): boolean {
    return !isEmpty(this.draft(figure)) && (this.faults[`figures/${figure.id}`] ?? []).length === 0;
  }

  /** The form's state from the submission that the engine holds. */
  private readBack(): void {
    const submission = JSON.parse(this.engine.submission()) as SubmissionJson;
    this.head = {
      city: submission.city ?? '',
      year: submission.year === undefined ? '' : String(submission.year),
      category: submission.category ?? null,
      fields: submission.fields ?? [],
    };
    this.drafts = this.emptyDrafts();
    for (const figure of this.rulebook.figures) {
      this.drafts[figure.id] = draftOf(figure, submission.figures?.[figure.id]);
    }
    this.materials = submission.materials ?? {};
    this.faults = {};
    this.lastEntered = null;
  }

  private emptyDrafts(): Record<string, Draft> {
    return Object.fromEntries(this.rulebook.figures.map((figure) => [figure.id, emptyDraft(figure)]));
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The names that stand in `last(…)` or `growth(…)` in any formula. */
function namesIn(text: string): Set<string> {
  const found = new Set<string>();
  const pattern = /\b(?:last|growth)\(\s*([a-z][a-z0-9_]*)\s*\)/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) if (match[1]) found.add(match[1]);
  return found;
}
