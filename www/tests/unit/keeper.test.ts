// The keeper of drafts with a device of its own: what is taken back, two forms in one window, deleting.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { readDraft } from '../../src/session/draft';
import { shelf } from './support/shelf';

const nothing = (): void => undefined;
const page = { addEventListener: nothing, removeEventListener: nothing };
Object.assign(globalThis, {
  CSS: { supports: () => true },
  document: { ...page, currentScript: null, querySelectorAll: () => [] },
  window: { ...page, setTimeout: () => 1, clearTimeout: nothing },
});

const { Engine } = await import('../../src/session/engine');
const { Keeper } = await import('../../src/session/keeper');
const { Store } = await import('../../src/session/store');

const rulebook = readFileSync(new URL('../../rulebooks/miit-2019-63/rulebook.json', import.meta.url), 'utf8');
const device = shelf();
const held = device.all;
const drafts = () => [...held].filter(([key]) => key.startsWith('infocity-check/draft/'));
const cities = () => drafts().map(([, text]) => readDraft(text)?.entered.city);

async function form() {
  const store = new Store(await Engine.start(rulebook), rulebook, nothing, nothing);
  const keeper = new Keeper(store, () => device, { isSilent: () => false, silence: nothing });
  keeper.start(false);
  const type = (city: string) => {
    store.edit('city', { city });
    store.steps.take();
  };
  return { store, keeper, type };
}

/** Leaves a draft of a city as an earlier visit does. */
async function visit(city: string) {
  const { keeper, type } = await form();
  if (!keeper.keeping.consent) keeper.agree();
  type(city);
  keeper.stop();
}

beforeEach(() => {
  held.clear();
});

test('a draft whose restoring is taken back stays on the device and is offered again', async () => {
  await visit('甲市');
  const { store, keeper } = await form();
  const [offer] = keeper.keeping.offers;
  assert.ok(offer);
  keeper.restore(offer);
  assert.deepEqual([store.state.city, keeper.keeping.offers.length, keeper.safe], ['甲市', 0, true]);
  store.undo();
  assert.equal(keeper.safe, true);
  assert.deepEqual([store.state.city, cities(), keeper.keeping.offers.length], ['', ['甲市'], 1]);
  store.redo();
  assert.equal(keeper.safe, true);
  assert.deepEqual([store.state.city, cities(), keeper.keeping.offers.length], ['甲市', ['甲市'], 0]);
});

test('drafts restored one over the other, and changed, all stay when every step is taken back', async () => {
  await visit('甲市');
  await visit('乙市');
  const { store, keeper, type } = await form();
  type('丙市');
  assert.equal(keeper.safe, true);
  for (const city of ['甲市', '乙市']) {
    const offer = keeper.keeping.offers.find(({ draft }) => draft?.entered.city === city);
    assert.ok(offer);
    keeper.restore(offer);
    assert.equal(keeper.safe, true);
  }
  type('乙市二');
  assert.equal(keeper.safe, true);
  assert.deepEqual(cities().sort(), ['丙市', '乙市二', '甲市']);
  while (store.undo().length > 0) assert.equal(keeper.safe, true);
  assert.deepEqual(cities().sort(), ['乙市', '甲市']);
  assert.equal(keeper.keeping.offers.length, 2);
});

test('what is emptied by hand after a draft was restored is no longer kept', async () => {
  await visit('甲市');
  const { store, keeper } = await form();
  const [offer] = keeper.keeping.offers;
  assert.ok(offer);
  keeper.restore(offer);
  assert.equal(keeper.safe, true);
  store.clear();
  assert.equal(keeper.safe, true);
  assert.deepEqual(drafts(), []);
});

test('what one form deletes on the device, another in the same window does not bring back', async () => {
  const [one, two] = [await form(), await form()];
  one.keeper.agree();
  one.type('甲市');
  assert.equal(one.keeper.safe, true);
  two.keeper.forget();
  one.type('甲市二');
  assert.equal(one.keeper.safe, false);
  assert.deepEqual(drafts(), []);
  assert.deepEqual([one.keeper.keeping.consent, one.keeper.keeping.forgotten], [false, true]);
});

test('a draft that another form in the same window deletes is kept again before it counts as kept', async () => {
  await visit('丙市');
  const one = await form();
  one.type('甲市');
  assert.equal(one.keeper.safe, true);
  const two = await form();
  for (const offer of two.keeper.keeping.offers) two.keeper.remove(offer);
  assert.deepEqual(drafts(), []);
  assert.equal(one.keeper.safe, true);
  assert.deepEqual(cities(), ['甲市']);
});

test('deleting the drafts on the device deletes those of other rulebooks as well, and nothing else', async () => {
  await visit('甲市');
  held.set('infocity-check/draft/another/1', 'x');
  held.set('of-the-host', 'y');
  const { keeper } = await form();
  keeper.forget();
  assert.deepEqual([...held.keys()], ['of-the-host']);
});

test('a storage that cannot be asked for a moment takes no consent back', async () => {
  const { keeper, type } = await form();
  keeper.agree();
  const { getItem } = device;
  device.getItem = () => {
    throw new Error('refused');
  };
  type('甲市');
  assert.equal(keeper.safe, false);
  device.getItem = getItem;
  assert.equal(keeper.safe, true);
  assert.deepEqual(cities(), ['甲市']);
});
