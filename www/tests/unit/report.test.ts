// What the report's headings and lines are made of.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinal } from '../../src/report/parts';
import { textsIn } from '../../src/texts';

test('headings are numbered as the language writes numbers, and go on where its numerals end', () => {
  const { chapter, part, numerals } = textsIn('zh').report;
  assert.equal(chapter({ number: ordinal(3, numerals), title: '条件' }), '三、条件');
  assert.equal(part({ number: ordinal(12, numerals), title: '综合型' }), '（十二）综合型');
  assert.equal(ordinal(99, numerals), '99');
  assert.equal(textsIn('en').report.chapter({ number: ordinal(1, textsIn('en').report.numerals), title: 'Conclusion' }), '1. Conclusion');
});

test('a report without a city is named by its system alone', () => {
  const { title } = textsIn('zh').report;
  assert.equal(title({ city: '', title: '信息消费示范城市申报自评' }), '信息消费示范城市申报自评报告');
  assert.equal(title({ city: '示例市', title: '信息消费示范城市申报自评' }), '示例市信息消费示范城市申报自评报告');
});
