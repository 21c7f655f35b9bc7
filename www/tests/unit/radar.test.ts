// Where the radar's lines run and how its names break.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CategoryResult } from '../../src/boundary';
import { axesOf, linesOf, placed, ring } from '../../src/result/radar-shape';

const category = (count: number, floors: readonly { dimension: string; least_percent: string }[] = []): CategoryResult => {
  const dimensions = Array.from({ length: count }, (_, at) => ({ id: `d${at}`, weight: '20', score: { low: '5', high: '15' }, indicators: [] }));
  const line = { total: '60', floors: floors.map((floor) => ({ ...floor, status: 'met' })), basis: 'reference', status: 'met' };
  return { id: 'c', dimensions, line } as unknown as CategoryResult;
};

test('each axis has its shares and the floor that the category sets', () => {
  const axes = axesOf(category(3, [{ dimension: 'd1', least_percent: '40' }]));
  assert.deepEqual(axes, [
    { id: 'd0', low: 0.25, high: 0.75, floor: undefined },
    { id: 'd1', low: 0.25, high: 0.75, floor: 0.4 },
    { id: 'd2', low: 0.25, high: 0.75, floor: undefined },
  ]);
});

test('there is no radar of two dimensions, nor of more than can be named', () => {
  assert.deepEqual([2, 3, 10, 11].map((count) => axesOf(category(count)).length), [0, 3, 10, 0]);
});

test('a dimension that gives no points lies at the centre', () => {
  const of = category(3);
  const [first] = of.dimensions;
  if (first !== undefined) Object.assign(first, { weight: '0', score: { low: '0', high: '0' } });
  assert.deepEqual(axesOf(of)[0], { id: 'd0', low: 0, high: 0, floor: undefined });
});

test('a ring begins at the top and goes clockwise', () => {
  assert.equal(ring([1, 1, 0, 0.5], 10, { x: 50, y: 50 }), 'M50 40L60 50L50 50L45 50Z');
});

test('names break into even lines, in Chinese between characters, else between words', () => {
  assert.deepEqual(linesOf('信息消费供给能力提升', 7), ['信息消费供', '给能力提升']);
  assert.deepEqual(linesOf('示范工作方案', 7), ['示范工作方案']);
  assert.deepEqual(linesOf('Creating a good environment', 7.2), ['Creating a', 'good', 'environment']);
  assert.deepEqual(linesOf('Demonstration work plan', 7.4), ['Demonstration', 'work plan']);
  assert.deepEqual(linesOf('信息资源（L5）', 5), ['信息资源', '（L5）']);
  assert.deepEqual(linesOf('', 5), []);
});

test('a word that is wider than its line is broken, and nothing of a name is lost', () => {
  for (const name of ['Internationalisierungsgrad', '“宽带中国”发展目标（2013年）', 'a  b', 'Citizens’ experience (L8)']) {
    for (const width of [1, 3, 6]) assert.equal(linesOf(name, width).join('').replace(/\s/g, ''), name.replace(/\s/g, ''));
  }
});

test('every name stays on the sheet', () => {
  const sheet = { width: 360, radius: 82, size: 14 };
  for (const count of [3, 5, 6, 8, 10]) {
    const { labels, above, below } = placed(Array.from({ length: count }, () => '信息消费供给能力提升（一）'), sheet);
    for (const { lines, anchor, x, y } of labels) {
      const width = Math.max(...lines.map((line) => line.length)) * sheet.size;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      assert.ok(left >= 0 && left + width <= sheet.width, `${count} names, ${anchor}: ${left} to ${left + width}`);
      assert.ok(y - sheet.size >= -above - 0.01 && y + (lines.length - 1) * sheet.size * 1.25 <= below + 0.01, `${count} names, height ${y}`);
    }
  }
});
