// The engine in a current browser and in the oldest, as WebAssembly and as plain JavaScript, gives the bytes that it gives natively:
// on 200 made submissions (make test-matrix: 2000), most for the flagship, the others for made rulebooks.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { embed } from '../build/embed.mjs';
import { infocity, root, target, www } from '../build/paths.mjs';
import { browsers } from './matrix/browsers.mjs';

const count = Number(process.env.SUBMISSIONS ?? 200);
const most = { encoding: 'utf8', maxBuffer: 1 << 28 };
const made = (...args) => {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  return execFileSync('python3', ['-m', 'oracle.generate', '--seed', '7', ...args], { ...most, cwd: join(root, 'tests'), env });
};
const linesOf = (text) => text.trimEnd().split('\n');
const lines = [
  ...linesOf(made('--rulebook', join(root, 'rulebooks/miit-2019-63/rulebook.json'), '--pairs', String(Math.round(0.7 * count)))),
  ...linesOf(made('--pairs', String(Math.round(0.3 * count)))),
];
const definitions = lines.filter((line) => line.startsWith('{"define"')).length;
const native = linesOf(execFileSync(join(dirname(infocity), 'examples/assess_lines'), { ...most, input: `${lines.join('\n')}\n` }));

/** Some lines at a time, with the hash of what is answered to them. */
const parts = [];
for (let from = 0, answered = 0; from < lines.length; from += 20) {
  const part = lines.slice(from, from + 20);
  const answers = part.filter((line) => !line.startsWith('{"define"')).length;
  const text = native.slice(answered, answered + answers).map((line) => `${line}\n`).join('');
  answered += answers;
  parts.push({ from, lines: part, hash: createHash('sha256').update(text).digest('hex') });
}

const folder = mkdtempSync(join(tmpdir(), 'infocity-bytes-'));
const page = join(folder, 'page.html');
before(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(www, 'tests/harness/lines-page.mjs')],
    bundle: true,
    write: false,
    format: 'iife',
    target,
    plugins: [embed()],
  });
  writeFileSync(join(folder, 'page.js'), outputFiles[0].text);
  writeFileSync(page, '<!DOCTYPE html><meta charset="utf-8"><script src="page.js"></script>');
});
after(() => rmSync(folder, { recursive: true }));

test('there is an answer to each submission', () => {
  assert.equal(lines.length - definitions, count);
  assert.equal(native.length, count);
});

for (const name of ['Chromium', 'Chromium 65']) {
  describe(name, () => {
    const browser = browsers.find((known) => known.name === name);
    let launched;
    before(async () => {
      launched = await browser.driver.launch(browser);
    });
    after(() => launched?.close());

    for (const form of ['wasm', 'js']) {
      test(`the engine as ${form}`, async () => {
        const tab = await launched.open(pathToFileURL(page).href);
        await tab.eval((form) => window.start(form), form);
        for (const { from, lines, hash } of parts) {
          assert.equal(await tab.eval((form, lines) => window.hashOf(form, lines), form, lines), hash, `one of the lines from ${from} on`);
        }
        await tab.close();
      });
    }
  });
}
