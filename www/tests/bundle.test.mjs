// `infocity bundle`: the single file with each rulebook of the repository in it, under its own policy, from the disk. What the
// page concludes is what the command line concludes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { dist, infocity as command, root } from '../build/paths.mjs';
import { ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const rulebooks = readdirSync(join(root, 'rulebooks'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(root, 'rulebooks', entry.name));
const infocity = (...args) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

inBrowsers(({ chromium, folder }) => {
  for (const of of rulebooks) {
    const file = join(of, 'rulebook.json');
    const { id, title } = json(file);
    test(`${id} as one file`, async (t) => {
      const made = join(folder, `${id}.html`);
      infocity('bundle', '--rulebook', file, '--page', join(dist, 'infocity-check.html'), '-o', made);
      const page = await chromium.open(pathToFileURL(made).href, { offline: true });
      t.after(() => page.close());
      await ready(page);
      assert.equal(await page.eval(() => document.title), title.zh);
      // What is said where its script does not run stays; the form to print is that of another rulebook.
      const [said, forms] = await page.eval(() => [document.querySelector('infocity-check > .late').textContent, document.querySelectorAll('.paper').length]);
      assert.match(said, /说明工具没有运行/);
      assert.equal(forms, 0);
      assert.equal(await page.eval(() => document.querySelector('infocity-check').assessment.rulebook.id), id);
      const examples = readdirSync(join(of, 'examples')).filter((name) => name.endsWith('.submission.json'));
      assert.ok(examples.length > 1, `examples of ${id}`);
      for (const name of examples) {
        const example = join(of, 'examples', name);
        const shown = await page.eval(async (submission) => {
          const element = document.querySelector('infocity-check');
          element.submission = submission;
          await element.ready;
          await Promise.resolve();
          return element.assessment;
        }, json(example));
        assert.deepEqual(shown, JSON.parse(infocity('assess', example, '--rulebook', file, '--format', 'json')), name);
      }
      assert.deepEqual(await page.problems(), { exceptions: [], errors: [], violations: [] });
    });
  }
});
