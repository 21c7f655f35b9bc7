// The form in a frame, on a page of another site: what the two pages say to one another and what neither believes, and that a
// sandbox which refuses the device's storage does not break it.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { dist } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { arrived } from './harness/downloads.mjs';
import { at, example } from './harness/form.mjs';
import { calm, ready, serveBuilt } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const greeting = { type: 'infocity-frame/greeting', version: 1 };
const size = (height) => ({ type: 'infocity-frame/size', version: 1, height });
const sealed = 'allow-scripts allow-downloads allow-forms allow-modals';
const record = `window.__messages = []; addEventListener('message', (event) => __messages.push([event.origin, event.data]));`;
/** Long enough for any message between frames to have arrived. */
const settled = () => sleep(400);

inBrowsers(({ chromium, folder, isCurrent }) => {
  /**
   * A page of another site with a frame in it: where its tab is, what is in the frame, and both origins. `search` is what the
   * frame's address ends with, `script` whether the host runs infocity-frame.js, `more` what else is on its page, `own` its other
   * files and `redirects` what leads elsewhere: within it, or as OTHER to its files at another origin.
   */
  async function host(t, { search = '', attributes = '', script = true, more = '', policy, style = '', own = {}, redirects = {} } = {}) {
    const built = await serveBuilt(t);
    const leads = {};
    const site = await serve(folder, { redirects: leads, headers: policy ? { 'Content-Security-Policy': policy.replace(/FRAME/g, built.address) } : {} });
    t.after(() => site.close());
    const address = site.address.replace('127.0.0.1', 'localhost');
    const named = (text) => text.replace(/FRAME/g, built.address).replace(/HOST/g, address).replace(/OTHER/g, site.address);
    for (const [path, to] of Object.entries(redirects)) leads[path] = named(to);
    writeFileSync(join(folder, 'infocity-frame.js'), readFileSync(join(dist, 'infocity-frame.js')));
    writeFileSync(join(folder, 'host.css'), `body{margin:0}iframe{display:block;width:100%;border:0}${style}`);
    for (const [name, text] of Object.entries(own)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), named(text));
    }
    writeFileSync(
      join(folder, 'host.html'),
      named(`<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="host.css">
${script ? '<script src="infocity-frame.js" defer></script>' : ''}
<iframe src="FRAME/frame.html${search}" title="自评" height="700" ${attributes}></iframe>${more}`),
    );
    const page = await chromium.tab();
    t.after(() => page.close());
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: record });
    await page.go(`${address}/host.html`);
    const frame = await chromium.frame(page, `${built.address}/frame.html`);
    const form = await ready(frame);
    return { page, frame, form, built };
  }
  const heights = (page) => page.eval(() => document.querySelector('iframe').getBoundingClientRect().height);
  const content = (frame) => frame.eval(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  const said = (page) => page.eval(() => window.__messages);

  test('a host without any script of ours shows the form, which scrolls within its frame', async (t) => {
    const policy = "default-src 'none'; style-src 'self'; frame-src FRAME";
    const { page, frame, form } = await host(t, { script: false, policy });
    assert.equal(form, isCurrent ? 'wasm' : 'js');
    assert.equal(await heights(page), 700);
    assert.ok((await content(frame)) > 2000);
    await frame.eval(() => window.scrollTo(0, 1500));
    assert.equal(await frame.eval(() => window.scrollY), 1500);
    // Nobody greeted, so nobody was told anything.
    assert.deepEqual(await said(page), []);
    assert.deepEqual(await frame.problems(), calm);
  });

  test('the frame is as high as what it shows, and a message is nothing but a height', async (t) => {
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src FRAME";
    const { page, frame, built } = await host(t, { policy });
    const follows = async () => {
      const end = Date.now() + 20_000;
      while ((await heights(page)) !== (await content(frame)) && Date.now() < end) await sleep(50);
      assert.equal(await heights(page), await content(frame));
      assert.equal(await frame.eval(() => document.documentElement.scrollHeight - document.documentElement.clientHeight), 0);
    };
    await follows();
    const before = await heights(page);
    assert.ok(before > 2000);
    await frame.eval((submission) => {
      document.querySelector('infocity-check').submission = submission;
    }, example('shenzhen-2021'));
    await frame.until((s) => /深圳/.test(window.__find(s).value), at('#f-city'));
    await follows();
    await page.size({ width: 420 });
    await frame.until(() => window.innerWidth === 420);
    await follows();
    assert.notEqual(await heights(page), before);

    const messages = await said(page);
    assert.ok(messages.length >= 2);
    for (const [origin, message] of messages) {
      assert.equal(origin, built.address);
      assert.deepEqual(message, size(message.height));
      assert.ok(Number.isInteger(message.height));
    }
    assert.deepEqual(await page.problems(), calm);
    assert.deepEqual(await frame.problems(), calm);
  });

  test('a max-height of the host holds: the frame scrolls within', async (t) => {
    const { page, frame } = await host(t, { style: 'iframe{max-height:95vh}' });
    await page.until(() => document.querySelector('iframe').style.height !== '');
    assert.equal(await heights(page), 855);
    assert.ok(await frame.eval(() => document.documentElement.scrollHeight > document.documentElement.clientHeight));
  });

  test('border and padding of the host come on top, however its boxes are counted', async (t) => {
    for (const sizing of ['border-box', 'content-box']) {
      const { page, frame } = await host(t, { style: `*{box-sizing:${sizing}}iframe{padding:12px 0 5px;border:3px solid}` });
      await page.until((height) => document.querySelector('iframe').getBoundingClientRect().height === height, (await content(frame)) + 23);
      assert.equal(await frame.eval(() => document.documentElement.scrollHeight - document.documentElement.clientHeight), 0, sizing);
    }
  });

  test('in an open shadow root a frame is sized whose address names its host, also one that is added later', async (t) => {
    const { page, built } = await host(t, { own: { 'rooted.html': '<!DOCTYPE html><script src="infocity-frame.js"></script><div></div><div></div>' } });
    const address = await page.eval(() => location.origin);
    await page.go(`${address}/rooted.html`);
    // The second first: browsers draw nothing in a frame that is out of view.
    for (const at of [1, 0]) {
      await page.eval(
        (at, src) => {
          const frame = document.createElement('iframe');
          frame.src = src;
          document.querySelectorAll('div')[at].attachShadow({ mode: 'open' }).appendChild(frame);
        },
        at,
        `${built.address}/frame.html?host=${address}`,
      );
      await page.until((at) => document.querySelectorAll('div')[at].shadowRoot.firstChild.offsetHeight > 2000, at);
    }
  });

  for (const [name, sandbox] of [
    ['without an origin of its own', sealed],
    ['with its own origin', `${sealed} allow-same-origin`],
  ]) {
    test(`in a sandbox ${name} it is filled in, sized and saved`, async (t) => {
      const { page, frame } = await host(t, { attributes: `sandbox="${sandbox}"` });
      await page.until((height) => document.querySelector('iframe').getBoundingClientRect().height === height, await content(frame));
      const refused = await frame.eval(() => {
        try {
          return window.localStorage === null;
        } catch {
          return true;
        }
      });
      assert.equal(refused, sandbox === sealed);
      // Newer browsers have one way for all frames, older ones one for the tab.
      const downloadPath = mkdtempSync(join(folder, 'saved-'));
      const to = { behavior: 'allow', downloadPath };
      await page.send(isCurrent ? 'Browser.setDownloadBehavior' : 'Page.setDownloadBehavior', to);
      // By the mouse, and waited for: until the browser has given the frame the focus, what is typed may go to the page around it.
      await clickWithin(page, frame, at('#f-city'));
      await frame.until(() => document.hasFocus());
      for (const text of '海滨市') await page.send('Input.dispatchKeyEvent', { type: 'char', text });
      await frame.eval((s) => window.__find(s).focus(), at('#f-resident_population'));
      for (const text of '500') await page.send('Input.dispatchKeyEvent', { type: 'char', text });
      await frame.until(() => 'resident_population' in document.querySelector('infocity-check').submission.figures);
      await clickWithin(page, frame, at('[data-action="save"]'));
      const saved = await arrived(downloadPath);
      assert.match(saved.name, /^海滨市.*\.json$/);
      assert.equal(JSON.parse(saved.text).city, '海滨市');
      assert.deepEqual((await frame.problems()).exceptions, []);
    });
  }

  test('a host believes no other window, no other origin and no other shape', async (t) => {
    const liar = `<script>for (const height of [99999, 1]) parent.postMessage({ type: 'infocity-frame/size', version: 1, height }, '*')</script>`;
    // The second is not in place of the form by its address, the third by its address alone: it leads to another origin.
    const { page, frame } = await host(t, {
      more: '<iframe src="liar/frame.html"></iframe><iframe src="liar.html"></iframe><iframe src="moved/frame.html"></iframe>',
      own: { 'liar.html': liar, 'liar/frame.html': liar },
      redirects: { '/moved/frame.html': 'OTHER/liar.html' },
    });
    await page.until((height) => document.querySelector('iframe').getBoundingClientRect().height === height, await content(frame));
    const height = await heights(page);
    // The frame's own window, but not in these shapes.
    const wrong = [
      size(1.5), size(0), size(-5), size(100_001), size('900'), size(null), { ...size(900), version: 2 }, { ...size(900), figure: '1' },
      { type: 'infocity-frame/size', version: 1 }, { type: 'size', version: 1, height: 900 }, '900', 900, null, [900],
    ];
    await frame.eval((wrong) => wrong.forEach((message) => window.parent.postMessage(message, '*')), wrong);
    // The right shape, from the host's own page, and as if the frame had gone to another origin.
    await page.eval((message) => window.postMessage(message, '*'), size(900));
    await settled();
    assert.equal(await heights(page), height);
    const senders = (await said(page)).filter(([, message]) => message?.height === 99_999).map(([origin]) => new URL(origin).hostname);
    assert.deepEqual(senders.sort(), ['127.0.0.1', 'localhost', 'localhost'], 'all of the liars did speak');
    assert.ok((await said(page)).length > wrong.length + 6, 'they did arrive');
    // One that the host itself put in the place of a form says how high it is itself, and nothing of any other.
    assert.deepEqual(await page.eval(() => [...document.querySelectorAll('iframe')].slice(1).map(({ style }) => style.height)), ['1px', '', '']);
    await frame.eval((message) => window.parent.postMessage(message, '*'), size(900));
    await page.until(() => document.querySelector('iframe').style.height === '900px');
    await page.eval(() => {
      // As if the frame's address were another one than what is in it.
      const frame = document.querySelector('iframe');
      const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
      Object.defineProperty(frame, 'src', { get: () => own.get.call(frame).replace('127.0.0.1', 'example.org') });
    });
    await frame.eval((message) => window.parent.postMessage(message, '*'), size(1200));
    await settled();
    assert.equal(await page.eval(() => document.querySelector('iframe').style.height), '900px');
  });

  test('a framed page answers nobody but the page around it', async (t) => {
    const stranger = `<script>${record} setInterval(() => parent.frames[0].postMessage(${JSON.stringify(greeting)}, '*'), 50)</script>`;
    const { page, frame } = await host(t, { script: false, more: '<iframe src="stranger.html"></iframe>', own: { 'stranger.html': stranger } });
    await settled();
    for (const wrong of [{ ...greeting, version: 2 }, { ...greeting, height: 1 }, 'infocity-frame/greeting', null, {}]) {
      await page.eval((message) => document.querySelector('iframe').contentWindow.postMessage(message, '*'), wrong);
    }
    await settled();
    assert.deepEqual(await said(page), []);
    assert.deepEqual(await page.eval(() => window.frames[1].__messages), []);
    await page.eval((message) => document.querySelector('iframe').contentWindow.postMessage(message, '*'), greeting);
    await page.until(() => window.__messages.length === 1);
    assert.deepEqual((await said(page))[0][1], size(await content(frame)));
  });

  test('an address that names its host: told without a greeting, and nobody else', async (t) => {
    const own = { 'beside.html': `<script>${record}</script>` };
    const { page, frame, built } = await host(t, { script: false, search: '?host=HOST', more: '<iframe src="beside.html"></iframe>', own });
    await page.until(() => window.__messages.length > 0);
    assert.deepEqual((await said(page))[0], [built.address, size(await content(frame))]);
    await settled();
    assert.deepEqual(await page.eval(() => window.frames[1].__messages), []);
  });

  test('an address that names another host, or what is none, tells this one nothing', async (t) => {
    for (const other of ['https://example.org', '*', 'https://example.org/path']) {
      const { page } = await host(t, { search: `?host=${encodeURIComponent(other)}` });
      await settled();
      assert.deepEqual(await said(page), [], other);
      assert.equal(await heights(page), 700);
    }
  });

  test('the address chooses language, theme, category and drafts; of rulebooks only those that are there', async (t) => {
    const { frame, built } = await host(t, { search: '?rulebook=miit-2019-63&lang=en&theme=dark&category=specialised&drafts=off' });
    const state = () => {
      const element = document.querySelector('infocity-check');
      const { rulebook, theme, category, drafts } = element;
      return { rulebook, theme, category, drafts, lang: element.shadowRoot.querySelector('.page').lang };
    };
    assert.deepEqual(await frame.eval(state), { rulebook: 'miit-2019-63', theme: 'dark', category: 'specialised', drafts: 'off', lang: 'en' });
    for (const [id, shown] of [['no-such-one', 'no-such-one'], ['请访问 example.org', '“?”']]) {
      const bad = await chromium.open(`${built.address}/frame.html?rulebook=${encodeURIComponent(id)}`);
      t.after(() => bad.close());
      await ready(bad);
      const text = await bad.eval(() => document.querySelector('infocity-check').shadowRoot.textContent);
      assert.ok(text.includes(shown) && !text.includes('example.org'), text);
    }
  });
});

/**
 * A click with the mouse on something in a frame at the host's left, once it stays where it is; again, where the browser still
 * took it for a click on what had been there before (a frame of another process is drawn, and hit, a moment later).
 */
async function clickWithin(page, frame, selector) {
  await frame.eval((selector) => {
    window.__clicked = false;
    window.__find(selector).addEventListener('click', () => (window.__clicked = true));
  }, selector);
  const place = async () => {
    const { x, y } = await frame.eval((selector) => {
      const element = window.__find(selector);
      element.scrollIntoView({ block: 'center' });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    return { x, y: y + (await page.eval(() => document.querySelector('iframe').getBoundingClientRect().y)) };
  };
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const before = await place();
    await sleep(150);
    const now = await place();
    if (now.x !== before.x || now.y !== before.y) continue;
    const event = { ...now, button: 'left', clickCount: 1 };
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) await page.send('Input.dispatchMouseEvent', { ...event, type });
    for (let wait = 0; wait < 20; wait += 1) {
      if (await frame.eval(() => window.__clicked)) return;
      await sleep(50);
    }
  }
  throw new Error(`no click arrived at ${selector}`);
}
