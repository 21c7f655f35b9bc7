/** What stands in the form for a figure, as typed; and the submission's JSON for it. */
import type { Figure } from '../boundary';
import { converted, isNumber, readNumber, type Reading } from './numerals';
import { kindTag, numberKind, unitsOf } from './outline';
import { withAbout } from './written';

/** JSON as the submission's contract has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Common {
  /** The city does not collect the figure. */
  readonly notCollected: boolean;
  /** Where the city has it from. */
  readonly note: string;
  /** The year it belongs to, where a file said so. */
  readonly year: Json;
}

/** A number with its unit, as typed. */
export interface NumberDraft extends Common {
  readonly kind: 'number';
  readonly estimate: boolean;
  readonly text: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly last: string;
  readonly lastUnit: string;
}

/** One option, or none yet. */
export interface ChoiceDraft extends Common {
  readonly kind: 'choice';
  readonly option: string | null;
}

/** Yes, no, or neither yet. */
export interface YesNoDraft extends Common {
  readonly kind: 'yes_no';
  readonly answer: boolean | null;
}

/** The ticked items: an empty list is “none of these”, `null` is unknown. */
export interface ChecklistDraft extends Common {
  readonly kind: 'checklist';
  readonly items: readonly string[] | null;
}

export type Draft = NumberDraft | ChoiceDraft | YesNoDraft | ChecklistDraft;

const COMMON: Common = { notCollected: false, note: '', year: null };

/** A figure of which nothing was entered. */
export function emptyDraft(figure: Figure): Draft {
  switch (kindTag(figure.kind)) {
    case 'number': {
      const unit = numberKind(figure)?.unit ?? '';
      return { ...COMMON, kind: 'number', estimate: false, text: '', low: '', high: '', unit, last: '', lastUnit: unit };
    }
    case 'choice':
      return { ...COMMON, kind: 'choice', option: null };
    case 'yes_no':
      return { ...COMMON, kind: 'yes_no', answer: null };
    case 'checklist':
      return { ...COMMON, kind: 'checklist', items: null };
  }
}

/** Whether the draft says something about the figure's value of this year. */
export function isFilled(draft: Draft): boolean {
  if (draft.notCollected) return true;
  switch (draft.kind) {
    case 'number':
      return draft.estimate ? draft.low.trim() !== '' || draft.high.trim() !== '' : draft.text.trim() !== '';
    case 'choice':
      return draft.option !== null;
    case 'yes_no':
      return draft.answer !== null;
    case 'checklist':
      return draft.items !== null;
  }
}

function object(parts: Record<string, Json | undefined>): { readonly [key: string]: Json } {
  const kept: Record<string, Json> = {};
  for (const [key, value] of Object.entries(parts)) {
    if (value !== undefined && value !== null && value !== '') kept[key] = value;
  }
  return kept;
}

function numberParts(draft: NumberDraft): Record<string, Json | undefined> {
  const number = (typed: string): Json => readNumber(typed, [draft.unit]).number;
  const last = readNumber(draft.last, [draft.lastUnit]).number;
  const parts: Record<string, Json | undefined> = {
    last: last === '' ? undefined : { value: last, unit: draft.lastUnit },
  };
  if (draft.notCollected || !isFilled(draft)) return parts;
  const { between } = readNumber(draft.text, [draft.unit]);
  if (!draft.estimate && between !== undefined) return { between, unit: draft.unit, ...parts };
  const [low, high] = [number(draft.low), number(draft.high)];
  return draft.estimate
    ? { between: [low === '' ? null : low, high === '' ? null : high], unit: draft.unit, ...parts }
    : { value: number(draft.text), unit: draft.unit, ...parts };
}

function otherParts(draft: Exclude<Draft, NumberDraft>): Record<string, Json | undefined> {
  switch (draft.kind) {
    case 'choice':
      return { value: draft.option ?? undefined };
    case 'yes_no':
      return { value: draft.answer ?? undefined };
    case 'checklist':
      return { value: draft.items ?? undefined };
  }
}

/** The submission's JSON for a draft; `null` where nothing was entered. */
export function toJson(draft: Draft): Json {
  const state = draft.notCollected ? 'not_collected' : undefined;
  const value = draft.kind === 'number' ? numberParts(draft) : draft.notCollected ? {} : otherParts(draft);
  const all = object({ ...value, state, note: draft.note, year: draft.year });
  const keys = Object.keys(all);
  if (keys.length === 0) return null;
  return keys.length === 1 && keys[0] === 'value' ? (all['value'] ?? null) : all;
}

/** A text or a number of JSON as a text; empty for anything else. */
export function plainText(json: Json | undefined): string {
  return typeof json === 'string' || typeof json === 'number' ? String(json) : '';
}

function isObject(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The draft for what a submission says of a figure. The engine has accepted the submission. */
export function fromJson(figure: Figure, json: Json | undefined): Draft {
  const empty = emptyDraft(figure);
  if (json === undefined || json === null) return empty;
  const entry = isObject(json) ? json : { value: json };
  const value = entry['value'];
  const common = {
    notCollected: entry['state'] === 'not_collected',
    note: plainText(entry['note']),
    year: entry['year'] ?? null,
  };
  switch (empty.kind) {
    case 'number': {
      const between = entry['between'];
      const [low, high] = Array.isArray(between) ? (between as readonly Json[]) : [];
      const unit = plainText(entry['unit']) || empty.unit;
      const last = entry['last'];
      return {
        ...empty,
        ...common,
        estimate: Array.isArray(between),
        text: plainText(value),
        low: plainText(low),
        high: plainText(high),
        unit,
        last: isObject(last) ? plainText(last['value']) : plainText(last),
        lastUnit: (isObject(last) && plainText(last['unit'])) || unit,
      };
    }
    case 'choice':
      return { ...empty, ...common, option: typeof value === 'string' ? value : null };
    case 'yes_no':
      return { ...empty, ...common, answer: typeof value === 'boolean' ? value : null };
    case 'checklist':
      return { ...empty, ...common, items: Array.isArray(value) ? (value as readonly string[]) : null };
  }
}

type Ends = Pick<NumberDraft, 'low' | 'high' | 'unit'>;

/**
 * Both ends in one unit. The end that names another unit than the one that stands there decides, and the other is converted;
 * where it cannot be, both stay as typed, to be refused.
 */
function withOneUnit(draft: NumberDraft, units: readonly string[]): Ends {
  const { low, high } = draft;
  const [atLow, atHigh] = [low, high].map((text) => readNumber(text, units)) as [Reading, Reading];
  const highDecides = atHigh.unit !== undefined && (atHigh.unit !== draft.unit || atLow.unit === undefined);
  const unit = (highDecides ? atHigh.unit : atLow.unit) ?? draft.unit;
  const [typed, other] = highDecides ? [low, atLow] : [high, atHigh];
  const from = other.unit ?? draft.unit;
  if (from === unit || !isNumber(other.number)) return { low, high, unit };
  const number = converted(other.number, from, unit);
  if (number === undefined) return { low, high, unit: draft.unit };
  const moved = withAbout(typed, number);
  return highDecides ? { low: moved, high, unit } : { low, high: moved, unit };
}

/**
 * The draft with the units that were written behind its numbers; with `tidy` those move out of what was typed, and a range
 * becomes an estimate.
 */
export function withUnitsRead(figure: Figure, draft: Draft, tidy: boolean): Draft {
  const kind = numberKind(figure);
  if (draft.kind !== 'number' || kind === undefined) return draft;
  const units = unitsOf(kind);
  const read: { -readonly [key in keyof NumberDraft]: NumberDraft[key] } = { ...draft };
  if (draft.estimate) {
    Object.assign(read, withOneUnit(draft, units));
    for (const key of ['low', 'high'] as const) {
      const { number, unit, between } = readNumber(read[key], units);
      // That a number is approximate is told as long as the word stands there.
      if (tidy && unit !== undefined && unit === read.unit && between === undefined) read[key] = withAbout(read[key], number);
    }
  } else {
    const { number, unit, between } = readNumber(draft.text, units);
    read.unit = unit ?? draft.unit;
    if (tidy && between !== undefined) Object.assign(read, { estimate: true, text: '', low: between[0], high: between[1] });
    else if (tidy && unit !== undefined) read.text = withAbout(draft.text, number);
  }
  const last = readNumber(draft.last, units);
  if (last.unit !== undefined) {
    read.lastUnit = last.unit;
    if (tidy && last.between === undefined) read.last = withAbout(draft.last, last.number);
  } else if (draft.last.trim() === '') {
    read.lastUnit = read.unit;
  }
  return read;
}
