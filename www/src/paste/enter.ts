/** What a pasted line changes in the submission. */
import { toJson, type Draft, type Json } from '../session/drafts';
import { compared, isNumber } from '../session/numerals';
import { isUsable, type Read } from './plan';

type Entry = Readonly<Record<string, Json | undefined>>;

function entryOf(draft: Draft): Entry {
  const json = toJson(draft);
  if (json === null) return {};
  return typeof json === 'object' && !Array.isArray(json) ? (json as Entry) : { value: json };
}

/** What a reading puts in the place of a value. */
function valueOf(read: Read): Entry {
  if (!isUsable(read)) return {};
  if (read.kind === 'not_collected') return { state: 'not_collected' };
  if (read.kind === 'option') return { value: read.value };
  if (read.kind === 'none') return {};
  const { reading, unit } = read;
  return reading.between === undefined ? { value: reading.number, unit } : { between: reading.between, unit };
}

function lastOf(last: Read): Json | undefined {
  return last.kind === 'number' && isUsable(last) ? { value: last.reading.number, unit: last.unit } : undefined;
}

/** The JSON of a figure with what was read entered; its note, and what was not pasted, stay. */
export function entered(draft: Draft, value: Read, last: Read, note: string): Json {
  const after: Record<string, Json> = {};
  const now = valueOf(value);
  const replaced = Object.keys(now).length > 0 ? ['value', 'between', 'unit', 'state'] : [];
  const before = entryOf(draft);
  for (const [key, part] of Object.entries(before)) if (part !== undefined && !replaced.includes(key)) after[key] = part;
  for (const [key, part] of Object.entries({ ...now, last: lastOf(last) })) if (part !== undefined) after[key] = part;
  if (note !== '' && after['note'] === undefined) after['note'] = note;
  return after;
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one === 'string' && typeof other === 'string' && isNumber(one) && isNumber(other)) return compared(one, other) === 0;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What entering would do to what stands there: nothing of it is replaced, all is the same, or something is replaced. */
export function standsThere(draft: Draft, value: Read, last: Read): 'nothing' | 'same' | 'other' {
  const before = entryOf(draft);
  const now = valueOf(value);
  const said = (entry: Entry): Json | undefined => entry['value'] ?? entry['between'] ?? entry['state'];
  const pairs: readonly (readonly [Json | undefined, Json | undefined])[] = [
    [said(now), said(before)],
    [now['unit'], before['unit']],
    [lastOf(last), before['last']],
  ];
  const read = pairs.filter(([one]) => one !== undefined);
  if (read.some(([one, other]) => other !== undefined && !isSame(one, other))) return 'other';
  return read.length > 0 && read.every(([, other]) => other !== undefined) ? 'same' : 'nothing';
}
