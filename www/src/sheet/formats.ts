/** What the number formats of a workbook make of a number: percent and dates change what a reader sees. */
import { readXml } from './xml';

/** How a cell's number is shown. */
export type NumberLook = 'plain' | 'percent' | 'date';

const PERCENT = [9, 10];

function isDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

function lookOf(code: string): NumberLook {
  // What stands in quotes, behind a backslash or in brackets is shown as it is.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? '';
  if (bare.indexOf('%') >= 0) return 'percent';
  return /[ymdhs]/i.test(bare.replace(/general/i, '')) ? 'date' : 'plain';
}

/** How numbers are shown, by the style of their cells. */
export function numberLooks(styles: string): readonly NumberLook[] {
  const own = new Map<number, NumberLook>();
  const looks: NumberLook[] = [];
  let inCells = false;
  readXml(styles, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? '0');
      if (name === 'numFmt') own.set(id, lookOf(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) looks.push(own.get(id) ?? (PERCENT.indexOf(id) >= 0 ? 'percent' : isDate(id) ? 'date' : 'plain'));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
}
