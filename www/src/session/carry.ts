/** What was entered for another version of a rulebook, in the present one; whatever has no place there is told with its value. */
import type { Figure, Text } from '../boundary';
import { emptyDraft, fromJson, toJson, type Draft, type Json, type NumberDraft } from './drafts';
import type { Entered } from './entered';
import { converted, isNumber, readNumber } from './numerals';
import { numberKind, optionsOf, unitsOf, type Outline } from './outline';

/** What became of something entered: it is gone, of another kind, its option or unit is gone, it was converted; or it is new. */
export type Fate = 'gone' | 'kind' | 'option' | 'unit' | 'converted' | 'new';

/** Something entered, as it was written. */
export interface Said {
  readonly value: string;
  readonly last: string;
  readonly note: string;
  readonly notCollected: boolean;
}

/** A line of the report. */
export interface Difference {
  readonly fate: Fate;
  readonly of: 'figure' | 'material' | 'category' | 'field';
  readonly id: string;
  /** Its name where the present rulebook has none for it. */
  readonly name?: Text | undefined;
  /** What was entered, as it was. */
  readonly was: Said;
  /** What stands in its place. */
  readonly now: Said;
}

/** What changed from the version it was entered for. */
export interface Report {
  readonly from: string;
  readonly to: string;
  readonly differences: readonly Difference[];
}

/** What was entered, as the present rulebook takes it. */
export interface Carried {
  readonly entered: Entered;
  readonly report: Report;
}

/** Several reports as one; `null` where there is none. */
export function joined(reports: readonly (Report | null)[]): Report | null {
  const all = reports.filter((report): report is Report => report !== null);
  const [first] = all;
  if (first === undefined) return null;
  const versions = all.map(({ from }) => from);
  const from = versions.filter((version, at) => versions.indexOf(version) === at).join(', ');
  return { ...first, from, differences: ([] as readonly Difference[]).concat(...all.map(({ differences }) => differences)) };
}

type Parts = Readonly<Record<string, Json>>;

const TOLD = ['value', 'between', 'unit', 'last', 'note', 'state'];

/** A value in one line. */
function inLine(json: Json | undefined): string {
  if (json === undefined || json === null) return '';
  if (Array.isArray(json)) return (json as readonly Json[]).map((item) => inLine(item) || '…').join(', ');
  if (typeof json !== 'object') return String(json);
  const parts = json as Parts;
  const { value, between, unit } = parts;
  const number = Array.isArray(between) ? (between as readonly Json[]).map((end) => inLine(end) || '…').join('–') : inLine(value);
  const rest = Object.keys(parts).filter((key) => !TOLD.includes(key)).map((key) => inLine(parts[key]));
  return [number, number === '' ? '' : inLine(unit), ...rest].filter((part) => part !== '').join(' ');
}

/** What JSON says of a figure. */
function said(json: Json): Said {
  const { last, note, state } = (typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {}) as Parts;
  return { value: inLine(json), last: inLine(last), note: inLine(note), notCollected: state === 'not_collected' };
}

const NOTHING: Said = said(null);

class Carrier {
  readonly differences: Difference[] = [];

  constructor(private readonly outline: Outline) {}

  note(difference: Omit<Difference, 'now'> & { readonly now?: Said }): void {
    const { value, last, note, notCollected } = difference.was;
    if (difference.fate === 'new' || notCollected || value + last + note !== '') this.differences.push({ now: NOTHING, ...difference });
  }

  figure(figure: Figure, draft: Draft): Draft {
    const was = said(toJson(draft));
    const told = (fate: Fate, now?: Said) => {
      this.note({ fate, of: 'figure', id: figure.id, was, ...(now === undefined ? {} : { now }) });
    };
    const empty = emptyDraft(figure);
    if (empty.kind !== draft.kind) {
      told('kind');
      return { ...empty, note: draft.note };
    }
    switch (draft.kind) {
      case 'number': {
        const fitting = this.number(figure, draft);
        if (fitting === undefined) {
          told('unit');
          return { ...empty, note: draft.note };
        }
        if (fitting !== draft) told('converted', said(toJson(fitting)));
        return fitting;
      }
      case 'choice': {
        if (draft.option === null || optionsOf(figure).some(({ id }) => id === draft.option)) return draft;
        told('option');
        return { ...draft, option: null };
      }
      case 'checklist': {
        const { items } = draft;
        const known = optionsOf(figure).map(({ id }) => id);
        const still = items?.filter((item) => known.includes(item)) ?? null;
        if (items === null || still?.length === items.length) return draft;
        told('option', said(still));
        return { ...draft, items: still === null || still.length === 0 ? null : still };
      }
      case 'yes_no':
        return draft;
    }
  }

  /** The number in units that are allowed; `undefined` where it cannot be told in one of them. */
  private number(figure: Figure, draft: NumberDraft): NumberDraft | undefined {
    const kind = numberKind(figure);
    if (kind === undefined) return undefined;
    const units = unitsOf(kind);
    const filled = (['text', 'low', 'high'] as const).filter((key) => draft[key].trim() !== '');
    let now = draft;
    if (!units.includes(draft.unit)) {
      const changes: Partial<Record<'text' | 'low' | 'high', string>> = {};
      for (const key of filled) {
        const number = converted(readNumber(draft[key], [draft.unit]).number, draft.unit, kind.unit);
        if (number === undefined) return undefined;
        changes[key] = number;
      }
      now = { ...now, ...changes, unit: kind.unit };
    }
    if (!units.includes(draft.lastUnit)) {
      const empty = draft.last.trim() === '';
      const last = empty ? '' : converted(readNumber(draft.last, [draft.lastUnit]).number, draft.lastUnit, kind.unit);
      if (last === undefined) return undefined;
      now = { ...now, last, lastUnit: kind.unit };
    }
    return now;
  }

  whole(before: Entered): Entered {
    const { rulebook } = this.outline;
    const categories = (rulebook.categories ?? []).map(({ id }) => id);
    const fields = (rulebook.fields ?? []).map(({ id }) => id);
    const known = (rulebook.materials ?? []).map(({ id }) => id);
    let { category } = before;
    if (category !== null && !categories.includes(category)) {
      this.note({ fate: 'gone', of: 'category', id: category, was: said(category) });
      category = null;
    }
    for (const id of before.fields) if (!fields.includes(id)) this.note({ fate: 'gone', of: 'field', id, was: said(id) });
    const materials: Record<string, boolean> = {};
    for (const [id, ready] of Object.entries(before.materials)) {
      if (known.includes(id)) materials[id] = ready;
      else this.note({ fate: 'gone', of: 'material', id, was: said(ready) });
    }
    const drafts: Record<string, Draft> = {};
    for (const [id, figure] of this.outline.figures) {
      const draft = before.drafts[id];
      drafts[id] = draft === undefined ? emptyDraft(figure) : this.figure(figure, draft);
    }
    return { ...before, category, fields: before.fields.filter((id) => fields.includes(id)), materials, drafts };
  }
}

/** What a kept draft comes to under the present rulebook. `names` are the figures that its version had. */
export function carriedDraft(outline: Outline, before: Entered, from: string, names: Readonly<Record<string, Text>>): Carried {
  const carrier = new Carrier(outline);
  for (const [id, draft] of Object.entries(before.drafts)) {
    if (!outline.figures.has(id)) carrier.note({ fate: 'gone', of: 'figure', id, name: names[id], was: said(toJson(draft)) });
  }
  const entered = carrier.whole(before);
  if (Object.keys(names).length > 0) {
    for (const id of outline.figures.keys()) if (!(id in names)) carrier.note({ fate: 'new', of: 'figure', id, was: NOTHING });
  }
  return { entered, report: { from, to: outline.rulebook.version, differences: carrier.differences } };
}

/** The draft that JSON written for another version comes to: of the kind that the JSON has, not the one that is asked for. */
function draftOf(figure: Figure, json: Json): Draft {
  const draft = fromJson(figure, json);
  const { value, between } = (typeof json === 'object' && json !== null && !Array.isArray(json) ? json : { value: json }) as Parts;
  const { notCollected, note, year } = draft;
  const common = { notCollected, note, year };
  if (Array.isArray(value)) return { ...common, kind: 'checklist', items: (value as readonly Json[]).map(String) };
  if (typeof value === 'boolean') return { ...common, kind: 'yes_no', answer: value };
  if (typeof value === 'string' && (draft.kind !== 'number' || !isNumber(value))) return { ...common, kind: 'choice', option: value };
  if (Array.isArray(between) && draft.kind !== 'number') return { ...common, kind: 'choice', option: inLine(json) };
  return draft;
}

/** What a submission for another version comes to; its numbers must be strings, so that none has lost a digit. */
export function carriedSubmission(outline: Outline, submission: Parts): Carried {
  const { rulebook, city, year, category, fields } = submission;
  const figures = (submission['figures'] ?? {}) as Parts;
  const drafts: Record<string, Draft> = {};
  for (const [id, figure] of outline.figures) drafts[id] = draftOf(figure, figures[id] ?? null);
  const before: Entered = {
    city: typeof city === 'string' ? city : '',
    year: typeof year === 'string' ? year : '',
    category: typeof category === 'string' ? category : null,
    fields: Array.isArray(fields) ? (fields as readonly Json[]).map(String) : [],
    drafts,
    materials: (submission['materials'] ?? {}) as Readonly<Record<string, boolean>>,
  };
  const { version } = (rulebook ?? {}) as Parts;
  const carried = carriedDraft(outline, before, typeof version === 'string' ? version : '', {});
  const gone = Object.entries(figures)
    .filter(([id]) => !outline.figures.has(id))
    .map(([id, json]): Difference => ({ fate: 'gone', of: 'figure', id, was: said(json), now: NOTHING }));
  return { ...carried, report: { ...carried.report, differences: [...gone, ...carried.report.differences] } };
}

/** JSON text with its numbers as strings, which keep every digit. */
function numbersAsStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => (token.startsWith('"') ? token : `"${token}"`));
}

/**
 * The text of a submission for another version of this rulebook as one for the present version, and what that changed;
 * `undefined` where it is none.
 */
export function otherVersion(outline: Outline, text: string): { readonly text: string; readonly report: Report } | undefined {
  let submission: Parts;
  try {
    submission = JSON.parse(numbersAsStrings(text)) as Parts;
  } catch {
    return undefined;
  }
  const { id, version } = ((submission as Parts | null)?.['rulebook'] ?? {}) as Parts;
  if (id !== outline.rulebook.id || typeof version !== 'string' || version === outline.rulebook.version) return undefined;
  const { entered, report } = carriedSubmission(outline, submission);
  const figures: Record<string, Json> = {};
  for (const [figure, draft] of Object.entries(entered.drafts)) figures[figure] = toJson(draft);
  const { category, fields, materials } = entered;
  const now = { ...submission, rulebook: undefined, category, fields, figures, materials };
  return { text: JSON.stringify(now), report };
}
