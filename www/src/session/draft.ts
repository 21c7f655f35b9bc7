/** A kept draft as text: everything as it was typed, with the rulebook it was typed for. */
import type { Text } from '../boundary';
import type { Draft, Json } from './drafts';
import { enteredOf, touched, type Entered } from './entered';
import type { Outline } from './outline';

/** The value of `format` in every draft of this shape. */
export const DRAFT_FORMAT = 'infocity-draft/1';

/** A draft as it is kept. What stands in `entered` may be of another version of the rulebook. */
export interface KeptDraft {
  readonly rulebook: { readonly id: string; readonly version: string };
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  readonly entered: Entered;
  /** The figures of that version, by id, with their names. */
  readonly names: Readonly<Record<string, Text>>;
}

/** The text of a draft. Figures of which nothing was entered are left out. */
export function draftText(outline: Outline, entered: Entered, at: number): string {
  const { rulebook, figures } = outline;
  const drafts: Record<string, Draft> = {};
  for (const id of touched(outline, entered.drafts)) {
    const draft = entered.drafts[id];
    if (draft !== undefined) drafts[id] = draft;
  }
  const names: Record<string, Text> = {};
  for (const [id, figure] of figures) names[id] = figure.label;
  return JSON.stringify({
    format: DRAFT_FORMAT,
    rulebook: { id: rulebook.id, version: rulebook.version },
    at,
    ...enteredOf(entered),
    drafts,
    names,
  });
}

type Unknown = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const texts = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null;

function draftOf(value: unknown): Draft | undefined {
  if (!isObject(value)) return undefined;
  const common = {
    notCollected: value['notCollected'] === true,
    note: text(value['note']),
    year: (value['year'] ?? null) as Json,
  };
  switch (value['kind']) {
    case 'number':
      return {
        ...common,
        kind: 'number',
        estimate: value['estimate'] === true,
        text: text(value['text']),
        low: text(value['low']),
        high: text(value['high']),
        unit: text(value['unit']),
        last: text(value['last']),
        lastUnit: text(value['lastUnit']),
      };
    case 'choice':
      return { ...common, kind: 'choice', option: typeof value['option'] === 'string' ? value['option'] : null };
    case 'yes_no':
      return { ...common, kind: 'yes_no', answer: typeof value['answer'] === 'boolean' ? value['answer'] : null };
    case 'checklist':
      return { ...common, kind: 'checklist', items: texts(value['items']) };
    default:
      return undefined;
  }
}

function each<T>(value: unknown, one: (value: unknown) => T | undefined): Record<string, T> {
  const all: Record<string, T> = {};
  if (!isObject(value)) return all;
  for (const [id, given] of Object.entries(value)) {
    const read = one(given);
    if (read !== undefined) all[id] = read;
  }
  return all;
}

/** The draft that a text holds; `undefined` where it holds none that can be read. */
export function readDraft(kept: string): KeptDraft | undefined {
  let json: unknown;
  try {
    json = JSON.parse(kept);
  } catch {
    return undefined;
  }
  if (!isObject(json) || json['format'] !== DRAFT_FORMAT) return undefined;
  const { rulebook, at } = json;
  if (!isObject(rulebook) || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  return {
    rulebook: { id: text(rulebook['id']), version: text(rulebook['version']) },
    at,
    entered: {
      city: text(json['city']),
      year: text(json['year']),
      category: typeof json['category'] === 'string' ? json['category'] : null,
      fields: texts(json['fields']) ?? [],
      drafts: each(json['drafts'], draftOf),
      materials: each(json['materials'], (ready) => (typeof ready === 'boolean' ? ready : undefined)),
    },
    names: each(json['names'], (name) => (isObject(name) && typeof name['zh'] === 'string' ? (name as unknown as Text) : undefined)),
  };
}
