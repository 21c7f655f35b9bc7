// Numbers as people write and paste them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { converted, grouped, inSmallest, prefixOf, readNumber, shifted, withPlaces } from '../../src/session/numerals';

const PEOPLE = ['万人', '人', '亿人'];
const MONEY = ['亿元', '万元', '元'];

for (const [typed, units, number, unit] of [
  ['1244.77', PEOPLE, '1244.77', undefined],
  [' 1244.77 ', PEOPLE, '1244.77', undefined],
  ['１２４４．７７', PEOPLE, '1244.77', undefined],
  ['1,244.77', PEOPLE, '1244.77', undefined],
  ['1，244.77', PEOPLE, '1244.77', undefined],
  ['12 447 700', PEOPLE, '12447700', undefined],
  ['12\u00a0447\u3000700', PEOPLE, '12447700', undefined],
  ['1244。77', PEOPLE, '1244.77', undefined],
  ['1,244.77万人', PEOPLE, '1244.77', '万人'],
  ['1,244.77 万人', PEOPLE, '1244.77', '万人'],
  ['12447700人', PEOPLE, '12447700', '人'],
  ['1.2亿', MONEY, '1.2', '亿元'],
  ['3000万', MONEY, '3000', '万元'],
  ['27.4%', ['%'], '27.4', '%'],
  ['27.4％', ['%'], '27.4', '%'],
  ['－3.5', ['%'], '-3.5', undefined],
  ['−3.5', ['%'], '-3.5', undefined],
  ['+3.5', ['%'], '3.5', undefined],
  ['.5', ['%'], '0.5', undefined],
  ['5.', ['%'], '5', undefined],
  ['\u200e12\ufeff', ['个'], '12', undefined],
  ['', PEOPLE, '', undefined],
  // What is no number, or could be read in two ways, is left for the engine to refuse.
  ['1,5', PEOPLE, '1,5', undefined],
  ['1,2447', PEOPLE, '1,2447', undefined],
  ['1.244.770', PEOPLE, '1.244.770', undefined],
  ['58万零三百', ['万件', '件'], '58万零三百', undefined],
  ['1e3', PEOPLE, '1e3', undefined],
  ['1.2亿', ['亿元', '亿件'], '1.2亿', undefined],
] as const) {
  test(`“${typed}” with ${units.join('/')} is read as “${number}” ${unit ?? ''}`, () => {
    const reading = readNumber(typed, units);
    assert.equal(reading.number, number);
    assert.equal(reading.unit, unit);
  });
}

test('a unit before the number that is none of those allowed stays with the text', () => {
  assert.deepEqual(readNumber('12 家', PEOPLE), { number: '12 家' });
});

test('digits are grouped in threes', () => {
  assert.equal(grouped('12447700'), '12,447,700');
  assert.equal(grouped('-1244.7712'), '-1,244.7712');
  assert.equal(grouped('999'), '999');
  assert.equal(grouped('no number'), 'no number');
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
