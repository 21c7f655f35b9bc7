// What each part of the page weighs, as it is and as a server sends it. `form` marks what a current browser must take to show the
// form, as the slim entry of the npm package does: what it takes later is listed by itself.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { embed } from './embed.mjs';
import { packingElement } from './packing.mjs';
import { dist, generated, www } from './paths.mjs';
import { buildSlim, fetched, lateParts } from './slim.mjs';

/** What belongs elsewhere: the parts that are data, and the engine as plain JavaScript. */
const elsewhere = {
  name: 'elsewhere',
  setup: ({ onResolve }) => onResolve({ filter: /^infocity:|\.css$/ }, ({ path }) => ({ path, external: true })),
};

async function data(name) {
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from 'infocity:${name}';`, resolveDir: www, loader: 'ts' },
    ...packingElement,
    format: 'esm',
    plugins: [embed()],
  });
  return Buffer.from(outputFiles[0].contents);
}

const { outputFiles, metafile } = await buildSlim([elsewhere]);
const files = fetched(metafile);
/** The scripts of the slim entry that are fetched at the start, or for a late part beyond them. */
const scripts = (when) =>
  Buffer.concat(files[when].map((name) => Buffer.from(outputFiles.find(({ path }) => basename(path) === name).contents)));

/** What can be added up, then the files that contain it. */
const parts = {
  'engine.wasm': { form: true, bytes: () => readFileSync(join(generated, 'engine_bg.wasm')) },
  interface: { form: true, bytes: () => scripts('start') },
  texts: { form: true, bytes: () => data('texts') },
  flagship: { form: true, bytes: () => data('flagship') },
  beginning: { form: true, bytes: () => data('beginning') },
  styles: { form: true, bytes: () => readFileSync(join(dist, 'infocity-check.css')) },
  'engine.js': { bytes: () => readFileSync(join(generated, 'plain.js')) },
  ...Object.fromEntries(lateParts.map((name) => [name === 'sheets' ? 'excel' : name, { bytes: () => scripts(name) }])),
  'infocity-check.js': { bytes: () => readFileSync(join(dist, 'infocity-check.js')) },
  'workbench.js': { bytes: () => readFileSync(join(dist, 'workbench.js')) },
};

/** What the form takes: all its parts together. */
export const FORM = 'form';

const zip = promisify(gzip);
const compress = promisify(brotliCompress);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;

/** How bytes are weighed; `brotli9` is what the limits are about: it takes a tenth of the time of `brotli11`. */
const brotli = (quality) => (bytes) =>
  compress(bytes, {
    params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
const measures = {
  raw: (bytes) => bytes,
  gzip: (bytes) => zip(bytes, { level: 9 }),
  brotli9: brotli(9),
  brotli11: brotli(11),
};

/**
 * Every part by its name, and what the form takes, with its bytes by each of these measures.
 * @param {(keyof typeof measures)[]} by
 */
export async function weights(by) {
  const weighed = async ([name, { form = false, bytes }]) => {
    const raw = await bytes();
    const counts = by.map(async (measure) => [measure, (await measures[measure](raw)).length]);
    return [name, { form, ...Object.fromEntries(await Promise.all(counts)) }];
  };
  const all = await Promise.all(Object.entries(parts).map(weighed));
  const needed = all.filter(([, { form }]) => form);
  const sum = (measure) => needed.reduce((whole, [, weight]) => whole + weight[measure], 0);
  const whole = Object.fromEntries(by.map((measure) => [measure, sum(measure)]));
  return new Map([...needed, [FORM, { form: false, ...whole }], ...all.filter(([, { form }]) => !form)]);
}
