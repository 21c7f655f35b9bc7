// The element as a module whose engine and late parts are files beside it: slim.js, which asks for what is there from the start,
// and a file for each part that comes when it is needed. What their names hold of their content makes versions that lie in one
// folder, or in a browser's store, keep apart; slim.js alone always has its name.

import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { embed } from './embed.mjs';
import { packingElement } from './packing.mjs';
import { npm, www } from './paths.mjs';

export const slim = 'slim.js';

const late = 'src/late/files';
/** The late parts, by the names of their files. */
export const lateParts = readdirSync(join(www, late)).map((name) => basename(name, '.ts')).sort();

/** What else would be inside the script as files beside it. */
const beside = {
  name: 'beside',
  setup({ onResolve }) {
    onResolve({ filter: /(^\.|\/late)\/inside$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, dirname(path), 'beside.ts') }));
    onResolve({ filter: /\/generated\/plain$/ }, () => ({ path: './plain.js', external: true }));
  },
};

/**
 * Its files, as esbuild makes them.
 * @param {import('esbuild').Plugin[]} [before] what is asked first where an import leads
 */
export const buildSlim = (before = []) =>
  build({
    entryPoints: { slim: join(www, 'src/element/module.ts') },
    outdir: npm,
    ...packingElement,
    format: 'esm',
    splitting: true,
    chunkNames: 'slim-[name]-[hash]',
    sourcemap: 'linked',
    plugins: [...before, beside, embed()],
    metafile: true,
  });

/** The outputs that one of them cannot run without, itself among them. */
function needs({ outputs }, path, known = new Set()) {
  if (known.has(path)) return known;
  known.add(path);
  const asked = outputs[path].imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  for (const { path: other } of asked) needs({ outputs }, other, known);
  return known;
}

/**
 * The names of the files that are fetched at the start, and of those that each late part fetches beyond them.
 * @param {import('esbuild').Metafile} metafile
 */
export function fetched(metafile) {
  const named = (paths) => [...paths].map((path) => basename(path));
  const entry = (source) => Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === source);
  const start = needs(metafile, entry('src/element/module.ts'));
  const beyond = (name) => named([...needs(metafile, entry(`${late}/${name}.ts`))].filter((path) => !start.has(path)));
  return { start: named(start), ...Object.fromEntries(lateParts.map((name) => [name, beyond(name)])) };
}
