// The demonstration page as an offline app: nothing before it is asked for, then without a network; a newer version waits and is
// never mixed with the older; and it can be ended from the server.

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { workerFor } from '../build/app.mjs';
import { dist } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const t = JSON.parse(readFileSync(new URL('../src/texts/zh.json', import.meta.url), 'utf8')).app;
const policy = "script-src 'self'; worker-src 'self'; manifest-src 'self'; style-src 'self'; img-src 'self' data:";
const files = ['index.html', 'index.css', 'infocity-check.js', 'infocity-check.css', 'app.js', 'app.webmanifest', 'icon.svg', 'icon-192.png', 'form.html', 'form.css', 'sw.js', 'selftest.html', 'selftest.js', 'document.css'];
const code = readFileSync(join(dist, 'sw.js'), 'utf8').replace(/^.*\n/, '');

inBrowsers(({ chromium, folder }) => {
  const site = join(folder, 'site');
  let server;
  /** Serves the folder; again at the same address after it was away. */
  async function up(redirects, headers) {
    const port = server ? Number(new URL(server.address).port) : 0;
    server = await serve(site, { redirects, port, headers: { 'Content-Security-Policy': policy, ...headers } });
  }
  function begin() {
    rmSync(site, { recursive: true, force: true });
    mkdirSync(site);
    for (const file of files) cpSync(join(dist, file), join(site, file));
  }
  /** Another build of the page: its style says so. `whole` is whether all of it is there. */
  function rebuild(version, whole = true) {
    const built = Object.fromEntries(files.map((file) => [file, readFileSync(join(site, file))]));
    const css = `${built['index.css']}\nhtml{--version:${version}}\n`;
    writeFileSync(join(site, 'sw.js'), workerFor(code, { ...built, 'index.css': css }));
    if (whole) writeFileSync(join(site, 'index.css'), css);
  }
  const shown = (page) => page.eval(() => getComputedStyle(document.documentElement).getPropertyValue('--version').trim());
  const taken = async (page, version) => {
    for (const end = Date.now() + 20_000; (await shown(page).catch(() => '')) !== version; await sleep(50)) assert.ok(Date.now() < end, 'still the old version');
  };
  const says = (page, text) => page.until((text) => document.querySelector('[data-app]').textContent.includes(text), text);
  async function keep(page) {
    await page.click('[data-app-action="keep"]');
    await says(page, t.kept);
  }
  async function forget(page) {
    await page.click('[data-app-action="forget"]');
    await says(page, t.offer);
  }
  const caches = (page) => page.eval(() => window.caches.keys());
  async function open(t, path = '/') {
    const page = await chromium.open(server.address + path);
    t.after(() => page.close().catch(() => undefined));
    await ready(page);
    return page;
  }
  /** The folders for which a worker is registered. */
  const scopes = (page) => page.eval(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).sort());
  /** The app in folders of one site, and nothing at its root. */
  function beginIn(...names) {
    begin();
    for (const name of names) {
      mkdirSync(join(site, name));
      for (const file of files) cpSync(join(dist, file), join(site, name, file));
    }
    for (const file of files) rmSync(join(site, file));
  }
  async function upAnew(context, redirects, headers) {
    server = undefined;
    await up(redirects, headers);
    context.after(() => server.close());
  }

  test('the app, from the first visit to its end', async (context) => {
    begin();
    await upAnew(context);
    const page = await open(context);
    await says(page, t.offer);
    assert.equal(await page.eval(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await caches(page), []);
    assert.ok(!server.requests.includes('/sw.js'));

    await keep(page);
    const [first] = await caches(page);
    assert.match(first, /^infocity-app http:\/\/127\.0\.0\.1:\d+\/ [0-9a-f]{16}$/);
    // Nothing is refused but what the element asks for under any such policy.
    const refused = (await page.problems()).violations.map(({ blocked }) => blocked);
    assert.deepEqual(refused.filter((blocked) => !/^(wasm-)?eval$/.test(blocked)), []);

    // Without a server, whole and with what is entered computed; an address with a language as well.
    await server.close();
    for (const address of ['/', '/index.html?lang=en', '/form.html']) {
      await page.go(server.address + address);
      if (address === '/form.html') assert.match(await page.text('body'), /空白填报表/);
      else assert.match(await ready(page), /^(wasm|js)$/);
    }

    // A newer version that is not yet whole on the server is not taken.
    await up();
    rebuild(2, false);
    await page.go(`${server.address}/`);
    await ready(page);
    await page.eval(async () => {
      await (await navigator.serviceWorker.getRegistration()).update().catch(() => undefined);
    });
    await page.until(async () => (await navigator.serviceWorker.getRegistration()).installing === null);
    assert.equal(await page.eval(async () => (await navigator.serviceWorker.getRegistration()).waiting), null);
    assert.ok((await caches(page)).includes(first));

    // Whole, it waits: the page is still the old one, also when it is opened again.
    begin();
    rebuild(2);
    await page.go(`${server.address}/`);
    await says(page, t.newer);
    assert.equal(await shown(page), '');
    await page.go(`${server.address}/index.html`);
    await says(page, t.newer);
    assert.equal(await shown(page), '');
    // Asked for, it comes, and the old one goes.
    await page.click('[data-app-action="take-over"]');
    await taken(page, '2');
    await says(page, t.kept);
    await page.until(async () => (await window.caches.keys()).length === 1);
    assert.notEqual((await caches(page))[0], first);

    // Other pages of the folder get the server's files, not the app's.
    appendFileSync(join(site, 'infocity-check.js'), '\n');
    const other = await chromium.open(`${server.address}/selftest.html`);
    context.after(() => other.close());
    await other.until(() => document.querySelector('dl') !== null);
    assert.match(await other.text('dl'), /integrity 不符/);

    // Ended from the server: what was held goes, drafts stay.
    await page.eval(() => localStorage.setItem('infocity-check/draft/x/y', 'kept'));
    cpSync(join(dist, 'sw-off.js'), join(site, 'sw.js'));
    await page.go(`${server.address}/`);
    await page.until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await window.caches.keys()).length === 0);
    assert.equal(await page.eval(() => localStorage.getItem('infocity-check/draft/x/y')), 'kept');
    await page.go(`${server.address}/`);
    await says(page, t.offer);
  });

  test('kept no longer when asked', async (context) => {
    begin();
    await upAnew(context);
    const page = await open(context);
    await keep(page);
    await forget(page);
    assert.deepEqual(await caches(page), []);
    assert.deepEqual(await scopes(page), []);
  });

  test('forgotten and kept again by a page that the worker already serves', async (context) => {
    begin();
    await upAnew(context);
    const page = await open(context);
    await keep(page);
    await page.go(`${server.address}/`);
    await says(page, t.kept);
    assert.ok(await page.eval(() => navigator.serviceWorker.controller !== null));
    await forget(page);
    // What is asked for after that does not bring the cache back.
    assert.match(await page.eval(async () => (await fetch('form.html')).text()), /空白填报表/);
    assert.deepEqual(await caches(page), []);

    // What does not come whole is not said to be kept, and nothing of it stays.
    rmSync(join(site, 'icon.svg'));
    await page.click('[data-app-action="keep"]');
    await says(page, t.failed);
    assert.deepEqual(await caches(page), []);
    begin();
    await page.go(`${server.address}/`);
    await keep(page);
    const [name] = await caches(page);
    const held = await page.eval(async (name) => (await (await window.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname), name);
    assert.deepEqual(held.sort(), files.filter((file) => !/^(sw|selftest|document)\./.test(file)).map((file) => `/${file}`).sort());
    await server.close();
    await page.go(`${server.address}/`);
    assert.match(await ready(page), /^(wasm|js)$/);
  });

  test('a worker of the site’s own is not taken for the app’s, and stays', async (context) => {
    beginIn('infocity');
    writeFileSync(join(site, 'sw.js'), '');
    writeFileSync(join(site, 'infocity', 'site.js'), '');
    await upAnew(context);
    const page = await open(context, '/infocity/index.html');
    await page.eval(async () => {
      const { installing } = await navigator.serviceWorker.register('/sw.js');
      await new Promise((done) => installing.addEventListener('statechange', ({ target }) => target.state === 'activated' && done()));
    });
    await page.go(`${server.address}/infocity/index.html`);
    await says(page, t.offer);
    await keep(page);
    assert.deepEqual(await scopes(page), ['/', '/infocity/']);
    await forget(page);
    // (One that serves this page goes once the page is left.)
    await page.go(`${server.address}/infocity/index.html`);
    assert.deepEqual(await scopes(page), ['/']);

    // One for this very folder would be replaced, so there is nothing to offer.
    await page.eval(() => navigator.serviceWorker.register('site.js'));
    await page.go(`${server.address}/infocity/index.html`);
    await ready(page);
    await sleep(300);
    assert.equal(await page.text('[data-app]'), '');
    assert.deepEqual(await scopes(page), ['/', '/infocity/']);
  });

  test('a newer version is taken over by each tab, whichever was first', async (context) => {
    begin();
    await upAnew(context);
    const first = await open(context);
    await keep(first);
    const [second, third] = [await open(context), await open(context)];
    for (const page of [second, third]) await says(page, t.kept);
    rebuild(2);
    // The third is not loaded again: it hears that there is another version.
    for (const page of [first, second]) await page.go(`${server.address}/`);
    for (const page of [first, second, third]) await says(page, t.newer);
    for (const page of [first, second, third]) {
      assert.equal(await shown(page), '');
      // (The mouse does nothing in an old browser's tab that is not in front.)
      await page.eval(() => document.querySelector('[data-app-action="take-over"]').click());
      await taken(page, '2');
      await says(page, t.kept);
    }
    assert.equal((await caches(first)).length, 1);
  });

  test('a server that leads index.html elsewhere: it opens again, with and without the server', async (context) => {
    begin();
    await upAnew(context, { '/index.html': '/', '/form.html': '/form/' });
    mkdirSync(join(site, 'form'));
    cpSync(join(site, 'form.html'), join(site, 'form', 'index.html'));
    const page = await open(context);
    await keep(page);
    for (const state of ['there', 'away']) {
      if (state === 'away') await server.close();
      for (const address of ['/', '/index.html', '/form.html']) {
        await page.go(server.address + address);
        assert.equal(await page.eval(() => location.pathname), address, `the server is ${state}`);
        if (address === '/form.html') assert.match(await page.text('body'), /空白填报表/);
        else assert.match(await ready(page), /^(wasm|js)$/);
      }
    }
  });

  test('a site whose pages name no referrer: held files come from what is held, and other pages get the server’s', async (context) => {
    begin();
    await upAnew(context, undefined, { 'Referrer-Policy': 'no-referrer' });
    const page = await open(context);
    await keep(page);
    server.requests.length = 0;
    await page.go(`${server.address}/`);
    await ready(page);
    // (The manifest and its icons the browser may still ask for on behalf of the page before, which no worker served.)
    const held = server.requests.filter((path) => !/^\/(sw\.js|favicon\.ico|app\.webmanifest|icon[.-])/.test(path));
    assert.deepEqual(held, []);

    appendFileSync(join(site, 'infocity-check.js'), '\n');
    const other = await chromium.open(`${server.address}/selftest.html`);
    context.after(() => other.close());
    await other.until(() => document.querySelector('dl') !== null);
    assert.match(await other.text('dl'), /integrity 不符/);

    await server.close();
    await page.go(`${server.address}/`);
    assert.match(await ready(page), /^(wasm|js)$/);
  });

  test('two versions in folders of one site keep and forget each its own', async (context) => {
    beginIn('v1', 'v2');
    await upAnew(context);
    const [one, two] = [await open(context, '/v1/'), await open(context, '/v2/')];
    const act = (page, action) => page.eval((action) => document.querySelector(`[data-app-action="${action}"]`).click(), action);
    const folders = async () => (await caches(one)).map((name) => new URL(name.split(' ')[1]).pathname).sort();
    for (const page of [one, two]) {
      await says(page, t.offer);
      await act(page, 'keep');
      await says(page, t.kept);
    }
    assert.deepEqual(await folders(), ['/v1/', '/v2/']);
    await act(one, 'forget');
    await says(one, t.offer);
    assert.deepEqual(await folders(), ['/v2/']);
    assert.deepEqual(await scopes(one), ['/v2/']);

    // Ended from the server in one of them.
    await act(one, 'keep');
    await says(one, t.kept);
    cpSync(join(dist, 'sw-off.js'), join(site, 'v1', 'sw.js'));
    await one.go(`${server.address}/v1/`);
    await one.until(async () => (await window.caches.keys()).length === 1);
    assert.deepEqual(await folders(), ['/v2/']);
    await server.close();
    await two.go(`${server.address}/v2/`);
    assert.match(await ready(two), /^(wasm|js)$/);
  });
});

test('the element and the pages for others know nothing of it', () => {
  for (const name of ['infocity-check.js', 'infocity-check.html', 'frame.html', 'frame.js', 'infocity-frame.js']) {
    assert.ok(!readFileSync(join(dist, name), 'utf8').includes('serviceWorker'), name);
  }
});

test('the same files give the same worker, and other files another', () => {
  const built = Object.fromEntries(files.map((file) => [file, readFileSync(join(dist, file))]));
  assert.equal(workerFor(code, built), readFileSync(join(dist, 'sw.js'), 'utf8'));
  assert.notEqual(workerFor(code, { ...built, 'index.css': 'x' }), workerFor(code, built));
});
