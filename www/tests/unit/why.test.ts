// What is computed and written for explanations without a browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Limit, ReachWay } from '../../src/boundary';
import type { Page } from '../../src/page/context';
import { changeText, limitText } from '../../src/result/reach-lines';
import { inWords, rangeOf, toldText } from '../../src/result/why-text';
import { inLanguage, textsIn } from '../../src/texts';

const named = { zh: '名称', en: 'name' };
const figures = new Map([
  ['sales', { id: 'sales', label: named, kind: { number: { unit: '亿元' } } }],
  ['list', { id: 'list', label: named, kind: { checklist: { items: [{ id: 'a', label: { zh: '甲', en: 'A' } }, { id: 'b', label: { zh: '乙', en: 'B' } }] } } }],
]);

/** As much of a page as is asked for. */
function pageIn(lang: string): Page {
  const page = {
    lang,
    t: textsIn(lang),
    outline: { rulebook: {}, figures },
    say: (text: { zh: string; en: string }) => inLanguage(text as never, lang),
    name: (_: string, id: string) => id,
  };
  return page as unknown as Page;
}
const [zh, en] = [pageIn('zh'), pageIn('en')];

test('digits stand in groups and units have their names; years and short numbers stay', () => {
  assert.equal(inWords(zh, '9498.12 亿元 ÷ [0, 50000] 万人（未填）'), '9,498.12 亿元 ÷ [0, 50,000] 万人（未填）');
  assert.equal(inWords(en, '9498.12 亿元 ÷ 1768.16 万人'), '9,498.12 (100 million yuan) ÷ 1,768.16 (10,000 persons)');
  assert.equal(inWords(zh, '≈0.960178 与 2020年普查数 69.99 %'), '≈0.960178 与 2020年普查数 69.99%');
  assert.equal(inWords(en, '53717.5 元/人'), '53,717.5 yuan per person');
});

test('a range says what is known of it', () => {
  const told = (decimal: string, rounded = false) => ({ decimal, rounded });
  const range = { state: 'range' as const, unit: '亿元', low: told('0'), high: told('50000') };
  assert.equal(toldText(told('1234.5', true)), '≈1,234.5');
  assert.equal(rangeOf(zh, range), '0–50,000 亿元');
  assert.equal(rangeOf(zh, { ...range, high: undefined }), '不小于 0 亿元');
  assert.equal(rangeOf(zh, { ...range, may_be_undefined: true }), '0–50,000 亿元，也可能没有值');
  assert.equal(rangeOf(zh, { ...range, state: 'none', low: undefined, high: undefined }), '没有值');
});

for (const [from, to, change] of [
  ['0', '1', '由 0 亿元 提高到 1 亿元，增加 1 亿元'],
  ['9498.12', '9500', '由 9,498.12 亿元 提高到 9,500 亿元，增加 1.88 亿元'],
  ['100', '99.5', '由 100 亿元 降低到 99.5 亿元，减少 0.5 亿元'],
  ['0.1', '0.3', '由 0.1 亿元 提高到 0.3 亿元，增加 0.2 亿元'],
  ['-3.5', '-1', '由 -3.5 亿元 提高到 -1 亿元，增加 2.5 亿元'],
  ['-1', '-3.5', '由 -1 亿元 降低到 -3.5 亿元，减少 2.5 亿元'],
  ['-0.7', '0.3', '由 -0.7 亿元 提高到 0.3 亿元，增加 1 亿元'],
  ['2', '-9.99', '由 2 亿元 降低到 -9.99 亿元，减少 11.99 亿元'],
  ['1', '1.00', '由 1 亿元 降低到 1.00 亿元，减少 0 亿元'],
  ['99999999999999999999.9', '100000000000000000000', '由 99,999,999,999,999,999,999.9 亿元 提高到 100,000,000,000,000,000,000 亿元，增加 0.1 亿元'],
] as const) {
  test(`from ${from} to ${to}: ${change}`, () => {
    assert.equal(changeText(zh, { figure: 'sales', from, to, unit: '亿元', sense: 'at_least' } as ReachWay), change);
  });
}

test('a figure that would have to change says from what, to what and by how much', () => {
  const way = (rest: Partial<ReachWay>): ReachWay => ({ figure: 'sales', from: '900', to: '1100', unit: '亿元', sense: 'at_least', ...rest }) as ReachWay;
  assert.equal(changeText(zh, way({})), '由 900 亿元 提高到 1,100 亿元，增加 200 亿元');
  assert.equal(changeText(zh, way({ to: '899.5', sense: 'at_most' })), '由 900 亿元 降低到 899.5 亿元，减少 0.5 亿元');
  assert.equal(changeText(zh, way({ sense: 'exactly' })), '由 900 亿元 提高到 1,100 亿元，增加 200 亿元（其他值未必可行）');
  assert.equal(changeText(zh, way({ from: undefined, state: 'unknown' })), '未填，须不低于 1,100 亿元');
  assert.equal(changeText(zh, way({ from: { between: ['800', '1200'] }, state: 'estimate' })), '估计为 800–1,200 亿元，须不低于 1,100 亿元');
  const list = (from: string[] | undefined, to: string[]): ReachWay => ({ figure: 'list', from, to }) as ReachWay;
  assert.equal(changeText(zh, list(['a'], ['a', 'b'])), '增加：乙');
  assert.equal(changeText(en, list(['a'], ['b'])), 'add: B · leave out: A');
  assert.equal(changeText(zh, list(undefined, ['a', 'b'])), '须有：甲、乙');
});

test('what stays short says how far one gets, with the signs that people know', () => {
  const limit = (rest: Partial<Limit>): Limit => ({ what: 'comparison', of: 'ratio', need: '70', best: '69.5', comparison: '>=', unit: '%', ...rest }) as Limit;
  assert.equal(limitText(zh, limit({})), 'ratio最高只能到 69.5%，须 ≥ 70%');
  assert.equal(limitText(en, limit({ comparison: '<=' })), 'ratio: at least 69.5%, ≤ 70% needed');
  assert.equal(limitText(zh, limit({ what: 'requirement', of: 'level', decided_by: ['x'] })), '“level”由不能改变的数据决定：');
  assert.equal(limitText(zh, limit({ what: 'requirement', of: 'level' })), '“level”无论可改变的数据取何值都不满足');
});
