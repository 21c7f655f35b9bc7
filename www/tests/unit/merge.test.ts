// Files of colleagues put together with what stands in the form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure, Rulebook } from '../../src/boundary';
import { fromJson, type Draft, type Json } from '../../src/session/drafts';
import type { Entered } from '../../src/session/entered';
import { intoEmpty, planMerge, stranger, takenFrom, valuesOf, type TheirFile } from '../../src/session/merge';
import { outline } from '../../src/session/outline';

const text = { zh: '甲', en: 'a' };
const standing = { basis: 'reference', note: text } as const;
const figure = (id: string, kind: Figure['kind']): Figure => ({ id, label: text, help: text, kind, standing });
const options = [{ id: 'a', label: text }, { id: 'b', label: text }];
const book = outline({
  id: 'book',
  version: '1.0.0',
  figures: [
    figure('revenue', { number: { unit: '亿元', units: ['万元'], places: 2 } }),
    figure('level', { choice: { options } }),
    figure('list', { checklist: { items: options } }),
  ],
  dimensions: [],
  materials: [{ id: 'form', label: text }],
} as unknown as Rulebook);

const mine = (figures: Readonly<Record<string, Json>>, rest: Partial<Entered> = {}): Entered => {
  const drafts: Record<string, Draft> = {};
  for (const [id, known] of book.figures) drafts[id] = fromJson(known, figures[id]);
  return { city: '', year: '', category: null, fields: [], drafts, materials: {}, ...rest };
};
const file = (name: string, figures: Readonly<Record<string, Json>>, rest: Readonly<Record<string, Json>> = {}): TheirFile => ({
  name,
  submission: { format: 'infocity-submission/1', city: '', figures, ...rest },
});
const plan = (own: Entered, ...files: TheirFile[]) => planMerge(book, own, files);

test('what only a file has is taken', () => {
  const merged = plan(mine({}), file('x', { revenue: '5', list: [] }, { city: '甲市', year: 2021, category: 'whole', fields: ['b', 'a'], materials: { form: true } }));
  assert.deepEqual(merged.conflicts, []);
  assert.deepEqual(valuesOf(merged, {}), {
    city: '甲市', year: '2021', category: 'whole', fields: ['a', 'b'], 'figures/revenue': { value: '5', unit: '亿元' }, 'figures/list': [], 'materials/form': true,
  });
  assert.deepEqual(takenFrom(merged, {}), [{ name: 'x', count: 7 }]);
});

test('the same in another unit, another writing or another order is the same', () => {
  const own = mine({ revenue: { value: '1,250.50', unit: '亿元', note: '年鉴' }, list: ['a', 'b'], level: 'a' });
  const merged = plan(own, file('x', { revenue: { value: '12505000', unit: '万元', note: '别处' }, list: ['b', 'a'], level: 'a' }));
  assert.deepEqual([merged.taken, merged.conflicts, merged.same], [{}, [], 3]);
});

test('a note, last year’s value or this year’s is added where the form has none', () => {
  const own = mine({ revenue: { value: '5', unit: '亿元' }, level: { note: '批复' } });
  const merged = plan(own, file('x', { revenue: { value: '5.0', unit: '亿元', note: '年鉴', last: { value: '4', unit: '亿元' } } }), file('y', { level: 'b' }));
  assert.deepEqual(merged.conflicts, []);
  assert.deepEqual(valuesOf(merged, {}), {
    'figures/revenue': { value: '5', unit: '亿元', note: '年鉴', last: { value: '4', unit: '亿元' } },
    'figures/level': { value: 'b', note: '批复' },
  });
});

test('in a conflict the form stays until something is chosen; files that agree stand together', () => {
  const own = mine({ revenue: { value: '5', unit: '亿元', last: { value: '4', unit: '亿元' } } });
  const merged = plan(own, file('x', { revenue: '6' }), file('y', { revenue: { value: '60000', unit: '万元' } }), file('z', { revenue: { between: ['7', null], unit: '亿元' } }));
  const [conflict] = merged.conflicts;
  assert.deepEqual(conflict?.candidates.map(({ from }) => from), [[], ['x', 'y'], ['z']]);
  assert.deepEqual(valuesOf(merged, {}), {});
  const chosen = { 'figures/revenue': JSON.stringify(conflict?.candidates[1]?.value) };
  assert.deepEqual(valuesOf(merged, chosen), { 'figures/revenue': { value: '6', unit: '亿元', last: { value: '4', unit: '亿元' } } });
  assert.deepEqual(takenFrom(merged, chosen), [{ name: 'x', count: 1 }, { name: 'y', count: 1 }]);
  assert.deepEqual(valuesOf(merged, { 'figures/revenue': 'something else' }), {});
});

test('where files contradict each other and the form is empty, none is taken unasked', () => {
  const merged = plan(mine({}), file('x', { level: 'a' }, { category: 'one' }), file('y', { level: 'b' }, { category: 'two' }));
  assert.deepEqual(valuesOf(merged, {}), {});
  assert.deepEqual(
    merged.conflicts.map(({ part, candidates }) => [part, candidates.map(({ value }) => value)]),
    [['category', [null, 'one', 'two']], ['figures/level', [null, 'a', 'b']]],
  );
});

test('what is typed with a fault is a value of its own: it is never replaced unasked', () => {
  const merged = plan(mine({ revenue: { value: '若干', unit: '亿元' } }), file('x', { revenue: '900' }));
  assert.deepEqual(valuesOf(merged, {}), {});
  assert.equal(merged.conflicts.length, 1);
});

test('a range that was typed into one box is never replaced unasked', () => {
  const own = mine({ revenue: { value: '5至6', unit: '亿元' } });
  assert.deepEqual([plan(own, file('x', { revenue: '5' })).conflicts.length, plan(own, file('x', { revenue: '5' })).taken], [1, {}]);
  assert.equal(plan(own, file('x', { revenue: { between: ['50000', '60000'], unit: '万元' } })).same, 1);
});

test('what a file has wrong goes only where the form has no value, and leaves the rest of a figure', () => {
  const own = mine({ revenue: { note: '年鉴', last: { value: '4', unit: '亿元' } }, level: 'a' });
  const wrong = { 'figures/revenue': { value: '若干', unit: '亿元' }, 'figures/level': 'b', 'materials/form': 'x' };
  assert.deepEqual(intoEmpty(book, own, wrong), {
    'figures/revenue': { value: '若干', unit: '亿元', note: '年鉴', last: { value: '4', unit: '亿元' } },
  });
});

test('a figure that is not collected and one that has a value contradict each other; years do as well', () => {
  assert.equal(plan(mine({ level: { state: 'not_collected' } }), file('x', { level: 'a' })).conflicts.length, 1);
  assert.equal(plan(mine({ level: { value: 'a', year: 2019 } }), file('x', { level: { value: 'a', year: 2020 } })).conflicts.length, 1);
});

test('another city or year is no conflict: the file is pointed out, and the form keeps its own', () => {
  const own = mine({}, { city: '甲市', year: '2021年' });
  const other = file('x', {}, { city: '乙市', year: 2020 });
  assert.deepEqual(stranger(own, other), { city: '乙市', year: '2020' });
  assert.equal(stranger(own, file('x', {}, { city: '甲市', year: 2021 })), undefined);
  assert.equal(stranger(own, file('x', {})), undefined);
  assert.equal(stranger(mine({}), other), undefined);
  assert.deepEqual([plan(own, other).taken, plan(own, other).conflicts], [{}, []]);
});

test('a material that is ready in the form stays so', () => {
  const own = mine({}, { materials: { form: true } });
  assert.deepEqual(valuesOf(plan(own, file('x', {}, { materials: { form: false } })), {}), {});
});
