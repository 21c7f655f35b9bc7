// What the page for webmasters says, tried: every row of its table of policies, where another rulebook goes, what is kept on the
// device, two versions beside each other, and what becomes of `integrity` on a disk.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, root } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { policies } from '../build/webmaster.mjs';
import { at, shows } from './harness/form.mjs';
import { calm, ready, serveBuilt } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
const filled = (text) => text.replace(/\{integrity\}/g, integrity['infocity-check.js']).replace(/\{nonce\}/g, 'R4nd0m');
const plain = '<script src="infocity-check.js" defer></script>';
const strict = "default-src 'none'; script-src 'self'; style-src 'self'";

inBrowsers(({ chromium, folder, isCurrent }) => {
  const files = ['infocity-check.js', 'infocity-check.css'];
  function put(content, tag = plain, within = folder) {
    mkdirSync(within, { recursive: true });
    for (const name of files) {
      rmSync(join(within, name), { force: true });
      symlinkSync(join(dist, name), join(within, name));
    }
    writeFileSync(join(within, 'page.html'), `<!DOCTYPE html><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${tag}${content}`);
  }
  async function open(t, { policy, content = '<infocity-check></infocity-check>', tag }) {
    put(content, tag);
    const server = await serve(folder, { headers: policy ? { 'Content-Security-Policy': policy } : {} });
    t.after(() => server.close());
    const page = await chromium.open(`${server.address}/page.html`);
    t.after(() => page.close());
    return { page, server, form: await ready(page) };
  }
  const styled = (page) =>
    page.until(() => getComputedStyle(document.querySelector('infocity-check').shadowRoot.querySelector('.button')).borderTopStyle === 'solid');

  for (const { policy, tag, now, before97, silent = false } of policies) {
    test(`${policy || 'no policy'} with ${tag}`, async (t) => {
      const { page, server, form } = await open(t, { policy: filled(policy), tag: filled(tag) });
      assert.equal(form, isCurrent ? now : before97);
      await styled(page);
      assert.deepEqual([...server.requests].sort(), ['/infocity-check.js', '/page.html']);
      const { exceptions, violations } = await page.problems();
      assert.deepEqual(exceptions, []);
      if (silent) assert.deepEqual(violations.filter(({ blocked }) => blocked !== 'data'), []);
      await page.type(at('#f-resident_population'), '500');
      await page.until(() => 'resident_population' in document.querySelector('infocity-check').submission.figures);
    });
  }

  test('another rulebook goes into the element as data, under the strict policy', async (t) => {
    const rulebook = readFileSync(join(root, 'rulebooks/broadband-china-2013-31/rulebook.json'), 'utf8').replace(/</g, '\\u003c');
    const content = `<infocity-check><script type="application/json">${rulebook}</script></infocity-check>`;
    const { page } = await open(t, { policy: strict, content, tag: plain.replace('defer', 'data-engine="js" defer') });
    await shows(page, 'h1', JSON.parse(rulebook).title.zh);
    assert.deepEqual((await page.problems()).exceptions, []);
  });

  test('before consent nothing stays in the storage; after it only the keys that are named', async (t) => {
    const { page } = await open(t, {});
    const keys = () => page.eval(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter((key) => key !== '').sort());
    await page.type(at('#f-city'), '海滨市');
    await page.press('Tab');
    await shows(page, '.page', '要在本机保存草稿吗');
    assert.deepEqual(await keys(), []);
    await page.click(at('[data-action="draft-yes"]'));
    await page.until(() => Object.keys(localStorage).some((key) => key.startsWith('infocity-check/draft/')));
    const [draft, consent, ...others] = await keys();
    assert.match(draft, /^infocity-check\/draft\/miit-2019-63\/\w+$/);
    assert.equal(consent, 'infocity-check/keep');
    assert.deepEqual(others, []);
  });

  test('two versions lie in two folders, and a draft of one is offered by the other', async (t) => {
    for (const version of ['old', 'new']) put('<infocity-check></infocity-check>', plain, join(folder, version));
    const server = await serve(folder);
    t.after(() => server.close());
    const first = await chromium.open(`${server.address}/old/page.html`);
    await ready(first);
    await first.type(at('#f-city'), '两版市');
    await first.press('Tab');
    await first.click(at('[data-action="draft-yes"]'));
    await first.until(() => Object.keys(localStorage).some((key) => /两版市/.test(localStorage.getItem(key))));
    await first.close();
    const second = await chromium.open(`${server.address}/new/page.html`);
    t.after(() => second.close());
    await ready(second);
    await shows(second, '.page', '两版市');
    await second.eval(() => localStorage.clear());
  });

  test('from a disk a page runs the script, and with integrity it does not', async (t) => {
    for (const [tag, runs] of [
      [plain, true],
      // (Chromium 78 still did.)
      [plain.replace('defer', `integrity="${integrity['infocity-check.js']}" defer`), !isCurrent],
    ]) {
      put('<infocity-check></infocity-check>', tag);
      const page = await chromium.open(pathToFileURL(join(folder, 'page.html')).href, { offline: true });
      t.after(() => page.close());
      assert.equal(await page.eval(() => customElements.get('infocity-check') !== undefined), runs, tag);
    }
  });

  test('the page itself: both languages, the values of this build, nothing run and nothing fetched', async (t) => {
    const server = await serveBuilt(t, "default-src 'none'; style-src 'self'; img-src data:");
    const page = await chromium.open(`${server.address}/webmaster.html`);
    t.after(() => page.close());
    const text = await page.text('body');
    assert.ok(text.includes('取哪个文件') && text.includes('Which file'));
    assert.equal(text.split(integrity['infocity-check.js']).length, 3);
    assert.doesNotMatch(text, /\{\w+[:}]/);
    assert.doesNotMatch(await page.text('#en'), /[\u3400-\u9fff]/);
    assert.deepEqual([...server.requests].sort(), ['/document.css', '/webmaster.html']);
    assert.deepEqual(await page.problems(), calm);
    for (const width of [1280, 320]) {
      await page.size({ width });
      assert.equal(await page.eval(() => document.documentElement.scrollWidth > window.innerWidth), false, `${width} px`);
    }
  });
});
