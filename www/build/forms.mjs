// node build/forms.mjs [FOLDER]: from wasm-pack's output in generated (or a folder there), both parts that are the same for
// both forms of the engine:
//   glue.js   wasm-bindgen's glue as a function
//   plain.js  the module as plain JavaScript, as a function
// Functions, because glue and module hold their state outside: an instance that died is replaced by calling them again.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';
import { packed, unpacked } from './packed.mjs';
import { generated as all, target, www } from './paths.mjs';

const generated = join(all, process.argv[2] ?? '.');

function glue() {
  const { outputFiles } = buildSync({
    entryPoints: [join(generated, 'engine_bg.js')],
    bundle: true,
    format: 'iife',
    globalName: 'glue',
    target,
    charset: 'utf8',
    write: false,
  });
  // The glue keeps views of the memory and asks whether they were detached when it grew. In plain JavaScript nothing is
  // ever detached: the old memory stays readable, with what stood in it. So it asks whether it is still the memory.
  let kept = 0;
  const text = outputFiles[0].text
    .replace(/(\bcached\w+)\.byteLength === 0/g, (_, view) => ((kept += 1), `${view}.buffer !== wasm.memory.buffer`))
    .replace(
      /(\bcached\w+)\.buffer\.detached === true \|\| \1\.buffer\.detached === void 0 && /g,
      () => ((kept += 1), ''),
    );
  if (kept === 0 || /detached|byteLength === 0/.test(text)) throw new Error('the glue keeps views of the memory in another way');
  return `export function createGlue() {\n${text}return glue;\n}\n`;
}

const glueTypes = `import type * as engine from './engine.js';
export type Glue = typeof engine & { __wbg_set_wasm(exports: unknown): void };
export function createGlue(): Glue;
`;

function plain() {
  const folder = mkdtempSync(join(tmpdir(), 'infocity-plain-'));
  const file = join(folder, 'plain.js');
  execFileSync(join(www, 'node_modules/.bin/wasm2js'), ['-O3', join(generated, 'engine_bg.wasm'), '-o', file]);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  // wasm2js writes a module: its import, the function asmFunc, and one call of it whose results are exported.
  const parts = /^import \* as \S+ from '\.\/engine_bg\.js';\n([^]*)\nvar retasmFunc = asmFunc\(\{/.exec(text);
  if (!parts) throw new Error('wasm2js wrote something else than build/forms.mjs expects');
  const { code } = transformSync(`export function instantiate(imports) {\n${withPackedData(parts[1])}\nreturn asmFunc(imports);\n}\n`, {
    minify: true,
    target,
    charset: 'utf8',
  });
  return code;
}

/** The module with the data of its memory as one packed text; wasm2js writes each segment in base64. */
function withPackedData(module) {
  const written = /^  var bufferView;\n[^]*?\nfunction initActiveSegments\(imports\) \{\n([^]*?)\n\}\n/m.exec(module);
  const segments = [...(written?.[1] ?? '').matchAll(/^  base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);$/gm)];
  if (segments.length === 0 || segments.length !== written[1].split('\n').length) {
    throw new Error('wasm2js wrote the data in another way than build/forms.mjs expects');
  }
  const bytes = segments.map(([, , base64]) => Buffer.from(base64, 'base64'));
  const places = segments.map(([, offset], at) => [Number(offset), bytes[at].length]);
  const data = `var bufferView;
${unpacked}
function initActiveSegments() {
  var data = unpacked(${JSON.stringify(packed(Buffer.concat(bytes)))}), from = 0;
  ${JSON.stringify(places)}.forEach(function (segment) {
    bufferView.set(data.subarray(from, from + segment[1]), segment[0]);
    from += segment[1];
  });
}
`;
  return module.replace(written[0], () => data);
}

const plainTypes = 'export function instantiate(imports: Record<string, unknown>): unknown;\n';

writeFileSync(join(generated, 'glue.js'), glue());
writeFileSync(join(generated, 'glue.d.ts'), glueTypes);
writeFileSync(join(generated, 'plain.d.ts'), plainTypes);
// Last: its date says that all of it is there.
writeFileSync(join(generated, 'plain.js'), plain());
