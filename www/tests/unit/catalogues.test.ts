// The check of the catalogues finds what a language lacks or has too much, and says where.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf, typeOf } from '../../build/catalogues.mjs';

// What is packed for the tests stands elsewhere; they are run in www.
const ts = createRequire(join(process.cwd(), 'package.json'))('typescript') as typeof import('typescript');

const zh = { page: { title: '标题', by: '{city} 的 {year} 年[，{note}]' }, figures: '{count} 项', empty: '' };
const en = {
  page: { title: 'Title', by: '{City}, {year}[, {note}]' },
  figures: { one: 'one figure', other: '{count} figures' },
  empty: '',
};

test('catalogues that agree', () => {
  assert.deepEqual(faultsOf({ zh, en }), []);
  assert.deepEqual(faultsOf({ zh }), []);
});

for (const [name, other, fault] of [
  ['a key that is missing', { ...en, page: { by: en.page.by } }, 'en.json: page.title: is missing'],
  ['a key too much', { ...en, more: 'x' }, 'en.json: more: is not in zh.json'],
  ['a placeholder that is missing', { ...en, page: { ...en.page, by: '{city} [{note}]' } }, 'en.json: page.by: lacks the placeholder {year}'],
  ['a placeholder too much', { ...en, empty: '{year}' }, 'en.json: empty: has a placeholder {year} that zh.json has not'],
  ['the number missing in the general form', { ...en, figures: { one: 'one', other: 'some' } }, 'en.json: figures: form other lacks the placeholder {count}'],
  ['plural forms without a number', { ...en, page: { ...en.page, title: { one: 'a', other: 'b' } } }, 'en.json: page.title: has plural forms, and no placeholder {count}'],
  ['a text that is empty in one language only', { ...en, page: { ...en.page, title: '' } }, 'en.json: page.title: is empty'],
  ['a bracket that is not closed', { ...en, page: { ...en.page, title: 'a [b' } }, 'en.json: page.title: has a [ that belongs to no placeholder'],
  ['a group in place of a text', { ...en, empty: { a: '' } }, 'en.json: empty: is a group, and must be a text'],
  ['a text in place of a group', { ...en, page: 'x' }, 'en.json: page: is a text, and must be a group'],
  ['what is no text', { ...en, empty: 1 }, 'en.json: empty: is not a text'],
] as const) {
  test(name, () => {
    assert.deepEqual(faultsOf({ zh, en: other }), [fault]);
    assert.deepEqual(faultsOf({ zh, en, xx: other }), [fault.replace('en.json', 'xx.json')], 'in a third language');
  });
}

test('Chinese itself must be there', () => {
  assert.deepEqual(faultsOf({ en }), ['zh.json: is missing; every other language is held to it']);
});

test('a call that lacks a placeholder, or has another, does not compile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'infocity-texts-'));
  const file = join(folder, 'calls.ts');
  const calls = [
    "t.page.by({ city: 'a', year: 1, note: '' })",
    "t.page.by({ city: 'a', year: 1 })",
    "t.figures({ count: 1, more: 2 })",
    't.page.by()',
    't.nothing',
  ];
  writeFileSync(file, `declare const t: ${typeOf(zh).replace(/\n/g, ' ')};\n${calls.map((call) => `${call};`).join('\n')}\n`);
  const program = ts.createProgram([file], { strict: true, noEmit: true, types: [] });
  const lines = ts.getPreEmitDiagnostics(program).map(({ file: at, start }) => at?.getLineAndCharacterOfPosition(start ?? 0).line);
  rmSync(folder, { recursive: true });
  assert.deepEqual(lines, [2, 3, 4, 5]);
});
