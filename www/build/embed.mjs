// What the scripts carry as data: `infocity:wasm` and `infocity:flagship` as text, `infocity:texts` as the catalogues by
// language, `infocity:page` as the parts of the single file, `infocity:rulebooks` as a list of all rulebooks with their
// examples. And which build of the engine they carry.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { singleFileParts } from './pages.mjs';
import { packed } from './packed.mjs';
import { generated, root } from './paths.mjs';
import { checkedCatalogues } from './texts.mjs';

/** A JSON text without the white space between its parts; its numbers keep their written digits. */
const compact = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

const rulebooks = join(root, 'rulebooks');
const flagship = 'miit-2019-63';
const ending = '.submission.json';

/** Every rulebook as it is written, the flagship first, with the submissions beside it. */
function allRulebooks() {
  const names = readdirSync(rulebooks, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ordered = names.map(({ name }) => name).sort((a, b) => Number(b === flagship) - Number(a === flagship) || (a < b ? -1 : 1));
  const files = (folder) => {
    try {
      return readdirSync(folder).sort();
    } catch {
      return [];
    }
  };
  return ordered
    .filter((name) => files(join(rulebooks, name)).includes('rulebook.json'))
    .map((name) => {
      const examples = join(rulebooks, name, 'examples');
      return {
        text: readFileSync(join(rulebooks, name, 'rulebook.json'), 'utf8'),
        examples: files(examples)
          .filter((file) => file.endsWith(ending))
          .map((file) => ({ name: file.slice(0, -ending.length), text: readFileSync(join(examples, file), 'utf8') })),
      };
    });
}

const text = (contents) => ({ contents, loader: 'text' });
const json = (value) => ({ contents: JSON.stringify(value), loader: 'json' });

/** The page's script carries no text that only the workbench says. */
function texts(workbench) {
  const all = checkedCatalogues();
  if (!workbench) for (const catalogue of Object.values(all)) delete catalogue.workbench;
  return all;
}

/**
 * A plug-in of esbuild, for the page or for the workbench.
 * @param {{ workbench?: boolean }} [options]
 */
export const embed = ({ workbench = false } = {}) => {
  const engine = workbench ? join(generated, 'workbench') : generated;
  const parts = {
    wasm: () => text(packed(readFileSync(join(engine, 'engine_bg.wasm')))),
    flagship: () => text(compact(readFileSync(join(rulebooks, flagship, 'rulebook.json'), 'utf8'))),
    rulebooks: () => json(allRulebooks()),
    texts: () => json(texts(workbench)),
    page: () => json(singleFileParts()),
  };
  return {
    name: 'embed',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^infocity:/ }, ({ path }) => ({ path: path.slice('infocity:'.length), namespace: 'embed' }));
      onLoad({ filter: /.*/, namespace: 'embed' }, ({ path }) => parts[path]());
      onResolve({ filter: /\/generated\/(glue|plain)$/ }, ({ path }) => ({ path: join(engine, `${path.split('/').pop()}.js`) }));
    },
  };
};
