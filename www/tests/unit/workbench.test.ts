// Where a place of a rulebook is in its text and what it is called; what two rulebooks differ in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Text } from '@codemirror/state';
import { jsonLanguage } from '@codemirror/lang-json';
import { changesOf, differences, propertiesOf } from '../../src/workbench/difference';
import { placeInWords, rangeOf, rangeOfFault } from '../../src/workbench/places';

const TEXT = `{
  "title": { "zh": "标题", "en": "Title" },
  "dimensions": [
    { "id": "a", "label": { "zh": "甲", "en": "A" }, "weight": "50" },
    { "id": "b", "score": { "of": "rate + x" }, "a/b": 1 }
  ]
}`;
const lines = Text.of(TEXT.split('\n'));
const tree = jsonLanguage.parser.parse(TEXT);
const at = (pointer: string) => {
  const found = rangeOf(tree, lines, pointer);
  return found === null ? null : TEXT.slice(found.range.from, found.range.to);
};
const fault = (code: string, place: string, value: string, params: Record<string, string> = {}, text = TEXT) => {
  const { from, to } = rangeOfFault(jsonLanguage.parser.parse(text), Text.of(text.split('\n')), { code, place, value, params: params as never });
  return text.slice(from, to);
};

test('a pointer leads to its value; to the name of a value that has parts', () => {
  assert.equal(at('/dimensions/0/weight'), '"50"');
  assert.equal(at('/title/zh'), '"标题"');
  assert.equal(at('/title'), '"title"');
  assert.equal(at('/dimensions/1'), '{');
  assert.equal(at('/dimensions/1/a~1b'), '1');
  assert.equal(at(''), '{');
});

test('a pointer to what is not there leads as far as there is something', () => {
  assert.equal(at('/dimensions/1/weight'), '{');
  assert.equal(at('/dimensions/7'), '"dimensions"');
  assert.equal(at('/nothing'), '{');
  assert.equal(rangeOf(jsonLanguage.parser.parse(''), Text.of(['']), '/a'), null);
});

test('a fault in a formula is marked at its column, one in a name at the name', () => {
  assert.equal(fault('unknown_name', '/dimensions/1/score/of', 'x', { column: '8' }), 'x');
  assert.equal(fault('unknown_key', '/dimensions/0/weight', 'weight'), '"weight"');
  assert.equal(fault('wrong_type', '/dimensions/0/weight', '50'), '"50"');
});

test('text that is no JSON is marked at the line and column, which counts characters', () => {
  const broken = '{\n  "zh": "标𠮷" "en": 1\n}';
  assert.equal(fault('malformed_json', '', '', { line: '2', column: '14' }, broken), '"');
  assert.equal(fault('malformed_json', '', '', { line: '99', column: '99' }, broken), '');
});

test('a place in words: the labels of what it lies in, then what is there', () => {
  const document = JSON.parse(TEXT) as unknown;
  assert.equal(placeInWords(document, '/dimensions/0/weight', 'zh'), '甲 › weight');
  assert.equal(placeInWords(document, '/dimensions/0/weight', 'en'), 'A › weight');
  assert.equal(placeInWords(document, '/dimensions/1/score/of', 'zh'), 'b › score › of');
  assert.equal(placeInWords(document, '/dimensions', 'zh'), '');
  assert.equal(placeInWords(null, '/dimensions/0/weight', 'zh'), 'dimensions › 0 › weight');
});

test('differences are told by ids, not by order', () => {
  const before = { list: [{ id: 'a', x: '1' }, { id: 'b', x: '1' }, { id: 'c' }], n: 1 };
  const after = { list: [{ id: 'b', x: '2' }, { id: 'a', x: '1' }, { id: 'd' }], n: 1, more: { zh: '多' } };
  assert.deepEqual(differences(before, after), [
    { kind: 'removed', place: '/list/2', before: { id: 'c' }, after: undefined },
    { kind: 'changed', place: '/list/0/x', before: '1', after: '2' },
    { kind: 'added', place: '/list/2', before: undefined, after: { id: 'd' } },
    { kind: 'added', place: '/more', before: undefined, after: { zh: '多' } },
  ]);
  assert.deepEqual(differences(before, before), []);
});

test('lists without ids are compared place by place', () => {
  assert.deepEqual(
    differences({ points: [{ at: '1' }, { at: '2' }] }, { points: [{ at: '1' }, { at: '3' }, { at: '4' }] }).map(({ kind, place }) => [kind, place]),
    [['changed', '/points/1/at'], ['added', '/points/2']],
  );
});

test('changes are counted as the command counts them: the properties of a rule that changed, else the rule', () => {
  type Change = Parameters<typeof changesOf>[0];
  const change = (kind: string, effect: string, ...effects: string[]) =>
    ({ kind, effect, properties: effects.map((property) => ({ effect: property })) }) as unknown as Change;
  const changed = change('changed', 'result', 'result', 'result', 'words');
  assert.deepEqual((['result', 'sources', 'words'] as const).map((effect) => changesOf(changed, effect)), [2, 0, 1]);
  assert.equal(propertiesOf(changed, 'words').length, 1);
  assert.deepEqual((['result', 'words'] as const).map((effect) => changesOf(change('added', 'result'), effect)), [1, 0]);
});
