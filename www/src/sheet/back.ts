/** Reads filled-in sheets back into the parts of a submission, and says by cell what is wrong. */
import type { Fault, Figure } from '../boundary';
import { emptyDraft, toJson, type Draft, type Json } from '../session/drafts';
import { readYear } from '../session/numerals';
import { kindTag, optionsOf, type Outline } from '../session/outline';
import type { Part } from '../session/state';
import { inLanguage, languages, textsIn } from '../texts';
import { columnLetters, type Cell, type Row, type Sheet } from './cells';
import { itemRow, markedRulebook, type ColumnKey } from './columns';
import { itemAnswers, type ItemRow } from './checklist';
import { isBlank, isNotCollected, readBit, same } from './answers';
import { readChoiceEntry, readNumberEntry, readOption, type Entry, type EntryFault } from './entries';

/** Where a cell stands. */
export interface CellPlace {
  /** The sheet's name where there are several. */
  readonly sheet: string;
  /** Such as `C12`. */
  readonly cell: string;
}

/** A fault of a cell; the engine's faults come with their own words. */
export interface CellFault extends CellPlace {
  readonly part: Part;
  readonly fault: EntryFault | Fault;
}

/** A row that is none of the rulebook's. */
export interface UnknownRow extends CellPlace {
  readonly text: string;
}

/** What a file of sheets says. */
export interface SheetContents {
  readonly values: Readonly<Record<Part, Json>>;
  /** Whether it is a whole form, which says also what city and year it is about. */
  readonly whole: boolean;
  readonly faults: readonly CellFault[];
  readonly unknown: readonly UnknownRow[];
  /** The cell that the engine's faults with a part belong to. */
  readonly placeOf: (part: Part, pointer: string) => CellPlace | undefined;
}

/** Why nothing could be read. */
export type NoContents = { readonly refused: 'no_head' } | { readonly refused: 'other_rulebook'; readonly id: string };

type Columns = Readonly<Partial<Record<ColumnKey, number>>>;

/** A row that names a part, with where it stands. */
interface Line {
  readonly sheet: string;
  readonly number: number;
  readonly columns: Columns;
  readonly cells: Readonly<Partial<Record<ColumnKey, Cell>>>;
}

/** The rows among which the headings are looked for. */
const MOST_ABOVE = 40;
const GIVEN: readonly ColumnKey[] = ['value', 'low', 'high', 'last', 'note'];
const isGiven = ({ cells }: Line): boolean => GIVEN.some((column) => cells[column] !== undefined);

const keys = Object.keys(textsIn('zh').inout.columns) as readonly ColumnKey[];
const headings = new Map<string, ColumnKey>();
for (const { lang } of languages) for (const key of keys) headings.set(same(textsIn(lang).inout.columns[key]), key);

/** The columns by their headings, where the row holds these. */
function columnsIn({ cells }: Row): Columns | undefined {
  const columns: Partial<Record<ColumnKey, number>> = {};
  cells.forEach((cell, at) => {
    const key = cell === undefined ? undefined : headings.get(same(cell.text));
    if (key !== undefined) columns[key] = columns[key] ?? at;
  });
  return columns.value !== undefined && (columns.id !== undefined || columns.name !== undefined) ? columns : undefined;
}

function linesOf({ name, rows }: Sheet): readonly Line[] | undefined {
  const head = rows.slice(0, MOST_ABOVE).findIndex((row) => columnsIn(row) !== undefined);
  const columns = rows[head] === undefined ? undefined : columnsIn(rows[head]);
  if (columns === undefined) return undefined;
  return rows.slice(head + 1).map(({ number, cells }) => {
    const own: Partial<Record<ColumnKey, Cell>> = {};
    for (const key of keys) {
      const column = columns[key];
      const cell = column === undefined ? undefined : cells[column];
      if (cell !== undefined) own[key] = cell;
    }
    return { sheet: name, number, columns, cells: own };
  });
}

function otherRulebook(sheets: readonly Sheet[], own: string): string | undefined {
  for (const { rows } of sheets) {
    for (const { cells } of rows.slice(0, MOST_ABOVE)) {
      const id = cells.map((cell) => (cell === undefined ? undefined : markedRulebook(cell.text.trim()))).find((found) => found !== undefined);
      if (id !== undefined && id !== own) return id;
    }
  }
  return undefined;
}

/** The items of a figure that is a checklist. */
function itemsOf(figure: Figure): ReturnType<typeof optionsOf> | undefined {
  return kindTag(figure.kind) === 'checklist' ? optionsOf(figure) : undefined;
}

/** The part that a name means where the row has no id: labels in any language, if only one part is called so. */
function partsByName(outline: Outline): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const twice = new Set<string>();
  const add = (name: string, part: string): void => {
    const plain = same(name);
    if ((parts.get(plain) ?? part) !== part) twice.add(plain);
    parts.set(plain, part);
  };
  for (const { lang } of languages) {
    const t = textsIn(lang);
    add(t.form.cityName, 'city');
    add(t.form.year, 'year');
    add(t.form.category, 'category');
    for (const { id, label } of outline.rulebook.fields ?? []) {
      add(t.inout.itemOf({ figure: t.form.fields, item: inLanguage(label, lang) }), `fields/${id}`);
    }
    for (const { id, label } of outline.rulebook.materials ?? []) add(inLanguage(label, lang), `materials/${id}`);
    for (const figure of outline.figures.values()) {
      const label = inLanguage(figure.label, lang);
      const items = itemsOf(figure);
      if (items === undefined) add(label, `figures/${figure.id}`);
      else for (const item of items) add(t.inout.itemOf({ figure: label, item: inLanguage(item.label, lang) }), itemRow(figure.id, item.id));
    }
  }
  for (const name of twice) parts.delete(name);
  return parts;
}

const POINTERS: readonly (readonly [RegExp, ColumnKey])[] = [
  [/\/last/, 'last'],
  [/\/between\/1/, 'high'],
  [/\/between/, 'low'],
  [/\/unit/, 'unit'],
  [/\/note/, 'note'],
  [/\/year$/, 'year'],
];

/** Notes as one, each once, and none that another says as well. */
function joined(notes: readonly string[]): string {
  const all = notes.filter((note, at) => note !== '' && !notes.some((other, place) => place !== at && other.includes(note) && (other !== note || place < at)));
  return all.join(all.some((note) => /[\u4e00-\u9fff]/.test(note)) ? '；' : '; ');
}

/** Reads sheets part by part. */
class Reader {
  readonly values: Record<Part, Json> = {};
  readonly faults: CellFault[] = [];
  readonly unknown: UnknownRow[] = [];
  readonly lines = new Map<string, Line>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly outline: Outline,
    private readonly several: boolean,
    private readonly base: (figure: Figure) => Draft,
  ) {
    this.names = partsByName(outline);
  }

  place(line: Line, column: ColumnKey): CellPlace {
    const at = line.columns[column] ?? line.columns.value ?? 0;
    return { sheet: this.several ? line.sheet : '', cell: columnLetters(at) + String(line.number) };
  }

  /** Takes in the rows, each under the part that it names. */
  collect(lines: readonly Line[]): void {
    for (const line of lines) {
      const id = line.cells.id?.text.trim() ?? '';
      const name = line.cells.name?.text.trim() ?? '';
      const key = this.isKnown(id) ? id : this.names.get(same(name));
      if (key === undefined) {
        if (isGiven(line)) this.unknown.push({ ...this.place(line, line.cells.name === undefined ? 'id' : 'name'), text: name === '' ? id : name });
        continue;
      }
      const before = this.lines.get(key);
      if (before === undefined || !isGiven(before)) this.lines.set(key, line);
      else if (isGiven(line) && GIVEN.some((column) => before.cells[column]?.text !== line.cells[column]?.text)) {
        const first = this.place(before, 'value');
        this.add(line, key.split('/').slice(0, 2).join('/'), { column: 'value', kind: 'twice', value: [first.sheet, first.cell].join(' ').trim() });
      }
    }
  }

  private isKnown(id: string): boolean {
    const [kind, name = '', item] = id.split('/');
    const { categories, fields = [], materials = [] } = this.outline.rulebook;
    switch (kind) {
      case 'city':
      case 'year':
        return id === kind;
      case 'category':
        return id === kind && categories !== undefined;
      case 'fields':
        return fields.some((field) => field.id === name);
      case 'materials':
        return materials.some((material) => material.id === name);
      case 'figures': {
        const figure = this.outline.figures.get(name);
        if (figure === undefined) return false;
        const items = itemsOf(figure);
        return items === undefined ? item === undefined : items.some((known) => known.id === item);
      }
      default:
        return false;
    }
  }

  private add(line: Line, part: Part, fault: EntryFault): void {
    this.faults.push({ ...this.place(line, fault.column), part, fault });
  }

  /** The city, the year, the category, the fields and the materials. */
  readHead(): void {
    const { categories = [], fields = [], materials = [] } = this.outline.rulebook;
    const value = (key: string): Cell | undefined => this.lines.get(key)?.cells.value;
    const city = value('city')?.text.trim() ?? '';
    if (city !== '') this.values['city'] = city;
    const year = readYear(value('year')?.text ?? '');
    if (year !== '') this.values['year'] = year;
    const category = this.lines.get('category');
    const chosen = category?.cells.value?.text ?? '';
    if (category !== undefined && chosen !== '') {
      const id = readOption(chosen, categories);
      if (id === undefined) this.add(category, 'category', { column: 'value', kind: 'category', value: chosen, known: categories.map((known) => ({ option: known.id })) });
      else this.values['category'] = id;
    }
    const flag = (key: string, part: Part, kind: 'yesNo' | 'material'): boolean | undefined => {
      const line = this.lines.get(key);
      const text = line?.cells.value?.text ?? '';
      if (line === undefined || isBlank(text)) return undefined;
      const answer = readBit(text);
      if (answer === undefined) this.add(line, part, { column: 'value', kind, value: text });
      return answer;
    };
    const ticked = fields.filter(({ id }) => flag(`fields/${id}`, 'fields', 'yesNo') === true).map(({ id }) => id);
    if (ticked.length > 0) this.values['fields'] = ticked;
    for (const { id } of materials) {
      const ready = flag(`materials/${id}`, `materials/${id}`, 'material');
      if (ready !== undefined) this.values[`materials/${id}`] = ready;
    }
  }

  readFigures(): void {
    for (const figure of this.outline.figures.values()) {
      const entry = this.entryOf(figure);
      if (entry === undefined) continue;
      const { lines, draft, hasValue, hasLast } = entry;
      const notes = lines.map(({ cells }) => cells.note?.text.trim() ?? '');
      const note = joined(notes);
      const year = readYear(lines[0]?.cells.year?.text ?? '');
      if (!hasValue && !hasLast && note === '' && year === '') continue;
      const base = this.base(figure);
      const last = base.kind === 'number' && draft.kind === 'number' ? (hasLast ? { last: draft.last, lastUnit: draft.lastUnit } : { last: base.last, lastUnit: base.lastUnit }) : {};
      const said = {
        ...(hasValue ? draft : base),
        ...last,
        // What was typed in the form stays beside what a part of it brings in.
        note: joined([base.note.trim(), ...notes]),
        year: year === '' ? base.year : /^\d{1,4}$/.test(year) ? Number(year) : year,
      } as Draft;
      this.values[`figures/${figure.id}`] = toJson(said);
    }
  }

  private entryOf(figure: Figure): (Entry & { readonly lines: readonly Line[] }) | undefined {
    const part = `figures/${figure.id}`;
    const empty = emptyDraft(figure);
    if (empty.kind === 'checklist') return this.checklistOf(figure);
    const line = this.lines.get(part);
    if (line === undefined) return undefined;
    const entry: Entry = empty.kind === 'number' ? readNumberEntry(this.outline, figure, empty, line.cells) : readChoiceEntry(figure, empty, line.cells);
    for (const fault of entry.faults) this.add(line, part, fault);
    return { ...entry, lines: [line] };
  }

  private checklistOf(figure: Figure): (Entry & { readonly lines: readonly Line[] }) | undefined {
    const part = `figures/${figure.id}`;
    const items = optionsOf(figure);
    const lines: Line[] = [];
    const rows: ItemRow[] = [];
    for (const { id } of items) {
      const line = this.lines.get(itemRow(figure.id, id));
      if (line === undefined) continue;
      lines.push(line);
      const text = line.cells.value?.text ?? '';
      const notCollected = isNotCollected(text);
      const answer = notCollected ? undefined : readBit(text);
      if (!isBlank(text) && !notCollected && answer === undefined) this.add(line, part, { column: 'value', kind: 'yesNo', value: text });
      rows.push({ id, blank: isBlank(text), notCollected, answer });
    }
    const { draft, hasValue, at, fault } = itemAnswers(rows, items.length);
    const line = lines[at];
    if (fault !== undefined && line !== undefined) this.add(line, part, fault);
    return lines.length === 0 ? undefined : { draft, hasValue, hasLast: false, faults: [], lines };
  }

  placeOf(part: Part, pointer: string): CellPlace | undefined {
    const line = this.lines.get(part) ?? Array.from(this.lines).find(([key]) => key.startsWith(`${part}/`))?.[1];
    if (line === undefined) return undefined;
    const column = POINTERS.find(([pattern]) => pattern.test(pointer))?.[1] ?? 'value';
    return this.place(line, column === 'low' && line.cells.low === undefined ? 'value' : column);
  }
}

/** Reads filled-in sheets. What a sheet leaves blank is as in `base` where it is not a whole form. */
export function readSheets(sheets: readonly Sheet[], outline: Outline, base: (figure: Figure) => Draft): SheetContents | NoContents {
  const other = otherRulebook(sheets, outline.rulebook.id);
  if (other !== undefined) return { refused: 'other_rulebook', id: other };
  const found = sheets.map(linesOf).filter((lines): lines is readonly Line[] => lines !== undefined);
  if (found.length === 0) return { refused: 'no_head' };
  const isWhole = found.some((lines) => lines.some(({ cells }) => cells.id?.text.trim() === 'city' || isCityName(cells.name)));
  const reader = new Reader(outline, sheets.length > 1, isWhole ? emptyDraft : base);
  for (const lines of found) reader.collect(lines);
  reader.readHead();
  reader.readFigures();
  return {
    values: reader.values,
    whole: isWhole,
    faults: reader.faults,
    unknown: reader.unknown,
    placeOf: (part, pointer) => reader.placeOf(part, pointer),
  };
}

function isCityName(cell: Cell | undefined): boolean {
  return cell !== undefined && languages.some(({ lang }) => same(textsIn(lang).form.cityName) === same(cell.text));
}
