// What each part of the page weighs, as it is and as a server sends it. `form` marks what a current browser must take to
// show the form: nothing of it can come later.

import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { embed } from './embed.mjs';
import { packingElement } from './packing.mjs';
import { dist, generated, www } from './paths.mjs';

const sheets = join(www, 'src/sheet');

/** A script as the build makes it, without what `outside` says belongs elsewhere. */
async function script(contents, outside = () => false) {
  const elsewhere = {
    name: 'elsewhere',
    setup: ({ onResolve }) =>
      onResolve({ filter: /.*/ }, ({ path, resolveDir, kind }) =>
        kind !== 'entry-point' && outside(path.startsWith('.') ? join(resolveDir, path) : path) ? { path, external: true } : null,
      ),
  };
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: www, loader: 'ts' },
    ...packingElement,
    format: 'esm',
    plugins: [elsewhere, embed()],
  });
  return Buffer.from(outputFiles[0].contents);
}

const data = (name) => script(`export { default } from 'infocity:${name}';`);
const isOfSheets = (path) => path === 'fflate' || dirname(path) === sheets;
const isData = (path) => path.startsWith('infocity:') || path.endsWith('.css') || path === join(generated, 'plain');

/** What can be added up, then the files that contain it. */
const parts = {
  'engine.wasm': { form: true, bytes: () => readFileSync(join(generated, 'engine_bg.wasm')) },
  interface: { form: true, bytes: () => script(`import './src/element/main';`, (path) => isData(path) || isOfSheets(path)) },
  texts: { form: true, bytes: () => data('texts') },
  flagship: { form: true, bytes: () => data('flagship') },
  styles: { form: true, bytes: () => readFileSync(join(dist, 'infocity-check.css')) },
  'engine.js': { bytes: () => readFileSync(join(generated, 'plain.js')) },
  excel: {
    bytes: () => {
      const all = readdirSync(sheets).filter((name) => name.endsWith('.ts'));
      const lines = all.map((name, at) => `export * as part${at} from './src/sheet/${basename(name, '.ts')}';`);
      return script(lines.join('\n'), (path) => !isOfSheets(path));
    },
  },
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
