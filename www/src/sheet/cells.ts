/** A table as a workbook or a CSV file holds it. */

/** What a cell shows, as text: whatever kind of value stands behind it. */
export interface Cell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'flag' | 'date' | 'error';
}

/** One row; its cells by column, those that are empty left out. */
export interface Row {
  /** Its number, as the sheet shows it: the first is 1. */
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** A sheet with the rows that hold something. */
export interface Sheet {
  /** Its name; empty for a file that is one table. */
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The letters of a column, of which the first is 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The column that letters mean; `undefined` beyond the last that a sheet can have. */
export function columnOf(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
