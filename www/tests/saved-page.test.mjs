// A ministry's page that embeds the element, and the single file, saved by the browser's own “Save page as… Webpage, Complete”
// and opened from the disk without a network.
//
// It is done for real: a browser with windows on a screen that nobody sees (Xvfb, openbox), the keys Ctrl+S, a name and Alt+S
// (xdotool) in the system's dialog, see harness/display.mjs. Pictures from before and after are left in target/saved-page.
// `node --test tests/saved-page.test.mjs` runs it alone; `scripts/setup --tests` installs what it takes.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { Display } from './harness/display.mjs';
import { Firefox } from './harness/firefox.mjs';
import { at } from './harness/form.mjs';
import { integrity, policy, said, writeHost } from './harness/host.mjs';
import { onDisk, ready } from './harness/site.mjs';

const pictures = join(root, 'target/saved-page');
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'infocity-saved-'));
const embedded = 'index.html';
const alone = 'infocity-check.html';

/** What is typed, a slip included. */
const typed = { '#f-city': '示例市', '#f-resident_population': '1244.77', '#f-software_revenue': '3000', '#f-express_parcels': 'abc' };

async function fill(page) {
  for (const [field, text] of Object.entries(typed)) await page.type(at(field), text);
}

/** What is saved: where it begins, and what was done in it before. */
const everywhere = [...browsers.map(({ name }) => name), 'Firefox'];
const current = browsers[0].name;
const saved = [
  { name: 'empty', url: embedded, before: () => undefined, readers: [current] },
  { name: 'filled', url: embedded, before: fill, readers: everywhere },
  {
    name: 'comparing',
    url: embedded,
    readers: [current, 'Firefox'],
    before: async (page) => {
      await fill(page);
      await page.click(at('[data-action="try"]'));
      await page.until((s) => window.__find(s) !== null, at('.trial-bar'));
      await page.type(at('#f-software_revenue'), '50');
      await page.click(at('[data-action="compare"]'));
      await page.until((s) => window.__find(s) !== null, at('[data-action="close-comparison"]'));
    },
  },
  { name: 'single-file', url: alone, before: fill, readers: everywhere },
];

/** What there is in the element, to be the same before and after. */
const inElement = (fields) => {
  const element = document.querySelector('infocity-check');
  const { submission, assessment } = element;
  const values = fields.map((field) => element.shadowRoot.querySelector(field).value);
  return { submission, assessment, values };
};

/** What is seen of the page as a whole. */
const seen = () => {
  const element = document.querySelector('infocity-check');
  const { shadowRoot } = element;
  const count = (selector) => shadowRoot.querySelectorAll(selector).length;
  const shown = Array.from(shadowRoot.children).filter((child) => getComputedStyle(child).display !== 'none');
  return {
    around: document.body.innerText,
    inside: shown.map((child) => child.innerText).join('\n'),
    pages: count('.page'),
    titles: count('h1'),
    trials: count('.trial-bar'),
    leftOver: element.querySelectorAll('template:not([data-kept])').length,
    kept: element.querySelectorAll('template[data-kept]').length,
  };
};

const times = (text, part) => text.split(part).length - 1;

describe('a page that the browser saved', () => {
  let display, server;
  const opened = {};
  before(async () => {
    writeHost(join(folder, 'site'));
    [display, server] = await Promise.all([Display.start(), serve(join(folder, 'site'), { headers: { 'Content-Security-Policy': policy } })]);
    for (const browser of browsers) opened[browser.name] = await Browser.launch(browser);
    opened.Firefox = await Firefox.launch();
  });
  after(async () => {
    for (const browser of Object.values(opened)) await browser.close();
    display?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function reopen(t, name, file) {
    if (name === 'Firefox') {
      await opened.Firefox.go(pathToFileURL(file).href);
      return opened.Firefox;
    }
    const page = await opened[name].open(pathToFileURL(file).href, { offline: true });
    t.after(() => page.close());
    return page;
  }

  /** It works, shows what stood there before, and shows nothing twice. */
  async function works(page, was, { url, isEmpty, picture }) {
    await ready(page);
    assert.deepEqual(await page.eval(inElement, Object.keys(typed)), was);
    const { around, inside, ...counts } = await page.eval(seen);
    assert.deepEqual(counts, { pages: 1, titles: 1, trials: 0, leftOver: 0, kept: isEmpty ? 0 : 1 });
    if (url === embedded) assert.deepEqual(said.map((text) => times(around, text)), [1, 1, 1, 1], around);
    assert.equal(times(around + inside, '说明工具没有运行'), 0);
    assert.equal(times(inside, '已恢复保存网页时填报的内容'), isEmpty ? 0 : 1, inside.slice(0, 500));
    await page.screenshot(join(pictures, picture));
    // It goes on from there.
    await page.type(at('#f-mobile_broadband_users'), '1500');
    await page.until((before) => JSON.stringify(document.querySelector('infocity-check').submission) !== before, JSON.stringify(was.submission));
    const { figures } = await page.eval(() => document.querySelector('infocity-check').submission);
    assert.deepEqual({ ...was.submission.figures, mobile_broadband_users: figures.mobile_broadband_users }, figures);
  }

  /** Saves the page in front, looks for `sign` in what is written, and reads it again. */
  async function saveAndRead(t, page, { name, url, before: prepare, readers }, by, sign) {
    await ready(page);
    await prepare(page);
    const isEmpty = name === 'empty';
    // What was typed last as well, and what is wrong with it.
    if (!isEmpty) await page.until((text) => document.querySelector('infocity-check > template[data-kept]')?.content.textContent.includes(text), Object.values(typed).pop());
    if (!isEmpty) await page.until((words) => (document.querySelector('infocity-check').shadowRoot.querySelector('.still')?.textContent ?? words).includes(words), '填写有误');
    const was = await page.eval(inElement, Object.keys(typed));
    // A trial shows its own values; what was entered is what is saved.
    if (name === 'comparing') was.values = ['示例市', '1244.77', '3000', 'abc'];
    const picture = `${by}-${name}`;
    await page.screenshot(join(pictures, `${picture}-before.png`));
    const into = join(folder, picture);
    mkdirSync(into);
    const file = await display.savePage(into, 'saved.html');
    assert.match(readFileSync(file, 'utf8'), sign);
    for (const reader of readers) {
      await t.test(`in ${reader}`, async (t) => {
        const again = await reopen(t, reader, file);
        await works(again, was, { url, isEmpty, picture: `${picture}-in-${reader.replace(/\W+/g, '-')}.png` });
      });
    }
    return file;
  }

  const address = (url) => (url === alone ? onDisk(alone) : `${server.address}/${url}`);

  describe('by Chromium', () => {
    let chromium;
    before(async () => {
      chromium = await Browser.launch(browsers[0], { display: display.name });
    });
    after(() => chromium?.close());

    for (const one of saved) {
      test(one.name, async (t) => {
        const page = await chromium.open(address(one.url));
        t.after(async () => {
          // The page would ask before what was entered is lost, and nobody would answer: an element that is gone does not.
          await page.eval(() => document.querySelector('infocity-check').remove());
          await page.close();
        });
        await page.send('Page.bringToFront');
        // It saves shadow roots, and the script's attributes as they stand.
        const file = await saveAndRead(t, page, one, 'by-Chromium', /<template shadowrootmode="open">/);
        if (one.name === 'filled') await t.test('where its script does not run', (t) => standsStill(t, file));
      });
    }
  });

  describe('by Firefox', () => {
    let firefox;
    before(async () => {
      firefox = await Firefox.launch({ display: display.name });
    });
    after(() => firefox?.close());

    for (const one of saved.filter(({ before }) => before === fill)) {
      test(one.name, async (t) => {
        await firefox.go(address(one.url));
        t.after(() => firefox.eval(() => document.querySelector('infocity-check').remove()));
        // It saves what stands in a template, and no shadow root.
        await saveAndRead(t, firefox, { ...one, readers: [current, 'Firefox'] }, 'by-Firefox', /<template data-kept="" lang="zh">\{/);
      });
    }
  });

  /** A copy in which the script cannot run says so, shows what was entered, and no form that would take nothing. */
  async function standsStill(t, file) {
    const html = readFileSync(file, 'utf8');
    assert.match(html, /<script src="\.\/saved_files\/infocity-check\.js" defer="">/);
    const copies = {
      // The folder was left behind.
      'without-script': html.replace(/saved_files/g, 'left_behind'),
      // As the page was written: a script on a disk has no origin to be shared with.
      'with-integrity': html.replace('infocity-check.js"', `infocity-check.js" integrity="${integrity}" crossorigin="anonymous"`),
      'with-integrity-alone': html.replace('infocity-check.js"', `infocity-check.js" integrity="${integrity}"`),
    };
    for (const [name, text] of Object.entries(copies)) {
      const copy = join(dirname(file), `${name}.html`);
      writeFileSync(copy, text);
      const page = await reopen(t, current, copy);
      const { inside } = await page.eval(seen);
      assert.equal(times(inside, '说明工具没有运行'), 1, name);
      assert.equal(times(inside, 'nothing can be entered'), 1, name);
      assert.match(inside, /常住人口：1,244\.77 万人/);
      assert.match(inside, /快递业务量：abc 万件、填写有误，未计入/);
      assert.match(inside, /综合型：0\.00–100\.00 分/);
      assert.equal(await page.eval(() => document.querySelector('infocity-check').shadowRoot.querySelector('.page').offsetHeight), 0);
      await page.screenshot(join(pictures, `${name}.png`));
    }
    // An older browser knows nothing of the saved root, and shows what stands inside the element.
    const old = await reopen(t, browsers[1].name, join(dirname(file), 'without-script.html'));
    assert.equal(times(await old.eval(() => document.body.innerText), '说明工具没有运行'), 1);
    await old.screenshot(join(pictures, 'without-script-in-Chromium-78.png'));
  }
});
