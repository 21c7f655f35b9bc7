// What the scripts carry as data: `infocity:wasm` and `infocity:flagship` as text, `infocity:beginning` as the text of how the
// flagship's form begins, `infocity:texts` as the catalogues by language, `infocity:page` as the parts of the single file,
// `infocity:rulebooks` as a list of all rulebooks with their examples, `infocity:offered` as what a page that embeds the form can
// choose among them. And which build of the engine they carry.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beginning } from './beginning.mjs';
import { compact } from './markup.mjs';
import { singleFileParts } from './pages.mjs';
import { packed } from './packed.mjs';
import { generated, root, www } from './paths.mjs';
import { checkedCatalogues } from './texts.mjs';

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

/** Every rulebook to be chosen; the text of the flagship comes with the element's script. */
function offered() {
  return allRulebooks().map(({ text }, at) => {
    const { id, title, version, categories = [] } = JSON.parse(text);
    const named = categories.map((category) => ({ id: category.id, label: category.label }));
    return { id, title, version, categories: named, text: at === 0 ? null : compact(text) };
  });
}

const text = (contents) => ({ contents, loader: 'text' });
/** A module that gives the bytes of a packed text. */
const unpacking = (text) => ({
  contents: `import { unpacked } from './packed.mjs';\nexport default () => unpacked(${JSON.stringify(text)});`,
  loader: 'js',
  resolveDir: join(www, 'build'),
});
const json = (value) => ({ contents: JSON.stringify(value), loader: 'json' });

/** A script carries no text that only another one says. */
function texts(workbench, only) {
  const elsewhere = ['embed', 'selftest', 'paper', 'app', ...(workbench ? [] : ['workbench'])];
  const isSaid = ([group]) => (only === undefined ? !elsewhere.includes(group) : only.includes(group));
  return Object.fromEntries(
    Object.entries(checkedCatalogues()).map(([lang, catalogue]) => [lang, Object.fromEntries(Object.entries(catalogue).filter(isSaid))]),
  );
}

/**
 * A plug-in of esbuild, for the page, for the workbench, or for a script that says `only` some groups of the texts.
 * @param {{ workbench?: boolean, texts?: string[] }} [options]
 */
export const embed = ({ workbench = false, texts: only } = {}) => {
  const engine = workbench ? join(generated, 'workbench') : generated;
  const rulebook = () => compact(readFileSync(join(rulebooks, flagship, 'rulebook.json'), 'utf8'));
  const parts = {
    wasm: () => unpacking(packed(readFileSync(join(engine, 'engine_bg.wasm')))),
    flagship: () => text(rulebook()),
    beginning: async () => text(JSON.stringify(await beginning(rulebook()))),
    rulebooks: () => json(allRulebooks()),
    offered: () => json(offered()),
    texts: () => json(texts(workbench, only)),
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
