// What the script carries as text, imported as `infocity:wasm` and `infocity:flagship`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated, root } from './paths.mjs';

/** A JSON text without the white space between its parts; its numbers keep their written digits. */
const compact = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

const texts = {
  wasm: () => readFileSync(join(generated, 'engine_bg.wasm'), 'base64'),
  flagship: () => compact(readFileSync(join(root, 'rulebooks/miit-2019-63/rulebook.json'), 'utf8')),
};

/** A plug-in of esbuild. */
export const embed = {
  name: 'embed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^infocity:/ }, ({ path }) => ({ path: path.slice('infocity:'.length), namespace: 'embed' }));
    onLoad({ filter: /.*/, namespace: 'embed' }, ({ path }) => ({ contents: texts[path](), loader: 'text' }));
  },
};
