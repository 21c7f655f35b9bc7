/** Files of colleagues, each with a part of the figures, put together with what stands in the form. */
import type { Figure } from '../boundary';
import { emptyDraft, fromJson, isFilled, plainText, toJson, type Draft, type Json } from './drafts';
import type { Entered } from './entered';
import { converted, readNumber, readYear } from './numerals';
import { numberKind, type Outline } from './outline';
import type { Part } from './state';

type Parts = Readonly<Record<string, Json>>;

/** A file that the engine admitted: its submission in canonical form. */
export interface TheirFile {
  readonly name: string;
  readonly submission: Parts;
}

/** One of several values for a part. */
export interface Candidate {
  /** The files that have it; none for what stands in the form. */
  readonly from: readonly string[];
  readonly value: Json;
}

/** A part of which different values were given. */
export interface Conflict {
  readonly part: Part;
  /** What stands in the form first, then the others. */
  readonly candidates: readonly Candidate[];
}

/** What merging comes to. */
export interface MergePlan {
  /** What only files have, with the files it is from. */
  readonly taken: Readonly<Record<Part, Candidate>>;
  readonly conflicts: readonly Conflict[];
  /** So many parts a file and the form, or two files, have alike. */
  readonly same: number;
}

/** A number in one form, in the figure's own unit where it can be told in that. */
function inOwnUnit(figure: Figure, typed: string, unit: string): string {
  const { number } = readNumber(typed, [unit]);
  if (number === '') return '';
  const told = converted(number, unit, numberKind(figure)?.unit ?? unit);
  if (told === undefined) return `${number} ${unit}`;
  return told === '-0' ? '0' : told;
}

/** This year's value, in a form in which equal values are equal texts; empty where there is none. */
function valueKey(figure: Figure, draft: Draft): string {
  if (!isFilled(draft)) return '';
  if (draft.notCollected) return 'not collected';
  switch (draft.kind) {
    case 'number': {
      const own = (typed: string): string => inOwnUnit(figure, typed, draft.unit);
      return draft.estimate ? `${own(draft.low)} to ${own(draft.high)}` : own(draft.text);
    }
    case 'choice':
      return draft.option ?? '';
    case 'yes_no':
      return String(draft.answer);
    case 'checklist':
      return JSON.stringify([...(draft.items ?? [])].sort());
  }
}

const lastKey = (figure: Figure, draft: Draft): string => (draft.kind === 'number' ? inOwnUnit(figure, draft.last, draft.lastUnit) : '');

/** `true` where they differ; a side that says nothing does not. */
const against = (mine: string, theirs: string): boolean => mine !== '' && theirs !== '' && mine !== theirs;

/** `mine` with what only `theirs` has; `undefined` where they contradict each other. */
function together(figure: Figure, mine: Draft, theirs: Draft): Draft | undefined {
  const [value, other] = [valueKey(figure, mine), valueKey(figure, theirs)];
  const [last, otherLast] = [lastKey(figure, mine), lastKey(figure, theirs)];
  const [year, otherYear] = [plainText(mine.year), plainText(theirs.year)];
  const [withoutValue, withoutOther] = [value === '', other === ''];
  if (against(value, other) || against(last, otherLast)) return undefined;
  if (!withoutValue && !withoutOther && against(year, otherYear)) return undefined;
  let both: Draft = withoutValue && !withoutOther ? { ...theirs, note: mine.note } : mine;
  if (both.kind === 'number' && mine.kind === 'number' && theirs.kind === 'number') {
    const from = last === '' && otherLast !== '' ? theirs : mine;
    const lastUnit = from.last === '' ? both.unit : from.lastUnit;
    both = { ...both, last: from.last, lastUnit };
  }
  return { ...both, note: both.note === '' ? theirs.note : both.note, year: both.year ?? theirs.year };
}

const alike = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

class Merger {
  readonly taken: Record<Part, Candidate> = {};
  readonly conflicts: Conflict[] = [];
  same = 0;

  constructor(private readonly files: readonly TheirFile[]) {}

  figure(figure: Figure, typed: Draft): void {
    // A range that was typed into one box is the estimate that it is read as.
    const mine = fromJson(figure, toJson(typed));
    const empty = emptyDraft(figure);
    const part = `figures/${figure.id}`;
    let now = mine;
    let from: readonly string[] = [];
    const others: { from: readonly string[]; draft: Draft }[] = [];
    for (const { name, submission } of this.files) {
      const json = ((submission['figures'] ?? {}) as Parts)[figure.id] ?? null;
      if (json === null) continue;
      const theirs = fromJson(figure, json);
      const both = together(figure, now, theirs);
      if (both !== undefined) {
        if (alike(toJson(both), toJson(now))) this.same += 1;
        else from = [...from, name];
        now = both;
        continue;
      }
      const known = others.find(({ draft }) => valueKey(figure, draft) === valueKey(figure, theirs) && together(figure, draft, theirs) !== undefined);
      if (known === undefined) others.push({ from: [name], draft: theirs });
      else known.from = [...known.from, name];
    }
    const hasOwn = valueKey(figure, mine) !== '' || lastKey(figure, mine) !== '';
    if (others.length === 0) {
      if (from.length > 0) this.taken[part] = { from, value: toJson(now) };
      return;
    }
    // What stands in the form stays until something else is chosen: nothing, where nothing stands there.
    if (!hasOwn && from.length > 0) others.unshift({ from, draft: now });
    const own = hasOwn ? now : mine;
    this.conflicts.push({
      part,
      candidates: [
        { from: [], value: toJson(own) },
        ...others.map(({ from: names, draft }): Candidate => {
          // Last year's value is a figure of its own: choosing this year's does not take it away.
          const whole = draft.kind === 'number' && own.kind === 'number' && draft.last === '' ? { ...draft, last: own.last, lastUnit: own.lastUnit } : draft;
          return { from: names, value: toJson({ ...empty, ...whole }) };
        }),
      ],
    });
  }

  /** A part that is one value; where `additive`, a file can only add to it. */
  plain(part: Part, mine: Json, theirs: (submission: Parts) => Json, additive: boolean): void {
    const others: Candidate[] = [];
    for (const { name, submission } of this.files) {
      const value = theirs(submission);
      if (value === null) continue;
      if (alike(value, mine)) {
        this.same += 1;
        continue;
      }
      const at = others.findIndex((other) => alike(other.value, value));
      const known = others[at];
      if (known === undefined) others.push({ from: [name], value });
      else others[at] = { ...known, from: [...known.from, name] };
    }
    const [first, second] = others;
    if (first === undefined) return;
    if (mine === null && second === undefined) this.taken[part] = first;
    else if (mine === null || !additive) this.conflicts.push({ part, candidates: [{ from: [], value: mine }, ...others] });
  }
}

const sorted = (json: Json | undefined): Json => (Array.isArray(json) && json.length > 0 ? [...(json as readonly string[])].sort() : null);

/** What merging the files into what stands in the form comes to. Another city or year is no conflict: what stands there stays. */
export function planMerge(outline: Outline, mine: Entered, files: readonly TheirFile[]): MergePlan {
  const merger = new Merger(files);
  const { rulebook } = outline;
  merger.plain('city', mine.city.trim() || null, ({ city }) => plainText(city) || null, true);
  merger.plain('year', readYear(mine.year) || null, ({ year }) => plainText(year) || null, true);
  merger.plain('category', mine.category, ({ category }) => category ?? null, false);
  merger.plain('fields', sorted(mine.fields), ({ fields }) => sorted(fields), false);
  for (const [id, figure] of outline.figures) merger.figure(figure, mine.drafts[id] ?? emptyDraft(figure));
  for (const { id } of rulebook.materials ?? []) {
    const ready = (submission: Parts): Json => (((submission['materials'] ?? {}) as Parts)[id] === true ? true : null);
    merger.plain(`materials/${id}`, mine.materials[id] === true ? true : null, ready, true);
  }
  const { taken, conflicts, same } = merger;
  return { taken, conflicts, same };
}

/** What was chosen in conflicts: the JSON text of the value, which stays right while the list of candidates changes. */
export type Chosen = Readonly<Record<Part, string>>;

/** The candidate that was chosen; where none was, what stands in the form. */
function choice({ part, candidates }: Conflict, chosen: Chosen): Candidate | undefined {
  return candidates.find(({ from, value }) => from.length > 0 && JSON.stringify(value) === chosen[part]);
}

/** What is entered: everything that only files have, and what was chosen of each conflict. */
export function valuesOf({ taken, conflicts }: MergePlan, chosen: Chosen): Readonly<Record<Part, Json>> {
  const values: Record<Part, Json> = {};
  for (const [part, { value }] of Object.entries(taken)) values[part] = value;
  for (const conflict of conflicts) {
    const candidate = choice(conflict, chosen);
    if (candidate !== undefined) values[conflict.part] = candidate.value;
  }
  return values;
}

/** So many parts come from each file. */
export function takenFrom({ taken, conflicts }: MergePlan, chosen: Chosen): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  const count = (names: readonly string[]): void => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { from } of Object.values(taken)) count(from);
  for (const conflict of conflicts) count(choice(conflict, chosen)?.from ?? []);
  return Array.from(counts, ([name, number]) => ({ name, count: number }));
}

/** Of what a file has wrong, the figures without a value in the form: there, and only there, it is shown as it was typed. */
export function intoEmpty(outline: Outline, mine: Entered, wrong: Readonly<Record<Part, Json>>): Readonly<Record<Part, Json>> {
  const values: Record<Part, Json> = {};
  for (const [id, figure] of outline.figures) {
    const part = `figures/${id}`;
    const [value, own] = [wrong[part], mine.drafts[id] ?? emptyDraft(figure)];
    const both = value === undefined || isFilled(own) ? undefined : together(figure, own, fromJson(figure, value));
    if (both !== undefined) values[part] = toJson(both);
  }
  return values;
}

/** Whose data a file holds, where that is another city or year than that of the form. */
export function stranger(mine: Entered, { submission }: TheirFile): { readonly city: string; readonly year: string } | undefined {
  const [ownCity, ownYear] = [mine.city.trim(), readYear(mine.year)];
  const theirs = { city: plainText(submission['city']), year: plainText(submission['year']) };
  return against(ownCity, theirs.city) || against(ownYear, theirs.year) ? theirs : undefined;
}
