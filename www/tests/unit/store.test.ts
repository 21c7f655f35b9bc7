// The form while its engine dies and a new one takes its place.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Engine as EngineType } from '../../src/session/engine';

const nothing = (): void => undefined;
Object.assign(globalThis, {
  CSS: { supports: () => true },
  document: { currentScript: null, querySelectorAll: () => [] },
  window: { setTimeout: () => 1, clearTimeout: nothing },
});

const { Engine, EngineLost } = await import('../../src/session/engine');
const { Store } = await import('../../src/session/store');

const rulebook = readFileSync(new URL('../../rulebooks/miit-2019-63/rulebook.json', import.meta.url), 'utf8');

/** A form whose engine can be made to die. */
async function form() {
  const engine = await Engine.start(rulebook);
  let dead = false;
  const mortal = new Proxy(engine, {
    get: (target, name) => {
      const known: unknown = Reflect.get(target, name);
      if (typeof known !== 'function') return known;
      return (...given: unknown[]): unknown => {
        if (dead) throw new EngineLost('died');
        return (known as (...all: unknown[]) => unknown).apply(target, given);
      };
    },
  }) as EngineType;
  const restarted = { done: nothing };
  const again = new Promise<void>((resolve) => (restarted.done = resolve));
  const store = new Store(mortal, rulebook, nothing, nothing);
  store.subscribe(({ notice }) => {
    if (notice?.kind === 'restarted') restarted.done();
  });
  return { store, again, kill: () => (dead = true) };
}

const lastAtFault = { value: '9498.12', unit: '亿元', last: { value: '12', unit: '人' } };

test('what is saved while the engine is dead holds what was entered, as the engine would have given it', async () => {
  const { store, kill } = await form();
  store.enterAll({ city: '甲市', year: '2020', fields: null, 'figures/retail_sales': { value: '9498.12', unit: '亿元', note: '公报' } });
  const alive = JSON.parse(store.submission()) as Record<string, unknown>;
  kill();
  assert.deepEqual(JSON.parse(store.submission()), { ...alive, year: String(alive['year']), materials: {} });
  assert.deepEqual((await Engine.start(rulebook)).open(store.submission()).kind, 'assessed');
});

test('what is at fault is left out of what is saved while the engine is dead', async () => {
  const { store, kill } = await form();
  store.enterAll({ 'figures/retail_sales': lastAtFault, year: '20x' });
  const alive = JSON.parse(store.submission()) as Record<string, unknown>;
  kill();
  assert.deepEqual(JSON.parse(store.submission()), { ...alive, materials: {} });
});

test('a new engine takes a figure of which only last year’s value is at fault, as the one before did', async () => {
  const { store, kill, again } = await form();
  store.enterAll({ 'figures/retail_sales': lastAtFault });
  const before = store.submission();
  assert.match(before, /9498\.12/);
  kill();
  store.edit('city', { city: '甲市' });
  await again;
  assert.deepEqual(JSON.parse(store.submission()), { ...(JSON.parse(before) as object), city: '甲市' });
  assert.deepEqual(Object.keys(store.state.faults), ['figures/retail_sales']);
});
