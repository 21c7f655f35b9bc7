/** How the cells of a written workbook look. */

/** What a cell is for. */
export type Look = 'plain' | 'title' | 'guide' | 'head' | 'text' | 'entry' | 'whole' | 'places' | 'closed' | 'id';

interface Format {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: boolean;
  readonly number?: number;
  readonly align?: string;
}

const FONTS = ['<sz val="11"/>', '<b/><sz val="15"/>', '<b/><sz val="11"/>', '<sz val="10"/><color rgb="FF51606D"/>', '<sz val="8"/><color rgb="FF7F8E9A"/>'];
const FILLS = ['FFDDE8F1', 'FFFFF8DC', 'FFECEFF1'];
/** Number formats of its own: all places that were entered, in full. */
const PLACES = 164;
const WRAPPED = 'vertical="top" wrapText="1"';

const FORMATS: Readonly<Record<Look, Format>> = {
  plain: {},
  title: { font: 1, align: 'vertical="center"' },
  guide: { font: 3, align: WRAPPED },
  head: { font: 2, fill: 2, border: true, align: 'horizontal="center" vertical="center" wrapText="1"' },
  text: { border: true, align: WRAPPED },
  entry: { fill: 3, border: true, align: WRAPPED },
  whole: { fill: 3, border: true, number: 1, align: WRAPPED },
  places: { fill: 3, border: true, number: PLACES, align: WRAPPED },
  closed: { font: 3, fill: 4, border: true, align: WRAPPED },
  id: { font: 4, fill: 4, border: true, align: 'vertical="top"' },
};

const LOOKS = Object.keys(FORMATS) as readonly Look[];

/** The number of a look among the cell formats. */
export function styleOf(look: Look): number {
  return LOOKS.indexOf(look);
}

function xf({ font = 0, fill = 0, border = false, number = 0, align }: Format): string {
  const ids = `numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
  return align === undefined ? `<xf ${ids}/>` : `<xf ${ids} applyAlignment="1"><alignment ${align}/></xf>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** The part of a workbook that says how cells look. */
export function stylesXml(font: string): string {
  const side = (name: string): string => `<${name} style="thin"><color rgb="FFB4BEC6"/></${name}>`;
  // The first two fills are reserved.
  const fills = ['<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>', ...FILLS.map((color) => `<patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill>`)];
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('numFmts', [`<numFmt numFmtId="${PLACES}" formatCode="0.##############"/>`]),
    list('fonts', FONTS.map((inner) => `<font>${inner}<name val="${font}"/></font>`)),
    list('fills', fills.map((fill) => `<fill>${fill}</fill>`)),
    list('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
    ]),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', LOOKS.map((look) => xf(FORMATS[look]))),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}
