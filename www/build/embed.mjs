// What the script carries as data: `infocity:wasm` and `infocity:flagship` as text, `infocity:texts` as the catalogues by
// language.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated, root } from './paths.mjs';
import { checkedCatalogues } from './texts.mjs';

/** A JSON text without the white space between its parts; its numbers keep their written digits. */
const compact = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

const text = (contents) => ({ contents, loader: 'text' });
const parts = {
  wasm: () => text(readFileSync(join(generated, 'engine_bg.wasm'), 'base64')),
  flagship: () => text(compact(readFileSync(join(root, 'rulebooks/miit-2019-63/rulebook.json'), 'utf8'))),
  texts: () => ({ contents: JSON.stringify(checkedCatalogues()), loader: 'json' }),
};

/** A plug-in of esbuild. */
export const embed = {
  name: 'embed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^infocity:/ }, ({ path }) => ({ path: path.slice('infocity:'.length), namespace: 'embed' }));
    onLoad({ filter: /.*/, namespace: 'embed' }, ({ path }) => parts[path]());
  },
};
