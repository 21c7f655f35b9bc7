// What stands in the form for one figure, and the entry of the submission it makes.

import type { Figure } from '../../generated/engine';
import { readNumber } from './typed-number';

export type Mode = 'value' | 'estimate' | 'not_collected';

export interface Draft {
  mode: Mode;
  /** What was typed, whatever it is. */
  text: string;
  low: string;
  high: string;
  unit: string;
  last: string;
  option: string | null;
  answer: boolean | null;
  items: string[] | null;
  /** Parts of the entry that the form does not show: they stay. */
  note?: unknown;
  year?: unknown;
}

export interface NumberFigure {
  unit: string;
  units?: string[];
}

export function numberKind(figure: Figure): NumberFigure | null {
  return typeof figure.kind === 'object' && 'number' in figure.kind ? figure.kind.number : null;
}

export function unitsOf(kind: NumberFigure): string[] {
  return [kind.unit, ...(kind.units ?? [])];
}

export function emptyDraft(figure: Figure): Draft {
  const unit = numberKind(figure)?.unit ?? '';
  return { mode: 'value', text: '', low: '', high: '', unit, last: '', option: null, answer: null, items: null };
}

export function isEmpty(draft: Draft): boolean {
  const typed = draft.text + draft.low + draft.high + draft.last;
  return (
    draft.mode !== 'not_collected' &&
    typed.trim() === '' &&
    draft.option === null &&
    draft.answer === null &&
    draft.items === null
  );
}

/** The entry of the submission; `null` where nothing was entered. */
export function entryOf(figure: Figure, draft: Draft): unknown {
  const rest: Record<string, unknown> = {};
  if (draft.note !== undefined) rest['note'] = draft.note;
  if (draft.year !== undefined) rest['year'] = draft.year;
  if (draft.mode === 'not_collected') return { state: 'not_collected', ...rest };
  const kind = numberKind(figure);
  if (kind === null) {
    const value = draft.option ?? draft.answer ?? draft.items;
    return value === null ? null : { value, ...rest };
  }
  const digits = (text: string) => readNumber(text, unitsOf(kind)).digits;
  const typed = (text: string) => (text.trim() === '' ? null : digits(text));
  const entry: Record<string, unknown> = { unit: draft.unit, ...rest };
  if (draft.mode === 'estimate') {
    const ends = [typed(draft.low), typed(draft.high)];
    if (ends[0] !== null || ends[1] !== null) entry['between'] = ends;
  } else {
    const value = typed(draft.text);
    if (value !== null) entry['value'] = value;
  }
  const last = typed(draft.last);
  if (last !== null) entry['last'] = last;
  return 'value' in entry || 'between' in entry || 'last' in entry ? entry : null;
}

/** The draft of an entry as the engine prints it: bare, or in full. */
export function draftOf(figure: Figure, entry: unknown): Draft {
  const draft = emptyDraft(figure);
  if (entry === null || entry === undefined) return draft;
  if (typeof entry !== 'object' || Array.isArray(entry)) return { ...draft, ...given(figure, entry) };
  const full = entry as Record<string, unknown>;
  if (full['note'] !== undefined) draft.note = full['note'];
  if (full['year'] !== undefined) draft.year = full['year'];
  if (typeof full['unit'] === 'string') draft.unit = full['unit'];
  if (full['state'] === 'not_collected') return { ...draft, mode: 'not_collected' };
  const last = full['last'];
  if (last !== undefined && last !== null) {
    draft.last = typeof last === 'object' ? text((last as Record<string, unknown>)['value']) : text(last);
  }
  if (Array.isArray(full['between'])) {
    const [low, high] = full['between'] as unknown[];
    return { ...draft, mode: 'estimate', low: text(low), high: text(high) };
  }
  return { ...draft, ...given(figure, full['value']) };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function given(figure: Figure, value: unknown): Partial<Draft> {
  if (typeof value === 'boolean') return { answer: value };
  if (Array.isArray(value)) return { items: value.map(text) };
  if (value === null || value === undefined) return {};
  return numberKind(figure) === null ? { option: text(value) } : { text: text(value) };
}
