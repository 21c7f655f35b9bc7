/** Reads the cells of a workbook (.xlsx), whichever program wrote it. */
import { columnOf, type Cell, type Row, type Sheet } from './cells';
import { shownDigits } from './digits';
import { numberLooks, PLAIN, type NumberLook } from './formats';
import { shifted } from '../session/numerals';
import { Archive, NoArchive } from './unzip';
import { readXml } from './xml';

/** More than this is no form that a city fills in. */
const MOST_SHEETS = 100;
const MOST_CELLS = 200_000;
const MOST_COLUMNS = 256;

/** The sheets of a workbook, or why there are none. */
export type Workbook = { readonly sheets: readonly Sheet[] } | { readonly refused: 'damaged' | 'too_large' };

/** Characters that XML cannot hold stand as `_x000D_`. */
function withControls(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let [current, inText, phonetic] = ['', false, false];
  readXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') phonetic = true;
    },
    close: (name) => {
      if (name === 'si') texts.push(withControls(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
    text: (text) => {
      if (inText && !phonetic) current += text;
    },
  });
  return texts;
}

/** Where the sheets stand, in their order; hidden ones are none that a city fills in. */
function sheetFiles(archive: Archive): readonly { readonly name: string; readonly file: string }[] {
  const targets = new Map<string, string>();
  readXml(archive.text('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship') targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  });
  const sheets: { name: string; file: string }[] = [];
  readXml(archive.text('xl/workbook.xml') ?? '', {
    open: (element, { name = '', id = '', state = 'visible' }) => {
      const file = targets.get(id);
      if (element === 'sheet' && file !== undefined && state === 'visible') sheets.push({ name, file });
    },
  });
  return sheets;
}

interface Tables {
  readonly texts: readonly string[];
  readonly looks: readonly NumberLook[];
}

function cellOf(type: string, style: number, value: string, inline: string, { texts, looks }: Tables): Cell | undefined {
  const made = (kind: Cell['kind'], text: string): Cell | undefined => (text.trim() === '' ? undefined : { kind, text });
  switch (type) {
    case 's':
      return made('text', (/^\d{1,7}$/.test(value.trim()) ? texts[Number(value)] : undefined) ?? '');
    case 'inlineStr':
      return made('text', withControls(inline));
    case 'str':
      return made('text', withControls(value));
    case 'b':
      return made('flag', value.trim());
    case 'e':
      return made('error', value);
    case 'd':
      return made('date', value);
    default: {
      const digits = shownDigits(value);
      if (digits === undefined) return made('text', value);
      const { kind, behind } = looks[style] ?? PLAIN;
      if (kind === 'date') return made('date', digits);
      return made('number', (kind === 'percent' ? `${shifted(digits, 2)}%` : digits) + behind);
    }
  }
}

/** How many cells may still be read. */
interface Budget {
  cells: number;
}

function rowsOf(xml: string, tables: Tables, budget: Budget): readonly Row[] {
  const rows: Row[] = [];
  let number = 0;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let [type, style, value, inline] = ['', 0, '', ''];
  let inside = '';
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        number = /^\d{1,7}$/.test(attributes['r'] ?? '') ? Number(attributes['r']) : number + 1;
        [cells, column] = [[], -1];
      } else if (name === 'c') {
        // Where a cell does not say where it stands, it follows the one before.
        column = columnOf(/^[A-Z]{1,4}/.exec(attributes['r'] ?? '')?.[0] ?? '') ?? column + 1;
        [type, style, value, inline] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? '0'), '', ''];
      } else if (name === 'v' || name === 't') inside = name;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inside = '';
      else if (name === 'c') {
        const cell = cellOf(type, style, value, inline, tables);
        budget.cells -= 1;
        if (budget.cells < 0) throw new NoArchive('too_large');
        if (cell !== undefined && column < MOST_COLUMNS) cells[column] = cell;
      } else if (name === 'row' && cells.length > 0) rows.push({ number, cells });
    },
    text: (text) => {
      if (inside === 'v') value += text;
      else if (inside === 't') inline += text;
    },
  });
  return rows;
}

/** Reads a workbook. Whatever the bytes are, it answers. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  try {
    const archive = new Archive(bytes);
    const files = sheetFiles(archive);
    if (files.length === 0) return { refused: 'damaged' };
    if (files.length > MOST_SHEETS) return { refused: 'too_large' };
    const tables = { texts: sharedTexts(archive.text('xl/sharedStrings.xml') ?? ''), looks: numberLooks(archive.text('xl/styles.xml') ?? '') };
    const budget = { cells: MOST_CELLS };
    return { sheets: files.map(({ name, file }) => ({ name, rows: rowsOf(archive.text(file) ?? '', tables, budget) })) };
  } catch (error) {
    return { refused: error instanceof NoArchive ? error.reason : 'damaged' };
  }
}
