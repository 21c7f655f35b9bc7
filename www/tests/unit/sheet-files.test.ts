// What stands in the files: XML, cells, the digits of numbers, names of sheets and CSV.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { csvText, readCsv } from '../../src/sheet/csv';
import { isKept, shownDigits } from '../../src/sheet/digits';
import { readWorkbook } from '../../src/sheet/read';
import { sheetNames } from '../../src/sheet/write';
import { readXml } from '../../src/sheet/xml';

test('a cell that names no shared text is empty', () => {
  const bytes = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="表" id="a"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/sharedStrings.xml': strToU8('<sst><si><t>甲</t></si></sst>'),
    'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row r="1"><c r="A1" t="s"/><c r="B1" t="s"><v> </v></c><c r="C1" t="s"><v>0</v></c></row></sheetData></worksheet>'),
  });
  const workbook = readWorkbook(bytes);
  assert.deepEqual('sheets' in workbook ? Array.from(workbook.sheets[0]?.rows[0]?.cells ?? [], (cell) => cell?.text) : [], [undefined, undefined, '甲']);
});

test('attributes are read whatever stands between them, in a tag of any length', () => {
  const found: unknown[] = [];
  const open = (name: string, attributes: unknown): void => void found.push([name, attributes]);
  readXml('<x:a b = "1>" c=\'2&amp;"\' r:d="" e f=3 g="4"/>', { open });
  assert.deepEqual(found, [['a', { b: '1>', c: '2&"', d: '', g: '4' }]]);
  readXml(`<a ${'b'.repeat(4_000_000)}>`, { open });
  readXml(`<a ${'b '.repeat(2_000_000)}>`, { open });
  readXml(`<a ${'='.repeat(4_000_000)}>`, { open });
  assert.equal(found.length, 4);
});

test('the digits of a binary number are those a spreadsheet shows', () => {
  for (const [written, shown] of [
    ['0.30000000000000004', '0.3'],
    ['1244.77', '1244.77'],
    ['9.9999999999999995E-3', '0.01'],
    ['1.2E+3', '1200'],
    ['-0.0', '0'],
    ['123456789012345678', '123456789012346000'],
    ['999999999999999.9', '1000000000000000'],
    ['-1.5E-7', '-0.00000015'],
    ['007', '7'],
  ] as const) {
    assert.equal(shownDigits(written), shown);
  }
  for (const wrong of ['', '1e99999', 'x', '1E+401', '.']) assert.equal(shownDigits(wrong), undefined);
  assert.equal(isKept('123456789012345'), true);
  assert.equal(isKept('1234567890123456'), false);
});

test('names of sheets are such as a workbook allows', () => {
  assert.deepEqual(sheetNames(['a/b', 'A:B', '', '局'.repeat(40), '局'.repeat(40)]), ['a b', 'A B~2', '1', '局'.repeat(31), `${'局'.repeat(29)}~2`]);
});

test('CSV comes back, and no text in it is a formula', () => {
  const rows = [[{ text: '名称' }, { text: '值' }], [{ text: '=1+1' }, { text: '-5', number: true }], [{ text: 'a "b",\nc' }, { text: '@x' }]];
  const written = csvText(rows);
  assert.ok(written.startsWith('\ufeff'));
  assert.match(written, /'=1\+1,-5\r\n/);
  const cells = readCsv(new TextEncoder().encode(written)).rows.map((row) => row.cells.map((cell) => cell?.text));
  assert.deepEqual(cells, [['名称', '值'], ['=1+1', '-5'], ['a "b",\nc', '@x']]);
});
