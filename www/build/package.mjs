// The npm package, in target/npm: the element as a module with everything inside (infocity-check.js), the same with files beside it
// (slim.js, slim-*.js, engine.wasm, plain.js), its style, the rulebooks, types, a custom-elements manifest, the licences of
// the libraries in it.

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { embed } from './embed.mjs';
import { manifest } from './manifest.mjs';
import { notices, noticesFile, packagesIn } from './notices.mjs';
import { packingElement } from './packing.mjs';
import { generated, npm, root, www } from './paths.mjs';
import { buildSlim, slim } from './slim.mjs';
import { version } from './version.mjs';

const main = 'infocity-check.js';

// JavaScript that was made of WebAssembly is nothing to debug: as the input's own, a map that begins below it maps nothing.
const nothing = { version: 3, sources: ['plain.js'], sourcesContent: [''], names: [], mappings: ';AAAA' };
const NO_MAP = `\n//# sourceMappingURL=data:application/json;base64,${btoa(JSON.stringify(nothing))}`;
const unmapped = {
  name: 'unmapped',
  setup({ onLoad }) {
    const path = join(generated, 'plain.js');
    onLoad({ filter: /[\\/]generated[\\/]plain\.js$/ }, () => ({ contents: readFileSync(path, 'utf8') + NO_MAP, loader: 'js' }));
  },
};

/** A map whose sources are named from the project's folder, without the text of what is data. */
function tidied(text) {
  const map = JSON.parse(text);
  map.sources = map.sources.map((path) => (path.startsWith('embed:') ? path : relative(www, join(npm, path))));
  map.sourcesContent = map.sourcesContent.map((content, at) => (map.sources[at].startsWith('embed:') ? '/* data */' : content));
  return JSON.stringify(map);
}

const bundled = new Set();

const buildMain = () =>
  build({
    entryPoints: [join(www, 'src/element/module.ts')],
    outfile: join(npm, main),
    ...packingElement,
    format: 'esm',
    sourcemap: 'linked',
    plugins: [unmapped, embed()],
    metafile: true,
  });

/** The scripts of a build and their maps, by their names. */
async function scripts(made) {
  // esbuild has said itself what is wrong.
  const { outputFiles, metafile } = await made.catch(() => process.exit(1));
  for (const library of packagesIn(metafile)) bundled.add(library);
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), path.endsWith('.map') ? tidied(text) : text]));
}

/** The boundary's types without the classes of its module, as they are in JSON: what is absent is `null`, a map is an object. */
function boundaryTypes() {
  const file = ts.createSourceFile('engine.d.ts', readFileSync(join(generated, 'engine.d.ts'), 'utf8'), ts.ScriptTarget.Latest, true);
  const types = file.statements.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
  return types
    .map((node) => node.getFullText(file).trim())
    .join('\n\n')
    .replace(/\/\* (tslint|eslint).*?\*\/\n/g, '')
    .replace(/\bMap<string, /g, 'Record<string, ')
    .replace(/\| undefined\b/g, '| null')
    .concat('\n');
}

function elementTypes() {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(join(www, 'src/element/types.ts'), 'utf8'), {});
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})));
  return outputText.replace("'../boundary'", "'./boundary.js'");
}

const indexTypes = `import type { InfocityCheckElement } from './types.js';

export * from './boundary.js';
export * from './types.js';

/** The element's class. To import it defines the element; on a server it is \`undefined\`. */
export declare const InfocityCheck: {
  new (): InfocityCheckElement;
  readonly prototype: InfocityCheckElement;
  readonly observedAttributes: readonly string[];
};
export type InfocityCheck = InfocityCheckElement;
`;

/** The rulebooks, by the names of their folders. */
function rulebooks() {
  const folder = join(root, 'rulebooks');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    names.map(({ name }) => [`rulebooks/${name}.json`, readFileSync(join(folder, name, 'rulebook.json'), 'utf8')]),
  );
}

/** The manifest of the package with these files; `parts` are the scripts that the slim entry asks for. */
function packageJson(files, parts) {
  const { name, description, license } = JSON.parse(readFileSync(join(www, 'package.json'), 'utf8'));
  // Where there is no document: on servers, at the edge of a network, in workers.
  const elsewhere = Object.fromEntries(['node', 'deno', 'workerd', 'edge-light', 'worker'].map((condition) => [condition, './server.js']));
  const entry = (script, types) => ({ types: `./${types}`, ...elsewhere, default: `./${script}` });
  return {
    name,
    version,
    description,
    keywords: ['custom-element', 'web-component', 'self-assessment', 'webassembly'],
    license,
    type: 'module',
    main: `./${main}`,
    types: './index.d.ts',
    exports: {
      '.': entry(main, 'index.d.ts'),
      './slim': entry(slim, 'slim.d.ts'),
      './element.css': './element.css',
      './rulebooks/*.json': './rulebooks/*.json',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    customElements: './custom-elements.json',
    // (The server's has none; without it bundlers warn of an import that is for nothing.)
    sideEffects: [main, slim, ...parts, 'server.js', 'element.css'].map((name) => `./${name}`),
    files,
  };
}

/** Writes the package; `css` is the element's style. */
export async function writePackage(css) {
  const pretty = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const slimmed = await scripts(buildSlim());
  const files = {
    ...(await scripts(buildMain())),
    ...slimmed,
    'plain.js': readFileSync(join(generated, 'plain.js')),
    'engine.wasm': readFileSync(join(generated, 'engine_bg.wasm')),
    // What a server that renders pages gets: there is no element there.
    'server.js': 'export const InfocityCheck = undefined;\n',
    'element.css': css,
    'index.d.ts': indexTypes,
    'slim.d.ts': `export * from './index.js';\n`,
    'types.d.ts': elementTypes(),
    'boundary.d.ts': boundaryTypes(),
    'custom-elements.json': pretty(manifest([main, slim])),
    ...rulebooks(),
  };
  files[noticesFile] = notices(bundled);
  const parts = Object.keys(slimmed).filter((name) => name.endsWith('.js') && name !== slim);
  files['package.json'] = pretty(packageJson(Object.keys(files), parts));
  rmSync(npm, { recursive: true, force: true });
  mkdirSync(join(npm, 'rulebooks'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(npm, name), content);
  copyFileSync(join(www, 'README.md'), join(npm, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(npm, 'LICENSE'));
}
