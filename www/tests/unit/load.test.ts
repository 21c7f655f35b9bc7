// Choosing the form of the engine, and having more than one instance of it.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { LoadedEngine } from '../../src/engine/load';

Object.assign(globalThis, { document: { currentScript: null, querySelectorAll: () => [] } });

const { loadEngine } = await import('../../src/engine/load');
const instantiate = WebAssembly.instantiate;

beforeEach(() => {
  WebAssembly.instantiate = instantiate;
});

const faults = ({ Checker }: LoadedEngine) => new Checker('{}').faults();

test('WebAssembly where it may run', async () => {
  assert.equal((await loadEngine()).form, 'wasm');
});

test('plain JavaScript where WebAssembly is refused, with the same answers', async () => {
  const wasm = await loadEngine();
  WebAssembly.instantiate = (() => Promise.reject(new WebAssembly.CompileError('refused'))) as never;
  const js = await loadEngine();
  assert.equal(js.form, 'js');
  assert.equal(js.version(), wasm.version());
  assert.equal(faults(js), faults(wasm));
});

test('each instance has its own memory', async () => {
  const first = await loadEngine();
  const checker = new first.Checker('{}');
  const second = await loadEngine();
  assert.equal(faults(second), checker.faults());
  assert.notEqual(first.Checker, second.Checker);
});
