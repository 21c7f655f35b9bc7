/** The lines of what was pasted with what a person chose for each, ready to be shown and entered. */
import type { Fault, Figure } from '../boundary';
import type { Draft, Json } from '../session/drafts';
import type { Outline } from '../session/outline';
import { entered, standsThere } from './enter';
import type { Matcher } from './match';
import { isUsable, readCell, readLast, type Line, type Read } from './plan';

/** What a person chose for a line, in place of what was found. */
export interface Choice {
  /** The figure; empty for none. */
  readonly figure?: string;
  readonly unit?: string;
  readonly taken?: boolean;
}

/** A line with what it comes to. */
export interface Row {
  readonly line: Line;
  readonly figure: Figure | undefined;
  readonly value: Read;
  readonly last: Read;
  /** The figure's JSON once it is entered; `undefined` where there is nothing to enter. */
  readonly json: Json | undefined;
  readonly faults: readonly Fault[];
  readonly stands: 'nothing' | 'same' | 'other';
  /** The figure was only guessed. */
  readonly doubtful: boolean;
  readonly taken: boolean;
}

interface Form {
  readonly outline: Outline;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly faultsOf: (figures: Readonly<Record<string, Json>>) => Readonly<Record<string, readonly Fault[]>>;
}

const NONE: Read = { kind: 'none' };

/** Something stands there, and it was not read. */
function isRefused(read: Read): boolean {
  return read.kind !== 'none' && !isUsable(read);
}

function judged(line: Line, choice: Choice, { outline, drafts }: Form, matcher: Matcher): Omit<Row, 'faults' | 'taken'> {
  const id = choice.figure ?? line.match?.id ?? '';
  const figure = outline.figures.get(id);
  const draft = drafts[id];
  const doubtful = choice.figure === undefined && line.match?.certain === false;
  if (figure === undefined || draft === undefined) return { line, figure, value: NONE, last: NONE, json: undefined, stands: 'nothing', doubtful };
  const [unit, lastUnit] = draft.kind === 'number' ? [draft.unit, draft.lastUnit] : ['', ''];
  const value = readCell(line.value, line, figure, unit, choice.unit, matcher);
  const last = outline.readsLast.has(id) ? readLast(line, figure, lastUnit, choice.unit, matcher) : NONE;
  const json = isUsable(value) || isUsable(last) ? entered(draft, value, last, line.note) : undefined;
  return { line, figure, value, last, json, stands: standsThere(draft, value, last), doubtful };
}

/** The rows for lines; of those that are sure, free of faults and first for their figure it is proposed to take them. */
export function rowsOf(lines: readonly Line[], choices: Readonly<Record<number, Choice>>, form: Form, matcher: Matcher): readonly Row[] {
  const rows = lines.map((line) => judged(line, choices[line.key] ?? {}, form, matcher));
  const first: Record<string, Json> = {};
  for (const { figure, json } of rows) if (figure !== undefined && json !== undefined && !(figure.id in first)) first[figure.id] = json;
  const faults = form.faultsOf(first);
  const taken = new Set<string>();
  return rows.map((row): Row => {
    const { line, figure, json } = row;
    if (figure === undefined || json === undefined) return { ...row, faults: [], taken: false };
    const own = first[figure.id] === json ? faults : form.faultsOf({ [figure.id]: json });
    const wrong = own[figure.id] ?? [];
    const chosen = choices[line.key]?.taken ?? (!row.doubtful && wrong.length === 0 && !isRefused(row.value) && !isRefused(row.last));
    const free = !taken.has(figure.id);
    if (chosen && free) taken.add(figure.id);
    return { ...row, faults: wrong, taken: chosen && free };
  });
}

/** The choices after one was made; a figure is taken from one line only, the one that was chosen last. */
export function chosen(choices: Readonly<Record<number, Choice>>, rows: readonly Row[], at: number, choice: Choice): Readonly<Record<number, Choice>> {
  const own = rows.find(({ line }) => line.key === at);
  const before: Choice = choices[at] ?? {};
  const other = choice.figure !== undefined && choice.figure !== own?.figure?.id;
  // A unit was chosen for the figure that stood there.
  const kept: Choice = other ? {} : before;
  const after: Record<number, Choice> = { ...choices, [at]: { ...kept, ...choice } };
  if (choice.taken !== true) return after;
  const id = choice.figure ?? own?.figure?.id;
  for (const { line, figure, taken } of rows) {
    if (line.key !== at && taken && figure?.id === id) after[line.key] = { ...choices[line.key], taken: false };
  }
  return after;
}
