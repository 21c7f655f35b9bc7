// The form in workbooks and CSV: what is written is read back the same, and no bytes whatever make the reader throw.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import rulebooks from 'infocity:rulebooks';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Assessment, Figure, Rulebook } from '../../src/boundary';
import { emptyDraft, fromJson, toJson, type Json } from '../../src/session/drafts';
import { outline, type Outline } from '../../src/session/outline';
import { emptyState, stateOf, type State } from '../../src/session/state';
import { readCsv } from '../../src/sheet/csv';
import { readSheets, type SheetContents } from '../../src/sheet/back';
import { readWorkbook } from '../../src/sheet/read';
import { requestsFor } from '../../src/inout/holders';
import { requestWorkbook, templateWorkbook } from '../../src/sheet/template';
import type { SheetWords } from '../../src/sheet/columns';
import { readXml } from '../../src/sheet/xml';
import { inLanguage, textsIn } from '../../src/texts';

const nothing = { categories: [], missing: { figures: [], materials: [], requirements: [] } } as unknown as Assessment;
const words = (of: Outline, lang: string): SheetWords => ({ outline: of, lang, t: textsIn(lang), say: (text) => inLanguage(text, lang) });

const text = (zh: string) => ({ zh, en: `${zh}-en` });
const standing = { basis: 'reference', note: text('注') } as const;
const figure = (id: string, label: string, kind: Figure['kind']): Figure => ({ id, label: text(label), help: text('口径，含逗号'), holder: text('统计局'), kind, standing });
const made = {
  id: 'made',
  version: '1.0.0',
  title: text('示例'),
  categories: [{ id: 'a', label: text('甲类') }, { id: 'b', label: text('乙类') }],
  fields: [{ id: 'f', label: text('领域一') }, { id: 'g', label: text('领域二') }],
  materials: [{ id: 'm', label: text('申报书'), help: text('盖章'), standing }, { id: 'n', label: text('方案'), help: text('盖章'), standing }],
  dimensions: [{ id: 'd', label: text('维度'), indicators: [{ id: 'i', of: 'last(population)' }] }],
  figures: [
    figure('population', '人口', { number: { unit: '万人', units: ['人'], places: 2 } }),
    figure('rate', '比率', { number: { unit: '%', places: 2 } }),
    figure('level', '级别', { choice: { options: [{ id: 'x', label: text('甲，乙') }, { id: 'y', label: text('同名') }, { id: 'z', label: text('同名') }] } }),
    figure('built', '是否建成', 'yes_no'),
    figure('list', '清单', { checklist: { items: [{ id: 'p', label: text('一') }, { id: 'q', label: text('二') }] } }),
  ],
} as unknown as Rulebook;
const own = outline(made);

function read(bytes: Uint8Array, of: Outline, state?: State): SheetContents {
  const workbook = readWorkbook(bytes);
  assert.ok('sheets' in workbook);
  const contents = readSheets(workbook.sheets, of, ({ id }) => state?.drafts[id] ?? assert.fail());
  assert.ok('values' in contents);
  return contents;
}

/** The parts that a state says something of, as the store hands them to the engine. */
function parts({ city, year, category, fields, drafts, materials }: State): Record<string, Json> {
  const all: Record<string, Json> = {};
  if (city !== '') all['city'] = city;
  if (year !== '') all['year'] = year;
  if (category !== null) all['category'] = category;
  if (fields.length > 0) all['fields'] = fields;
  for (const [id, draft] of Object.entries(drafts)) if (toJson(draft) !== null) all[`figures/${id}`] = toJson(draft);
  for (const [id, ready] of Object.entries(materials)) all[`materials/${id}`] = ready;
  return all;
}

const stateWith = (of: Outline, submission: Record<string, unknown>): State => stateOf(of, nothing, submission as Record<string, Json>);

/** The workbook with text in some cells of its first sheet in place of what stood there. */
function filled(bytes: Uint8Array, cells: Record<string, string>): Uint8Array {
  const files = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  let xml = new TextDecoder().decode(files[path]);
  for (const [place, cell] of Object.entries(cells)) {
    const pattern = new RegExp(`<c r="${place}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`);
    assert.match(xml, pattern);
    xml = xml.replace(pattern, (_, style: string) => `<c r="${place}" s="${style}"${cell}</c>`);
  }
  return zipSync({ ...files, [path]: strToU8(xml) });
}
const typed = (value: string): string => ` t="inlineStr"><is><t>${value}</t></is>`;
const number = (value: string): string => `><v>${value}</v>`;

/** The row of an id in a sheet's first column of that name. */
function rowOf(bytes: Uint8Array, id: string): number {
  const workbook = readWorkbook(bytes);
  assert.ok('sheets' in workbook);
  const row = workbook.sheets[0]?.rows.find(({ cells }) => cells.some((cell) => cell?.text === id));
  assert.ok(row !== undefined, id);
  return row.number;
}

const empty = templateWorkbook(words(own, 'zh'), emptyState(own, nothing));
const [population, rate, level, built, list] = ['population', 'rate', 'level', 'built', 'list/p'].map((id) => rowOf(empty, `figures/${id}`)) as [number, number, number, number, number];

/** The cells at fault, each with what is wrong. */
const told = ({ faults }: SheetContents) => faults.map(({ cell, fault }) => [cell, 'kind' in fault ? fault.kind : '']);

const KINDS: Record<string, Record<string, unknown>> = {
  'a number': { population: { value: '1244.77', unit: '万人' } },
  'a number in another unit': { population: { value: '12447700', unit: '人' } },
  'more digits than a spreadsheet keeps': { population: { value: '12345678901234567.89', unit: '人' } },
  'fifteen digits': { population: { value: '123456789012345', unit: '人' } },
  'a small number': { population: { value: '0.000012', unit: '万人' } },
  'an estimate': { population: { between: ['900', '1100'], unit: '万人' } },
  'an estimate with one end': { population: { between: [null, '1100'], unit: '万人' } },
  'last year in a unit of its own': { population: { value: '5', unit: '万人', last: { value: '40000', unit: '人' } } },
  'last year alone': { population: { last: { value: '4', unit: '万人' } } },
  'a note with everything that XML knows': { population: { value: '5', unit: '万人', note: '<a&b> "c"\n_x000D_ =1+1 \u0001 𠮷' } },
  'a note alone': { population: { note: '见年鉴' } },
  'another year': { population: { value: '5', unit: '万人', year: 2020 } },
  'not collected': { population: { state: 'not_collected', note: '无' } },
  'an option with a comma': { level: 'x' },
  'an option called as another': { level: 'z' },
  'an option that is not collected': { level: { state: 'not_collected' } },
  yes: { built: true },
  no: { built: { value: false, note: '在建' } },
  'ticked items': { list: ['p'] },
  'none of the items': { list: [] },
  'all items with a note': { list: { value: ['p', 'q'], note: '见附件' } },
  'a checklist that is not collected': { list: { state: 'not_collected' } },
};

for (const lang of ['zh', 'en']) {
  for (const [what, figures] of Object.entries(KINDS)) {
    test(`${what} comes back from the workbook in ${lang}`, () => {
      const state = stateWith(own, { city: '示例市', year: 2021, category: 'b', fields: ['g'], figures, materials: { m: true, n: false } });
      const back = read(templateWorkbook(words(own, lang), state), own);
      assert.deepEqual(back.values, parts(state));
      assert.deepEqual([back.faults, back.unknown, back.whole], [[], [], true]);
    });
  }
}

for (const { text: json, examples } of rulebooks) {
  const of = outline(JSON.parse(json) as Rulebook);
  for (const { name, text: submission } of examples) {
    test(`${of.rulebook.id}: the example ${name} comes back from the workbook`, () => {
      const state = stateWith(of, JSON.parse(submission) as Record<string, unknown>);
      for (const lang of ['zh', 'en']) {
        const back = read(templateWorkbook(words(of, lang), state), of);
        assert.deepEqual(back.values, parts(state));
        assert.deepEqual([back.faults, back.unknown], [[], []]);
      }
    });
  }
}

test('the same state gives the same bytes', () => {
  const state = stateWith(own, { figures: { built: true } });
  assert.deepEqual(templateWorkbook(words(own, 'zh'), state), templateWorkbook(words(own, 'zh'), state));
});

test('what people write in the cells is read as they mean it', () => {
  const back = read(
    filled(empty, {
      [`C${population}`]: number('0.30000000000000004'),
      [`C${rate}`]: typed('45.67％'),
      [`C${level}`]: typed('甲，乙-en'),
      [`C${built}`]: ' t="b"><v>1</v>',
      [`C${list}`]: typed('√'),
      [`C${list + 1}`]: typed('否'),
      [`G${population}`]: typed('1,234 人'),
    }),
    own,
  );
  assert.deepEqual(back.values, {
    'figures/population': { value: '0.3', unit: '万人', last: { value: '1234', unit: '人' } },
    'figures/rate': { value: '45.67', unit: '%' },
    'figures/level': 'x',
    'figures/built': true,
    'figures/list': ['p'],
  });
  assert.deepEqual(back.faults, []);
});

test('a fault names its cell, and the field gets what was typed', () => {
  const back = read(
    filled(empty, {
      [`C${population}`]: typed('约12'),
      [`D${population}`]: typed('斤'),
      [`C${rate}`]: ' t="e"><v>#DIV/0!</v>',
      [`C${level}`]: typed('丙'),
      [`C${built}`]: typed('部分'),
      [`C${list}`]: typed('否'),
    }),
    own,
  );
  assert.deepEqual(
    told(back),
    [
      [`D${population}`, 'unit'],
      [`C${rate}`, 'error'],
      [`C${level}`, 'option'],
      [`C${built}`, 'yesNo'],
      [`C${list + 1}`, 'partial'],
    ],
  );
  assert.deepEqual(back.values, { 'figures/population': { value: '约12 斤', unit: '万人' } });
  assert.deepEqual(back.placeOf('figures/population', '/figures/population'), { sheet: '', cell: `C${population}` });
});

test('an item that is blank beside a “yes” counts as in the form, and is told', () => {
  const back = read(filled(empty, { [`C${list}`]: typed('是') }), own);
  assert.deepEqual(back.values, { 'figures/list': ['p'] });
  assert.deepEqual(told(back), [[`C${list + 1}`, 'blanks']]);
});

test('an estimate beside a value is told and left; a range in one cell is an estimate', () => {
  const both = read(filled(empty, { [`C${population}`]: number('5'), [`E${population}`]: number('4') }), own);
  assert.deepEqual(both.values, { 'figures/population': { value: '5', unit: '万人' } });
  assert.deepEqual(told(both), [[`E${population}`, 'both']]);
  const range = read(filled(empty, { [`C${population}`]: typed('900～1,100') }), own);
  assert.deepEqual(range.values, { 'figures/population': { between: ['900', '1100'], unit: '万人' } });
});

test('what has no unit of its own is in that of the column', () => {
  const last = read(filled(empty, { [`C${population}`]: typed('12,000,000人'), [`D${population}`]: typed('万人'), [`G${population}`]: number('1100') }), own);
  assert.deepEqual(last.values, { 'figures/population': { value: '12000000', unit: '人', last: { value: '1100', unit: '万人' } } });
  const wrong = read(filled(empty, { [`C${population}`]: typed('12万人'), [`D${population}`]: typed('斤'), [`G${population}`]: number('11') }), own);
  assert.deepEqual(wrong.values, { 'figures/population': { value: '12', unit: '万人', last: { value: '11 斤', unit: '万人' } } });
});

test('ends of which one alone names another unit than the column are told, and cannot be taken for an amount', () => {
  const ends = (low: string, high: string) => read(filled(empty, { [`E${population}`]: typed(low), [`F${population}`]: typed(high) }), own);
  const differ = ends('5', '60000人');
  assert.deepEqual(differ.values, { 'figures/population': { between: ['5 万人', '60000'], unit: '人' } });
  assert.deepEqual(told(differ), [[`E${population}`, 'unitsDiffer']]);
  assert.deepEqual(ends('5万人', '60000人').values, { 'figures/population': { between: ['5', '60000人'], unit: '万人' } });
  const alike = ends('50000人', '60000人');
  assert.deepEqual([alike.values, alike.faults], [{ 'figures/population': { between: ['50000', '60000'], unit: '人' } }, []]);
});

test('what the form refuses as a range is refused in a cell', () => {
  for (const text of ['010-8888', '2021-2022', '2021-03', '120-100']) {
    assert.deepEqual(read(filled(empty, { [`C${population}`]: typed(text) }), own).values, { 'figures/population': { value: text, unit: '万人' } }, text);
  }
  assert.deepEqual(read(filled(empty, { [`C${population}`]: typed('5-6万人') }), own).values, { 'figures/population': { between: ['5', '6'], unit: '万人' } });
});

test('a row without its id is known by its name; one that is nobody’s is listed', () => {
  const back = read(
    filled(empty, { [`K${population}`]: typed(''), [`C${population}`]: number('5'), [`K${rate}`]: typed('figures/other'), [`B${rate}`]: typed('别的'), [`C${rate}`]: number('7') }),
    own,
  );
  assert.deepEqual(back.values, { 'figures/population': { value: '5', unit: '万人' } });
  assert.deepEqual(back.unknown, [{ sheet: '', cell: `B${rate}`, text: '别的' }]);
});

test('a request list brings in what is filled in and leaves the rest', () => {
  const state = stateWith(own, { city: '示例市', figures: { population: { value: '5', unit: '万人', note: '旧' }, built: true } });
  const lists = requestsFor(words(own, 'zh'), state, false);
  assert.deepEqual(lists.map(({ holder, figures }) => [holder, figures.length]), [['统计局', 5]]);
  const bytes = requestWorkbook(words(own, 'zh'), stateWith(own, { figures: {} }), lists);
  const row = rowOf(bytes, 'figures/population');
  const back = read(filled(bytes, { [`G${row}`]: number('4') }), own, state);
  assert.equal(back.whole, false);
  assert.deepEqual(back.values, { 'figures/population': { value: '5', unit: '万人', last: { value: '4', unit: '万人' }, note: '旧' } });
});

test('a note that comes in leaves the one that stands there, and says nothing twice', () => {
  const noteAfter = (before: string, written: string): unknown => {
    const state = stateWith(own, { figures: { population: { value: '5', unit: '万人', note: before } } });
    const empty = stateWith(own, { figures: {} });
    const bytes = requestWorkbook(words(own, 'zh'), empty, requestsFor(words(own, 'zh'), empty, false));
    const row = rowOf(bytes, 'figures/population');
    const workbook = readWorkbook(bytes);
    const head = 'sheets' in workbook ? workbook.sheets[0]?.rows.map(({ cells }) => cells.findIndex((cell) => cell?.text.startsWith(textsIn('zh').inout.columns.note))).find((at) => at >= 0) : undefined;
    const back = read(filled(bytes, { [`${'ABCDEFGHIJK'.charAt(head ?? -1)}${row}`]: typed(written) }), own, state);
    return (back.values['figures/population'] as Record<string, Json>)['note'];
  };
  assert.equal(noteAfter('公报第3页', '年鉴'), '公报第3页；年鉴');
  assert.equal(noteAfter('bulletin', 'yearbook'), 'bulletin; yearbook');
  assert.equal(noteAfter('公报', '公报'), '公报');
  assert.equal(noteAfter('公报；年鉴', '年鉴'), '公报；年鉴');
  assert.equal(noteAfter('公报', '公报第3页'), '公报第3页');
  assert.equal(noteAfter('', '年鉴'), '年鉴');
});

test('what says that there is nothing is no answer in a sheet either', () => {
  const at = (id: string, value: string) => read(filled(empty, { [`C${rowOf(empty, id)}`]: typed(value) }), own);
  for (const none of ['n/a', '无数据', '暂无', '-', '…']) {
    for (const id of ['figures/population', 'figures/built', 'figures/level', 'figures/list/p']) assert.deepEqual([at(id, none).values, at(id, none).faults], [{}, []], `${id} ${none}`);
  }
  assert.deepEqual(at('figures/population', '不统计').values, { 'figures/population': { state: 'not_collected' } });
  assert.deepEqual(at('figures/built', '☑').values, { 'figures/built': true });
});

test('a form for another rulebook is told apart', () => {
  const other = outline({ ...made, id: 'other' });
  const workbook = readWorkbook(templateWorkbook(words(other, 'zh'), emptyState(other, nothing)));
  assert.ok('sheets' in workbook);
  assert.deepEqual(readSheets(workbook.sheets, own, emptyDraft), { refused: 'other_rulebook', id: 'other' });
});

test('a workbook as Excel writes it: prefixes, rich text, percent and date formats, formulas', () => {
  const bytes = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="表" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId7" Target="/xl/worksheets/Sheet1.xml"/></Relationships>'),
    'xl/styles.xml': strToU8('<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="176"/></cellXfs></styleSheet>'),
    'xl/sharedStrings.xml': strToU8('<sst><si><r><t>填报</t></r><r><t>值</t></r><rPh><t>x</t></rPh></si><si><t>指标数据</t></si></sst>'),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>0</v></c></row>' +
        '<row r="4"><c r="B4" t="str"><f>"a"</f><v>比率</v></c><c r="C4" s="1"><f>1/3</f><v>0.45669999999999999</v></c></row>' +
        '<row r="5"><c r="B5" t="inlineStr"><is><t>人口</t></is></c><c r="C5" s="2"><v>44197</v></c></row></sheetData></worksheet>',
    ),
  });
  const back = read(bytes, own, emptyState(own, nothing));
  assert.deepEqual(back.values, { 'figures/rate': { value: '45.67', unit: '%' } });
  assert.deepEqual(told(back), [['C5', 'date']]);
});

/** A workbook with one number of a format beside the name of a figure. */
function formatted(code: string, value: string): SheetContents {
  const xf = (id: number): string => `<xf numFmtId="${id}"/>`;
  const bytes = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="表" id="a"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/styles.xml': strToU8(`<styleSheet><numFmts><numFmt numFmtId="176" formatCode="${code.replace(/"/g, '&quot;')}"/></numFmts><cellXfs>${xf(0)}${xf(176)}</cellXfs></styleSheet>`),
    'xl/sharedStrings.xml': strToU8('<sst><si><t>指标数据</t></si><si><t>填报值</t></si><si><t>人口</t></si></sst>'),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
        `<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>${value}</v></c><c r="C2" t="s"/></row></sheetData></worksheet>`,
    ),
  });
  return read(bytes, own, emptyState(own, nothing));
}

for (const [code, value, json] of [
  ['0.00"人"', '12', { value: '12', unit: '人' }],
  ['0.00人', '12', { value: '12', unit: '人' }],
  ['#,##0.00_ ', '12', { value: '12', unit: '万人' }],
  ['General"万人"', '12', { value: '12', unit: '万人' }],
  ['[Red]0.0_);(0.0);"无"', '12', { value: '12', unit: '万人' }],
  ['"约"0', '12', { value: '12', unit: '万人' }],
  ['0.0"亿元"', '12', { value: '12亿元', unit: '万人' }],
  ['0.0,', '1234567', { value: '1234567 [0.0,]', unit: '万人' }],
  ['#,##0,"人"', '1234567', { value: '1234567 [#,##0,"人"]', unit: '万人' }],
  ['0!.0,"万"', '1234567', { value: '1234567 [0!.0,"万"]', unit: '万人' }],
  ['0"."00', '1234', { value: '1234 [0"."00]', unit: '万人' }],
] as const) {
  test(`a number is read as its format shows it, or not as a number: ${code}`, () => {
    assert.deepEqual(formatted(code, value).values, { 'figures/population': json });
  });
}

test('no bytes make the readers throw, and none take more memory than allowed', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const broken = empty.slice(0, round % 3 === 0 ? random(empty.length) : empty.length);
    for (let flips = 0; flips < 1 + (round % 5) && broken.length > 0; flips += 1) broken[random(broken.length)] = random(256);
    const workbook = readWorkbook(broken);
    if ('sheets' in workbook) readSheets(workbook.sheets, own, emptyDraft);
    readSheets([readCsv(broken)], own, emptyDraft);
  }
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024), 'xl/_rels/workbook.xml.rels': strToU8('<a/>') });
  assert.deepEqual(readWorkbook(bomb), { refused: 'too_large' });
  for (const xml of ['<', '<a', '<a b="', '</', '<!--', '<![CDATA[', '<a>&#x110000;&bad;&#0;', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']) readXml(xml, { open: () => undefined, text: () => undefined });
});

test('CSV as Chinese spreadsheets save it, in GB 18030 and with tabs', () => {
  // 指标数据\t填报值\n人口\t5
  const bytes = new Uint8Array([0xd6, 0xb8, 0xb1, 0xea, 0xca, 0xfd, 0xbe, 0xdd, 9, 0xcc, 0xee, 0xb1, 0xa8, 0xd6, 0xb5, 10, 0xc8, 0xcb, 0xbf, 0xda, 9, 0x35]);
  const contents = readSheets([readCsv(bytes)], own, ({ kind }) => fromJson({ kind } as Figure, null));
  assert.ok('values' in contents);
  assert.deepEqual(contents.values, { 'figures/population': { value: '5', unit: '万人' } });
});
