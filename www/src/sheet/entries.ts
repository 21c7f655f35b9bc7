/** What the cells of one row say of a figure, as people write it. */
import type { Figure } from '../boundary';
import { readNumber } from '../session/numerals';
import { numberKind, optionsOf, unitsOf, type Outline } from '../session/outline';
import type { Draft, NumberDraft } from '../session/drafts';
import { inLanguage, languages, type Texts } from '../texts';
import { ownUnit } from '../page/shared';
import { everyText, isBlank, isNotCollected, readBit, same } from './answers';
import type { Cell } from './cells';
import { labelled, type Named } from './columns';

/** What can be wrong with a cell beyond what the engine finds. */
export type CellFaultKind = keyof Texts['inout']['faults'];

/** A fault of a cell, and what its words depend on. */
export interface EntryFault {
  readonly column: 'value' | 'unit' | 'low' | 'high' | 'last';
  readonly kind: CellFaultKind;
  readonly value: string;
  readonly known?: readonly Known[];
}

/** Something that could have been chosen: a unit, or a text in each language. */
export type Known = { readonly unit: string } | { readonly option: string };

/** The cells of a row that say something of a figure. */
export type EntryCells = Readonly<Partial<Record<'value' | 'unit' | 'low' | 'high' | 'last', Cell>>>;

/** A figure as a row has it: which parts were given, and what is wrong with them. */
export interface Entry<D extends Draft = Draft> {
  readonly draft: D;
  readonly hasValue: boolean;
  readonly hasLast: boolean;
  readonly faults: readonly EntryFault[];
}

/** The id of what a text names, by its label in any language or by the id itself. */
export function readOption(text: string, list: readonly Named[]): string | undefined {
  const plain = same(text);
  for (const { lang } of languages) {
    const labels = labelled(list, (label) => inLanguage(label, lang));
    const found = labels.find(({ id, label }) => same(label) === plain || id === text.trim());
    if (found !== undefined) return found.id;
  }
  return undefined;
}

function readUnit(outline: Outline, units: readonly string[], text: string): string | undefined {
  const plain = same(text);
  return units.find(
    (unit) =>
      same(unit) === plain ||
      everyText.some(({ lang, t }) => {
        const own = ownUnit({ outline, say: (label) => inLanguage(label, lang) });
        return same(t.unitChoice(unit, own)) === plain || same(t.unit(unit, own)) === plain;
      }),
  );
}

/** What of a cell can stand in a field: a date or a computing error cannot. */
function typed(cell: Cell | undefined, column: EntryFault['column'], faults: EntryFault[]): string {
  if (cell === undefined || isBlank(cell.text)) return '';
  if (cell.kind !== 'date' && cell.kind !== 'error') return cell.text.trim();
  faults.push({ column, kind: cell.kind, value: cell.text });
  return '';
}

/** Reads a number, its estimate and last year's value. */
export function readNumberEntry(outline: Outline, figure: Figure, empty: NumberDraft, cells: EntryCells): Entry<NumberDraft> {
  const kind = numberKind(figure);
  const units = kind === undefined ? [] : unitsOf(kind);
  const faults: EntryFault[] = [];
  const [value, low, high, last, written] = (['value', 'low', 'high', 'last', 'unit'] as const).map((column) => typed(cells[column], column, faults)) as [string, string, string, string, string];
  const draft: { -readonly [key in keyof NumberDraft]: NumberDraft[key] } = { ...empty };
  const chosen = written === '' ? draft.unit : readUnit(outline, units, written);
  if (chosen === undefined) faults.push({ column: 'unit', kind: 'unit', value: written, known: units.map((unit) => ({ unit })) });
  const { between, unit: unitOfRange } = readNumber(value, units);
  const hasRange = between !== undefined;
  draft.notCollected = isNotCollected(value);
  draft.estimate = !draft.notCollected && (value === '' || hasRange) && (low !== '' || high !== '' || hasRange);
  [draft.low, draft.high] = between ?? [low, high];
  draft.text = draft.estimate || draft.notCollected ? '' : value;
  if (value !== '' && (low !== '' || high !== '')) faults.push({ column: 'low', kind: 'both', value: [low, high].filter((end) => end !== '').join(' ') });
  if (!draft.estimate) [draft.low, draft.high] = ['', ''];

  // A unit behind the number says more than its column, which the sheet filled in.
  const texts = (['text', 'low', 'high'] as const).filter((key) => draft[key] !== '');
  const unitOf = (key: 'text' | 'low' | 'high'): string | undefined => unitOfRange ?? readNumber(draft[key], units).unit;
  const unit = texts.map(unitOf).find((behind) => behind !== undefined) ?? chosen;
  if (texts.some((key) => (unitOf(key) ?? chosen) !== unit)) faults.push({ column: 'low', kind: 'unitsDiffer', value: `${draft.low} ${draft.high}` });
  for (const key of texts) {
    const behind = unitOf(key);
    // Under another unit, or one that is none, the digits alone would be another amount: the field shows both, as a fault.
    if (unit !== undefined && (behind ?? chosen) === unit) draft[key] = readNumber(draft[key], units).number;
    else if (behind === undefined) draft[key] = `${draft[key]} ${written === '' ? draft.unit : written}`;
  }
  draft.unit = unit ?? draft.unit;
  const lastRead = readNumber(last, units);
  draft.lastUnit = lastRead.unit ?? chosen ?? draft.unit;
  draft.last = lastRead.unit === undefined && chosen === undefined && last !== '' ? `${last} ${written}` : lastRead.number;
  const hasValue = draft.notCollected || draft.text !== '' || draft.low !== '' || draft.high !== '';
  return { draft, hasValue, hasLast: draft.last !== '', faults };
}

/** Reads one option, or yes or no. */
export function readChoiceEntry<D extends Exclude<Draft, NumberDraft>>(figure: Figure, empty: D, cells: EntryCells): Entry<D> {
  const faults: EntryFault[] = [];
  const value = typed(cells.value, 'value', faults);
  if (value === '') return { draft: empty, hasValue: false, hasLast: false, faults };
  if (isNotCollected(value)) return { draft: { ...empty, notCollected: true }, hasValue: true, hasLast: false, faults };
  if (empty.kind === 'yes_no') {
    const answer = readBit(value);
    if (answer === undefined) faults.push({ column: 'value', kind: 'yesNo', value });
    return { draft: { ...empty, answer: answer ?? null }, hasValue: answer !== undefined, hasLast: false, faults };
  }
  const options = optionsOf(figure);
  const option = readOption(value, options);
  if (option === undefined) faults.push({ column: 'value', kind: 'option', value, known: options.map(({ id }) => ({ option: id })) });
  return { draft: { ...empty, option: option ?? null }, hasValue: option !== undefined, hasLast: false, faults };
}
