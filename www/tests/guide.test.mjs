// The author's guide, followed to the letter in both languages: every file it writes, every command it types, what it says
// comes out; and the page it ends with, opened.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, infocity, root } from '../build/paths.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { ready } from './harness/site.mjs';

/** The guide's blocks: what follows ```, and what stands in it. */
function blocks(name) {
  const text = readFileSync(join(root, 'rulebooks', name), 'utf8');
  return [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, info, content]) => ({ info, content }));
}

/** Puts a value at a JSON pointer; `-` appends to a list. */
function put(document, pointer, value) {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop();
  const place = keys.reduce((part, key) => part[key], document);
  if (last === '-') place.push(value);
  else place[last] = value;
}

function follow(name, folder) {
  let output = '';
  let steps = 0;
  for (const { info, content } of blocks(name)) {
    const [kind, ...words] = info.split(' ');
    if (kind === 'json') {
      const [file, at] = words;
      const path = join(folder, file);
      if (at === undefined) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      } else {
        const document = JSON.parse(readFileSync(path, 'utf8'));
        put(document, at.replace(/^at=/, ''), JSON.parse(content));
        writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
      }
    } else if (kind === 'sh') {
      const code = Number(/exit=(\d)/.exec(info)?.[1] ?? 0);
      output = '';
      for (const command of content.trim().split('\n')) {
        const PATH = `${dirname(infocity)}${delimiter}${process.env.PATH}`;
        const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH } });
        assert.equal(status, code, `${command}\n${stdout}${stderr}`);
        output += stdout;
        steps += 1;
      }
    } else {
      assert.equal(kind, 'text', `a block of a kind that is not followed: ${info}`);
      let from = 0;
      for (const line of content.split('\n').filter((line) => line.trim() !== '')) {
        const at = output.indexOf(line, from);
        assert.ok(at >= 0, `“${line}” is not, or not in this order, in\n${output}`);
        from = at + line.length;
      }
    }
  }
  return steps;
}

describe("the author's guide", () => {
  test('both languages do the same', () => {
    const done = (name) => blocks(name).filter(({ info }) => !info.startsWith('text')).map(({ info, content }) => [info, info.startsWith('sh') ? content.replace(/ --lang (zh|en)/g, '') : content]);
    assert.deepEqual(done('GUIDE.en.md'), done('GUIDE.md'));
  });

  for (const name of ['GUIDE.md', 'GUIDE.en.md']) {
    test(`${name}, step by step, to a page that works`, async (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'infocity-guide-'));
      t.after(() => rmSync(folder, { recursive: true, force: true }));
      copyFileSync(join(dist, 'infocity-check.html'), join(folder, 'infocity-check.html'));
      assert.ok(follow(name, folder) > 15, 'commands were typed');

      const chromium = await Browser.launch(browsers[0]);
      t.after(() => chromium.close());
      const page = await chromium.open(pathToFileURL(join(folder, 'page.html')).href, { offline: true });
      await ready(page);
      const score = await page.eval(async (submission) => {
        const element = document.querySelector('infocity-check');
        element.submission = submission;
        await element.ready;
        await Promise.resolve();
        return element.assessment.categories[0].score;
      }, JSON.parse(readFileSync(join(folder, 'examples/east.submission.json'), 'utf8')));
      assert.deepEqual(score, { low: '42', high: '82' });
      assert.deepEqual(await page.problems(), { exceptions: [], errors: [], violations: [] });
    });
  }
});
