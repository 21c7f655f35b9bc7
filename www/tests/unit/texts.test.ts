// All languages say everything; none says a word of another's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import catalogues from 'infocity:texts';
import { inLanguage, langOf, languages, tagInAddress, textsFrom, textsIn } from '../../src/texts';
import { fill, type Part } from '../../src/texts/template';

/** Every template of a catalogue, plural forms one by one. */
function all(part: unknown, at: string, into: Map<string, string>): Map<string, string> {
  if (typeof part === 'string') into.set(at, part);
  else for (const [key, value] of Object.entries(part as object)) all(value, `${at}.${key}`, into);
  return into;
}

const [zh, en] = [all(catalogues['zh'], '', new Map()), all(catalogues['en'], '', new Map())];
const none = () => undefined;

test('English holds no Chinese', () => {
  assert.ok(en.size > 100);
  for (const [at, text] of en) assert.doesNotMatch(text, /[\u3400-\u9fff]/, at);
});

test('no exclamation mark', () => {
  for (const [at, text] of [...zh, ...en]) assert.doesNotMatch(text, /[!！]/, at);
});

test('placeholders are replaced, with a capital where the template has one; empty options are left out', () => {
  assert.equal(fill('{a} and {B}[, {c}][; {a}]', { a: 'x', b: 'y', c: '' }), 'x and Y; x');
  assert.equal(fill('{a}', { a: '{b} [c]' }), '{b} [c]', 'what is put in is not read again');
});

test('a plural form is chosen by the number', () => {
  const { missingFigures } = textsIn('en').result;
  assert.deepEqual([1, 2].map((count) => missingFigures({ count })), ['1 figure', '2 figures']);
  assert.equal(textsIn('zh').result.missingFigures({ count: 1 }), '填报数据 1 项');
});

test('a sentence has one full stop', () => {
  const [chinese, english] = [textsIn('zh'), textsIn('en')];
  assert.deepEqual(['可以', '可以。', '可以？'].map(chinese.sentence), ['可以。', '可以。', '可以？']);
  assert.deepEqual(['it fits', 'it fits.', 'does it?'].map(english.sentence), ['It fits.', 'It fits.', 'Does it?']);
});

test('units in English', () => {
  const { unit, unitChoice } = textsIn('en');
  assert.equal(unit('万人', none), '10,000 persons');
  assert.equal(unit('亿元', none), '100 million yuan');
  assert.equal(unit('元/人', none), 'yuan per person');
  assert.equal(unit('件/万人', none), 'items per 10,000 persons');
  assert.equal(unit('%', none), '%');
  assert.equal(unitChoice('万人', none), '10,000 persons (万人)');
  assert.equal(unitChoice('Mbps', none), 'Mbps');
});

test('units in Chinese are written as they are', () => {
  const { unit, unitChoice } = textsIn('zh');
  for (const symbol of ['万人', '亿元', '元/人', '件/万人', '百万元', '%', 'Mbps', '平方公里']) {
    assert.equal(unit(symbol, none), symbol);
    assert.equal(unitChoice(symbol, none), symbol);
  }
});

test('a unit of the rulebook has the name that the rulebook gives it, within a compound too', () => {
  const own = (symbol: string) => (symbol === '班' ? 'school classes' : undefined);
  assert.equal(textsIn('en').unit('班', own), 'school classes');
  assert.equal(textsIn('en').unit('班/万人', own), 'school classes per 10,000 persons');
});

test('the language of an attribute is found by its tag, its file or its first part', () => {
  const known = [...languages, { lang: 'mn-Mong', tag: 'mn-Mong' }, { lang: 'bo', tag: 'bo-CN' }];
  const found = ['zh-CN', 'ZH', 'en-GB', 'mn-mong', 'bo', 'bo-IN', 'fr', '', null].map((tag) => langOf(tag, known));
  assert.deepEqual(found, ['zh', 'zh', 'en', 'mn-Mong', 'bo', 'bo', 'zh', 'zh', 'zh']);
});

test('a rulebook’s text in a language that it lacks is its Chinese one', () => {
  const text = { zh: '一', en: 'one', bo: 'གཅིག' };
  assert.deepEqual(['zh', 'en', 'bo', 'fr'].map((lang) => inLanguage(text, lang)), ['一', 'one', 'གཅིག', '一']);
});

test('a further language is data alone', () => {
  const german = textsFrom(JSON.parse(JSON.stringify(catalogues['en']).replace('"tag":"en"', '"tag":"de"').replace('"{Words}."', '"{Words}."').replace('"yuan"', '"Yuan"')) as Part);
  assert.equal(german.language.tag, 'de');
  assert.equal(german.unit('亿元', none), '100 million Yuan');
});

test('an address can ask for a language that there is', () => {
  assert.deepEqual(['?lang=en', '?a=b&lang=zh-CN', '?lang=fr', '?lang=', ''].map(tagInAddress), ['en', 'zh-CN', null, null, null]);
});
