/** Tables as comma-separated text, as spreadsheets read and write it. */
import type { Cell, Row, Sheet } from './cells';

const MARK = '\ufeff';
const MOST_ROWS = 20_000;

/** A cell of a table that is written: a number is told from a text that a spreadsheet could take for a formula. */
export interface CsvCell {
  readonly text: string;
  readonly number?: boolean;
}

function field({ text, number = false }: CsvCell): string {
  // A spreadsheet would compute what begins so; an apostrophe makes it a text.
  const safe = !number && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The table as text, with the mark by which spreadsheets know UTF-8. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return MARK + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** Text in UTF-8, else as Chinese spreadsheets save it. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The sign between fields: the one that is most often outside of quotes in the first lines. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 4000).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Reads a table. Whatever the bytes are, it answers. */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = decoded(bytes).replace(MARK, '');
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let cells: (Cell | undefined)[] = [];
  let value = '';
  let column = 0;
  let number = 1;
  const endCell = (): void => {
    // The apostrophe that keeps a text from being a formula is no part of it.
    const said = value.replace(/^'(?=[=+\-@])/, '').trim();
    if (said !== '') cells[column] = { kind: 'text', text: said };
    value = '';
    column += 1;
  };
  const endRow = (): void => {
    endCell();
    if (cells.length > 0) rows.push({ number, cells });
    [cells, column, number] = [[], 0, number + 1];
  };
  let quoted = false;
  for (let at = 0; at < text.length && rows.length < MOST_ROWS; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') value += sign;
      else if (text.charAt(at + 1) === '"') {
        value += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && value.trim() === '') {
      quoted = true;
      value = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r' || text.charAt(at + 1) !== '\n') value += sign === '\r' ? '\n' : sign;
  }
  endRow();
  return { name: '', rows };
}
