// Numbers with their units: compared, grouped, moved by powers of ten.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compared, converted, grouped, inSmallest, prefixOf, shifted, withPlaces } from '../../src/session/numerals';

const PEOPLE = ['万人', '人', '亿人'];

test('digits are grouped in threes', () => {
  assert.equal(grouped('12447700'), '12,447,700');
  assert.equal(grouped('-1244.7712'), '-1,244.7712');
  assert.equal(grouped('999'), '999');
  assert.equal(grouped('no number'), 'no number');
});

test('numbers are compared as they are written, of any length', () => {
  assert.equal(compared('9', '10'), -1);
  assert.equal(compared('1.10', '1.1'), 0);
  assert.equal(compared('-2', '-10'), 1);
  assert.equal(compared('-1', '1'), -1);
  assert.equal(compared('100000000000000000001', '100000000000000000000'), 1);
});

test('a power of ten moves the point and nothing else', () => {
  assert.equal(shifted('1244.77', 4), '12447700');
  assert.equal(shifted('0.00001', 4), '0.1');
  assert.equal(shifted('-0.5', 8), '-50000000');
  assert.equal(shifted('9498.12', 8), '949812000000');
  assert.equal(shifted('7', 0), '7');
});

test('the smallest allowed unit of the same kind is found', () => {
  assert.deepEqual(inSmallest('1244.77', '万人', PEOPLE), { number: '12447700', unit: '人' });
  assert.equal(inSmallest('5', '人', PEOPLE), undefined);
  assert.equal(inSmallest('5', '个', ['个', '万人']), undefined);
  assert.deepEqual(prefixOf('万亿元'), { prefix: '万亿', power: 12, of: '元' });
  assert.deepEqual(prefixOf('百分点'), { prefix: '', power: 0, of: '百分点' });
});

test('points keep their decimal places', () => {
  assert.equal(withPlaces('3', 2), '3.00');
  assert.equal(withPlaces('3.5', 2), '3.50');
  assert.equal(withPlaces('3', 0), '3');
});

for (const [number, from, to, expected] of [
  ['12447', '万元', '亿元', '1.2447'],
  ['1.2447', '亿元', '万元', '12447'],
  ['1.2447', '亿元', '元', '124470000'],
  ['12447703', '人', '万人', '1244.7703'],
  ['1', '元', '亿元', '0.00000001'],
  ['-0.5', '万元', '亿元', '-0.00005'],
  ['900', '亿元', '亿元', '900'],
  ['0', '人', '万人', '0'],
  ['10000', '个', '万个', '1'],
  ['12447', '万元', '万人', undefined],
  ['约9', '万元', '亿元', undefined],
  ['27.4', '%', '元', undefined],
] as const) {
  test(`${number} ${from} in ${to} is ${expected ?? 'not offered'}`, () => {
    assert.equal(converted(number, from, to), expected);
  });
}
