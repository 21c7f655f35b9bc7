// Pasted tables: cells, names, columns, units, and what is entered. A wrong guess must never be taken by itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import flagship from 'infocity:flagship';
import type { Figure, Rulebook } from '../../src/boundary';
import { cellsOf, holdsSeveral } from '../../src/paste/cells';
import { entered, standsThere } from '../../src/paste/enter';
import { layoutOf, type List, type Table } from '../../src/paste/layout';
import { likeness, matcherOf, normalised } from '../../src/paste/match';
import { isUsable, linesOf, listLines, readCell, type Line, type NumberRead } from '../../src/paste/plan';
import { rowsOf } from '../../src/paste/rows';
import { emptyDraft, fromJson, type Draft } from '../../src/session/drafts';
import { outline } from '../../src/session/outline';

const known = outline(JSON.parse(flagship) as Rulebook);
const names: Record<string, string> = { 亿元: '100 million yuan', '%': '%' };
const matcher = matcherOf(Array.from(known.figures.values()), (symbol) => (names[symbol] === undefined ? [] : [names[symbol]]));
const figure = (id: string): Figure => known.figures.get(id) as Figure;
const table = (text: string, year: number | undefined = 2021): Table => {
  const layout = layoutOf(cellsOf(text), year, matcher);
  assert.equal(layout.kind, 'table', text);
  return layout as Table;
};
const lines = (text: string, year?: number): readonly Line[] => {
  const found = table(text, year);
  return linesOf(found, found.roles, matcher, year);
};
const drafts = Object.fromEntries(Array.from(known.figures.values(), (one): [string, Draft] => [one.id, emptyDraft(one)]));
const form = { outline: known, drafts, faultsOf: () => ({}) };
const line = (value: string, unit = '', namedUnit?: string, tableUnit?: string): Line => ({ key: 0, label: '', value, last: '', note: '', unit, namedUnit, tableUnit, lastTableUnit: tableUnit, match: undefined });
const number = (id: string, given: Line, inForm: string, chosen?: string): NumberRead => readCell(given.value, given, figure(id), inForm, chosen, matcher) as NumberRead;

for (const [text, cells] of [
  ['a\tb\r\n1\t2\r\n', [['a', 'b'], ['1', '2']]],
  ['1\n2\n\n\n', [['1'], ['2']]],
  ['1\n\n3', [['1'], [''], ['3']]],
  ['"a\nb"\t"c ""d"""\n', [['a\nb', 'c "d"']]],
  ['5" \t"x', [['5" ', '"x']]],
  ['""\t1', [['', '1']]],
  ['1\r2', [['1'], ['2']]],
  ['', []],
] as const) {
  test(`the cells of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(cellsOf(text), cells);
  });
}

test('one cell, even of several lines, is left to the browser', () => {
  assert.equal(holdsSeveral('1244.77\r\n'), false);
  assert.equal(holdsSeveral('"a\nb"\r\n'), false);
  assert.equal(holdsSeveral('1\t2'), true);
  assert.equal(holdsSeveral('1\n2'), true);
});

test('names are the same whatever their width, blanks, numbering and brackets', () => {
  for (const written of ['常住人口', ' 常 住 人 口 ', '（一）常住人口', '1. 常住人口', '其中：常住人口', '年末常住人口', '2021年末常住人口', '〈常住人口〉', '常住人口（万人）', '常住人口：', '#常住人口', 'resident_population', 'Resident  Population']) {
    assert.deepEqual(matcher.match(written), { id: 'resident_population', certain: true }, written);
  }
  assert.deepEqual(matcher.match('移动宽带用户（3Ｇ、4Ｇ、5Ｇ）'), { id: 'mobile_broadband_users', certain: true });
  assert.deepEqual(matcher.match('移动宽带用户'), { id: 'mobile_broadband_users', certain: true });
  assert.equal(matcher.match('5G基站')?.id, 'stations_5g');
  assert.equal(normalised('5G基站'), '5g基站');
});

test('what is merely alike is proposed, never certain; what could be two things or nothing is not proposed', () => {
  assert.deepEqual(matcher.match('社会消费品零售总额增速'), { id: 'retail_sales', certain: false });
  assert.deepEqual(matcher.match('常住人口（户籍）'), { id: 'resident_population', certain: false });
  assert.equal(matcher.match('软件业务收入（企业）')?.certain ?? false, false);
  for (const other of ['地区生产总值', '人口', '收入', '户籍人口', '']) assert.equal(matcher.match(other)?.certain ?? false, false, other);
  assert.equal(matcher.match('地区生产总值'), undefined);
  assert.equal(likeness('abc', 'abc'), 1);
  assert.equal(likeness('a', 'a'), 0);
});

test('units are found in brackets, with other prefixes and in other languages', () => {
  assert.deepEqual(matcher.read('社会消费品零售总额（亿元）'), { name: '社会消费品零售总额', unit: '亿元' });
  assert.equal(matcher.read('社会消费品零售总额(单位：百万元)').unit, '百万元');
  assert.equal(matcher.read('移动宽带用户（3G、4G、5G）').unit, undefined);
  assert.equal(matcher.unit('100 million yuan'), '亿元');
  assert.equal(matcher.unit('億元'), '亿元');
  assert.equal(matcher.unit('吨'), undefined);
});

test('years above the columns say which is this year and which the one before', () => {
  const roles = (text: string, year?: number): readonly string[] => table(text, year).roles;
  const both = '指标\t单位\t2020\t2021\n常住人口\t万人\t1\t2\n软件业务收入\t亿元\t3\t4';
  assert.deepEqual(roles(both, 2021), ['label', 'unit', 'last', 'value']);
  assert.deepEqual(roles(both, 2022), ['label', 'unit', 'none', 'last']);
  assert.deepEqual(layoutOf(cellsOf(both), undefined, matcher).kind === 'table' ? (layoutOf(cellsOf(both), undefined, matcher) as Table).roles : [], ['label', 'unit', 'last', 'value']);
  assert.deepEqual(roles('序号\t指标\t本年\t上年\t同比\t备注\n1\t常住人口\t2\t1\t3%\t公报'), ['none', 'label', 'value', 'last', 'none', 'note']);
  assert.deepEqual(roles('常住人口\t1768.16\n软件业务收入\t9012'), ['label', 'value']);
  assert.deepEqual(roles('常住人口\t1768.16\t万人\n软件业务收入\t9012\t亿元'), ['label', 'value', 'unit']);
  assert.deepEqual(roles('常住人口\t1768.16\t1763\n软件业务收入\t9012\t8900'), ['label', 'none', 'none'], 'of two columns it cannot be told');
});

for (const head of ['2021年（万元）', '2021（万元）', '2021 (万元)', '2021年末数（万元）', '2021年实际（万元）', '2021年1-12月（万元）']) {
  test(`the unit above a column is kept: ${head}`, () => {
    const found = lines(`指标\t${head}\n软件业务收入\t8956\n社会消费品零售总额\t8956`, 2021);
    assert.deepEqual(found.map(({ match, value, tableUnit }) => [match?.id, value, tableUnit]), [['software_revenue', '8956', '万元'], ['retail_sales', '8956', '万元']]);
    const [row] = rowsOf(found, {}, form, matcher);
    assert.deepEqual(row?.json, { value: '8956', unit: '万元' });
  });
}

for (const words of ['年末', '年度', '年实际', '年（万人）']) {
  test(`years with words say which column is which: ${words}`, () => {
    assert.deepEqual(table(`指标\t2020${words}\t2021${words}\n常住人口\t1763\t1768\n软件业务收入\t8900\t9012`).roles, ['label', 'last', 'value']);
  });
}

test('each column has the unit above it; a value of as many digits as a year is no heading', () => {
  const [row] = rowsOf(lines('指标\t2020年（亿元）\t2021年（万元）\n社会消费品零售总额\t8900\t89560000', 2021), {}, form, matcher);
  assert.deepEqual(row?.json, { value: '89560000', unit: '万元', last: { value: '8900', unit: '亿元' } });
  assert.deepEqual(lines('软件业务收入\t2021万元\n常住人口\t1999万人').map(({ value }) => value), ['2021万元', '1999万人']);
});

test('the unit above a list is that of its values', () => {
  for (const head of ['2021年（万元）', '金额（万元）', '单位：万元']) {
    const list = layoutOf(cellsOf(`${head}\n10\n12`), 2021, matcher) as List;
    assert.deepEqual([list.headed, listLines(list, true, ['a', 'b'], 'a', 'value').map(({ value, tableUnit }) => [value, tableUnit])], [true, [['10', '万元'], ['12', '万元']]], head);
  }
});

test('a table on its side, a title and a unit above it are understood', () => {
  const found = table('\t常住人口\t软件业务收入（亿元）\n2020\t1763\t8900\n2021\t1768\t9012');
  assert.deepEqual(linesOf(found, found.roles, matcher).map(({ value, last, match, namedUnit }) => [match?.id, value, last, namedUnit]), [
    ['resident_population', '1768', '1763', undefined],
    ['software_revenue', '9012', '8900', '亿元'],
  ]);
  const titled = table('主要指标\n\t\t单位：亿元\n指标\t数值\t\n软件业务收入\t9012\n常住人口\t1768');
  assert.equal(titled.unit, '亿元');
  assert.equal(titled.rows.length, 2);
});

test('a name that begins with digits is a name', () => {
  assert.deepEqual(lines('5G基站\t43000').map(({ match, value }) => [match?.id, value]), [['stations_5g', '43000']]);
});

test('a name with another year than that of the submission has to be confirmed', () => {
  const certain = (year: number): unknown => lines('2021年末常住人口\t1768\n软件业务收入\t9012', year).map(({ match }) => match?.certain);
  assert.deepEqual(certain(2021), [true, true]);
  assert.deepEqual(certain(2022), [false, true]);
});

test('lines of a report are a table', () => {
  assert.deepEqual(lines('常住人口：1768.16万人\n软件业务收入 9012 亿元').map(({ match, value }) => [match?.id, value]), [
    ['resident_population', '1768.16万人'],
    ['software_revenue', '9012 亿元'],
  ]);
});

test('two rows that mean one figure and differ are not certain; rows without values are none', () => {
  const found = lines('常住人口\t1\n常住人口\t2\n一、总体情况\t\n软件业务收入\t3');
  assert.deepEqual(found.map(({ match }) => match?.certain), [false, false, true]);
  assert.deepEqual(rowsOf(lines('常住人口\t9\n常住人口\t9'), {}, form, matcher).map(({ taken }) => taken), [true, false]);
});

test('of a text that is asked for again the same answer is given', () => {
  assert.equal(matcher.match('社会消费品零售总额增速'), matcher.match('社会消费品零售总额增速'));
  assert.equal(matcher.match('户'.repeat(300)), undefined);
});

test('a list goes on from a figure in the order of the form and passes over blank cells', () => {
  const list = layoutOf(cellsOf('10\n\n12'), 2021, matcher) as List;
  assert.deepEqual([list.kind, list.headed], ['list', false]);
  const order = ['a', 'b', 'c', 'd'];
  assert.deepEqual(listLines(list, false, order, 'b', 'value').map(({ match, value }) => [match?.id, value]), [['b', '10'], ['d', '12']]);
  assert.deepEqual(listLines(list, false, order, 'c', 'last').map(({ match, last }) => [match?.id, last]), [['c', '10'], [undefined, '12']]);
  const row = layoutOf(cellsOf('10\t\t12'), 2021, matcher) as List;
  assert.deepEqual(row.cells, ['10', '', '12']);
  const headed = layoutOf(cellsOf('2021\n10\n12'), 2021, matcher) as List;
  assert.equal(headed.headed, true);
  assert.deepEqual(listLines(headed, true, order, 'a', 'value').map(({ value }) => value), ['10', '12']);
  assert.equal(layoutOf(cellsOf('1\t2\n3\t4'), 2021, matcher).kind, 'unclear');
  assert.equal(layoutOf(cellsOf('hello\nworld'), 2021, matcher).kind, 'unclear');
});

for (const [id, given, inForm, value, unit, from, fault] of [
  ['software_revenue', line('9012', '亿元'), '万元', '9012', '亿元', 'cell', undefined],
  ['software_revenue', line('1.2亿'), '万元', '1.2', '亿元', 'value', undefined],
  ['software_revenue', line('9012', '', '万元'), '亿元', '9012', '万元', 'name', undefined],
  ['software_revenue', line('9012', '', undefined, '万元'), '亿元', '9012', '万元', 'table', undefined],
  ['resident_population', line('1768', '', undefined, '亿元'), '万人', '1768', '万人', 'form', undefined],
  ['software_revenue', line('9012'), '亿元', '9012', '亿元', 'form', undefined],
  ['software_revenue', line('901200', '百万元'), '亿元', '9012', '亿元', 'cell', undefined],
  ['disposable_income', line('7.0847万元'), '元', '70847', '元', 'value', undefined],
  ['stations_5g', line('4.8万', '个'), '个', '4.8', '万个', 'value', undefined],
  ['software_revenue', line('9012', '吨'), '亿元', '9012', '亿元', 'cell', '吨'],
  ['software_revenue', line('1.2亿', '万元'), '亿元', '1.2', '亿元', 'value', '亿元 ≠ 万元'],
  ['software_revenue', line('9012', '亿元', '万元'), '亿元', '9012', '亿元', 'cell', '亿元 ≠ 万元'],
] as const) {
  test(`${id}: ${given.value} ${given.unit} is ${value} ${unit} by its ${from}${fault === undefined ? '' : ', to be checked'}`, () => {
    const read = number(id, given, inForm);
    assert.deepEqual([read.reading.number, read.unit, read.from, read.unitFault], [value, unit, from, fault]);
    assert.equal(isUsable(read), fault === undefined);
  });
}

test('a unit that a person chose settles it', () => {
  const read = number('software_revenue', line('9012', '吨'), '亿元', '万元');
  assert.deepEqual([read.unit, read.unitFault, isUsable(read)], ['万元', undefined, true]);
});

test('a unit chosen for a line leaves one that stands with a number', () => {
  const given = { ...line('50000'), label: '社会消费品零售总额', last: '3.2亿元', match: { id: 'retail_sales', certain: true } };
  const [row] = rowsOf([given], { 0: { unit: '万元' } }, form, matcher);
  assert.deepEqual(row?.json, { value: '50000', unit: '万元', last: { value: '3.2', unit: '亿元' } });
  const settled = number('software_revenue', line('1.2亿', '万元'), '亿元', '亿元');
  assert.deepEqual([settled.from, settled.unit, settled.unitFault], ['chosen', '亿元', undefined]);
});

test('answers are read by their names; what is none of them is not entered', () => {
  const answer = (id: string, cell: string): unknown => {
    const read = readCell(cell, line(cell), figure(id), '', undefined, matcher);
    return read.kind === 'option' ? read.value : read.kind;
  };
  for (const yes of ['是', '√', '有', 'YES', 'true']) assert.equal(answer('centre_built', yes), true, yes);
  for (const no of ['否', '无', '×', 'no']) assert.equal(answer('centre_built', no), false, no);
  for (const none of ['x', '1', '0', '大概']) assert.equal(answer('centre_built', none), undefined, none);
  assert.equal(answer('administrative_level', '直辖市'), 'municipality');
  assert.equal(answer('administrative_level', '县'), undefined);
  assert.equal(answer('administrative_level', '-'), 'none');
  assert.equal(answer('resident_population', '…'), 'none');
  for (const not of ['本市不统计', '未统计', '不掌握']) assert.equal(answer('resident_population', not), 'not_collected');
  for (const none of ['n/a', '无数据']) assert.equal(answer('resident_population', none), 'none');
  const { items } = (figure('promotion_activities').kind as { checklist: { items: { id: string; label: { zh: string } }[] } }).checklist;
  const [one, two] = items;
  assert.deepEqual(answer('promotion_activities', `${one?.label.zh ?? ''}、${two?.label.zh ?? ''}`), [one?.id, two?.id]);
  assert.equal(answer('promotion_activities', `${one?.label.zh ?? ''}、其他`), undefined);
  for (const none of ['无', '以上均无', 'None of these']) assert.deepEqual(answer('promotion_activities', none), [], none);
});

test('what was not pasted stays, and what is replaced is told', () => {
  const before = fromJson(figure('software_revenue'), { value: '9000', unit: '亿元', note: '公报', last: { value: '8000', unit: '亿元' } });
  const read = number('software_revenue', line('100-120', '亿元'), '亿元');
  assert.deepEqual(entered(before, read, { kind: 'none' }, '年鉴'), { between: ['100', '120'], unit: '亿元', note: '公报', last: { value: '8000', unit: '亿元' } });
  assert.equal(standsThere(before, read, { kind: 'none' }), 'other');
  assert.equal(standsThere(before, number('software_revenue', line('9000.0', '亿元'), '亿元'), { kind: 'none' }), 'same');
  assert.equal(standsThere(before, { kind: 'none' }, { kind: 'none' }), 'nothing');
  assert.equal(standsThere(emptyDraft(figure('software_revenue')), read, { kind: 'none' }), 'nothing');
});

test('only sure rows are ticked; a figure is taken from one row', () => {
  const rows = rowsOf(lines('常住人口\t1768\n社会消费品零售总额增速\t9.6\n地区生产总值\t3\n软件业务收入\t1.2e3\n快递业务量（吨）\t5'), {}, form, matcher);
  assert.deepEqual(rows.map(({ taken, doubtful, figure: to }) => [to?.id, doubtful, taken]), [
    ['resident_population', false, true],
    ['retail_sales', true, false],
    [undefined, false, false],
    ['software_revenue', false, false],
    ['express_parcels', true, false],
  ]);
});
