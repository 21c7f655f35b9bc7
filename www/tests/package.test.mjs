// The npm package as its users take it: packed, installed from the tarball, typed, bundled, opened in a browser.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { npm, root, www } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { at, shows } from './harness/form.mjs';
import { calm, ready } from './harness/site.mjs';

const project = mkdtempSync(join(tmpdir(), 'infocity-package-'));
const installed = join(project, 'node_modules/infocity-check');
const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
/** The scripts of the slim entry, but for the engine. */
const slimScripts = () => readdirSync(installed).filter((name) => /^slim.*\.js$/.test(name));
const run = (command, ...args) => execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let packed;

const host = (script) => `<!DOCTYPE html>
<html lang="zh-CN"><meta charset="utf-8"><title>-</title><link rel="icon" href="data:,">
<infocity-check lang="en" category="specialised" drafts="off"></infocity-check>
${script}
</html>
`;

before(() => {
  [packed] = JSON.parse(run('npm', 'pack', '--json', '--silent', npm));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'host', version: '1.0.0', private: true, type: 'module' }));
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', packed.filename);
});
after(() => {
  rmSync(project, { recursive: true, force: true });
});

test('it holds what it names, and nothing that runs when it is installed', () => {
  const { name, version, exports, files, license, customElements, type, ...rest } = json(installed, 'package.json');
  assert.deepEqual({ name, license, type }, { name: 'infocity-check', license: 'MIT', type: 'module' });
  assert.equal(version, /^version = "(.*)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1]);
  for (const key of ['scripts', 'dependencies', 'peerDependencies', 'bin']) assert.equal(rest[key], undefined, key);
  const there = packed.files.map(({ path }) => path).sort();
  assert.deepEqual(there, [...files, 'LICENSE', 'README.md', 'package.json'].sort());
  const named = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)));
  for (const path of [...named, customElements].filter((path) => !path.includes('*'))) {
    assert.ok(existsSync(join(installed, path)), path);
  }
  assert.equal(json(installed, 'rulebooks/miit-2019-63.json').id, 'miit-2019-63');
});

test('its maps name sources of the project and of its libraries', () => {
  for (const names of [['infocity-check.js'], slimScripts()]) {
    const contents = new Map();
    for (const name of names) {
      assert.ok(readFileSync(join(installed, name), 'utf8').endsWith(`\n//# sourceMappingURL=${name}.map\n`));
      const { sources, sourcesContent } = json(installed, `${name}.map`);
      for (const [at, source] of sources.entries()) contents.set(source, sourcesContent[at]);
    }
    for (const own of ['src/element/infocity-check.ts', 'src/sheet/template.ts', 'src/paste/panel.tsx']) {
      assert.equal(contents.get(own), readFileSync(join(www, own), 'utf8'));
    }
    for (const source of contents.keys()) assert.match(source, /^(src|build|generated|node_modules)\/|^embed:/);
  }
});

const consumer = `
import { InfocityCheck, type Assessment, type Submission } from 'infocity-check';
import 'infocity-check/slim';
import type { Fault, Rulebook } from 'infocity-check/slim';

const element = document.querySelector('infocity-check')!;
const made: InfocityCheck = new InfocityCheck();
const submission: Submission = {
  format: 'infocity-submission/1',
  city: '示例市',
  year: 2021,
  figures: {
    administrative_level: 'prefecture',
    resident_population: { value: '1244.77', unit: '万人', last: '1232' },
    software_revenue: { between: ['900', null], unit: '亿元' },
    centre_built: true,
    promotion_activities: ['training', 'exhibition'],
    retail_sales: { state: 'not_collected' },
    express_parcels: null,
  },
  materials: { application_form: true },
};
made.rulebook = { format: 'infocity-rulebook/1' };
made.rulebook = 'miit-2019-63';
async function useRulebooks(): Promise<void> {
  made.rulebook = (await import('infocity-check/rulebooks/smart-city-2016.json')).default;
  made.rulebook = (await (await fetch('rulebook.json')).json()) as Rulebook;
}
void useRulebooks;
made.submission = submission;
made.submission = null;
document.addEventListener('infocity-change', ({ detail }) => {
  const assessment: Assessment = detail;
  const high: string | undefined = assessment.categories[0]?.score?.high;
  const params: Readonly<Record<string, string>> | undefined = assessment.advice.reason.params;
  console.log(high, params);
});
element.addEventListener('infocity-error', ({ detail: { faults } }) => {
  const [fault]: readonly Fault[] = faults;
  console.log(fault?.remedy.zh);
});
async function use(file: File): Promise<string | undefined> {
  await element.ready;
  await element.open(file);
  element.save();
  // @ts-expect-error -- it can only be read
  element.assessment = null;
  // @ts-expect-error -- no such format
  made.submission = { format: 'another', figures: {} };
  // @ts-expect-error -- what is misspelt is no part of a submission
  made.submission = { format: 'infocity-submission/1', figure: {} };
  return element.submission?.city;
}
void use;
`;

for (const [resolution, module] of [['bundler', 'esnext'], ['node16', 'node16']]) {
  test(`its types are those of the element, with moduleResolution ${resolution}`, () => {
    writeFileSync(join(project, 'consumer.ts'), consumer);
    const options = ['--strict', '--noEmit', '--resolveJsonModule', '--target', 'es2018', '--lib', 'es2019,dom'];
    const tsc = join(www, 'node_modules/typescript/bin/tsc');
    try {
      run(process.execPath, tsc, ...options, '--module', module, '--moduleResolution', resolution, 'consumer.ts');
    } catch ({ stdout }) {
      assert.fail(stdout);
    }
  });
}

test('on a server that renders pages the import does nothing', () => {
  const seen = run(process.execPath, '--input-type=module', '--eval', "console.log((await import('infocity-check')).InfocityCheck)");
  assert.equal(seen, 'undefined\n');
});

for (const condition of ['node', 'deno', 'workerd', 'edge-light', 'worker']) {
  test(`where there is no document the import does nothing: ${condition}`, async () => {
    const { outputFiles, warnings } = await esbuild({
      absWorkingDir: project,
      stdin: { contents: "export { InfocityCheck } from 'infocity-check';\nimport 'infocity-check/slim';", resolveDir: project },
      conditions: [condition],
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    assert.deepEqual(warnings, []);
    const { InfocityCheck } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
    assert.equal(InfocityCheck, undefined);
  });
}

/** The libraries that notices name, with their versions, and the terms under which each stands. */
function noticesIn(folder) {
  const text = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  assert.doesNotMatch(text, /node_modules|\.cargo|\/(home|root|tmp|Users)\//);
  const [, ...blocks] = text.split(`${'-'.repeat(80)}\n`);
  const terms = new Map();
  for (const block of blocks) {
    const [, libraries, licence] = /^([^]*?)\n\n([^]*)$/.exec(block);
    for (const library of libraries.split('\n')) terms.set(library.replace(/ \(.*\)$/, ''), licence);
  }
  return terms;
}

/** The crates that the boundary and the engine ask for by themselves, as Cargo.lock has them. */
function cratesAskedFor() {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  return ['Cargo.toml', 'www/boundary/Cargo.toml'].flatMap((file) => {
    const [, dependencies] = /^\[dependencies\]\n([^]*?)(?:\n\[|$(?![^]))/m.exec(readFileSync(join(root, file), 'utf8'));
    const all = dependencies.split('\n').filter((line) => /^[\w-]+[ .].*=/.test(line) && !/path =|optional = true/.test(line));
    return all.map((line) => {
      const name = /^[\w-]+/.exec(line)[0];
      return `${name} ${new RegExp(`name = "${name}"\nversion = "(.+)"`).exec(lock)[1]}`;
    });
  });
}

test('the licences of all libraries in it come with it', () => {
  const terms = noticesIn(installed);
  const inMaps = ['infocity-check.js', ...slimScripts()].flatMap((name) => json(installed, `${name}.map`).sources);
  const libraries = new Set(inMaps.map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
  assert.deepEqual([...libraries].sort(), ['fflate', 'preact']);
  const packages = [...libraries].map((name) => `${name} ${json(www, 'node_modules', name, 'package.json').version}`);
  const crates = cratesAskedFor();
  for (const name of ['num-bigint', 'rust_decimal', 'serde_json', 'wasm-bindgen']) assert.ok(crates.some((crate) => crate.startsWith(`${name} `)), name);
  for (const library of [...packages, ...crates]) assert.match(terms.get(library) ?? '', /Permission is hereby granted/i, library);
  assert.ok([...terms.keys()].some((name) => name.startsWith('Rust')));
});

test('the licences of all libraries in the page and the workbench stand beside them', () => {
  const terms = noticesIn(join(www, 'dist'));
  // What is needed only to build and to test is in none of them; of one that @codemirror/language needs, nothing is used.
  const needed = Object.entries(json(www, 'package-lock.json').packages).filter(([path, { dev }]) => path !== '' && !dev && !path.endsWith('/streamparser'));
  const libraries = needed.map(([path, { version }]) => `${path.replace(/.*node_modules\//, '')} ${version}`);
  assert.ok(libraries.some((name) => name.startsWith('@codemirror/view ')));
  for (const library of [...libraries, ...cratesAskedFor()]) assert.match(terms.get(library) ?? '', /Permission is hereby granted/i, library);
});

// Each bundler builds a page with each entry, as its documentation has it; what comes out is one folder.
const source = (entry) => {
  const file = join(project, `${entry || 'main'}.js`);
  writeFileSync(file, `import 'infocity-check${entry && `/${entry}`}';\n`);
  return file;
};
const copy = (out, ...names) => {
  for (const name of names) copyFileSync(join(installed, name), join(out, name));
};
const page = (out, script) => writeFileSync(join(out, 'index.html'), host(`<script type="module" src="${script}"></script>`));

const bundlers = {
  vite: async (entry, out) => {
    const from = join(project, `vite-${entry || 'main'}`);
    mkdirSync(from);
    writeFileSync(join(from, 'index.html'), host(`<script type="module">import 'infocity-check${entry && `/${entry}`}';</script>`));
    await vite({ root: from, configFile: false, logLevel: 'error', base: './', build: { outDir: out, minify: false } });
  },
  webpack: async (entry, out) => {
    const stats = await new Promise((done, fail) => {
      webpack(
        // Without its minifier, which takes longest: the package is minified already.
        { mode: 'production', context: project, entry: source(entry), output: { path: out, filename: 'main.js' }, optimization: { minimize: false }, performance: false },
        (error, result) => (error ? fail(error) : done(result)),
      );
    });
    assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }), { errors: [], warnings: [] });
    page(out, 'main.js');
  },
  esbuild: async (entry, out) => {
    const { warnings } = await esbuild({
      absWorkingDir: project,
      entryPoints: [source(entry)],
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: out,
      logLevel: 'silent',
    });
    assert.deepEqual(warnings, []);
    if (entry === 'slim') copy(out, 'engine.wasm');
    page(out, `${entry || 'main'}.js`);
  },
  'no bundler': (entry, out) => {
    mkdirSync(out);
    copy(out, 'infocity-check.js', ...slimScripts(), 'plain.js', 'engine.wasm');
    page(out, `${entry || 'infocity-check'}.js`);
  },
};

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";

for (const browser of browsers) {
  describe(browser.name, () => inBrowser(browser, browser === browsers[0]));
}

function inBrowser(browser, isCurrent) {
  let chromium;
  before(async () => {
    chromium = await Browser.launch(browser);
  });
  after(() => chromium?.close());

  async function opened(t, folder, options) {
    const server = await serve(folder, options);
    t.after(() => server.close());
    const tab = await chromium.open(`${server.address}/`);
    t.after(() => tab.close());
    const form = await ready(tab);
    const seen = await tab.eval(() => {
      const element = document.querySelector('infocity-check');
      return { category: element.category, shown: element.shadowRoot.querySelector('.page').lang, format: element.assessment.format };
    });
    assert.deepEqual(seen, { category: 'specialised', shown: 'en', format: 'infocity-assessment/1' });
    return { tab, form, problems: await tab.problems(), requests: server.requests.join(' '), asked: server.requests };
  }

  /** Late parts, whatever a bundler calls their files, are asked for when they are used, and work. */
  async function usesLateParts(tab, asked) {
    const start = asked.length;
    await tab.click(at('[data-action="paste-table"]'));
    await tab.until((selector) => window.__find(selector) !== null, at('.paste-text textarea'));
    const pasting = asked.length;
    assert.ok(pasting > start, 'the preview of a table');
    await tab.send('Page.setDownloadBehavior', { behavior: 'deny' });
    await tab.click(at('[data-action="save-as"]'));
    await tab.click(at('[data-action="save-template"]'));
    await shows(tab, '.notice', '.xlsx');
    assert.ok(asked.length > pasting, 'workbooks');
    assert.deepEqual(await tab.problems(), calm);
  }

  // What a bundler makes is tried in one browser, the modules as they are in each.
  const tried = isCurrent ? bundlers : { 'no bundler': bundlers['no bundler'] };
  for (const [name, bundle] of Object.entries(tried)) {
    const outOf = (entry) => join(project, `out-${name}-${entry}-${isCurrent}`);
    test(`${name}: the whole in one`, async (t) => {
      const out = outOf('main');
      await bundle('', out);
      const { form, problems, requests } = await opened(t, out);
      assert.deepEqual({ form, problems }, { form: 'wasm', problems: calm });
      assert.doesNotMatch(requests, /wasm|plain/);
    });

    test(`${name}: slim, with the form of the engine that the policy lets run`, async (t) => {
      const out = outOf('slim');
      await bundle('slim', out);
      const { tab, form, problems, requests, asked } = await opened(t, out);
      assert.deepEqual({ form, problems }, { form: 'wasm', problems: calm });
      assert.equal(requests.match(/\.wasm/g).length, 1);
      await usesLateParts(tab, asked);
      const refused = await opened(t, out, { headers: { 'Content-Security-Policy': strict } });
      assert.equal(refused.form, 'js');
      assert.deepEqual(refused.problems.violations.map(({ blocked }) => blocked), [isCurrent ? 'wasm-eval' : 'eval']);
      assert.doesNotMatch(refused.requests, /\.wasm/, 'what cannot run is not fetched');
    });
  }

  test('the module is fetched once, and under whatever name a server gives its kind', async (t) => {
    const { tab, form, requests } = await opened(t, join(project, `out-no bundler-slim-${isCurrent}`), { types: { '.wasm': 'text/plain' } });
    assert.equal(form, 'wasm');
    await tab.eval(async () => {
      const another = document.createElement('infocity-check');
      document.body.append(another);
      await another.ready;
    });
    assert.equal(requests.match(/\.wasm/g).length, 1);
  });

  test('beside the classic script, and twice, the element is defined once', async (t) => {
    const out = join(project, `out-both-${isCurrent}`);
    mkdirSync(out);
    copy(out, ...slimScripts(), 'infocity-check.js', 'engine.wasm');
    copyFileSync(join(www, 'dist/infocity-check.js'), join(out, 'classic.js'));
    writeFileSync(join(out, 'use.js'), "import { InfocityCheck } from './infocity-check.js';\nimport { InfocityCheck as Slim } from './slim.js';\nwindow.same = InfocityCheck === Slim && document.querySelector('infocity-check') instanceof InfocityCheck;\n");
    const script = '<script src="classic.js" defer></script><script type="module" src="use.js"></script>';
    writeFileSync(join(out, 'index.html'), host(script + script));
    const { tab, problems } = await opened(t, out);
    assert.deepEqual(problems, calm);
    assert.equal(await tab.until('window.same !== undefined && [window.same]').then(([same]) => same), true);
  });
}
