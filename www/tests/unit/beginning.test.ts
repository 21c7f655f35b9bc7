// The form before its engine is there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import beginning from 'infocity:beginning';
import flagship from 'infocity:flagship';

const nothing = (): void => undefined;
Object.assign(globalThis, {
  CSS: { supports: () => true },
  document: { currentScript: null, querySelectorAll: () => [] },
  window: { setTimeout: () => 1, clearTimeout: nothing },
});

const { Beginning } = await import('../../src/session/beginning');
const { Engine, EngineLost } = await import('../../src/session/engine');
const { Store } = await import('../../src/session/store');

/** A form that waits for its engine, and the assessments that it tells of. */
function form() {
  const told: unknown[] = [];
  const store = new Store(new Beginning(flagship, beginning), flagship, (assessment) => told.push(assessment), nothing);
  return { store, told };
}

type Form = InstanceType<typeof Store>;

const openLater = (store: Form, text: string, name: string): void => void store.openWhenThere((to) => to.open(text, name));

test('what is known before is what the engine says', async () => {
  const ahead = new Beginning(flagship, beginning);
  const engine = await Engine.start(flagship);
  assert.deepEqual(ahead.assessment(), engine.assessment());
  assert.deepEqual([...new Set(ahead.words.map(({ lang }) => lang))].sort(), ['en', 'zh']);
  for (const { lang, sentence, words } of ahead.words) assert.equal(words, engine.words(sentence, lang));
  const { store } = form();
  const { advice } = store.state.assessment;
  for (const lang of ['zh', 'en']) assert.equal(store.words(advice.reason, lang), engine.words(advice.reason, lang));
});

test('where nothing was entered meanwhile, nothing changes and nobody is told', async () => {
  const { store, told } = form();
  const before = store.state;
  assert.equal(store.waits, true);
  await store.come(await Engine.start(flagship, store.outline));
  assert.equal(store.waits, false);
  assert.equal(store.state, before);
  assert.deepEqual(told, []);
});

test('what was entered meanwhile is judged once the engine is there, what is at fault in it told', async () => {
  const { store, told } = form();
  store.edit('city', { city: '甲市' });
  store.enterAll({ year: '2020', 'figures/retail_sales': { value: '9498.12', unit: '亿元' }, 'figures/resident_population': '-3' });
  const meanwhile = JSON.parse(store.submission()) as { city: string; figures: Record<string, unknown> };
  assert.deepEqual([meanwhile.city, Object.keys(meanwhile.figures).sort()], ['甲市', ['resident_population', 'retail_sales']]);
  assert.equal(store.state.assessment.submission.city, '');

  await store.come(await Engine.start(flagship, store.outline));
  const engine = await Engine.start(flagship);
  const given = { city: '甲市', year: 2020, figures: { retail_sales: { value: '9498.12', unit: '亿元' } } };
  const outcome = engine.open(JSON.stringify({ format: 'infocity-submission/1', ...given }));
  assert.equal(outcome.kind, 'assessed');
  assert.deepEqual(store.state.assessment, engine.assessment());
  assert.deepEqual(told, [engine.assessment()]);
  assert.deepEqual(Object.keys(store.state.faults), ['figures/resident_population']);
  assert.equal(store.state.unsaved, true);
  assert.equal(store.undo().length, 3);
  assert.equal(store.state.assessment.submission.city, '甲市');
});

test('what is opened meanwhile is opened once the engine is there, over what was entered', async () => {
  const { store } = form();
  store.edit('city', { city: '甲市' });
  openLater(store, '{"format":"infocity-submission/1","city":"乙市"}', 'b.json');
  assert.equal(store.state.city, '甲市');
  await store.come(await Engine.start(flagship, store.outline));
  assert.deepEqual([store.state.city, store.state.assessment.submission.city], ['乙市', '乙市']);
  assert.deepEqual(store.state.notice, { kind: 'opened', name: 'b.json' });
});

test('of files opened meanwhile the last one counts, and what was entered after it stands in it', async () => {
  const { store, told } = form();
  openLater(store, '{"format":"infocity-submission/1","city":"乙市","year":2019}', 'b.json');
  openLater(store, '{"format":"infocity-submission/1","city":"丙市","year":2021}', 'c.json');
  store.edit('city', { city: '甲市' });
  store.enterAll({ 'figures/retail_sales': { value: 'abc', unit: '亿元' } });
  await store.come(await Engine.start(flagship, store.outline));
  assert.deepEqual([store.state.city, store.state.year, store.state.assessment.submission.city], ['甲市', '2021', '甲市']);
  assert.deepEqual(Object.keys(store.state.faults), ['figures/retail_sales']);
  assert.deepEqual(store.state.notice, { kind: 'opened', name: 'c.json' });
  assert.equal(told.length, 3);
});

test('what is cleared meanwhile is cleared at once, a file that was to be opened included', async () => {
  const { store, told } = form();
  openLater(store, '{"format":"infocity-submission/1","city":"乙市"}', 'b.json');
  store.edit('city', { city: '甲市' });
  store.clear();
  assert.deepEqual([store.state.city, store.state.notice, store.state.unsaved], ['', { kind: 'cleared' }, false]);
  store.edit('year', { year: '2020' });
  await store.come(await Engine.start(flagship, store.outline));
  const { submission } = store.state.assessment;
  assert.deepEqual([submission.city, submission.year, told.length], ['', 2020, 1]);
  store.undo();
  store.undo();
  assert.equal(store.state.city, '甲市');
});

test('where the engine cannot be had, what was entered stays, nothing is concluded from it, and what needs it tries again', async () => {
  const { store, told } = form();
  store.enterAll({ city: '甲市', 'figures/retail_sales': { value: '5', unit: '亿元' } });
  assert.deepEqual([store.isUnjudged, store.state.effect], [true, null]);
  let tries = 0;
  const lack = (): void => {
    store.lack(() => (tries += 1));
  };
  lack();
  assert.deepEqual([store.lacks, store.isUnjudged, store.state.notice], [true, true, { kind: 'not_loaded' }]);
  store.saved('a.json');
  store.edit('year', { year: '2020' });
  assert.deepEqual([store.lacks, store.isUnjudged], [true, true]);
  store.dismiss();
  store.whenThere(nothing);
  assert.deepEqual([tries, store.lacks, store.state.notice], [1, false, { kind: 'coming' }]);
  lack();
  openLater(store, '{"format":"infocity-submission/1","city":"乙市"}', 'b.json');
  assert.equal(tries, 2);
  lack();
  store.tryAgain();
  assert.equal(tries, 3);
  assert.equal((JSON.parse(store.submission()) as { city: string }).city, '甲市');
  await store.come(await Engine.start(flagship, store.outline));
  const { submission } = store.state.assessment;
  assert.deepEqual([submission.city, submission.year, told.length, store.isUnjudged], ['甲市', 2020, 1, false]);
  assert.equal(store.state.effect?.parts, 3);
});

test('of what is asked for again and again meanwhile the last is done, once', async () => {
  const { store } = form();
  const done: number[] = [];
  for (const one of [1, 2, 3]) store.whenThere(() => done.push(one), 'print');
  store.whenThere(() => done.push(4));
  const acts: (() => void)[] = [];
  const { window } = globalThis as unknown as { window: { setTimeout: (act: () => void) => number } };
  const before = window.setTimeout;
  window.setTimeout = (act) => acts.push(act);
  await store.come(await Engine.start(flagship, store.outline));
  window.setTimeout = before;
  for (const act of acts) act();
  assert.deepEqual(done, [3, 4]);
});

test('another form takes over what no engine has judged as it was typed, and what waits to be opened', async () => {
  const { store } = form();
  store.enterAll({ city: '甲市', 'figures/retail_sales': { value: '5', unit: '亿元' }, 'figures/resident_population': '-3' });
  const other = new Store(await Engine.start(flagship), flagship, nothing, nothing);
  assert.equal(other.takeOver(store), true);
  assert.deepEqual([other.state.city, other.state.assessment.submission.city], ['甲市', '甲市']);
  assert.deepEqual(Object.keys(other.state.faults), ['figures/resident_population']);
  openLater(store, '{"format":"infocity-submission/1","city":"乙市"}', 'b.json');
  store.handOver(other);
  assert.deepEqual([other.state.city, other.state.notice], ['乙市', { kind: 'opened', name: 'b.json' }]);
});

test('an engine that dies of what was entered meanwhile is made anew', async () => {
  const { store, told } = form();
  store.edit('city', { city: '甲市' });
  const engine = await Engine.start(flagship);
  engine.set = () => {
    throw new EngineLost('died');
  };
  const again = new Promise<void>((resolve) => {
    store.subscribe(({ notice }) => {
      if (notice?.kind === 'restarted') resolve();
    });
  });
  await store.come(engine);
  await again;
  assert.equal(store.state.assessment.submission.city, '甲市');
  assert.equal(told.length, 1);
});

test('that the engine is still coming is said until it is there, also while something is entered', async () => {
  const { store } = form();
  store.notify({ kind: 'coming' });
  store.edit('city', { city: '甲市' });
  assert.deepEqual(store.state.notice, { kind: 'coming' });
  await store.come(await Engine.start(flagship, store.outline));
  assert.equal(store.state.notice, null);
});
