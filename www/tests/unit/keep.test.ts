// Steps, kept drafts and where they are kept, another version's submissions.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from '../../src/boundary';
import { carriedDraft, joined, otherVersion } from '../../src/session/carry';
import { draftText, readDraft } from '../../src/session/draft';
import { emptyDraft, toJson, type Draft, type Json } from '../../src/session/drafts';
import { differing, touched } from '../../src/session/entered';
import { MOST_STEPS, begun, redone, stepped, undone, type History } from '../../src/session/history';
import { Slots } from '../../src/session/slots';
import { Steps } from '../../src/session/steps';
import { book, entered, text } from './support/book';
import { shelf } from './support/shelf';

test('steps go back and forth; a new one ends what could be done again; the oldest are forgotten', () => {
  let history: History<number> | undefined = begun(0);
  for (let step = 1; step <= MOST_STEPS + 5; step += 1) history = stepped(history, step);
  assert.equal(history.past.length, MOST_STEPS);
  history = undone(undone(history) ?? history);
  assert.equal(history?.now, MOST_STEPS + 3);
  assert.equal(redone(history ?? begun(0))?.now, MOST_STEPS + 4);
  const cut = stepped(history ?? begun(0), -1);
  assert.equal(redone(cut), undefined);
  let back: History<number> | undefined = cut;
  let steps = 0;
  for (; back !== undefined; steps += 1) back = undone(back);
  assert.equal(steps, cut.past.length + 1);
});

test('what is being typed becomes a step before it is taken back, faults and all', () => {
  let now = entered({});
  const steps = new Steps(() => now, (before) => (now = before));
  assert.deepEqual([steps.canUndo, steps.canRedo], [false, false]);
  const typed = { ...emptyDraft(book.figures.get('revenue') as Figure), text: '九百x' } as Draft;
  now = { ...now, drafts: { ...now.drafts, revenue: typed } };
  assert.equal(steps.canUndo, true);
  assert.deepEqual(steps.undo(), ['figures/revenue']);
  assert.deepEqual(now, entered({}));
  assert.deepEqual(steps.redo(), ['figures/revenue']);
  assert.deepEqual(now.drafts['revenue'], typed);
  assert.deepEqual(steps.redo(), []);
  steps.begin();
  assert.deepEqual(steps.undo(), []);
});

test('parts that differ are told by what they say, not by which object they are', () => {
  const [a, b] = [entered({ built: true }), entered({ built: true })];
  assert.deepEqual(differing(a, b), []);
  const other = entered({ built: false, level: 'a' }, { city: '甲市', fields: ['north'], materials: { form: false } });
  assert.deepEqual(differing(a, other), ['city', 'fields', 'figures/level', 'figures/built', 'materials/form']);
  assert.deepEqual(touched(book, other.drafts), ['level', 'built']);
});

test('a draft keeps everything as typed', () => {
  const typed = entered({ level: { value: 'a', note: '批复' }, list: [] }, { city: ' 甲市', year: '二〇二一', materials: { form: false } });
  const revenue = { ...typed.drafts['revenue'], text: '九百', unit: '万元' } as Draft;
  const now = { ...typed, drafts: { ...typed.drafts, revenue } };
  const kept = readDraft(draftText(book, now, 5));
  assert.equal(kept?.at, 5);
  assert.deepEqual(kept?.rulebook, { id: 'book', version: '2.0.0' });
  const { entered: again, report } = carriedDraft(book, kept?.entered ?? typed, '2.0.0', kept?.names ?? {});
  assert.deepEqual(again, now);
  assert.deepEqual(report.differences, []);
});

test('what is no draft is none, and what is odd in one is left out', () => {
  for (const broken of ['', '{', '[]', 'null', '7', '{"format":"infocity-draft/2"}', '{"format":"infocity-draft/1","rulebook":{},"at":"now"}']) {
    assert.equal(readDraft(broken), undefined, broken);
  }
  const odd = readDraft(JSON.stringify({
    format: 'infocity-draft/1', rulebook: {}, at: 1, city: 7, fields: [1, 'north'], materials: { form: 'yes' },
    drafts: { revenue: { kind: 'number', text: 9 }, level: { kind: 'other' }, list: { kind: 'checklist', items: 'a' }, built: null },
  }));
  assert.deepEqual([odd?.entered.city, odd?.entered.fields, odd?.entered.materials], ['', ['north'], {}]);
  assert.deepEqual(Object.keys(odd?.entered.drafts ?? {}), ['revenue', 'list']);
});

test('what another version has no place for is told with its value', () => {
  const old = entered({ level: 'a', list: ['a', 'z'], revenue: { value: '12500', unit: '万元', note: '年鉴' } }, { category: 'gone', fields: ['north', 'south'], materials: { old: true } });
  const number = { ...(old.drafts['revenue'] as Draft & { kind: 'number' }) };
  const before = {
    ...old,
    drafts: { ...old.drafts, revenue: { ...number, text: '1250000000.50', unit: '百元', lastUnit: '百元' }, level: { ...old.drafts['level'], option: 'z' } as Draft, lost: { ...number, text: '7' } },
  };
  const names = { revenue: text, level: text, list: text, lost: { zh: '旧数据', en: 'old' } };
  const { entered: now, report } = carriedDraft(book, before, '1.0.0', names);
  const told = report.differences.map(({ fate, of, id, was, now: is }) => [fate, of, id, was.value, was.note, is.value].join('|'));
  assert.deepEqual(told, [
    'gone|figure|lost|7 万元|年鉴|',
    'gone|category|gone|gone||',
    'gone|field|south|south||',
    'gone|material|old|true||',
    'converted|figure|revenue|1250000000.50 百元|年鉴|1250.0000005 亿元',
    'option|figure|level|z||',
    'option|figure|list|a, z||a',
    'new|figure|built|||',
  ]);
  assert.deepEqual([now.category, now.fields, now.materials], [null, ['north'], {}]);
  assert.deepEqual(toJson(now.drafts['list'] as Draft), ['a']);
  assert.equal(report.differences[0]?.name?.zh, '旧数据');
});

test('a submission of another version is carried over digit by digit, and one of this version not at all', () => {
  const of = (version: string, figures: string) => `{"format":"infocity-submission/1","rulebook":{"id":"book","version":"${version}"},"city":"a 1.50","year":2020,"figures":${figures}}`;
  assert.equal(otherVersion(book, of('2.0.0', '{}')), undefined);
  assert.equal(otherVersion(book, '{'), undefined);
  assert.equal(otherVersion(book, 'null'), undefined);
  assert.equal(otherVersion(book, of('1.0.0', '{}').replace('book', 'other')), undefined);
  const other = otherVersion(book, of('1.0.0', '{"revenue":{"value":0.12345678901234567890,"unit":"亿元"},"level":true,"built":"a","list":{"between":["1",null],"unit":"人"},"lost":[1,2]}'));
  const now = JSON.parse(other?.text ?? '{}') as { city: string; figures: Record<string, Json>; rulebook?: Json };
  assert.deepEqual([now.city, now.rulebook], ['a 1.50', undefined]);
  assert.deepEqual(now.figures, { revenue: { value: '0.12345678901234567890', unit: '亿元' }, level: null, built: null, list: null });
  assert.deepEqual(other?.report.differences.map(({ fate, id, was }) => [fate, id, was.value]), [
    ['gone', 'lost', '1, 2'],
    ['kind', 'level', 'true'],
    ['kind', 'list', '1–… 人'],
    ['kind', 'built', 'a'],
  ]);
  assert.equal(joined([null, null]), null);
  assert.equal(joined([other?.report ?? null, null, other?.report ?? null])?.differences.length, 8);
});

test('a slot that another tab has written is not written over, nor deleted', () => {
  const place = shelf();
  const slots = new Slots(() => place, 'book');
  const key = slots.fresh();
  assert.equal(slots.write(key, 'one', null), 'written');
  assert.equal(slots.write(key, 'two', 'one'), 'written');
  place.all.set(key, 'theirs');
  assert.equal(slots.write(key, 'three', 'two'), 'taken');
  assert.equal(slots.remove(key, 'two'), false);
  assert.deepEqual(slots.all(), [{ key, text: 'theirs' }]);
  assert.notEqual(slots.fresh(), slots.fresh());
});

test('forgetting takes every slot of every rulebook and the consent, and nothing of the host', () => {
  const place = shelf();
  const [slots, others] = [new Slots(() => place, 'book'), new Slots(() => place, 'book2')];
  place.all.set('host', 'its own');
  assert.equal(slots.consent, false);
  assert.equal(slots.agree(), true);
  assert.equal(slots.consent, true);
  slots.write(slots.fresh(), 'a', null);
  slots.write(slots.fresh(), 'b', null);
  others.write(others.fresh(), 'c', null);
  slots.forget();
  assert.deepEqual([slots.all().length, others.all().length, slots.consent], [0, 0, false]);
  assert.equal(place.all.get('host'), 'its own');
});

test('a storage that refuses, at any call, is answered and never thrown', () => {
  const refuse = (): never => {
    throw new Error('refused');
  };
  const full = { ...shelf(), setItem: refuse };
  for (const place of [refuse, () => null, () => full]) {
    const slots = new Slots(place, 'book');
    assert.deepEqual([slots.usable, slots.consent === true, slots.agree(), slots.all()], [false, false, false, []]);
    assert.equal(slots.write('infocity-check/draft/book/a', 'x', null), 'refused');
    slots.remove('infocity-check/draft/book/a', 'x');
    slots.forget();
    slots.tell('hello', 'book');
  }
});
