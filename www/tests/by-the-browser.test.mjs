// What browsers and their readers' aids do with a page that embeds the element: print it, keep it for the way back, translate
// it, take the article out of it, keep a still picture of it. Nothing of it may mislead. (Saving it: saved-page.test.mjs.)

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { serve } from '../build/serve.mjs';
import { at, card, enter, example, range, shows, submissionIn, submit } from './harness/form.mjs';
import { policy, said, writeHost } from './harness/host.mjs';
import { calm, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const times = (text, part) => text.split(part).length - 1;
/** The text of a page on paper, without spaces; some fonts have other signs for some characters. */
async function onPaper(page, file) {
  await page.pdf(file);
  return plainly(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
}
const plainly = (text) => text.normalize('NFKC').replace(/\s/g, '');
const stillSays = '说明工具没有运行';
const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');

/** Puts `font` elements in the place of texts, as translators do: the old text goes into it, or away. */
const translate = (keepsTexts, heeds) => {
  const within = (node) => {
    if (heeds && node.nodeType === 1 && (node.getAttribute('translate') === 'no' || node.classList.contains('notranslate'))) return;
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeType === 1) within(child);
      if (child.nodeType !== 3 || child.data.trim() === '') continue;
      const font = document.createElement('font');
      node.insertBefore(font, child);
      if (keepsTexts) font.appendChild(child);
      else {
        font.appendChild(document.createElement('font')).textContent = `<${child.data}>`;
        node.removeChild(child);
      }
    }
    if (node.shadowRoot) within(node.shadowRoot);
  };
  within(document.body);
  return document.querySelector('infocity-check').shadowRoot.querySelectorAll('.page font').length;
};

/** The page holds it where a saved copy takes it along: a while after it was typed. */
const holds = (text) => {
  const kept = document.querySelector('infocity-check > template[data-kept]');
  return kept !== null && kept.content.textContent.includes(text);
};

inBrowsers(({ chromium, folder, isCurrent }) => {
  let server;
  before(async () => {
    writeHost(folder);
    server = await serve(folder, { headers: { 'Content-Security-Policy': policy } });
  });
  after(() => server?.close());

  async function host(t) {
    const page = await chromium.open(`${server.address}/index.html`);
    t.after(() => page.close());
    await ready(page);
    return page;
  }

  test('printed: the host’s words and the report, each once, nothing of the form', async (t) => {
    const page = await host(t);
    await submit(page, example('shenzhen-2021'));
    const text = await onPaper(page, join(folder, 'printed.pdf'));
    for (const words of [...said, '信息消费示范城市申报自评报告']) assert.equal(times(text, plainly(words)), 1, `${words}: ${text}`);
    for (const words of ['下一未填项', '粘贴表格', '加备注', stillSays]) assert.equal(times(text, words), 0, words);
    // To the last line of the report, and on to the host's end.
    assert.ok(text.indexOf(plainly(said[3])) > text.lastIndexOf('附录'), 'the end of the report stands before the end of the page');
  });

  if (isCurrent) {
    test('kept for the way back: everything stands there and works', async (t) => {
      const page = await host(t);
      const guarded = () => page.eval(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
      await submit(page, example('shenzhen-2021'));
      await page.eval(() => {
        window.isSame = true;
      });
      assert.equal(await guarded(), false, 'nothing a person entered could be lost');
      const was = await submissionIn(page);
      const { currentIndex, entries } = await page.send('Page.getNavigationHistory');
      await page.go(`${server.address}/other.html`);
      await page.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex].id });
      await page.until(() => window.isSame === true);
      assert.deepEqual(await submissionIn(page), was);
      await enter(page, 'software_revenue', '50');
      const { figures } = await submissionIn(page);
      assert.equal(figures.software_revenue.value ?? figures.software_revenue, '50');
      assert.equal(await guarded(), true);
      await page.until((s) => window.__find(s) !== null, at('[data-keep="ask"]'));
      await page.eval(() => document.querySelector('infocity-check').clear());
      assert.equal(await guarded(), false);
    });

    test('in a reader view: the article, and that the self-check does not run there', async (t) => {
      const page = await host(t);
      await enter(page, 'resident_population', { value: '1244.77', unit: '万人' });
      await page.until(holds, '1244.77');
      const text = await page.eval(`(() => {
        ${readability.replace(/if \(typeof module === "object"\)[^]*$/, '')}
        return new Readability(document.cloneNode(true)).parse().textContent;
      })()`);
      assert.equal(times(text, '引导各地培育信息消费新业态新模式'), 1, text);
      assert.equal(times(text, stillSays), 1, text);
      assert.equal(times(text, '1244.77'), 0);
    });
  }

  for (const keepsTexts of [true, false]) {
    test(`translated by what ${keepsTexts ? 'wraps' : 'replaces'} texts and asks nobody: figures are never old ones, nothing stands twice`, async (t) => {
      const story = async (again) => {
        const page = await host(t);
        await again(page);
        await enter(page, 'resident_population', { value: '1244.77', unit: '万人' });
        await page.click(at('[data-category="comprehensive"] .why-button'));
        await again(page);
        await enter(page, 'software_revenue', { value: '3000', unit: '亿元' });
        await page.eval(() => document.querySelector('infocity-check').setAttribute('lang', 'en'));
        await again(page);
        await page.type(at('#f-city'), 'X');
        const { score } = await page.eval(() => document.querySelector('infocity-check').assessment.categories[0]);
        assert.ok((await card(page, 'comprehensive')).includes(range(score)));
        return page;
      };
      // What is told of a figure, and of a number, follows when typing pauses: the figures entered last make the year matter.
      const text = async (page) => {
        await shows(page, '.why-panel', 'year of the figures');
        await sleep(1500);
        return page.text(at('.columns'));
      };
      const ours = await text(await story(() => undefined));
      const translated = await story(async (page) => {
        assert.ok((await page.eval(translate, keepsTexts, false)) > 100);
      });
      assert.deepEqual((await text(translated)).split('\n'), ours.split('\n'));
      assert.deepEqual((await translated.problems()).exceptions, []);
    });
  }

  test('translated by what asks: the page speaks its own English, no machine’s', async (t) => {
    const page = await host(t);
    const spoken = () => page.eval(() => document.querySelector('infocity-check').shadowRoot.querySelector('.page').lang);
    assert.equal(await page.eval(translate, false, true), 0);
    for (const [lang, own] of [['en', 'en'], ['zh-CN', 'zh-CN'], ['de', 'en']]) {
      // As Chrome does; what others do to a page: element.test.mjs.
      await page.eval((lang) => {
        document.documentElement.lang = lang;
        document.documentElement.classList.toggle('translated-ltr', lang !== 'zh-CN');
      }, lang);
      await page.until((own) => document.querySelector('infocity-check').shadowRoot.querySelector('.page').lang === own, own);
    }
    // Who chooses a language in the page has chosen it.
    await page.eval(() => document.querySelector('infocity-check').setAttribute('lang', 'zh'));
    await page.eval(() => document.querySelector('infocity-check').setAttribute('lang', 'zh-CN'));
    assert.equal(await spoken(), 'zh-CN');
    assert.deepEqual((await page.problems()).exceptions, []);
  });

  test('as a still picture (MHTML): what was entered, in words, and that nothing runs', async (t) => {
    const page = await host(t);
    await enter(page, 'resident_population', { value: '1244.77', unit: '万人' });
    await page.until(holds, '1244.77');
    const { data } = await page.send('Page.captureSnapshot', { format: 'mhtml' });
    const file = join(folder, 'picture.mhtml');
    writeFileSync(file, data);
    const picture = await chromium.open(pathToFileURL(file).href);
    t.after(() => picture.close());
    // No script runs there, not even a test's, to tell when all of it stands there.
    let text = '';
    for (const end = Date.now() + 15_000; Date.now() < end && !text.includes('常住人口'); ) text = await onPaper(picture, join(folder, 'picture.pdf'));
    for (const words of [said[2], stillSays, '常住人口：1,244.77 万人', '综合型：0.00–100.00 分']) {
      assert.equal(times(text, plainly(words)), 1, `${words}: ${text}`);
    }
    for (const words of ['下一未填项', '粘贴表格', '加备注']) assert.equal(times(text, words), 0, words);
  });

  test('nothing of this is refused by the host’s policy', async (t) => {
    const page = await host(t);
    await enter(page, 'resident_population', { value: '1244.77', unit: '万人' });
    await page.until(holds, '1244.77');
    const { violations, ...rest } = await page.problems();
    assert.deepEqual(rest, { exceptions: calm.exceptions, errors: calm.errors });
    assert.deepEqual(violations.filter(({ blocked }) => !/eval/.test(blocked)), []);
  });
});
