// The slim entry without a bundler: what it asks for when, and what it says where a part cannot be had.

import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { npm } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { Firefox } from './harness/firefox.mjs';
import { at, exists, focuses, give, paste, shows, submissionIn, value } from './harness/form.mjs';
import { calm, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const scripts = readdirSync(npm).filter((name) => /^slim.*\.js$/.test(name));
const [, form] = /from"\.\/(.+?)"/.exec(readFileSync(join(npm, 'slim.js'), 'utf8'));
const late = (part) => scripts.find((name) => name.startsWith(`slim-${part}-`));
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";
const NOT_LOADED = { zh: '未能加载', en: 'could not be loaded' };

/** A site with the files of the slim entry until the test ends, and which of its scripts were asked for. */
async function site(t, options) {
  const folder = mkdtempSync(join(tmpdir(), 'infocity-slim-'));
  for (const name of [...scripts, 'engine.wasm', 'plain.js', 'element.css']) copyFileSync(join(npm, name), join(folder, name));
  const page = '<!DOCTYPE html>\n<html lang="zh-CN"><meta charset="utf-8"><title>-</title><link rel="icon" href="data:,">\n<infocity-check drafts="off"></infocity-check>\n<script type="module" src="slim.js?v=1"></script>\n</html>\n';
  writeFileSync(join(folder, 'index.html'), page);
  const server = await serve(folder, options);
  t.after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ...server,
    asked: () => server.requests.filter((path) => /slim/.test(path)).map((path) => path.slice(1)),
    take: (name) => renameSync(join(folder, name), join(folder, `${name}.away`)),
    putBack: (name) => renameSync(join(folder, `${name}.away`), join(folder, name)),
  };
}

/** Keeps what is handed to the browser as files. */
const keepHanded = () => {
  const original = URL.createObjectURL;
  window.__handed = [];
  URL.createObjectURL = (blob) => {
    window.__handed.push(blob.type);
    return original.call(URL, blob);
  };
};

const speak = (page, lang) => page.eval((lang) => document.querySelector('infocity-check').setAttribute('lang', lang), lang);

inBrowsers(({ chromium, folder, isCurrent }) => {
  const table = join(folder, 'table.csv');
  const other = join(folder, 'other.json');
  before(() => {
    writeFileSync(table, '指标数据,填报值\r\n社会消费品零售总额,5 亿元\r\n');
    writeFileSync(other, JSON.stringify({ format: 'infocity-submission/1', city: '乙市' }));
  });
  async function open(t, address) {
    const page = await chromium.open(`${address}/`);
    t.after(() => page.close());
    await ready(page);
    await page.eval(keepHanded);
    await page.send('Page.setDownloadBehavior', { behavior: 'deny' });
    await page.type(at('[data-part="city"] input'), '甲市');
    return page;
  }
  const template = async (page) => {
    await page.click(at('[data-action="save-as"]'));
    await page.click(at('[data-action="save-template"]'));
  };
  const sales = async (page) => (await submissionIn(page)).figures?.retail_sales?.value;

  test('what is used later comes when it is used, once', async (t) => {
    const { address, asked } = await site(t, { headers: { 'Content-Security-Policy': policy } });
    const page = await open(t, address);
    assert.deepEqual(asked(), ['slim.js?v=1', form]);
    // Twice before the part can have come.
    await page.click(at('[data-action="save-as"]'));
    await page.eval((selector) => {
      const item = window.__find(selector);
      item.click();
      item.click();
    }, at('[data-action="save-template"]'));
    await shows(page, '.notice', '甲市');
    assert.deepEqual(await page.eval('window.__handed'), ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const sheets = asked().slice(2);
    assert.ok(sheets.includes(late('sheets')) && !sheets.includes(late('paste')), sheets.join(' '));
    await give(page, table);
    await shows(page, '.notice', 'table.csv');
    assert.equal(await sales(page), '5');
    assert.equal(asked().length, 2 + sheets.length, 'reading takes the part that is there');

    await paste(page, '#f-disposable_income', '70847\r\n65000\r\n');
    await shows(page, '.paste-lines', '70,847');
    await focuses(page, '#paste-title');
    await page.press('Escape');
    await focuses(page, '#f-disposable_income');
    assert.deepEqual(asked().slice(2 + sheets.length), [late('paste')]);
    if (isCurrent) assert.deepEqual(await page.problems(), calm);
  });

  test('windows take the focus once they have come, and explanations stand where they were asked for', async (t) => {
    const { address, asked } = await site(t);
    const page = await open(t, address);
    await page.click(at('[data-action="more"]'));
    await page.click(at('[data-action="requests"]'));
    await shows(page, '[data-requests]', '统计');
    await focuses(page, '#requests-title');
    assert.ok(asked().includes(late('windows')));
    await page.press('Escape');
    await page.click(at('[data-action="try"]'));
    await page.type(at('#f-retail_sales'), '7');
    await page.click(at('[data-action="compare"]'));
    await shows(page, '.compare-table', '7');
    await page.click(at('[data-action="compare"]'));
    await page.click(at('[data-action="drop"]'));
    await give(page, other, 'merge');
    await shows(page, '.keep-files', 'other.json');
    await focuses(page, '#keep-merge');
    await page.click(at('[data-action="merge-cancel"]'));
    assert.ok(!asked().includes(late('why')));
    await page.click(at('[data-category] [data-asks^="why-"]'));
    await shows(page, '.why-panel', '依据');
    assert.equal(asked().filter((name) => name === late('windows') || name === late('why')).length, 2);
    assert.deepEqual(await page.problems(), calm);
  });

  test('where windows and explanations are missing, it is said in their place, which can be left', async (t) => {
    const { address, take, putBack } = await site(t);
    for (const part of ['windows', 'why']) take(late(part));
    const page = await open(t, address);
    await page.click(at('[data-action="more"]'));
    await page.click(at('[data-action="requests"]'));
    await shows(page, '.coming', NOT_LOADED.zh);
    await page.click(at('[data-action="load-leave"]'));
    await focuses(page, '[data-action="more"]');
    await give(page, other, 'merge');
    await shows(page, '.keep-panels .coming', NOT_LOADED.zh);
    await page.click(at('[data-action="load-leave"]'));
    await give(page, other, 'compare');
    await shows(page, '.coming', NOT_LOADED.zh);
    await page.click(at('[data-action="load-leave"]'));
    await page.click(at('[data-category] [data-asks^="why-"]'));
    await shows(page, '.why-panel .coming', NOT_LOADED.zh);
    if (isCurrent) {
      putBack(late('why'));
      await page.click(at('[data-action="load-again"]'));
      await shows(page, '.why-panel', '依据');
      // Where its button was.
      await focuses(page, '.why-panel, .why-panel *');
    }
    assert.equal((await submissionIn(page)).city, '甲市');
  });

  test('where the part for sheets is missing, it is said, nothing is lost, and it is tried again', async (t) => {
    const { address, take, putBack } = await site(t);
    take(late('sheets'));
    const page = await open(t, address);
    await template(page);
    await shows(page, '.notice-bad', NOT_LOADED.zh);
    await shows(page, '.notice-bad', '“保存”');
    await speak(page, 'en');
    await shows(page, '.notice-bad', NOT_LOADED.en);
    await give(page, table);
    await shows(page, '.notice-bad', NOT_LOADED.en);
    await give(page, table, 'merge');
    await shows(page, '.keep-files', NOT_LOADED.en);
    await page.click(at('[data-action="merge-cancel"]'));
    assert.equal((await submissionIn(page)).city, '甲市');
    assert.deepEqual(await page.eval('window.__handed'), []);
    // The way that is told: what was entered can be saved without it.
    await page.click(at('[data-action="save"]'));
    await shows(page, '.notice', '甲市');
    putBack(late('sheets'));
    // Chromium 78 remembers what it could not get until the page is loaded again, as is said.
    if (!isCurrent) {
      await page.eval(() => (window.onbeforeunload = null));
      await page.go(`${address}/`);
      await ready(page);
      await page.eval(keepHanded);
    }
    await template(page);
    await page.until('window.__handed.some((type) => /sheet/.test(type))');
    await give(page, table);
    await shows(page, '.notice', 'table.csv');
    assert.equal(await sales(page), '5');
  });

  test('without a network the place of the preview says so, and the table that was pasted waits', async (t) => {
    const { address } = await site(t);
    const page = await open(t, address);
    await page.offline(true);
    await paste(page, '#f-disposable_income', '70847\r\n65000\r\n');
    await shows(page, '.coming', NOT_LOADED.zh);
    await speak(page, 'en');
    await shows(page, '.coming', NOT_LOADED.en);
    await page.offline(false);
    await page.click(at('[data-action="load-again"]'));
    if (isCurrent) {
      await shows(page, '.paste-lines', '70,847');
      await focuses(page, '#paste-title');
    } else {
      await shows(page, '.coming', NOT_LOADED.en);
      await page.click(at('[data-action="load-leave"]'));
      await focuses(page, '#f-disposable_income');
      assert.equal(await exists(page, '.coming'), false);
    }
    assert.equal(await value(page, '[data-part="city"] input'), '甲市');
  });

  for (const comes of [true, false]) test(`while the part ${comes ? 'comes' : 'is waited for in vain'} the form goes on, and what is opened later stays`, async (t) => {
    let arrive;
    const held = new Promise((done) => (arrive = done));
    const { address, take } = await site(t, { held: { [`/${late('sheets')}`]: held } });
    t.after(arrive);
    const page = await open(t, address);
    const whole = join(folder, 'whole.csv');
    writeFileSync(whole, '标识,填报值,单位\r\ncity,丁市\r\nfigures/retail_sales,5,亿元\r\n');
    await give(page, whole);
    await shows(page, '.notice', '正在加载');
    await page.type(at('[data-part="city"] input'), '丙市');
    assert.equal((await submissionIn(page)).city, '丙市');
    await give(page, other);
    await shows(page, '.notice', 'other.json');
    if (!comes) take(late('sheets'));
    arrive();
    if (comes) {
      await template(page);
      await page.until('window.__handed.length === 1');
    }
    // Time in which the file would be read, or the failure told.
    await sleep(500);
    await shows(page, '.notice', comes ? '填报表.xlsx' : 'other.json');
    assert.deepEqual([(await submissionIn(page)).city, await sales(page)], ['乙市', undefined]);
  });

  for (const comes of [true, false]) test(`the form is there before its engine; where that ${comes ? 'comes, what was entered is judged' : 'cannot be had, what was entered stays'}`, async (t) => {
    let arrive;
    const held = new Promise((done) => (arrive = done));
    const { address, take, putBack } = await site(t, { held: { '/engine.wasm': held } });
    t.after(arrive);
    const page = await chromium.open(`${address}/`);
    t.after(() => page.close());
    const said = () =>
      page.eval(() => {
        const { submission, assessment } = document.querySelector('infocity-check');
        return [submission && submission.city, assessment && assessment.submission.city];
      });
    await page.until((selector) => window.__find(selector) !== null, at('#f-retail_sales'));
    await page.eval(keepHanded);
    await page.send('Page.setDownloadBehavior', { behavior: 'deny' });
    await page.type(at('[data-part="city"] input'), '甲市');
    await page.type(at('#f-retail_sales'), '5');
    await shows(page, '.result', '仍在加载');
    assert.doesNotMatch(await page.text(at('.page')), /0\.00[–-]100/, 'nothing is concluded');
    await page.type(at('#f-disposable_income'), '70847');
    await page.click(at('[data-action="save-as"]'));
    await page.click(at('[data-action="save-assessment"]'));
    await shows(page, '.notice', '仍在加载');
    assert.deepEqual(await page.eval('window.__handed'), []);
    assert.deepEqual(await said(), [null, null]);
    if (!comes) for (const name of ['engine.wasm', 'plain.js']) take(name);
    arrive();
    await ready(page);
    if (comes) {
      assert.deepEqual(await said(), ['甲市', '甲市']);
      assert.equal(await sales(page), '5');
      await shows(page, '.notice', '甲市');
      assert.deepEqual(await page.eval('window.__handed'), ['application/json']);
      assert.deepEqual(await page.problems(), calm);
    } else {
      await shows(page, '.notice', NOT_LOADED.zh);
      assert.equal(await value(page, '[data-part="city"] input'), '甲市');
      await page.eval(() => {
        window.print = () => {
          window.__printed = true;
        };
        document.querySelector('infocity-check').print();
      });
      await page.type(at('[data-part="city"] input'), '乙市');
      await shows(page, '.result', NOT_LOADED.zh);
      await page.click(at('[data-action="save"]'));
      await page.until('window.__handed.length === 1');
      await shows(page, '.result', NOT_LOADED.zh);
      assert.equal(await page.eval('window.__printed'), undefined);
      await page.click(at('[data-action="load-again"]'));
      await page.until((selector) => window.__find(selector) !== null, at('[data-action="load-again"]'));
      assert.equal(await value(page, '[data-part="city"] input'), '乙市');
      if (isCurrent) {
        for (const name of ['engine.wasm', 'plain.js']) putBack(name);
        await page.click(at('[data-action="load-again"]'));
        await focuses(page, '.result-title');
        await page.until(() => document.querySelector('infocity-check').assessment !== null);
        assert.deepEqual(await said(), ['乙市', '乙市']);
        await shows(page, '.result', '综合型');
      }
    }
  });

  test('what a host gives while the engine is on its way keeps what was entered since; what it says at once is no entry of a person', async (t) => {
    let arrive;
    const held = new Promise((done) => (arrive = done));
    const { address } = await site(t, { held: { '/engine.wasm': held } });
    t.after(arrive);
    const page = await chromium.open(`${address}/`);
    t.after(() => page.close());
    await page.until((selector) => window.__find(selector) !== null, at('#f-retail_sales'));
    await page.eval(() => {
      const element = document.querySelector('infocity-check');
      element.category = 'specialised';
      element.submission = { format: 'infocity-submission/1', city: '丙市', year: 2021 };
    });
    assert.equal(await page.eval(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))), true, 'nothing to lose');
    await page.type(at('#f-retail_sales'), '5');
    arrive();
    await ready(page);
    const { city, year, figures } = await submissionIn(page);
    assert.deepEqual([city, year, figures.retail_sales.value], ['丙市', 2021, '5']);

    await page.eval(() => {
      const element = document.createElement('infocity-check');
      window.__changes = 0;
      element.addEventListener('infocity-change', () => {
        window.__changes += 1;
      });
      document.querySelector('infocity-check').replaceWith(element);
      element.rulebook = 'unheard-of';
      element.rulebook = 'miit-2019-63';
      element.category = 'specialised';
    });
    await ready(page);
    assert.equal(await page.eval(() => document.querySelector('infocity-check').submission.category), 'specialised');
    assert.equal(await page.eval(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))), true);
  });
});

describe('Firefox', () => {
  let firefox;
  before(async () => {
    firefox = await Firefox.launch();
  });
  after(() => firefox?.close());

  test('a workbook and a preview, with their parts missing and there', async (t) => {
    const { address, take, putBack, asked } = await site(t);
    const said = (selector, text) => firefox.until((selector, text) => (window.__find(selector) || { textContent: '' }).textContent.includes(text), at(selector), text);
    const press = (action) => firefox.until((selector) => window.__find(selector) && (window.__find(selector).click(), true), at(`[data-action="${action}"]`));
    const began = async () => {
      await firefox.go(`${address}/`);
      await firefox.until(() => document.querySelector('infocity-check').ready.then(() => true));
      await firefox.eval(keepHanded);
      const before = asked().length;
      await press('save-as');
      await press('save-template');
      await press('paste-table');
      return before;
    };
    for (const part of ['sheets', 'paste']) take(late(part));
    assert.equal(await began(), 2);
    await said('.notice-bad', NOT_LOADED.zh);
    await said('.coming', NOT_LOADED.zh);
    // Firefox remembers what it could not get until the page is loaded again, as is said.
    for (const part of ['sheets', 'paste']) putBack(late(part));
    await began();
    await firefox.until(() => window.__handed.length === 1);
    await focuses(firefox, '.paste-text textarea');
  });
});
