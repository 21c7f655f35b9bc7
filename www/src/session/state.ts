/** What the page holds: everything typed, what is wrong with it, and the assessment of what is right. */
import type { Assessment, Eligible, Fault, Fit, Points } from '../boundary';
import { emptyDraft, fromJson, toJson, type Draft, type Json } from './drafts';
import { readYear } from './numerals';
import type { Report } from './carry';
import type { KeepNotice } from './keep-notice';
import type { Foreign } from './files';
import type { Outline } from './outline';
import type { SheetReport } from '../sheet/report';

/** A part of the submission, as the engine names it: `city`, `year`, `figures/ID` … */
export type Part = string;

/** What the last entry did to a category. */
export interface EffectOnCategory {
  readonly id: string;
  readonly before: Points | null | undefined;
  readonly after: Points | null | undefined;
  readonly fit: Fit;
  /** Whether there is anything to meet. */
  readonly judged: boolean;
  readonly eligible: Eligible;
  readonly turned: boolean;
}

/** What the last entry did. */
export interface Effect {
  /** The part that was entered, or the first of several entered together. */
  readonly part: Part;
  /** How many were entered together. */
  readonly parts: number;
  readonly categories: readonly EffectOnCategory[];
}

/** A message about the page as a whole. */
export type Notice =
  | { readonly kind: 'opened'; readonly name: string }
  | { readonly kind: 'saved'; readonly name: string; readonly leftOut: number }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'pasted'; readonly count: number; readonly atFault: number }
  | { readonly kind: 'refused'; readonly name: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'too_large'; readonly name: string }
  | { readonly kind: 'foreign'; readonly is: Foreign; readonly name: string }
  | { readonly kind: 'restarted' }
  /** The engine is still being fetched or made. */
  | { readonly kind: 'coming' }
  /** A late part of the page is fetched, or cannot be had. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'not_loaded' }
  | { readonly kind: 'sheet'; readonly report: SheetReport }
  | KeepNotice;

/** Files that are to be merged into what was entered. */
export interface Merging {
  readonly files: readonly File[];
  /** It was a sheet to be opened, and some of it is other than what was entered. */
  readonly opened: boolean;
}

export interface State {
  readonly city: string;
  readonly year: string;
  readonly category: string | null;
  readonly fields: readonly string[];
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly materials: Readonly<Record<string, boolean>>;
  /** What is wrong with a part and shown with it. */
  readonly faults: Readonly<Record<Part, readonly Fault[]>>;
  readonly assessment: Assessment;
  readonly effect: Effect | null;
  readonly notice: Notice | null;
  /** What changed from the version that a submission was entered for; it stays until it was read. */
  readonly report: Report | null;
  /** The files that are being merged. */
  readonly merging: Merging | null;
  /** Something was entered since the last save. */
  readonly unsaved: boolean;
}

/** A state in which nothing was entered. */
export function emptyState(outline: Outline, assessment: Assessment): State {
  const drafts: Record<string, Draft> = {};
  for (const [id, figure] of outline.figures) drafts[id] = emptyDraft(figure);
  return {
    city: '',
    year: '',
    category: null,
    fields: [],
    drafts,
    materials: {},
    faults: {},
    assessment,
    effect: null,
    notice: null,
    report: null,
    merging: null,
    unsaved: false,
  };
}

/** The state for a submission that the engine has accepted, given as its canonical JSON. */
export function stateOf(outline: Outline, assessment: Assessment, submission: Readonly<Record<string, Json>>): State {
  const figures = (submission['figures'] ?? {}) as Readonly<Record<string, Json>>;
  const drafts: Record<string, Draft> = {};
  for (const [id, figure] of outline.figures) drafts[id] = fromJson(figure, figures[id]);
  const { city, year, category, fields, materials } = submission;
  return {
    ...emptyState(outline, assessment),
    city: typeof city === 'string' ? city : '',
    year: typeof year === 'number' || typeof year === 'string' ? String(year) : '',
    category: typeof category === 'string' ? category : null,
    fields: Array.isArray(fields) ? (fields as readonly string[]) : [],
    drafts,
    materials: (materials ?? {}) as Readonly<Record<string, boolean>>,
  };
}

/** What the parts given as a submission's JSON come to in the form; the others stay. */
export function withValues(outline: Outline, state: State, values: Readonly<Record<Part, Json>>): Partial<State> {
  const drafts = { ...state.drafts };
  const materials = { ...state.materials };
  let { city, year, category, fields } = state;
  for (const [part, value] of Object.entries(values)) {
    const [kind = '', id = ''] = part.split('/');
    const figure = outline.figures.get(id);
    if (kind === 'figures' && figure !== undefined) drafts[id] = fromJson(figure, value);
    else if (kind === 'materials') materials[id] = value === true;
    else if (kind === 'city') city = typeof value === 'string' ? value : '';
    else if (kind === 'year') year = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
    else if (kind === 'category') category = typeof value === 'string' ? value : null;
    else if (kind === 'fields') fields = Array.isArray(value) ? (value as readonly string[]) : [];
  }
  return { city, year, category, fields, drafts, materials };
}

/** What stands in the form for a part, as a submission's JSON has it; `null` where nothing was entered. */
export function partJson(state: State, part: Part): Json {
  const [kind = '', id = ''] = part.split('/');
  const { city, year, category, fields, drafts, materials } = state;
  switch (kind) {
    case 'city':
      return city.trim() === '' ? null : city.trim();
    case 'year': {
      const number = readYear(year);
      return number === '' ? null : number;
    }
    case 'category':
      return category;
    case 'fields':
      return fields.length === 0 ? null : fields;
    case 'materials':
      return materials[id] ?? null;
    default: {
      const draft = drafts[id];
      return draft === undefined ? null : toJson(draft);
    }
  }
}

/** What stands in the form for several parts. */
export function partsJson(state: State, parts: readonly Part[]): Record<Part, Json> {
  const values: Record<Part, Json> = {};
  for (const part of parts) values[part] = partJson(state, part);
  return values;
}

/** What changed in the categories between two assessments. */
export function effectOf(part: Part, before: Assessment, after: Assessment): Effect {
  const categories = after.categories.map((now, at): EffectOnCategory => {
    const was = before.categories[at];
    return {
      id: now.id,
      before: was?.score,
      after: now.score,
      fit: now.fit,
      judged: now.judged,
      eligible: now.eligible,
      turned: was?.fit !== now.fit || was.eligible !== now.eligible,
    };
  });
  return { part, parts: 1, categories };
}
