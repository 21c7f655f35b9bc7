// The module is WebAssembly 1.0, as browsers from 2018 on run it: a validator that knows nothing newer accepts it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { generated } from '../build/paths.mjs';

// What wasm-validate accepts beyond version 1.0 unless told otherwise.
const newer = [
  'mutable-globals', // as imports and exports; inside a module they always were
  'saturating-float-to-int',
  'sign-extension',
  'simd',
  'multi-value',
  'bulk-memory',
  'reference-types',
];

/** What is wrong with the module by version 1.0, or by what is newer as well; nothing where it is valid. */
function faults(file, { input, without = newer } = {}) {
  const { status, stderr, error } = spawnSync('wasm-validate', [...without.map((name) => `--disable-${name}`), file], {
    input,
    encoding: 'utf8',
  });
  if (error) throw new Error(`wasm-validate (package wabt) did not run: ${error.message}; run scripts/setup --tests`);
  return status === 0 ? '' : stderr || `exit ${status}`;
}

test('the engine is WebAssembly 1.0', () => {
  assert.equal(faults(join(generated, 'engine_bg.wasm')), '');
  assert.equal(faults(join(generated, 'workbench/engine_bg.wasm')), '', 'that of the workbench');
});

// A module with one function (i32) -> i32 and one page of memory; the validator must see what its body uses.
const module = (...body) => {
  const code = [0x00, ...body, 0x0b];
  return Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x06, 0x01, 0x60, 0x01, 0x7f, 0x01, 0x7f],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x05, 0x03, 0x01, 0x00, 0x01],
    ...[0x0a, code.length + 2, 0x01, code.length, ...code],
  ]);
};
const parameter = [0x20, 0x00];

test('the validator accepts a plain module', () => {
  assert.equal(faults('-', { input: module(...parameter) }), '');
});

for (const [what, body] of [
  ['sign extension', [...parameter, 0xc0]],
  ['bulk memory', [...parameter, ...parameter, ...parameter, ...parameter, 0xfc, 0x0a, 0x00, 0x00]],
  ['saturating conversion', [0x43, 0, 0, 0, 0, 0xfc, 0x00]],
  ['reference types', [0xd0, 0x6f, 0x1a, ...parameter]],
]) {
  test(`the validator refuses ${what}`, () => {
    const input = module(...body);
    assert.equal(faults('-', { input, without: [] }), '', 'the module is right but for its version');
    assert.notEqual(faults('-', { input }), '');
  });
}
