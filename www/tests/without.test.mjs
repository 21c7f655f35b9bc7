// Without JavaScript, and in a browser that cannot read the script: each page says what to do and gives the form to print; whoever
// sees the page sees nothing of that.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { dist } from '../build/paths.mjs';
import { rulebook } from './harness/form.mjs';
import { onDisk, ready, serveBuilt } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const { page: texts } = JSON.parse(readFileSync(new URL('../src/texts/zh.json', import.meta.url), 'utf8'));
const pages = ['infocity-check.html', 'index.html', 'frame.html'];
const height = (page, selector) => page.eval((selector) => document.querySelector(selector).getBoundingClientRect().height, selector);
const shownText = (page) => page.eval(() => document.body.innerText);

/** In a page from its beginning: how high the notice is as it is drawn, and whether the element runs by then. */
function sampling() {
  window.__samples = [];
  const look = () => {
    const late = document.querySelector('.late');
    const element = document.querySelector('infocity-check');
    if (late && element) window.__samples.push({ at: performance.now(), high: late.getBoundingClientRect().height, runs: element.shadowRoot !== null });
  };
  // With every picture that is drawn: before its style is there, a page has sizes, but none is.
  const next = () => {
    look();
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

inBrowsers(({ chromium, folder }) => {
  async function open(t, url, { scripts = false } = {}) {
    const page = await chromium.tab();
    t.after(() => page.close());
    await page.send('Emulation.setScriptExecutionDisabled', { value: !scripts });
    await page.go(url);
    return page;
  }
  const appears = async (page) => {
    for (const end = Date.now() + 15_000; (await height(page, '.late')) === 0 || !(await shownText(page)).includes(texts.still); await sleep(100)) {
      assert.ok(Date.now() < end, 'the notice did not appear');
    }
  };

  test('without JavaScript each page says so at once, then what to do and where the form is', async (t) => {
    const server = await serveBuilt(t);
    for (const name of pages) {
      const page = await open(t, `${server.address}/${name}`);
      assert.match(await shownText(page), /本页需要启用 JavaScript[\s\S]*This page needs JavaScript/, name);
      await appears(page);
      const text = await shownText(page);
      if (name === pages[0]) for (const { label } of rulebook.figures) assert.ok(text.includes(label.zh), label.zh);
      else assert.equal(await page.eval(() => document.querySelector('.late a').getAttribute('href')), 'form.html');
    }
  });

  test('a script that cannot be read: the notice is there, in the single file with the form', async (t) => {
    const server = await serveBuilt(t, "script-src 'none'");
    const broken = join(folder, 'broken.html');
    writeFileSync(broken, readFileSync(join(dist, 'infocity-check.html'), 'utf8').replace(/(<script data-single-file>)/, '$1class ?.{'));
    for (const url of [`${server.address}/index.html`, `${server.address}/frame.html`, pathToFileURL(broken).href]) {
      const page = await open(t, url, { scripts: true });
      await appears(page);
    }
  });

  test('with the page nothing of it is seen, at no time', async (t) => {
    for (const name of ['infocity-check.html', 'index.html']) {
      const page = await open(t, 'about:blank', { scripts: true });
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${sampling})()` });
      await page.go(onDisk(name));
      await ready(page);
      await sleep(4200);
      const samples = await page.eval(() => window.__samples);
      assert.ok(samples.some(({ at }) => at < 2900) && samples.some(({ runs, at }) => runs && at > 4000), `${name}: looked at from the beginning on`);
      // (A machine on which the page takes so long may show it until then.)
      assert.deepEqual(samples.filter(({ runs, at, high }) => high > 0 && (runs || at < 2900)), [], name);
      assert.ok(!(await shownText(page)).includes(texts.still));
      await page.send('Emulation.setEmulatedMedia', { media: 'print' });
      assert.equal(await height(page, '.late'), 0, `${name}, printed`);
    }
  });

  test('the form: every figure with definition, unit and place, all requirements and materials, in both languages', async (t) => {
    // (It has no script; the tests' own, which clicks, needs one allowed.)
    const page = await open(t, onDisk('form.html'), { scripts: true });
    for (const lang of ['zh', 'en']) {
      await page.click(`label[for="sheet-${lang}"]`);
      const text = await page.text(`.sheet-${lang}`);
      const all = [...rulebook.figures, ...rulebook.requirements, ...rulebook.materials];
      for (const { label, help, find, holder, remedy } of all) {
        for (const part of [label, help, find, holder, remedy]) if (part) assert.ok(text.includes(part[lang]), part[lang]);
      }
      for (const { kind } of rulebook.figures) {
        for (const { label } of kind.choice?.options ?? kind.checklist?.items ?? []) assert.ok(text.includes(label[lang]), label[lang]);
        if (lang === 'zh' && kind.number) assert.ok(text.includes(kind.number.unit), kind.number.unit);
      }
      assert.equal(await height(page, `.sheet-${lang === 'zh' ? 'en' : 'zh'}`), 0);
    }
    // (The English of the rulebook itself quotes some words in Chinese.)
    const own = await page.eval(() => [...document.querySelectorAll('.sheet-en .small, .sheet-en thead, .sheet-en h2')].map(({ innerText }) => innerText).join(' '));
    const quoted = rulebook.figures.flatMap(({ kind }) => kind.choice?.options ?? kind.checklist?.items ?? []).flatMap(({ help }) => (help ? [help.en] : []));
    assert.doesNotMatch(quoted.reduce((text, part) => text.replace(part, ''), own), /[\u3400-\u9fff]/);
    for (const width of [1280, 320]) {
      await page.size({ width });
      assert.equal(await page.eval(() => document.documentElement.scrollWidth > window.innerWidth), false, `${width} px`);
    }
  });
});
