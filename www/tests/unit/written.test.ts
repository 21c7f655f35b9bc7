// Numbers as people write and paste them: what is read, what is read as a range, and what is better refused than misread.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from '../../src/session/numerals';
import { whyRefused } from '../../src/session/refusals';
import { wholeInCharacters } from '../../src/session/written';

const PEOPLE = ['万人', '人', '亿人'];
const MONEY = ['亿元', '万元', '元'];
const SHARE = ['%'];
const COUNT = ['个'];

for (const [typed, units, number, unit] of [
  ['1244.77', PEOPLE, '1244.77', undefined],
  [' 1244.77 ', PEOPLE, '1244.77', undefined],
  ['１２４４．７７', PEOPLE, '1244.77', undefined],
  ['1,244.77', PEOPLE, '1244.77', undefined],
  ['1，244.77', PEOPLE, '1244.77', undefined],
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
  ["12'447'700", PEOPLE, '12447700', undefined],
  ['12’447’700', PEOPLE, '12447700', undefined],
  ['12＇447＇700', PEOPLE, '12447700', undefined],
  ['12 447 700', PEOPLE, '12447700', undefined],
  ['-1,234.5', SHARE, '-1234.5', undefined],
  ['负3.5', SHARE, '-3.5', undefined],
  ['—3.5', SHARE, '-3.5', undefined],
  ['1244.77萬人', PEOPLE, '1244.77', '万人'],
  ['1244.77 万 人', PEOPLE, '1244.77', '万人'],
  ['9498.12億元', MONEY, '9498.12', '亿元'],
  ['1.2億', MONEY, '1.2', '亿元'],
  ['百分之27.4', SHARE, '27.4', '%'],
  ['百分之二十七', SHARE, '27', '%'],
  ['千分之3', ['‰'], '3', '‰'],
  ['3.5‰', ['%', '‰'], '3.5', '‰'],
  ['一百二十万人', PEOPLE, '1200000', '人'],
  ['一百二十万', MONEY, '1200000', '元'],
  ['一亿两千万元', MONEY, '120000000', '元'],
  ['十二', COUNT, '12', undefined],
  ['二十三个', COUNT, '23', '个'],
  ['〇', COUNT, '0', undefined],
] as const) {
  test(`“${typed}” is read as ${number} ${unit ?? ''}`, () => {
    assert.deepEqual(readNumber(typed, units), unit === undefined ? { number } : { number, unit });
  });
}

for (const [typed, units, number, unit] of [
  ['约1244万人', PEOPLE, '1244', '万人'],
  ['大约 1,244', PEOPLE, '1244', undefined],
  ['约为9498亿元', MONEY, '9498', '亿元'],
  ['近30', COUNT, '30', undefined],
  ['≈30', COUNT, '30', undefined],
  ['30个左右', COUNT, '30', '个'],
] as const) {
  test(`“${typed}” is read without its word, which is told`, () => {
    assert.deepEqual(readNumber(typed, units), { number, about: true, ...(unit === undefined ? {} : { unit }) });
  });
}

for (const [typed, units, low, high, unit] of [
  ['100-120', COUNT, '100', '120', undefined],
  ['100~120', COUNT, '100', '120', undefined],
  ['100～120', COUNT, '100', '120', undefined],
  ['100至120', COUNT, '100', '120', undefined],
  ['100到120', COUNT, '100', '120', undefined],
  ['100—120', COUNT, '100', '120', undefined],
  ['100——120', COUNT, '100', '120', undefined],
  ['100 – 120', COUNT, '100', '120', undefined],
  ['1,100-1,200亿元', MONEY, '1100', '1200', '亿元'],
  ['900亿元至1100亿元', MONEY, '900', '1100', '亿元'],
  ['3%-5%', SHARE, '3', '5', '%'],
  ['-5至-3', SHARE, '-5', '-3', undefined],
  ['-0.5~0.25', SHARE, '-0.5', '0.25', undefined],
] as const) {
  test(`“${typed}” is a range`, () => {
    const reading = readNumber(typed, units);
    assert.deepEqual(reading.between, [low, high]);
    assert.equal(reading.unit, unit);
  });
}

for (const [typed, units] of [
  ['1,5', PEOPLE],
  ['1,2447', PEOPLE],
  ['1.244.770', PEOPLE],
  ['58万零三百', ['万件', '件']],
  ['1e3', PEOPLE],
  ['1.2亿', ['亿元', '亿件']],
  ['12 家', PEOPLE],
] as const) {
  test(`“${typed}”, which is no number or could be two, is left for the engine to refuse`, () => {
    assert.deepEqual(readNumber(typed, units), { number: typed });
  });
}

for (const [typed, units, why] of [
  ['(1,234)', MONEY, 'brackets'],
  ['（1,234）', MONEY, 'brackets'],
  ['1.2e3', COUNT, 'exponent'],
  ['1.2E+05', COUNT, 'exponent'],
  ['1.2×10', COUNT, 'exponent'],
  ['2021-03', COUNT, 'date'],
  ['2021-3', COUNT, 'date'],
  ['2021-03-01', COUNT, 'date'],
  ['2021/3', COUNT, 'date'],
  ['2021年3月', COUNT, 'date'],
  ['2020-2021', COUNT, 'range'],
  ['010-8888', COUNT, 'range'],
  ['1-2-3', COUNT, 'range'],
  ['120-100', COUNT, 'range'],
  ['100-100', COUNT, 'range'],
  ['100±5', COUNT, 'range'],
  ['9000万-1.2亿', MONEY, 'range'],
  ['900亿元-1000', MONEY, 'range'],
  ['3/4', COUNT, 'range'],
  ['1.234.567', COUNT, 'points'],
  ['1.2.3', COUNT, 'points'],
  ['1,23', COUNT, 'comma'],
  ['0,123', COUNT, 'comma'],
  ['1,234 567', COUNT, 'comma'],
  ['1,2345', COUNT, 'comma'],
  ['1、234', COUNT, 'comma'],
  ['12 34', COUNT, 'comma'],
  ['1200余', COUNT, 'vague'],
  ['100多个', COUNT, 'vague'],
  ['超100', COUNT, 'vague'],
  ['100以上', COUNT, 'vague'],
  ['>100', COUNT, 'vague'],
  ['3兆', MONEY, 'trillion'],
  ['27.4%', COUNT, 'share'],
  ['百分之27.4', COUNT, 'share'],
  ['3‰', SHARE, 'share'],
  ['9.6个百分点', SHARE, 'unit'],
  ['一百二', COUNT, 'characters'],
  ['二十三万五', PEOPLE, 'characters'],
  ['58万零三百', PEOPLE, 'characters'],
  ['一二三', COUNT, 'characters'],
  ['百万', PEOPLE, undefined],
  ['1.2亿', ['亿元', '亿件'], 'unit'],
  ['¥1,234', MONEY, 'unit'],
  ['12家', COUNT, 'unit'],
  ['5G', COUNT, 'unit'],
  ['-', COUNT, undefined],
  ['无', COUNT, undefined],
] as const) {
  test(`“${typed}” is not read${why === undefined ? '' : `: ${why}`}`, () => {
    const reading = readNumber(typed, units);
    assert.equal(/^-?\d+(\.\d+)?$/.test(reading.number), false, reading.number);
    assert.equal(reading.between, undefined);
    assert.equal(whyRefused(typed, units), why);
  });
}

test('a range is refused where only one number can stand, and nothing where there is nothing wrong', () => {
  assert.equal(whyRefused('100-120', COUNT), 'range');
  assert.equal(whyRefused('100-120', COUNT, true), undefined);
  assert.equal(whyRefused(' ', COUNT), undefined);
  assert.equal(whyRefused('1,234', COUNT), undefined);
});

for (const [text, whole] of [
  ['一百零五', '105'],
  ['一百五', undefined],
  ['一千零五十', '1050'],
  ['一千五十', undefined],
  ['一十二', '12'],
  ['两万零三', '20003'],
  ['一亿零五', '100000005'],
  ['三千零五十万', '30500000'],
  ['一万亿', undefined],
  ['百十', undefined],
  ['', undefined],
] as const) {
  test(`“${text}” in characters is ${whole ?? 'not read'}`, () => {
    assert.equal(wholeInCharacters(text), whole);
  });
}
