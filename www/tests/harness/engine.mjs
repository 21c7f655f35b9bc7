// Both forms of the engine in Node, from www/generated, as the page has them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../../build/paths.mjs';

const { createGlue } = await import(join(generated, 'glue.js'));
const { instantiate } = await import(join(generated, 'plain.js'));

const starts = {
  wasm: (imports) =>
    new WebAssembly.Instance(new WebAssembly.Module(readFileSync(join(generated, 'engine_bg.wasm'))), imports).exports,
  js: (imports) => instantiate(imports),
};

export const forms = Object.keys(starts);

/**
 * A new instance of the engine.
 * @param {'wasm' | 'js'} form
 * @returns {import('../../generated/glue.js').Glue}
 */
export function engine(form) {
  const glue = createGlue();
  glue.__wbg_set_wasm(starts[form]({ './engine_bg.js': glue }));
  return glue;
}
