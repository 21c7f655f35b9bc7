/** What the number formats of a workbook make of a number: percent and dates change what a reader sees. */
import { readXml } from './xml';

/** How a cell's number is shown. */
export interface NumberLook {
  readonly kind: 'plain' | 'percent' | 'date';
  /** What a reader sees behind the number, such as its unit; or the format, where it shows another size than stands in the cell. */
  readonly behind: string;
}

/** A number as it stands in the cell. */
export const PLAIN: NumberLook = { kind: 'plain', behind: '' };
/** No program writes a longer format. */
const MOST = 255;

const PERCENT = [9, 10];

function isDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** The first section of a format as its parts: what is shown as it is written, colours and spacing, and the signs of the format. */
function partsOf(code: string): readonly { readonly shown: boolean; readonly text: string }[] {
  const parts: { shown: boolean; text: string }[] = [];
  const each = /"([^"]*)"|[\\!](.)|\[[^\]]*\]|[_*].|(;)|(general|.)/gi;
  for (let found = each.exec(code); found !== null && found[3] === undefined; found = each.exec(code)) {
    const [, quoted, escaped, , sign] = found;
    if (sign !== undefined) parts.push({ shown: false, text: sign });
    else if (quoted !== undefined || escaped !== undefined) parts.push({ shown: true, text: quoted ?? escaped ?? '' });
  }
  return parts;
}

const isPlace = ({ shown, text }: { readonly shown: boolean; readonly text: string }): boolean => !shown && /^(?:[0#?]|general)$/i.test(text);

function lookOf(code: string): NumberLook {
  const parts = partsOf(code.slice(0, MOST));
  const signs = parts.map(({ shown, text }) => (shown ? ' ' : text)).join('');
  if (signs.indexOf('%') >= 0) return { kind: 'percent', behind: '' };
  if (/[ymdhs]/i.test(signs.replace(/general/i, ''))) return { kind: 'date', behind: '' };
  const places = parts.map(isPlace);
  const [first, last] = [places.indexOf(true), places.lastIndexOf(true)];
  const after = parts.slice(last + 1);
  // A comma behind the last place leaves out thousands, and a point that is only drawn moves the number.
  const scales = after.some(({ shown, text }) => !shown && text === ',') || parts.slice(Math.max(first, 0), last).some(({ shown, text }) => shown && text.indexOf('.') >= 0);
  if (first >= 0 && scales) return { kind: 'plain', behind: ` [${code}]` };
  const behind = after.map(({ text }) => text).join('').trim();
  return first >= 0 && /[a-z\u4e00-\u9fff\u2030]/i.test(behind) ? { kind: 'plain', behind } : PLAIN;
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
      else if (name === 'xf' && inCells) looks.push(own.get(id) ?? { kind: PERCENT.indexOf(id) >= 0 ? 'percent' : isDate(id) ? 'date' : 'plain', behind: '' });
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
}
