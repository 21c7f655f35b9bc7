/** A pasted text as the cells that it came from: tabs between columns, a line a row, quotation marks around cells with either. */

/** Rows of cells; a row may be shorter than another. */
export type Grid = readonly (readonly string[])[];

/** The end of a quoted cell that begins at `from`, where it is followed by what ends a cell. */
function quoteEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== '"') continue;
    if (text.charAt(at + 1) === '"') at += 1;
    else return /^$|[\t\r\n]/.test(text.charAt(at + 1)) ? at : undefined;
  }
  return undefined;
}

/** The cells of a text; empty lines at its end are none. */
export function cellsOf(text: string): Grid {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const row = rows[rows.length - 1] ?? [];
    const end = text.charAt(at) === '"' ? quoteEnd(text, at) : undefined;
    const next = /[\t\r\n]|$/g;
    next.lastIndex = end === undefined ? at : end + 1;
    const stop = next.exec(text)?.index ?? text.length;
    row.push(end === undefined ? text.slice(at, stop) : text.slice(at + 1, end).replace(/""/g, '"'));
    if (stop >= text.length) break;
    if (text.charAt(stop) !== '\t') rows.push([]);
    at = stop + (text.slice(stop, stop + 2) === '\r\n' ? 2 : 1);
  }
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell.trim() === '') === true) rows.pop();
  return rows;
}

/** Whether a text holds more than one cell. */
export function holdsSeveral(text: string): boolean {
  return cellsOf(text).reduce((count, row) => count + row.filter((cell) => cell.trim() !== '').length, 0) > 1;
}

/** How many columns the widest row has. */
export function widthOf(grid: Grid): number {
  return grid.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Columns as rows. */
export function transposed(grid: Grid): Grid {
  return Array.from({ length: widthOf(grid) }, (_, column) => grid.map((row) => row[column] ?? ''));
}

/** Without the rows and columns in which nothing stands. */
export function withoutBlank(grid: Grid): Grid {
  const rows = (from: Grid): Grid => from.filter((row) => row.some((cell) => cell.trim() !== ''));
  return transposed(rows(transposed(rows(grid))));
}

/** Lines of a report, a name and a number in each, as two columns; `undefined` where any line is something else. */
export function namedLines(grid: Grid): Grid | undefined {
  const lines = grid.map(([line = '']) => line.trim()).filter((line) => line !== '');
  const split = lines.map((line) => /^(\D.*?)(?:\s*[：:]\s*|\s+)([-+\u2212约]?\s*\d\S*(?:\s?\S+)?)$/.exec(line));
  if (widthOf(grid) !== 1 || split.some((parts) => parts === null)) return undefined;
  return split.map((parts) => [parts?.[1] ?? '', parts?.[2] ?? '']);
}
