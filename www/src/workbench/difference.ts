/** What two rulebooks differ in, place by place; things are told apart by their ids, wherever they stand in their lists. */
import type { RulebookDiff } from './bench';

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The pointer into the rulebook that has it: the new one, except for what was removed. */
  readonly place: string;
  readonly before: unknown;
  readonly after: unknown;
}

type RuleChange = RulebookDiff['changes'][number];

/** What changed in a rule and can do this much: the properties of one that was changed. */
export const propertiesOf = ({ kind, properties }: RuleChange, effect: RuleChange['effect']): RuleChange['properties'] =>
  kind === 'changed' ? properties.filter((property) => property.effect === effect) : properties;

/** How many changes of a rule can do this much, counted as the command counts them: its changed properties, else the rule. */
export const changesOf = (change: RuleChange, effect: RuleChange['effect']): number =>
  change.kind === 'changed' ? propertiesOf(change, effect).length : Number(change.effect === effect);

type Thing = Readonly<Record<string, unknown>>;

const isObject = (part: unknown): part is Thing => typeof part === 'object' && part !== null && !Array.isArray(part);

/** What a thing is called in its list. */
function idOf(part: unknown): string | undefined {
  if (!isObject(part)) return undefined;
  const id = part['id'] ?? part['unit'];
  return typeof id === 'string' ? id : undefined;
}

const below = (place: string, key: string | number): string => `${place}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

function compareLists(before: readonly unknown[], after: readonly unknown[], places: readonly [string, string], found: Difference[]): void {
  const [old, now] = places;
  const named = [...before, ...after].every((item) => idOf(item) !== undefined);
  const partner = (list: readonly unknown[], item: unknown, at: number): number =>
    named ? list.findIndex((other) => idOf(other) === idOf(item)) : at < list.length ? at : -1;
  before.forEach((item, at) => {
    if (partner(after, item, at) === -1) found.push({ kind: 'removed', place: below(old, at), before: item, after: undefined });
  });
  after.forEach((item, at) => {
    const was = partner(before, item, at);
    if (was === -1) found.push({ kind: 'added', place: below(now, at), before: undefined, after: item });
    else compare(before[was], item, [below(old, was), below(now, at)], found);
  });
}

function compare(before: unknown, after: unknown, places: readonly [string, string], found: Difference[]): void {
  if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(before as readonly unknown[], after as readonly unknown[], places, found);
  } else if (isObject(before) && isObject(after)) {
    const [old, now] = places;
    const keys = [...Object.keys(before), ...Object.keys(after).filter((key) => !(key in before))];
    for (const key of keys) {
      if (!(key in after)) found.push({ kind: 'removed', place: below(old, key), before: before[key], after: undefined });
      else if (!(key in before)) found.push({ kind: 'added', place: below(now, key), before: undefined, after: after[key] });
      else compare(before[key], after[key], [below(old, key), below(now, key)], found);
    }
  } else if (before !== after) {
    found.push({ kind: 'changed', place: places[1], before, after });
  }
}

/** Every difference between two documents, in the order of the first and then of the second. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  compare(before, after, ['', ''], found);
  return found;
}
