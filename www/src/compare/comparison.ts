/** Two submissions to the same rulebook side by side, as rows. */
import type { CategoryResult, Decimal, Fit, Points, RequirementResult, Status } from '../boundary';
import type { Draft } from '../session/drafts';
import { converted, isNumber, readNumber } from '../session/numerals';
import type { Outline } from '../session/outline';
import type { Part, State } from '../session/state';
import { minus } from '../session/decimals';
import { differs, partsOf } from './differ';

/**
 * Whether what is open on both sides is the same thing, as between what was entered and a trial of it: then it is told how
 * far each end moved. Else the one may turn out low and the other high: from `[a, b]` to `[c, d]` is `[c - b, d - a]`.
 */
export type Unknowns = 'same' | 'independent';

/** How far something moved: a number, the range that the difference lies in, or how far each end of a range moved. */
export interface Change {
  readonly kind: 'number' | 'range' | 'ends';
  readonly low: Decimal;
  readonly high: Decimal;
}

/** Points on both sides. */
export interface PointsRow {
  readonly id: string;
  readonly before: Points | null;
  readonly after: Points | null;
  readonly change: Change | null;
  readonly differs: boolean;
}

/** A verdict on both sides. */
export interface VerdictRow<Verdict> {
  readonly id: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly differs: boolean;
}

/** A category: its total, whether it fits where there is anything to meet, and its dimensions. */
export interface CategoryRows {
  readonly id: string;
  readonly total: PointsRow;
  readonly fit: VerdictRow<Fit> | null;
  readonly dimensions: readonly PointsRow[];
}

/** What was entered for a part on both sides; the change in the unit of the second, where both are numbers. */
export interface EntryRow {
  readonly part: Part;
  readonly change: (Change & { readonly unit: string }) | null;
  readonly differs: boolean;
}

/** Everything that two submissions have side by side. */
export interface Comparison {
  readonly categories: readonly CategoryRows[];
  readonly fields: readonly PointsRow[];
  readonly requirements: readonly VerdictRow<Status>[];
  readonly entries: readonly EntryRow[];
}

function changeOf(before: Points, after: Points, unknowns: Unknowns): Change {
  if (before.low === before.high && after.low === after.high) {
    const number = minus(after.low, before.low);
    return { kind: 'number', low: number, high: number };
  }
  return unknowns === 'same'
    ? { kind: 'ends', low: minus(after.low, before.low), high: minus(after.high, before.high) }
    : { kind: 'range', low: minus(after.low, before.high), high: minus(after.high, before.low) };
}

function pointsRow(id: string, was: Points | null | undefined, is: Points | null | undefined, unknowns: Unknowns): PointsRow {
  const [before, after] = [was ?? null, is ?? null];
  const change = before === null || after === null ? null : changeOf(before, after, unknowns);
  return { id, before, after, change, differs: before?.low !== after?.low || before?.high !== after?.high };
}

function verdictRow<Verdict>(id: string, before: Verdict, after: Verdict): VerdictRow<Verdict> {
  return { id, before, after, differs: before !== after };
}

function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find((known) => known.id === id);
}

function categoryRows(before: CategoryResult | undefined, after: CategoryResult, unknowns: Unknowns): CategoryRows {
  const { id, judged, fit } = after;
  return {
    id,
    total: pointsRow(id, before?.score, after.score, unknowns),
    fit: judged ? verdictRow(id, before?.fit ?? fit, fit) : null,
    dimensions: after.dimensions.map((dimension) =>
      pointsRow(dimension.id, byId(before?.dimensions ?? [], dimension.id)?.score, dimension.score, unknowns),
    ),
  };
}

/** The ends of what was entered as a number or as an estimate with two ends. */
function amountOf(draft: Draft | undefined): { readonly points: Points; readonly unit: string } | undefined {
  if (draft?.kind !== 'number' || draft.notCollected) return undefined;
  const read = (typed: string): string => readNumber(typed, [draft.unit]).number;
  const [low, high] = draft.estimate ? [read(draft.low), read(draft.high)] : [read(draft.text), read(draft.text)];
  return isNumber(low) && isNumber(high) ? { points: { low, high }, unit: draft.unit } : undefined;
}

function entryRow(before: State, after: State, part: Part): EntryRow {
  const row = { part, change: null, differs: differs(before, after, part) };
  const id = part.startsWith('figures/') ? part.slice('figures/'.length) : '';
  const [was, is] = [amountOf(before.drafts[id]), amountOf(after.drafts[id])];
  // What is at fault does not count: there is nothing to subtract.
  if (was === undefined || is === undefined || before.faults[part] !== undefined || after.faults[part] !== undefined) return row;
  const [low, high] = [converted(was.points.low, was.unit, is.unit), converted(was.points.high, was.unit, is.unit)];
  if (low === undefined || high === undefined) return row;
  return { ...row, change: { ...changeOf({ low, high }, is.points, 'independent'), unit: is.unit } };
}

function requirementRow(before: RequirementResult | undefined, { id, status }: RequirementResult): VerdictRow<Status> {
  return verdictRow(id, before?.status ?? status, status);
}

/** Everything side by side, in the order of the rulebook and of the form. */
export function compared(outline: Outline, before: State, after: State, unknowns: Unknowns): Comparison {
  const [was, is] = [before.assessment, after.assessment];
  return {
    categories: is.categories.map((category) => categoryRows(byId(was.categories, category.id), category, unknowns)),
    fields: is.fields.map(({ id, score }) => pointsRow(id, byId(was.fields, id)?.score, score, unknowns)),
    requirements: is.requirements.map((requirement) => requirementRow(byId(was.requirements, requirement.id), requirement)),
    entries: partsOf(outline).map((part) => entryRow(before, after, part)),
  };
}

/** The same without the rows in which the two agree; the total stays with what else moved in its category. */
export function onlyDifferent({ categories, fields, requirements, entries }: Comparison): Comparison {
  const different = (row: { readonly differs: boolean }): boolean => row.differs;
  return {
    categories: categories
      .map((rows) => ({ ...rows, fit: rows.fit?.differs === true ? rows.fit : null, dimensions: rows.dimensions.filter(different) }))
      .filter(({ total, fit, dimensions }) => different(total) || fit !== null || dimensions.length > 0),
    fields: fields.filter(different),
    requirements: requirements.filter(different),
    entries: entries.filter(different),
  };
}
