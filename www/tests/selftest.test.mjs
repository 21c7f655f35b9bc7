// The self-test under policies of a host: what it finds is so, and is said in words of both languages.

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { arrived } from './harness/downloads.mjs';
import { onDisk } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const catalogue = (lang) => JSON.parse(readFileSync(new URL(`../src/texts/${lang}.json`, import.meta.url), 'utf8')).selftest;
const t = catalogue('zh');
const strict = "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'";
const files = ['selftest.html', 'selftest.js', 'document.css', 'infocity-check.js', 'infocity-check.css'];

inBrowsers(({ chromium, folder, isCurrent }) => {
  /** Opens the self-test of the built files, or of what `change` makes of them, and reads what it found. */
  async function look(t, { policy, search = '', change, type, headers: others, refused, first } = {}) {
    let from = dist;
    if (change) {
      from = join(folder, 'site');
      rmSync(from, { recursive: true, force: true });
      mkdirSync(from);
      for (const file of files) cpSync(join(dist, file), join(from, file));
      change(from);
    }
    const headers = { ...(policy ? { 'Content-Security-Policy': policy } : {}), ...others };
    const server = await serve(from, { headers, types: type, refused });
    t.after(() => server.close());
    const page = await chromium.tab();
    t.after(() => page.close());
    if (first) await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${first})()` });
    await page.go(`${server.address}/selftest.html${search}`);
    return { page, server };
  }
  async function found(page) {
    await page.until(() => document.querySelector('dl') !== null && document.querySelector('textarea') !== null);
    const list = await page.eval(() =>
      [...document.querySelectorAll('dt')].map((dt) => [dt.dataset.finding, dt.className, dt.nextElementSibling.textContent]),
    );
    return {
      state: (id) => list.find(([of]) => of === id)?.[1],
      says: (id) => list.find(([of]) => of === id)?.[2],
      // When a browser looks for the page's icon is its own affair.
      refused: list
        .map(([id]) => id)
        .filter((id) => id.startsWith('refused-') && id !== 'refused-icon')
        .map((id) => id.slice('refused-'.length))
        .sort(),
      verdict: await page.eval(() => document.querySelector('.verdict').textContent),
    };
  }

  test('no policy: all is fine, and the engine is WebAssembly', async (context) => {
    const { page, server } = await look(context);
    const { verdict, says, state, refused } = await found(page);
    assert.equal(verdict, t.verdict.fine);
    assert.equal(says('engine'), t.engine.wasm);
    assert.equal(says('script'), t.script.runs);
    assert.equal(says('inline'), t.inline.allowed);
    assert.equal(state('workers'), 'fine');
    assert.deepEqual(refused, []);
    // Nothing but its own files, the worker's among them, and none of them twice.
    const all = [...files, 'frame.html', 'frame.css', 'frame.js'];
    assert.deepEqual([...new Set(server.requests)].sort(), all.map((file) => `/${file}`).sort());
    assert.match(says('requests'), /infocity-check\.js/);
    assert.equal(says('frame'), t.frame.allowed);
    assert.equal(state('frame'), 'fine');
    assert.equal(await page.eval(() => document.querySelector('iframe')), null);
  });

  for (const [what, given, says] of [
    ['X-Frame-Options: DENY', { headers: { 'X-Frame-Options': 'DENY' } }, t.frame.refused],
    ["frame-ancestors 'none'", { policy: "frame-ancestors 'none'" }, t.frame.refused],
    ["default-src 'none'", { policy: strict }, t.frame.policy],
  ]) {
    test(`${what}: frame.html cannot be shown in a frame`, async (context) => {
      const { page } = await look(context, given);
      const result = await found(page);
      assert.equal(result.says('frame'), says);
      assert.equal(result.state('frame'), 'note');
      assert.match(result.verdict, /可以使用；有 \d 处/);
      assert.ok(!result.refused.includes('foreign'));
    });

    test(`${what}: nothing is said of frame.html where it is not in the folder`, async (context) => {
      const { page } = await look(context, { ...given, change: () => undefined });
      const result = await found(page);
      assert.equal(result.says('frame'), undefined);
      assert.doesNotMatch(await page.text('main'), /frame\.(html|css)/);
      assert.ok(!result.refused.includes('foreign'));
    });
  }

  test('nothing is said of frame.html where another page comes in its place, or none', async (context) => {
    for (const change of [() => undefined, (site) => writeFileSync(join(site, 'frame.html'), '<!DOCTYPE html><title>Login</title>')]) {
      const { page } = await look(context, { change });
      const { says, verdict } = await found(page);
      assert.equal(says('frame'), undefined);
      assert.doesNotMatch(await page.text('main'), /frame\.(html|css)/);
      assert.equal(verdict, t.verdict.fine);
    }
  });

  test("script-src 'self': plain JavaScript, with the word that would make it faster", async (context) => {
    const { page } = await look(context, { policy: strict });
    const { verdict, says, state, refused } = await found(page);
    assert.match(verdict, /可以使用；有 \d 处/);
    assert.equal(says('engine'), isCurrent ? t.engine.refused : t.engine.plain);
    assert.equal(says('inline'), t.inline.refused);
    assert.equal(says('styles'), t.styles.constructed);
    assert.equal(state('storage'), 'fine');
    // (Older browsers ask no policy about icons.)
    assert.deepEqual(refused, isCurrent ? ['frame', 'inline', 'inlineStyle', 'wasm'] : ['eval', 'frame', 'inline', 'inlineStyle']);
  });

  test("'wasm-unsafe-eval', and no worker", async (context) => {
    const policy = strict.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'").replace("worker-src 'self'", "worker-src 'none'; img-src data:");
    const { page } = await look(context, { policy });
    const { says, state, refused } = await found(page);
    assert.equal(says('engine'), isCurrent ? t.engine.wasm : t.engine.plain);
    assert.equal(says('workers'), t.workers.refused);
    assert.equal(state('workers'), 'note');
    assert.deepEqual(refused, [...(isCurrent ? [] : ['eval']), 'frame', 'inline', 'inlineStyle', 'worker']);
  });

  test('no style of any kind but a constructed one', async (context) => {
    const { page } = await look(context, { policy: strict.replace("style-src 'self'", "style-src 'none'") });
    const { says, state, refused } = await found(page);
    assert.equal(says('styles'), t.styles.constructed);
    assert.equal(says('styleFile'), t.styleFile.missing);
    assert.equal(state('styleFile'), 'note');
    // The page's own style is another file than the element's.
    assert.deepEqual(
      refused.filter((remedy) => /style/i.test(remedy)),
      ['inlineStyle', 'pageStyle', 'style'],
    );
    for (const [remedy, file] of [['pageStyle', 'document.css'], ['style', 'infocity-check.css']]) {
      assert.ok((await page.text(`[data-finding="refused-${remedy}"]`)).includes(file));
      assert.equal(state(`refused-${remedy}`), 'fine');
    }
  });

  test('a site that needs no change is told one thing at most', async (context) => {
    const { page } = await look(context, { policy: "script-src 'self'; style-src 'self'", search: '?lang=en' });
    const { verdict, state, says } = await found(page);
    assert.equal(verdict, catalogue('en').verdict.note.one);
    assert.equal(state('engine'), 'note');
    assert.equal(says('eval'), undefined);
  });

  test('the element’s script refused by the server: its answer is named', async (context) => {
    const { page } = await look(context, { refused: ['/infocity-check.js'] });
    const { verdict, says } = await found(page);
    assert.equal(verdict, t.verdict.bad);
    // (Older browsers do not tell a page the status.)
    assert.equal(says('script'), isCurrent ? t.script.answered.replace('{status}', '403') : t.script.missing);
    assert.match(says('script'), /403/);
  });

  test('an HTML page in the place of the element’s script may be a login', async (context) => {
    for (const headers of [{}, { 'X-Content-Type-Options': '' }]) {
      const login = (site) => writeFileSync(join(site, 'infocity-check.js'), '<!DOCTYPE html><title>Login</title>');
      const { page } = await look(context, { headers, change: login, type: { 'infocity-check.js': 'text/html' } });
      const { says, verdict } = await found(page);
      assert.match(says('script'), /登录页/);
      assert.equal(verdict, t.verdict.bad);
    }
  });

  test('Trusted Types required', async (context) => {
    const { page } = await look(context, { policy: `${strict}; require-trusted-types-for 'script'; trusted-types 'none'` });
    const { verdict, says } = await found(page);
    assert.match(verdict, /可以使用/);
    assert.equal(says('trusted'), isCurrent ? t.trusted.required : t.trusted.free);
  });

  test('a sandbox without storage', async (context) => {
    const { page } = await look(context, { policy: `sandbox allow-scripts allow-downloads; ${strict}`, search: '?lang=en' });
    const { says, state } = await found(page);
    const en = catalogue('en');
    assert.equal(says('storage'), en.storage.refused);
    assert.equal(says('sandbox'), en.sandbox.sealed);
    assert.equal(state('storage'), 'note');
    assert.doesNotMatch(await page.text('main'), /[\u3400-\u9fff]/);
    const downloadPath = mkdtempSync(join(folder, 'saved-'));
    await page.send(isCurrent ? 'Browser.setDownloadBehavior' : 'Page.setDownloadBehavior', { behavior: 'allow', downloadPath });
    await page.click('button + button');
    const saved = await arrived(downloadPath);
    assert.equal(saved.name, 'infocity-selftest.txt');
    assert.match(saved.text, /\[note\] Storage on the device: The browser or a sandbox/);
  });

  test('in a sandbox, where integrity cannot be checked, the files are not called wrong', async (context) => {
    const policy = "sandbox allow-scripts; script-src 'self'; style-src 'self'";
    for (const lang of ['zh', 'en']) {
      const { page } = await look(context, { policy, search: `?lang=${lang}` });
      const { says, state } = await found(page);
      const words = catalogue(lang);
      assert.equal(says('script'), words.script.sealed);
      for (const part of ['integrity', 'crossorigin', 'Access-Control-Allow-Origin']) assert.ok(words.script.sealed.includes(part), part);
      assert.equal(state('script'), 'note');
      assert.equal(state('engine'), 'note');
      assert.equal(await page.eval(() => document.querySelectorAll('dt.bad').length), 0);
    }
    // What is no such script is told in a sandbox as well.
    const { page } = await look(context, { policy, change: (site) => writeFileSync(join(site, 'infocity-check.js'), 'no script') });
    const { says, verdict } = await found(page);
    assert.equal(says('script'), t.script.altered);
    assert.equal(verdict, t.verdict.bad);
  });

  test('a policy that lets no script of the folder run: the page says so by itself', async (context) => {
    const { page } = await look(context, { policy: "default-src 'none'; script-src 'nonce-abc'; style-src 'self'" });
    const text = await page.text('main');
    assert.ok(text.includes(t.blocked) && text.includes(catalogue('en').blocked));
    assert.match(t.blocked, /不在本文件夹/);
    assert.match(catalogue('en').blocked, /not in this folder/);
  });

  // Whether the refusal is told before or after the script has failed to come is the browser's affair.
  const late = () => {
    const { addEventListener } = document;
    document.addEventListener = (type, hear, ...more) =>
      addEventListener.call(document, type, type === 'securitypolicyviolation' ? (event) => setTimeout(hear, 150, event) : hear, ...more);
  };
  for (const [when, first] of [
    ['', undefined],
    [', which is told late', late],
  ]) {
    test(`a policy that names this script and not the element’s${when}`, async (context) => {
      const policy = strict.replace("script-src 'self'", 'script-src http://127.0.0.1:*/selftest.js');
      const { page } = await look(context, { policy, first });
      const { verdict, says, state, refused } = await found(page);
      assert.equal(verdict, t.verdict.bad);
      assert.equal(state('script'), 'bad');
      assert.equal(says('script'), t.script.refused);
      assert.ok(refused.includes('script'));
    });
  }

  for (const [what, change, type, says] of [
    ['changed by one byte', (site) => appendFileSync(join(site, 'infocity-check.js'), '\n'), undefined, t.script.altered],
    ['missing', (site) => rmSync(join(site, 'infocity-check.js')), undefined, t.script.missing],
    ['sent as something else', () => undefined, { 'infocity-check.js': 'text/plain' }, isCurrent ? t.script.unreadable : t.script.missing],
  ]) {
    test(`the element's script ${what}`, async (context) => {
      const { page } = await look(context, { change, type });
      const result = await found(page);
      assert.equal(result.verdict, t.verdict.bad);
      assert.equal(result.says('script'), says);
    });
  }

  test('an altered script where Trusted Types are required is told as that', async (context) => {
    const policy = `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const { page } = await look(context, { policy, change: (site) => appendFileSync(join(site, 'infocity-check.js'), '\n') });
    const { verdict, says } = await found(page);
    assert.equal(verdict, t.verdict.bad);
    assert.equal(says('script'), t.script.altered);
  });

  test('from a disk, where a browser may check no integrity, the element is started all the same', async (context) => {
    const page = await chromium.open(onDisk('selftest.html'));
    context.after(() => page.close());
    const { says, state, verdict } = await found(page);
    assert.equal(says('script'), isCurrent ? t.script.unchecked : t.script.runs);
    assert.equal(state('script'), isCurrent ? 'note' : 'fine');
    assert.equal(says('engine'), t.engine.wasm);
    assert.match(verdict, /可以使用/);

    // What is no such script is told from a disk as well.
    const site = join(folder, 'disk');
    mkdirSync(site);
    for (const file of files) cpSync(join(dist, file), join(site, file));
    writeFileSync(join(site, 'infocity-check.js'), 'no script');
    const broken = await chromium.open(pathToFileURL(join(site, 'selftest.html')).href);
    context.after(() => broken.close());
    const { says: told, verdict: end } = await found(broken);
    assert.equal(told('script'), t.script.altered);
    assert.equal(end, t.verdict.bad);
  });

  test('the result is copied as text', async (context) => {
    const { page } = await look(context, { policy: strict });
    await found(page);
    await page.click('button');
    assert.equal(await page.text('[role=status]:not(.verdict)'), t.copied);
    const text = await page.eval(() => document.querySelector('textarea').value);
    assert.ok(text.split('\n').includes(`[${t.states.note}] ${t.names.engine}: ${isCurrent ? t.engine.refused : t.engine.plain}`), text);
    assert.ok(text.includes('Chrome/'));
    for (const width of [1280, 320]) {
      await page.size({ width });
      assert.equal(await page.eval(() => document.documentElement.scrollWidth > window.innerWidth), false, `${width} px`);
    }
  });
});
