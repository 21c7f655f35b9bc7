/** Writes a workbook (.xlsx) of forms to fill in: texts, numbers, lists to choose from, and how it is printed. */
import { strToU8, zipSync } from 'fflate';
import { columnLetters } from './cells';
import { styleOf, stylesXml, type Look } from './styles';

/** A cell that is written. A number is in the engine's grammar and has no more digits than a spreadsheet keeps. */
export interface WrittenCell {
  readonly text: string;
  readonly look: Look;
  readonly number?: boolean;
  /** What may be chosen in it. */
  readonly list?: readonly string[];
}

/** A row of cells, the first in column A. */
export interface WrittenRow {
  readonly cells: readonly WrittenCell[];
  /** In points; else as the program that opens it finds right. */
  readonly height?: number;
  /** Its first cell reaches over all columns that are printed. */
  readonly across?: boolean;
}

/** A sheet that is written. */
export interface WrittenSheet {
  readonly name: string;
  /** The widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly WrittenRow[];
  /** How many rows at the top stay in view and are printed on every page. */
  readonly frozen: number;
  /** How many columns stay in view. */
  readonly frozenColumns: number;
  /** How many columns are printed. */
  readonly printed: number;
}

/** What the workbook is called by the words of a language. */
export interface WrittenNames {
  /** The hidden sheet that holds what may be chosen. */
  readonly lists: string;
  readonly font: string;
  readonly page: (page: string, of: string) => string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The longest name of a sheet. */
const LONGEST_NAME = 31;

function escaped(text: string): string {
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Texts and lists of a workbook, each once. */
class Pool {
  private readonly places = new Map<string, number>();
  readonly all: (readonly string[])[] = [];

  place(item: readonly string[]): number {
    const key = JSON.stringify(item);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push(item) - 1;
  }
}

function sheetXml(sheet: WrittenSheet, texts: Pool, lists: Pool, names: WrittenNames, first: boolean): string {
  const { widths, rows, frozen, frozenColumns, printed } = sheet;
  const chosen = new Map<number, string[]>();
  const merged: string[] = [];
  const cell = ({ text, look, number = false, list }: WrittenCell, column: number, row: number): string => {
    const place = `${columnLetters(column)}${row}`;
    if (list !== undefined && list.length > 0) {
      const at = lists.place(list);
      chosen.set(at, [...(chosen.get(at) ?? []), place]);
    }
    const start = `<c r="${place}" s="${styleOf(look)}"`;
    if (text === '') return `${start}/>`;
    return number ? `${start}><v>${text}</v></c>` : `${start} t="s"><v>${texts.place([text])}</v></c>`;
  };
  const lines = rows.map(({ cells, height, across = false }, at) => {
    const number = at + 1;
    if (across) merged.push(`A${number}:${columnLetters(printed - 1)}${number}`);
    const high = height === undefined ? '' : ` ht="${height}"${across ? ' customHeight="1"' : ''}`;
    return `<row r="${number}"${high}>${cells.map((written, column) => cell(written, column, number)).join('')}</row>`;
  });
  const validations = Array.from(chosen, ([at, places]) => {
    const column = columnLetters(at);
    const range = `'${names.lists}'!$${column}$1:$${column}$${lists.all[at]?.length ?? 1}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${places.join(' ')}"><formula1>${escaped(range)}</formula1></dataValidation>`;
  });
  const corner = `${columnLetters(frozenColumns)}${frozen + 1}`;
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${columnLetters(widths.length - 1)}${rows.length}"/>`,
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane xSplit="${frozenColumns}" ySplit="${frozen}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`,
    `<selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${lines.join('')}</sheetData>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
    validations.length === 0 ? '' : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;C${escaped(names.page('&P', '&N'))}</oddFooter></headerFooter></worksheet>`,
  ].join('');
}

function listsXml(lists: Pool, texts: Pool): string {
  const most = Math.max(0, ...lists.all.map(({ length }) => length));
  const rows: string[] = [];
  for (let row = 0; row < most; row += 1) {
    const cells = lists.all.map((list, column) => {
      const text = list[row];
      return text === undefined ? '' : `<c r="${columnLetters(column)}${row + 1}" t="s"><v>${texts.place([text])}</v></c>`;
    });
    rows.push(`<row r="${row + 1}">${cells.join('')}</row>`);
  }
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** Names that sheets can have, none twice. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken: string[] = [];
  return wanted.map((name) => {
    const plain = name.replace(/[\u0000-\u001f:\\/?*[\]]/g, ' ').replace(/^'+|'+$/g, '').trim() || '1';
    let own = plain.slice(0, LONGEST_NAME);
    for (let more = 2; taken.indexOf(own.toLowerCase()) >= 0; more += 1) {
      const end = `~${more}`;
      own = plain.slice(0, LONGEST_NAME - end.length) + end;
    }
    // Names that differ in case alone are the same.
    taken.push(own.toLowerCase());
    return own;
  });
}

function workbookXml(sheets: readonly WrittenSheet[], own: readonly string[], names: WrittenNames): string {
  const quoted = (name: string): string => escaped(`'${name.replace(/'/g, "''")}'`);
  const all = [...own.map((name) => ({ name, state: '' })), { name: names.lists, state: ' state="hidden"' }];
  const defined = sheets.map(({ rows, frozen, printed }, at) => {
    const name = quoted(own[at] ?? '');
    const last = columnLetters(printed - 1);
    return (
      `<definedName name="_xlnm.Print_Area" localSheetId="${at}">${name}!$A$1:$${last}$${rows.length}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${name}!$${frozen}:$${frozen}</definedName>`
    );
  });
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews>`,
    `<sheets>${all.map(({ name, state }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`).join('')}</sheets>`,
    `<definedNames>${defined.join('')}</definedNames></workbook>`,
  ].join('');
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** The workbook as a file. The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly WrittenSheet[], names: WrittenNames): Uint8Array {
  const [texts, lists] = [new Pool(), new Pool()];
  const own = sheetNames([...sheets.map(({ name }) => name), names.lists]);
  const hidden = own[sheets.length] ?? '';
  const named = { ...names, lists: hidden };
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, texts, lists, named, at === 0);
  });
  const count = sheets.length + 1;
  parts[`xl/worksheets/sheet${count}.xml`] = listsXml(lists, texts);
  parts['xl/workbook.xml'] = workbookXml(sheets, own.slice(0, -1), named);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const sheetRelations = numbers.map((number): [string, string] => ['worksheet', `worksheets/sheet${number}.xml`]);
  parts['xl/_rels/workbook.xml.rels'] = relations([...sheetRelations, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]);
  parts['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']]);
  parts['xl/styles.xml'] = stylesXml(names.font);
  const strings = texts.all.map(([text = '']) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}" uniqueCount="${strings.length}">${strings.join('')}</sst>`;
  const override = (name: string, type: string): string => `<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  parts['[Content_Types].xml'] = [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook', 'sheet.main'),
    override('styles', 'styles'),
    override('sharedStrings', 'sharedStrings'),
    ...numbers.map((number) => override(`worksheets/sheet${number}`, 'worksheet')),
    '</Types>',
  ].join('');
  const files: Record<string, Uint8Array> = {};
  // Programs look for the table of contents first.
  for (const name of ['[Content_Types].xml', '_rels/.rels', ...Object.keys(parts)]) files[name] = strToU8(HEAD + (parts[name] ?? ''));
  return zipSync(files, { mtime: '2020-01-01T00:00:00' });
}
