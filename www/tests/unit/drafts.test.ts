// What stands in the form, and the submission's JSON for it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure, Rulebook } from '../../src/boundary';
import { applied } from '../../src/session/changes';
import { emptyDraft, fromJson, isFilled, toJson, withUnitsRead, type Json, type NumberDraft } from '../../src/session/drafts';
import { outline } from '../../src/session/outline';

const text = { zh: '甲', en: 'a' };
const standing = { basis: 'reference', note: text } as const;
const figure = (id: string, kind: Figure['kind']): Figure => ({ id, label: text, help: text, kind, standing });
const population = figure('population', { number: { unit: '万人', units: ['人'], places: 2 } });
const level = figure('level', { choice: { options: [{ id: 'a', label: text }, { id: 'b', label: text }] } });
const built = figure('built', 'yes_no');
const list = figure('list', { checklist: { items: [{ id: 'x', label: text }, { id: 'y', label: text }] } });

for (const [what, of, json] of [
  ['a number with its unit', population, { value: '1244.77', unit: '万人' }],
  ['a number in another unit', population, { value: '12447700', unit: '人' }],
  ['an estimate', population, { between: ['900', '1100'], unit: '万人' }],
  ['an estimate with one end', population, { between: [null, '1100'], unit: '万人' }],
  ['last year beside this year', population, { value: '5', unit: '万人', last: { value: '4', unit: '人' } }],
  ['last year alone', population, { last: { value: '4', unit: '万人' } }],
  ['a note alone', population, { note: '统计公报' }],
  ['another year', population, { value: '5', unit: '万人', year: 2020 }],
  ['a figure the city does not collect', population, { state: 'not_collected' }],
  ['an option', level, 'a'],
  ['an option with a note', level, { value: 'a', note: '见批复' }],
  ['yes', built, true],
  ['no', built, false],
  ['ticked items', list, ['x', 'y']],
  ['none of the items, which is an answer', list, []],
  ['nothing', list, null],
] as const) {
  test(`${what} survives the form`, () => {
    assert.deepEqual(toJson(fromJson(of, json as unknown as Json)), json);
  });
}

test('no item ticked is unknown, “none of these” is known', () => {
  assert.equal(isFilled(fromJson(list, null)), false);
  assert.equal(isFilled(fromJson(list, [])), true);
});

test('a bare number is read in the own unit', () => {
  assert.deepEqual(toJson(fromJson(population, '5')), { value: '5', unit: '万人' });
});

test('a unit behind the number chooses it at once and leaves the text when the field is left', () => {
  const typed: NumberDraft = { ...(emptyDraft(population) as NumberDraft), text: '12,447,700人' };
  const while_ = withUnitsRead(population, typed, false) as NumberDraft;
  assert.equal(while_.unit, '人');
  assert.equal(while_.text, '12,447,700人');
  assert.equal(while_.lastUnit, '人');
  assert.deepEqual(toJson(while_), { value: '12447700', unit: '人' });
  assert.equal((withUnitsRead(population, typed, true) as NumberDraft).text, '12447700');
});

test('a range is an estimate at once and moves into its two boxes when the field is left', () => {
  const typed: NumberDraft = { ...(emptyDraft(population) as NumberDraft), text: '1,200-1,300万人' };
  const while_ = withUnitsRead(population, typed, false) as NumberDraft;
  assert.equal(while_.text, '1,200-1,300万人');
  assert.deepEqual(toJson(while_), { between: ['1200', '1300'], unit: '万人' });
  const left = withUnitsRead(population, typed, true) as NumberDraft;
  assert.deepEqual([left.estimate, left.text, left.low, left.high, left.unit], [true, '', '1200', '1300', '万人']);
  assert.deepEqual(toJson(left), toJson(while_));
});

const people = figure('people', { number: { unit: '万人', units: ['人', '亿人'], places: 2 } });
const estimate = (low: string, high: string, unit = '万人'): NumberDraft => ({ ...(emptyDraft(people) as NumberDraft), estimate: true, low, high, unit });

for (const [low, high, unit, json] of [
  ['5', '6亿', '万人', { between: ['0.0005', '6'], unit: '亿人' }],
  ['5万人', '6亿人', '万人', { between: ['0.0005', '6'], unit: '亿人' }],
  ['5万人', '6亿人', '人', { between: ['0.0005', '6'], unit: '亿人' }],
  ['5万', '6', '亿人', { between: ['5', '60000'], unit: '万人' }],
  ['5万', '6亿', '亿人', { between: ['5', '60000'], unit: '万人' }],
  ['5万', '', '亿人', { between: ['5', null], unit: '万人' }],
  ['约5', '6亿', '万人', { between: ['0.0005', '6'], unit: '亿人' }],
] as const) {
  test(`the ends ${low} and ${high} beside ${unit} are in one unit`, () => {
    const while_ = withUnitsRead(people, estimate(low, high, unit), false);
    assert.deepEqual(toJson(while_), json);
    assert.deepEqual(toJson(withUnitsRead(people, while_, true)), json);
    assert.deepEqual(toJson(withUnitsRead(people, estimate(low, high, unit), true)), json);
  });
}

test('ends in units that cannot be converted are refused as they were typed', () => {
  const rate = figure('rate', { number: { unit: '%', units: ['个'], places: 2 } });
  const typed: NumberDraft = { ...(emptyDraft(rate) as NumberDraft), estimate: true, low: '5', high: '6个' };
  assert.deepEqual(toJson(withUnitsRead(rate, typed, true)), { between: ['5', '6个'], unit: '%' });
});

test('the word that makes a number approximate stays as it was written', () => {
  const left = (text: string): string => (withUnitsRead(population, { ...(emptyDraft(population) as NumberDraft), text }, true) as NumberDraft).text;
  assert.deepEqual(['~5万', '≈ 5万人', '大约5万', '5万人左右'].map(left), ['~5', '≈5', '大约5', '5左右']);
});

test('a word that makes a number approximate stays with it, beside the unit', () => {
  const typed: NumberDraft = { ...(emptyDraft(population) as NumberDraft), text: '约 1,244 万人' };
  const left = withUnitsRead(population, typed, true) as NumberDraft;
  assert.equal(left.text, '约1244');
  assert.deepEqual(toJson(left), { value: '1244', unit: '万人' });
});

test('what cannot be read goes to the engine as it stands', () => {
  const typed: NumberDraft = { ...(emptyDraft(population) as NumberDraft), text: ' 约1千 ' };
  assert.deepEqual(toJson(typed), { value: '约1千', unit: '万人' });
});

test('changes reach their place and leave the rest as it was', () => {
  const before = { categories: [{ id: 'a', score: { low: '1' } }, { id: 'b' }], missing: { figures: ['x'] }, 'a/b~c': 1 };
  const after = applied(before as never, [
    { at: '/categories/0/score/low', value: '2' },
    { at: '/missing/figures', value: [] },
    { at: '/a~1b~0c', value: 3 },
  ]) as unknown as typeof before;
  assert.deepEqual(after, { categories: [{ id: 'a', score: { low: '2' } }, { id: 'b' }], missing: { figures: [] }, 'a/b~c': 3 });
  assert.equal(after.categories[1], before.categories[1], 'what did not change keeps its identity');
  assert.equal(before.categories[0]?.score?.low, '1', 'the assessment before is left alone');
});

test('the outline finds sections and the figures of which last year is read', () => {
  const rulebook = {
    figures: [population, { ...level, dimension: 'd' }],
    derived: [{ id: 'g', label: text, unit: '%', formula: 'growth( population ) + last(revenue)', standing }],
    dimensions: [{ id: 'd', label: text, indicators: [{ id: 'i', label: text, score: { by_field: { f: { bands: { of: 'last(level)' } } } } }] }],
  } as unknown as Rulebook;
  const { sections, readsLast, label } = outline(rulebook);
  assert.deepEqual(sections.map((section) => [section.id, section.figures.map(({ id }) => id)]), [[undefined, ['population']], ['d', ['level']]]);
  assert.deepEqual([...readsLast].sort(), ['level', 'population', 'revenue']);
  assert.equal(label('indicator', 'i').zh, '甲');
  assert.equal(label('figure', 'unheard_of').zh, 'unheard_of');
});
