// Two submissions side by side: exact differences, what counts as different, which rows there are.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Assessment, Rulebook } from '../../src/boundary';
import { compared, onlyDifferent } from '../../src/compare/comparison';
import { minus } from '../../src/session/decimals';
import { changedIn, differs, isWrittenOtherwise, partsOf } from '../../src/compare/differ';
import { outline } from '../../src/session/outline';
import { stateOf, type State } from '../../src/session/state';
import type { Json } from '../../src/session/drafts';

for (const [a, b, difference] of [
  ['3', '1', '2'],
  ['1', '3', '-2'],
  ['0.3', '0.1', '0.2'],
  ['1.1', '0.95', '0.15'],
  ['10', '0.01', '9.99'],
  ['100', '99.99', '0.01'],
  ['-3', '-5', '2'],
  ['-5', '-3', '-2'],
  ['-3', '5', '-8'],
  ['3', '-5', '8'],
  ['99.5', '-0.5', '100'],
  ['5.00', '5', '0'],
  ['-5', '-5.0', '0'],
  ['0', '0', '0'],
  ['12345678901234567890.1', '12345678901234567889.2', '0.9'],
] as const) {
  test(`${a} less ${b} is ${difference}`, () => {
    assert.equal(minus(a, b), difference);
  });
}

const root = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(`rulebooks/miit-2019-63/${path}`, root), 'utf8'));
const rulebook = outline(json('rulebook.json') as Rulebook);
const stateFrom = (name: string, change: Record<string, Json> = {}): State => {
  const submission = json(`examples/${name}.submission.json`) as Record<string, Json>;
  const figures = { ...(submission['figures'] as Record<string, Json>), ...change };
  return stateOf(rulebook, json(`examples/${name}.assessment.json`) as Assessment, { ...submission, figures });
};
const shenzhen = stateFrom('shenzhen-2021');
const part = 'figures/retail_sales';
const retail = (value: Json): State => stateFrom('shenzhen-2021', { retail_sales: value });

for (const [was, is, different] of [
  [{ value: '9498.12', unit: '亿元' }, { value: '94981200', unit: '万元' }, false],
  [{ value: '9498.12', unit: '亿元' }, '9498.120', false],
  [{ value: '1' }, { value: '1', note: '统计公报' }, false],
  [{ value: '1' }, { value: '1', year: 2020 }, false],
  [{ value: '1' }, { value: '1', last: { value: '2', unit: '亿元' } }, true],
  [{ value: '1' }, { value: '1', unit: '万元' }, true],
  [{ value: '1' }, { between: ['1', '1'] }, true],
  [{ value: '0' }, null, true],
  [null, { state: 'not_collected' }, true],
] as const) {
  test(`${JSON.stringify(was)} and ${JSON.stringify(is)} ${different ? 'differ' : 'say the same'}`, () => {
    assert.equal(differs(retail(was), retail(is), part), different);
  });
}

test('what says the same can be written otherwise', () => {
  assert.equal(isWrittenOtherwise(retail('1'), retail({ value: '1', note: '统计公报' }), part), true);
  assert.equal(isWrittenOtherwise(retail('1'), retail('1'), part), false);
  assert.equal(isWrittenOtherwise(shenzhen, { ...shenzhen, materials: { application_form: false } }, 'materials/application_form'), false);
});

test('a submission beside itself differs in nothing, and every part has its row', () => {
  const rows = compared(rulebook, shenzhen, shenzhen, 'same');
  assert.deepEqual(rows.entries.map((row) => row.part), partsOf(rulebook));
  assert.equal(new Set(partsOf(rulebook)).size, 4 + rulebook.figures.size + (rulebook.rulebook.materials ?? []).length);
  assert.equal(rows.categories.length, shenzhen.assessment.categories.length);
  assert.deepEqual(onlyDifferent(rows), { categories: [], fields: [], requirements: [], entries: [] });
});

const change = (before: State, after: State): unknown => compared(rulebook, before, after, 'independent').entries.find((row) => row.part === part)?.change;

for (const [was, is, expected] of [
  ['900', '1000.5', { kind: 'number', low: '100.5', high: '100.5', unit: '亿元' }],
  [{ value: '9000000', unit: '万元' }, '1000', { kind: 'number', low: '100', high: '100', unit: '亿元' }],
  ['900', { between: ['800', '1100'] }, { kind: 'range', low: '-100', high: '200', unit: '亿元' }],
  ['900', { between: ['800', null] }, null],
  ['900', null, null],
] as const) {
  test(`from ${JSON.stringify(was)} to ${JSON.stringify(is)} is ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(change(retail(was), retail(is)), expected);
  });
}

test('a figure at fault has no difference', () => {
  assert.equal(change(retail('900'), { ...retail('1000'), faults: { [part]: [] } }), null);
});

test('open points of two cities are independent, those of a trial are the same', () => {
  const at = (low: string, high: string): State => {
    const [first] = shenzhen.assessment.categories;
    assert.ok(first !== undefined);
    return { ...shenzhen, assessment: { ...shenzhen.assessment, categories: [{ ...first, score: { low, high } }] } };
  };
  const total = (before: State, after: State, unknowns: 'same' | 'independent'): unknown =>
    compared(rulebook, before, after, unknowns).categories[0]?.total.change;
  const [was, is] = [at('20.5', '80'), at('22', '81')];
  assert.deepEqual(total(was, is, 'independent'), { kind: 'range', low: '-58', high: '60.5' });
  assert.deepEqual(total(was, is, 'same'), { kind: 'ends', low: '1.5', high: '1' });
  assert.deepEqual(total(at('20', '20'), at('20.5', '20.5'), 'same'), { kind: 'number', low: '0.5', high: '0.5' });
});

test('only what differs: a category stays with the dimensions that moved', () => {
  const rows = onlyDifferent(compared(rulebook, shenzhen, stateFrom('wuhan-2021'), 'independent'));
  assert.ok(rows.categories.length > 0);
  assert.ok(rows.categories.every(({ dimensions }) => dimensions.every((row) => row.differs)));
  assert.ok(rows.entries.some((row) => row.part === 'city'));
});

test('a trial takes over what it changed itself, and nothing that was entered beneath it meanwhile', () => {
  const began = retail('1');
  const tried = stateFrom('shenzhen-2021', { retail_sales: '2' });
  const meanwhile = { ...retail('1'), city: '乙市', year: '2019', materials: {} };
  assert.deepEqual(changedIn(rulebook, meanwhile, began, tried), [part]);
  assert.deepEqual(changedIn(rulebook, retail('2'), began, tried), []);
  assert.deepEqual(changedIn(rulebook, meanwhile, began, began), []);
});
