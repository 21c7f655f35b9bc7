// Choosing the form of the engine, and having more than one instance of it.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { LoadedEngine } from '../../src/engine/load';

let policies: string[] = [];
Object.assign(globalThis, { CSS: { supports: () => true }, document: { currentScript: null, querySelectorAll: () => policies.map((content) => ({ content })) } });

const { loader } = await import('../../src/engine/load');
const { compile, instantiate } = WebAssembly;

beforeEach(() => {
  policies = [];
  WebAssembly.compile = compile;
});

const faults = ({ Checker }: LoadedEngine) => new Checker('{}').faults();

test('WebAssembly where it may run', async () => {
  assert.equal((await loader()()).form, 'wasm');
});

test('plain JavaScript where WebAssembly is refused, with the same answers, and not tried again', async () => {
  const wasm = await loader()();
  const loadEngine = loader();
  WebAssembly.compile = (() => Promise.reject(new WebAssembly.CompileError('refused'))) as never;
  const js = await loadEngine();
  assert.equal(js.form, 'js');
  assert.equal(js.version(), wasm.version());
  assert.equal(faults(js), faults(wasm));
  WebAssembly.compile = compile;
  assert.equal((await loadEngine()).form, 'js');
});

test('plain JavaScript where WebAssembly may be compiled and not run', async () => {
  const loadEngine = loader();
  WebAssembly.instantiate = (() => Promise.reject(new WebAssembly.CompileError('refused'))) as never;
  assert.equal((await loadEngine()).form, 'js');
  WebAssembly.instantiate = instantiate;
  assert.equal((await loadEngine()).form, 'js');
});

test('WebAssembly is not tried where a policy inside the page refuses it', async () => {
  let tried = 0;
  WebAssembly.compile = (given) => {
    tried += 1;
    return compile(given);
  };
  for (const [policy, form] of [
    ["script-src 'self'", 'js'],
    ["default-src 'none'; img-src data:", 'js'],
    ["default-src 'none'; SCRIPT-SRC 'self' 'wasm-unsafe-eval'", 'wasm'],
    ["img-src 'self'; style-src 'self'", 'wasm'],
    ["script-src 'self' 'unsafe-eval'", 'wasm'],
  ] as const) {
    policies = ["script-src 'self' 'wasm-unsafe-eval'", policy];
    tried = 0;
    assert.equal((await loader()()).form, form, policy);
    assert.equal(tried, form === 'wasm' ? 1 : 0, policy);
  }
});

test('each instance has its own memory', async () => {
  const loadEngine = loader();
  const first = await loadEngine();
  const checker = new first.Checker('{}');
  const second = await loadEngine();
  assert.equal(faults(second), checker.faults());
  assert.notEqual(first.Checker, second.Checker);
});
