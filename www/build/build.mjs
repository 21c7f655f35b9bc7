// node build/build.mjs: from wasm-pack's output (www/generated) and www/src to the files in www/dist.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildSync } from 'esbuild';
import { indexPage, singleFile } from './pages.mjs';

const www = dirname(dirname(fileURLToPath(import.meta.url)));
const generated = join(www, 'generated');
const dist = join(www, 'dist');

/** The module as plain JavaScript, as a function, so that a new instance can be made. */
function plainJavaScript() {
  const file = join(generated, 'engine_js.js');
  execFileSync(join(www, 'node_modules/.bin/wasm2js'), ['-O3', join(generated, 'engine_bg.wasm'), '-o', file]);
  const module = readFileSync(file, 'utf8')
    .replace(/^var retasmFunc = asmFunc\(/m, 'export const instantiate = () => asmFunc(')
    .replace(/^export var .*\n/gm, '');
  if (!module.includes('export const instantiate')) throw new Error('wasm2js wrote something else than expected');
  writeFileSync(file, module);
}

/** What the script carries as text: the module, and the flagship rulebook without its white space. */
const embedded = {
  wasm: () => readFileSync(join(generated, 'engine_bg.wasm')).toString('base64'),
  flagship: () =>
    JSON.stringify(JSON.parse(readFileSync(join(www, '../rulebooks/miit-2019-63/rulebook.json'), 'utf8'))),
};
const embed = {
  name: 'embed',
  setup(build) {
    build.onResolve({ filter: /^infocity:/ }, ({ path }) => ({ path: path.slice('infocity:'.length), namespace: 'embed' }));
    build.onLoad({ filter: /.*/, namespace: 'embed' }, ({ path }) => ({ contents: embedded[path](), loader: 'text' }));
  },
};

async function script() {
  const { outputFiles } = await build({
    entryPoints: [join(www, 'src/element/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'chrome64',
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.css': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [embed],
  });
  // So that the script can stand inside a page.
  return outputFiles[0].text.replace(/<\/script/gi, '<\\/script');
}

function minifiedCss() {
  const entryPoints = [join(www, 'src/element/element.css')];
  return buildSync({ entryPoints, bundle: true, minify: true, write: false, target: 'chrome64', charset: 'utf8' }).outputFiles[0].text;
}

const digest = (algorithm, text, encoding) => createHash(algorithm).update(text, 'utf8').digest(encoding);

plainJavaScript();
const css = minifiedCss();
writeFileSync(join(generated, 'element.css'), css);
const js = await script();
const files = {
  'infocity-check.js': js,
  'infocity-check.css': css,
  'infocity-check.html': singleFile(js, css, (text) => `'sha256-${digest('sha256', text, 'base64')}'`),
  'index.html': indexPage(),
};
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
const sums = Object.entries(files).map(([name, text]) => `${digest('sha256', text, 'hex')}  ${name}\n`);
writeFileSync(join(dist, 'SHA256SUMS'), sums.join(''));
const integrity = Object.fromEntries(
  ['infocity-check.js', 'infocity-check.css'].map((name) => [name, `sha384-${digest('sha384', files[name], 'base64')}`]),
);
writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
