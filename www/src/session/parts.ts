/** What stands in the form as a submission's JSON, part by part. */
import type { Fault } from '../boundary';
import type { Json } from './drafts';
import type { Outline } from './outline';
import { partJson, type Part, type State } from './state';

const FORMAT = 'infocity-submission/1';

/** Parts with their values as a submission, with what it says of itself. */
export function submissionOf(values: Readonly<Record<Part, Json>>, about: Readonly<Record<string, Json>> = {}): Record<string, Json> {
  const submission: Record<string, Json> = { format: FORMAT, ...about, city: '' };
  const groups: Record<string, Record<string, Json>> = { figures: {}, materials: {} };
  for (const [part, value] of Object.entries(values)) {
    const [kind = '', id] = part.split('/');
    const group = groups[kind];
    if (group !== undefined && id !== undefined) group[id] = value;
    else submission[part] = value;
  }
  return { ...submission, ...groups };
}

/** A submission in which nothing was entered, as JSON text. */
export const NOTHING = JSON.stringify(submissionOf({}));

/** Every part of which the form may hold something. */
export function heldParts({ drafts, materials }: State): readonly Part[] {
  const figures = Object.keys(drafts).map((id) => `figures/${id}`);
  const ready = Object.keys(materials).map((id) => `materials/${id}`);
  return ['city', 'year', 'category', 'fields', ...figures, ...ready];
}

/** What of a part can still be taken where it is at fault: a figure without last year's value, where only that is wrong. */
export function restOf(value: Json, faults: readonly Fault[]): Json {
  const lastAtFault = faults.every((fault) => fault.place.includes('/last'));
  if (!lastAtFault || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const rest: Record<string, Json> = { ...(value as Record<string, Json>) };
  delete rest['last'];
  return rest;
}

/** The submission as JSON text, made without the engine; what is shown to be at fault is left out, as the engine leaves it. */
export function submissionText({ rulebook: { id, version } }: Outline, state: State): string {
  const values: Record<Part, Json> = {};
  for (const part of heldParts(state)) {
    const faults = state.faults[part];
    const value = partJson(state, part);
    const right = faults === undefined ? value : restOf(value, faults);
    if (right !== null) values[part] = right;
  }
  return JSON.stringify(submissionOf(values, { rulebook: { id, version } }));
}
