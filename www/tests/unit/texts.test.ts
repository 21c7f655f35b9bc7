// Both languages say everything; neither says a word of the other's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { texts } from '../../src/texts';
import { englishUnit } from '../../src/texts/units';

/** Every text, functions called with what they would be given. */
function all(part: unknown, at: string, into: Map<string, string>): Map<string, string> {
  if (typeof part === 'string') into.set(at, part);
  else if (typeof part === 'function') into.set(at, String((part as (...given: unknown[]) => unknown)(...sample(at))));
  else for (const [key, value] of Object.entries(part as object)) all(value, `${at}.${key}`, into);
  return into;
}

function sample(at: string): unknown[] {
  if (at.endsWith('.list')) return [['1', '2']];
  if (at.endsWith('.gap')) return [{ of: '1', comparison: '2', need: '3', have: '4', short: '5' }];
  if (at.endsWith('.effect')) return [{ category: '1', before: '2', after: '3' }];
  if (at.endsWith('.announced') || at.endsWith('.sentence')) return ['1', '2', '3'];
  return [1, 2, 3].map((n) => (/missing|decides|filled|more|leftOut|requirementCounts/i.test(at) ? n : String(n)));
}

const [zh, en] = [all(texts.zh, '', new Map()), all(texts.en, '', new Map())];

test('the same texts in both', () => {
  assert.deepEqual([...zh.keys()].sort(), [...en.keys()].sort());
  assert.ok(zh.size > 100);
});

test('English holds no Chinese but the name of the other language and of units', () => {
  for (const [at, text] of en) if (at !== '.page.otherLanguage') assert.doesNotMatch(text, /[\u3400-\u9fff]/, at);
});

test('no exclamation mark, no text that is empty in one language only', () => {
  for (const [at, text] of zh) {
    assert.doesNotMatch(text + (en.get(at) ?? ''), /[!！]/, at);
    assert.equal(text === '', en.get(at) === '', at);
  }
});

test('units in English', () => {
  assert.equal(englishUnit('万人'), '10,000 persons');
  assert.equal(englishUnit('亿元'), '100 million yuan');
  assert.equal(englishUnit('元/人'), 'yuan per person');
  assert.equal(englishUnit('%'), '%');
  assert.equal(texts.en.unitChoice('万人', undefined), '10,000 persons (万人)');
  assert.equal(texts.zh.unitChoice('万人', undefined), '万人');
});
