// node build/sizes.mjs: what the engine and the page weigh, as they are and as a server would send them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { dist, generated } from './paths.mjs';

const files = [
  ['WebAssembly', join(generated, 'engine_bg.wasm')],
  ['plain JavaScript', join(generated, 'plain.js')],
  ['workbench: WebAssembly', join(generated, 'workbench/engine_bg.wasm')],
  ['workbench.js', join(dist, 'workbench.js')],
  ['infocity-check.js', join(dist, 'infocity-check.js')],
  ['infocity-check.html', join(dist, 'infocity-check.html')],
];

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const row = (name, ...numbers) =>
  name.padEnd(24) + numbers.map((number) => number.toLocaleString('en').padStart(12)).join('');

console.log('bytes'.padEnd(24) + ['raw', 'gzip -9', 'brotli 11'].map((head) => head.padStart(12)).join(''));
for (const [name, path] of files) {
  const bytes = readFileSync(path);
  console.log(row(name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes).length));
}
