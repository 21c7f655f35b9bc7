/** The form as sheets to fill in: the whole of it, or what one department is asked for. */
import type { Figure } from '../boundary';
import { plainText, type Draft, type NumberDraft } from '../session/drafts';
import { isNumber, readNumber, readYear } from '../session/numerals';
import { numberKind, unitsOf } from '../session/outline';
import type { State } from '../session/state';
import { helpOf } from '../form/help-text';
import type { Request } from '../inout/holders';
import { ownUnit, yearHelp } from '../page/shared';
import { itemRow, labelled, optionLabels, rulebookMark, type ColumnKey, type SheetWords } from './columns';
import { isKept } from './digits';
import { writeWorkbook, type WrittenCell, type WrittenRow, type WrittenSheet } from './write';

const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  dimension: 13,
  name: 28,
  value: 16,
  unit: 11,
  low: 11,
  high: 11,
  last: 13,
  help: 58,
  holder: 15,
  note: 24,
  year: 8,
  id: 12,
};

/** From so many digits on a spreadsheet would shorten what it shows. */
const LONG = 11;
/** The height of a line, and of the highest row that a spreadsheet has, in points. */
const LINE = 16;
const HIGHEST = 400;

type Cells = Partial<Record<ColumnKey, WrittenCell>>;

interface SheetOf {
  readonly words: SheetWords;
  readonly state: State;
  readonly columns: readonly ColumnKey[];
}

function lines(text: string, width: number): number {
  return text.split('\n').reduce((count, line) => {
    const wide = (line.match(/[^\u0000-\u024f]/g) ?? []).length;
    return count + Math.max(1, Math.ceil((line.length + wide) / width));
  }, 0);
}

function rowOf({ columns }: SheetOf, cells: Cells): WrittenRow {
  const closed: WrittenCell = { text: '', look: 'closed' };
  const all = columns.map((key) => cells[key] ?? closed);
  const most = Math.max(1, ...all.map(({ text }, at) => lines(text, WIDTHS[columns[at] ?? 'id'] - 2)).slice(0, -1));
  return { cells: all, height: Math.min(HIGHEST, most * LINE + 3) };
}

const shown = (text: string): WrittenCell => ({ text, look: 'text' });
const entered = (text: string, list?: readonly string[]): WrittenCell => (list === undefined ? { text, look: 'entry' } : { text, look: 'entry', list });

/** A number as one where a spreadsheet keeps it exactly, else as text. */
function numberCell(typed: string, unit: string): WrittenCell {
  const { number } = readNumber(typed, [unit]);
  if (!isNumber(number) || !isKept(number)) return entered(number);
  const long = number.replace(/\D/g, '').length >= LONG;
  return { text: number, number: true, look: !long ? 'entry' : number.indexOf('.') < 0 ? 'whole' : 'places' };
}

function numberCells(of: SheetOf, figure: Figure, draft: NumberDraft): Cells {
  const { t, outline } = of.words;
  const kind = numberKind(figure);
  if (kind === undefined) return {};
  const units = unitsOf(kind);
  const label = (unit: string): string => t.unitChoice(unit, ownUnit(of.words));
  const range = draft.estimate && !draft.notCollected;
  const exact = !draft.estimate && !draft.notCollected;
  const last = numberCell(draft.last, draft.lastUnit);
  const lastApart = last.text !== '' && draft.lastUnit !== draft.unit;
  return {
    value: draft.notCollected ? entered(t.form.notCollected) : exact ? numberCell(draft.text, draft.unit) : entered(''),
    unit: units.length === 1 ? { text: label(draft.unit), look: 'closed' } : entered(label(draft.unit), units.map(label)),
    low: range ? numberCell(draft.low, draft.unit) : entered(''),
    high: range ? numberCell(draft.high, draft.unit) : entered(''),
    ...(outline.readsLast.has(figure.id) ? { last: lastApart ? entered(`${last.text} ${draft.lastUnit}`) : last } : {}),
  };
}

function answerCell({ t, say }: SheetWords, figure: Figure, draft: Exclude<Draft, NumberDraft>, item?: string): WrittenCell {
  const yesOrNo = [t.form.yes, t.form.no, t.form.notCollected];
  const flag = (on: boolean | null): string => (draft.notCollected ? t.form.notCollected : on === null ? '' : on ? t.form.yes : t.form.no);
  switch (draft.kind) {
    case 'yes_no':
      return entered(flag(draft.answer), yesOrNo);
    case 'checklist':
      return entered(flag(draft.items === null ? null : draft.items.indexOf(item ?? '') >= 0), yesOrNo);
    case 'choice': {
      const options = optionLabels(figure, say);
      const chosen = options.find(({ id }) => id === draft.option)?.label ?? draft.option ?? '';
      return entered(draft.notCollected ? t.form.notCollected : chosen, [...options.map(({ label }) => label), t.form.notCollected]);
    }
  }
}

function figureRows(of: SheetOf, figure: Figure): readonly WrittenRow[] {
  const { words, state } = of;
  const { t, say, outline } = words;
  const draft = state.drafts[figure.id];
  if (draft === undefined) return [];
  const common = (id: string, name: string, first: boolean, item?: string): Cells => ({
    dimension: shown(figure.dimension === undefined ? t.form.city : say(outline.label('dimension', figure.dimension))),
    name: shown(name),
    help: shown(helpOf(words, figure, item)),
    holder: shown(figure.holder === undefined ? '' : say(figure.holder)),
    ...(first ? { note: entered(draft.note), year: entered(plainText(draft.year)) } : {}),
    id: { text: id, look: 'id' },
  });
  const label = say(figure.label);
  if (draft.kind === 'number') {
    return [rowOf(of, { ...common(`figures/${figure.id}`, label, true), ...numberCells(of, figure, draft) })];
  }
  if (draft.kind !== 'checklist') return [rowOf(of, { ...common(`figures/${figure.id}`, label, true), value: answerCell(words, figure, draft) })];
  return optionLabels(figure, say).map(({ id, label: item }, at) =>
    rowOf(of, {
      ...common(itemRow(figure.id, id), t.inout.itemOf({ figure: label, item }), at === 0, id),
      value: answerCell(words, figure, draft, id),
    }),
  );
}

function allRows(of: SheetOf, figures: readonly Figure[]): readonly WrittenRow[] {
  return ([] as WrittenRow[]).concat(...figures.map((figure) => figureRows(of, figure)));
}

/** What is entered for the application as a whole. */
function headRows(of: SheetOf): readonly WrittenRow[] {
  const { words, state } = of;
  const { t, say, outline } = words;
  const { categories = [], fields = [] } = outline.rulebook;
  const row = (id: string, name: string, help: string, value: WrittenCell): WrittenRow =>
    rowOf(of, { dimension: shown(t.form.city), name: shown(name), help: shown(help), value, id: { text: id, look: 'id' } });
  const year = readYear(state.year);
  const rows = [row('city', t.form.cityName, t.form.cityHelp, entered(state.city.trim())), row('year', t.form.year, yearHelp(words), numberCell(year, '年'))];
  if (categories.length > 1) {
    const labels = labelled(categories, say);
    const chosen = labels.find(({ id }) => id === state.category)?.label ?? state.category ?? '';
    rows.push(row('category', t.form.category, t.form.categoryHelp, entered(chosen, labels.map(({ label }) => label))));
  }
  for (const { id, label } of fields) {
    const on = state.fields.indexOf(id) >= 0 ? t.form.yes : '';
    rows.push(row(`fields/${id}`, t.inout.itemOf({ figure: t.form.fields, item: say(label) }), '', entered(on, [t.form.yes, t.form.no])));
  }
  return rows;
}

function materialRows(of: SheetOf): readonly WrittenRow[] {
  const { words, state } = of;
  const { t, say, outline } = words;
  const choices = [t.report.materialState.ready, t.report.materialState.missing];
  return (outline.rulebook.materials ?? []).map(({ id, label, help }) => {
    const ready = state.materials[id];
    const value = ready === undefined ? '' : ready ? t.report.materialState.ready : t.report.materialState.missing;
    return rowOf(of, {
      dimension: shown(t.form.materials),
      name: shown(say(label)),
      help: shown(say(help)),
      value: entered(value, choices),
      id: { text: `materials/${id}`, look: 'id' },
    });
  });
}

function columnsFor({ outline, t }: SheetWords, state: State, figures: readonly Figure[]): readonly ColumnKey[] {
  const withLast = figures.some(({ id }) => outline.readsLast.has(id));
  const withYear = figures.some(({ id }) => state.drafts[id]?.year != null);
  const all = Object.keys(t.inout.columns) as readonly ColumnKey[];
  return all.filter((key) => (key === 'last' ? withLast : key === 'year' ? withYear : true));
}

interface Frame {
  readonly name: string;
  readonly title: string;
  readonly guides: readonly string[];
}

function framed(of: SheetOf, { name, title, guides }: Frame, rows: readonly WrittenRow[]): WrittenSheet {
  const { columns, words } = of;
  const widths = columns.map((key) => WIDTHS[key]);
  const printed = columns.length - 1;
  const width = widths.slice(0, printed).reduce((sum, one) => sum + one, 0);
  const empty: WrittenCell = { text: '', look: 'plain' };
  const across = (text: string, look: 'title' | 'guide', id: string): WrittenRow => ({
    cells: columns.map((_, at) => (at === 0 ? { text, look } : at === printed && id !== '' ? { text: id, look: 'id' } : empty)),
    height: look === 'title' ? 30 : lines(text, width) * LINE + 3,
    across: true,
  });
  const head: WrittenRow = { cells: columns.map((key) => ({ text: words.t.inout.columns[key], look: 'head' })), height: 2 * LINE + 3 };
  const top = [across(title, 'title', rulebookMark(words.outline.rulebook)), ...guides.map((text) => across(text, 'guide', ''))];
  return { name, widths, rows: [...top, head, ...rows], frozen: top.length + 1, frozenColumns: 2, printed };
}

function workbookOf(words: SheetWords, sheets: readonly WrittenSheet[]): Uint8Array {
  const { lists, font, pageOf } = words.t.inout;
  return writeWorkbook(sheets, { lists, font, page: (page, of) => pageOf({ page, of }) });
}

/** The whole form, with what was entered so far, as a workbook. */
export function templateWorkbook(words: SheetWords, state: State): Uint8Array {
  const { t, say, outline } = words;
  const figures = ([] as Figure[]).concat(...outline.sections.map((section) => section.figures));
  const of: SheetOf = { words, state, columns: columnsFor(words, state, figures) };
  const rows = [...headRows(of), ...allRows(of, figures), ...materialRows(of)];
  const frame = { name: t.inout.sheet, title: t.inout.title({ system: say(outline.rulebook.title) }), guides: [t.inout.guide] };
  return workbookOf(words, [framed(of, frame, rows)]);
}

/** A sheet for each department that is asked, with what was entered so far. */
export function requestWorkbook(words: SheetWords, state: State, requests: readonly Request[]): Uint8Array {
  const { t, say, outline } = words;
  const { city, year } = state;
  const sheets = requests.map(({ holder, figures }) => {
    const of: SheetOf = { words, state, columns: columnsFor(words, state, figures) };
    const guides = [
      t.inout.requestIntro({ city: city.trim(), year: readYear(year), system: say(outline.rulebook.title), count: figures.length }),
      t.inout.guide,
    ];
    return framed(of, { name: holder, title: t.inout.requestTitle({ holder }), guides }, allRows(of, figures));
  });
  return workbookOf(words, sheets);
}
