// Nothing that was entered is lost: steps back, drafts on the device, files of colleagues, files of an older rulebook.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, exists, figure, focusedPart, focuses, give, rulebook, shows, submissionIn, value } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const CTRL = 2;
const SHIFT = 8;
const page_ = onDisk('infocity-check.html');

inBrowsers(({ chromium, folder }) => {
  async function open(prepare = async () => {}) {
    const page = await chromium.tab({ offline: true });
    await prepare(page);
    await page.go(page_);
    await ready(page);
    return page;
  }
  /** A page on a device that holds no draft. */
  async function openFresh() {
    const page = await open();
    await page.eval(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.go(page_);
    await ready(page);
    return page;
  }
  const gone = (page, selector) => page.until((s) => window.__find(s) === null, at(selector));
  const press = async (page, key, modifiers) => {
    const event = { key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0), modifiers };
    await page.send('Input.dispatchKeyEvent', { ...event, type: 'rawKeyDown' });
    await page.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  };
  const drafts = (page) => page.eval(() => Object.keys(localStorage).filter((key) => key.indexOf('/draft/') > 0).map((key) => JSON.parse(localStorage[key])));
  const asksToLeave = (page) => page.eval(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  const file = (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  async function mergeFiles(page, ...paths) {
    await give(page, paths, 'merge');
    await page.until((s) => window.__find(s) !== null, at('.keep-files'));
  }
  async function keepDrafts(page) {
    await page.type(at('#f-city'), '示例市');
    await page.press('Tab');
    await shows(page, '[data-keep="ask"]', '只存在这台电脑的浏览器里');
    await page.click(at('[data-action="draft-yes"]'));
    await shows(page, '.self-check', '已保存');
  }

  test('steps are taken back and done again: a field left, a choice, a clearing; faults come back as they were', async () => {
    const page = await openFresh();
    const button = (name) => page.eval((s) => window.__find(s).getAttribute('aria-disabled') === null, at(`[data-action="${name}"]`));
    assert.deepEqual([await button('undo'), await button('redo')], [false, false]);
    await page.type(at('#f-retail_sales'), '900');
    await page.press('Tab');
    await page.type(at('#f-software_revenue'), 'x9');
    await page.press('Tab');
    await shows(page, '#b-software_revenue', '不是数');
    await page.click(at('[data-part="figures/centre_built"] input[value="true"]'));
    await page.click(at('[data-action="more"]'));
    await page.click(at('[data-action="clear"]'));
    await page.click(at('[data-action="clear-yes"]'));
    await shows(page, '.notice', '已清空');
    assert.deepEqual((await submissionIn(page)).figures, {});

    await page.click(at('[data-action="undo-notice"]'));
    await page.until((s) => window.__find(s).value === 'x9', at('#f-software_revenue'));
    await shows(page, '#b-software_revenue', '不是数');
    assert.deepEqual((await submissionIn(page)).figures, { centre_built: true, retail_sales: { value: '900', unit: '亿元' } });
    await page.click(at('[data-action="undo"]'));
    await shows(page, '.notice', `已撤销：${figure('centre_built').label.zh}`);
    assert.deepEqual((await submissionIn(page)).figures, { retail_sales: { value: '900', unit: '亿元' } });
    await page.click(at('[data-action="undo"]'));
    await page.click(at('[data-action="undo"]'));
    assert.deepEqual((await submissionIn(page)).figures, {});
    assert.equal(await button('undo'), false);
    for (let steps = 0; steps < 3; steps += 1) await page.click(at('[data-action="redo"]'));
    assert.equal(await value(page, '#f-software_revenue'), 'x9');
    assert.deepEqual((await submissionIn(page)).figures, { centre_built: true, retail_sales: { value: '900', unit: '亿元' } });
    await page.type(at('#f-city'), '甲市');
    await page.press('Tab');
    assert.equal(await button('redo'), false, 'a new step ends what could be done again');
    await page.close();
  });

  test('keys take steps back; a text that is being typed is the browser’s own', async () => {
    const page = await openFresh();
    await page.type(at('#f-retail_sales'), '900');
    await page.press('Tab');
    await page.type(at('#f-city'), '甲市');
    await page.eval(() => {
      window.__prevented = [];
      document.addEventListener('keydown', (event) => window.__prevented.push(event.defaultPrevented));
    });
    await press(page, 'z', CTRL);
    assert.equal((await page.eval(() => window.__prevented)).pop(), false, 'while typing');
    assert.equal((await submissionIn(page)).figures.retail_sales.value, '900');
    await page.type(at('#f-city'), '甲市');
    await page.press('Tab');
    await press(page, 'z', CTRL);
    await page.until((s) => window.__find(s).value === '', at('#f-city'));
    assert.equal(await focusedPart(page), 'city');
    await press(page, 'z', CTRL);
    await page.until((s) => window.__find(s).value === '', at('#f-retail_sales'));
    await focuses(page, '#f-retail_sales');
    await press(page, 'Z', CTRL + SHIFT);
    await press(page, 'y', CTRL);
    await page.until((s) => window.__find(s).value === '甲市', at('#f-city'));
    assert.equal(await value(page, '#f-retail_sales'), '900');
    await page.close();
  });

  test('a draft is kept once that is agreed to, is offered on the next visit, and is forgotten at once', async () => {
    const page = await openFresh();
    assert.equal(await exists(page, '[data-keep]'), false, 'nothing is asked before something was entered');
    await keepDrafts(page);
    await page.type(at('#f-retail_sales'), '900');
    await page.press('Tab');
    await page.type(at('#f-software_revenue'), '若干');
    await page.until(() => JSON.stringify(localStorage).indexOf('若干') > 0);
    assert.equal(await asksToLeave(page), false, 'a kept draft can be left');
    await page.type(at('#f-year'), '2021');
    await page.go(page_);
    await ready(page);

    await shows(page, '.keep-offers', '示例市，2021 年数据，已填 2 项');
    assert.equal(await value(page, '#f-city'), '', 'nothing is restored unasked');
    await page.click(at('[data-action="draft-restore"]'));
    await gone(page, '.keep-offers');
    assert.deepEqual([await value(page, '#f-city'), await value(page, '#f-year'), await value(page, '#f-software_revenue')], ['示例市', '2021', '若干']);
    await shows(page, '#b-software_revenue', '不是数');
    assert.deepEqual((await submissionIn(page)).figures, { retail_sales: { value: '900', unit: '亿元' } });
    await page.type(at('#f-retail_sales'), '901');
    await page.until(() => JSON.stringify(localStorage).indexOf('901') > 0);
    assert.equal((await drafts(page)).length, 1, 'the restored draft goes on');

    await page.click(at('[data-action="more"]'));
    await page.click(at('[data-action="draft-forget"]'));
    await shows(page, '[data-keep="forgotten"]', '已全部删除');
    assert.equal(await page.eval(() => localStorage.length), 0);
    assert.equal(await value(page, '#f-retail_sales'), '901');
    await page.type(at('#f-retail_sales'), '902');
    await page.press('Tab');
    assert.equal(await asksToLeave(page), true);
    assert.equal(await page.eval(() => localStorage.length), 0);
    await page.close();
  });

  test('a draft that is not wanted stays or is deleted; a damaged one is reported', async () => {
    const page = await openFresh();
    await page.eval((id) => {
      localStorage.setItem(`infocity-check/draft/${id}/broken`, '{"format":"infocity-draft/1","rul');
      localStorage.setItem(`infocity-check/draft/${id}/odd`, JSON.stringify({ format: 'infocity-draft/1', rulebook: { id }, at: 1, drafts: [{}], fields: 7 }));
    }, rulebook.id);
    await page.go(page_);
    await ready(page);
    await shows(page, '.keep-offers', '已损坏');
    await page.click(at('[data-offer="kept"] [data-action="draft-leave"]'));
    await gone(page, '[data-offer="kept"]');
    await page.click(at('[data-action="draft-delete"]'));
    await gone(page, '.keep-offers');
    assert.equal((await drafts(page)).length, 1, 'what was not wanted is still there');
    assert.deepEqual((await page.problems()).exceptions, []);
    await page.close();
  });

  test('not asked again where that was wished; a host can forbid to store anything', async () => {
    const page = await openFresh();
    await page.type(at('#f-city'), '甲市');
    await page.press('Tab');
    await page.click(at('[data-action="draft-never"]'));
    await gone(page, '[data-keep]');
    await page.eval(() => {
      document.querySelector('infocity-check').submission = null;
    });
    await page.go(page_);
    await ready(page);
    await page.type(at('#f-city'), '乙市');
    await page.press('Tab');
    await shows(page, '.self-check', '不在本机保存');
    assert.equal(await exists(page, '[data-keep]'), false);
    await page.eval(() => {
      sessionStorage.clear();
      document.querySelector('infocity-check').setAttribute('drafts', 'off');
    });
    await page.type(at('#f-city'), '丙市');
    await page.click(at('[data-action="more"]'));
    assert.equal(await exists(page, '[data-action="draft-keep"]'), false);
    assert.equal(await page.eval(() => localStorage.length), 0);
    await page.close();
  });

  test('where the browser refuses storage, it is said, and nothing breaks', async () => {
    for (const refusal of [
      `Object.defineProperty(window, 'localStorage', { get: function () { throw new DOMException('no', 'SecurityError'); } });
       Object.defineProperty(window, 'sessionStorage', { get: function () { throw new DOMException('no', 'SecurityError'); } });`,
      `Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };`,
    ]) {
      const page = await open((tab) => tab.send('Page.addScriptToEvaluateOnNewDocument', { source: refusal }));
      await page.type(at('#f-city'), '甲市');
      await page.press('Tab');
      await shows(page, '[data-keep="cannot"]', '不允许在本机保存草稿');
      await page.click(at('[data-action="draft-dismiss"]'));
      await gone(page, '[data-keep]');
      await page.type(at('#f-year'), '2021');
      assert.equal((await submissionIn(page)).city, '甲市');
      assert.equal(await asksToLeave(page), true);
      assert.deepEqual((await page.problems()).exceptions, []);
      await page.close();
    }
  });

  test('on a phone of 320 pixels nothing of it is too wide', async () => {
    const page = await openFresh();
    await page.size({ width: 320, height: 640, mobile: true });
    for (const lang of ['zh', 'en']) {
      await page.eval((lang) => document.querySelector('infocity-check').setAttribute('lang', lang), lang);
      const fits = async (what) => {
        const over = await page.eval(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${what}, ${lang}: ${over} px too wide`);
      };
      await page.type(at('#f-city'), `甲市${lang}`);
      await page.until((s) => window.__find(s) !== null, at('[data-keep="ask"]'));
      await fits('the question');
      await page.click(at('[data-action="more"]'));
      await page.until((s) => window.__find(s) !== null, at('.menu-list'));
      await fits('the menu');
      await page.press('Escape');
      await mergeFiles(page, file('一个名字很长的部门的填报文件.json', { format: 'infocity-submission/1', city: '乙市', figures: { retail_sales: '-5', abolished: '1' } }));
      await fits('merging');
      await page.click(at('[data-action="merge-cancel"]'));
    }
    await page.close();
  });

  test('two tabs each keep a draft of their own', async () => {
    const one = await openFresh();
    await keepDrafts(one);
    const two = await open();
    await shows(two, '[data-offer]', '示例市');
    await two.type(at('#f-city'), '乙市');
    await two.press('Tab');
    await shows(two, '.self-check', '已保存');
    await one.send('Page.bringToFront');
    await one.type(at('#f-retail_sales'), '900');
    await one.until(() => JSON.stringify(localStorage).indexOf('900') > 0);
    assert.deepEqual((await drafts(one)).map(({ city }) => city).sort(), ['乙市', '示例市']);
    // A tab that takes the draft of the other does not write into it either.
    await two.send('Page.bringToFront');
    await two.click(at('[data-action="draft-restore"]'));
    await two.type(at('#f-city'), '丙市');
    await two.until(() => JSON.stringify(localStorage).indexOf('丙市') > 0);
    await one.send('Page.bringToFront');
    await one.type(at('#f-retail_sales'), '901');
    await one.until(() => JSON.stringify(localStorage).indexOf('901') > 0);
    const all = await drafts(one);
    assert.ok(all.some(({ city }) => city === '示例市') && all.some(({ city }) => city === '丙市'), JSON.stringify(all.map(({ city }) => city)));
    await two.close();
    await one.close();
  });

  test('files are merged: what only they have is taken, conflicts are decided, a bad file keeps no other out', async () => {
    const page = await openFresh();
    const whose = { format: 'infocity-submission/1', city: '甲市', year: 2021 };
    await page.type(at('#f-city'), '甲市');
    await page.type(at('#f-year'), '2021');
    await page.type(at('#f-retail_sales'), '900');
    await page.type(at('#f-software_revenue'), '80');
    await page.press('Tab');
    await mergeFiles(
      page,
      file('工信局.json', { ...whose, figures: { retail_sales: { value: '9000000', unit: '万元' }, software_revenue: { value: '81', unit: '亿元', note: '统计公报' }, resident_population: '500' } }),
      file('乙市.json', { ...whose, city: '乙市', figures: { disposable_income: '40000' } }),
      file('坏.json', { ...whose, figures: { retail_sales: '-5' } }),
      file('不是.json', '{'),
    );
    await shows(page, '.keep-merge', '可补入 1 项；相同 3 项；不一致 1 项');
    await shows(page, '.keep-files', '此文件是乙市 2021 年的数据，本页为甲市 2021 年');
    await shows(page, '.keep-files', '“坏.json”有误，未采用');
    await shows(page, '[data-conflict="figures/software_revenue"]', '采用文件的：81 亿元（工信局.json）');
    assert.equal(await exists(page, '[data-conflict] input:checked'), false);
    await page.click(at('[data-conflict] .option:nth-of-type(2) input'));
    await page.click(at('[data-action="merge-apply"]'));
    await shows(page, '.notice', '“工信局.json”2 项');
    const { figures, city } = await submissionIn(page);
    assert.equal(city, '甲市');
    assert.deepEqual(figures, {
      resident_population: { value: '500', unit: '万人' },
      retail_sales: { value: '900', unit: '亿元' },
      software_revenue: { value: '81', unit: '亿元', note: '统计公报' },
    });
    await page.click(at('[data-action="undo"]'));
    assert.deepEqual((await submissionIn(page)).figures, { retail_sales: { value: '900', unit: '亿元' }, software_revenue: { value: '80', unit: '亿元' } });
    await page.close();
  });

  test('a file and a draft of an older version open, and what has no place is told with its value', async () => {
    const page = await openFresh();
    const old = { id: rulebook.id, version: '0.9.0' };
    const path = file('旧版.json', `{"format":"infocity-submission/1","rulebook":${JSON.stringify(old)},"city":"甲市","year":2020,
      "figures":{"retail_sales":{"value":900.123456789012345678,"unit":"亿元"},"abolished":{"value":"12.50","unit":"亿元","note":"年鉴"},
      "administrative_level":"kingdom","software_revenue":{"value":"5","unit":"斤"}}}`);
    await give(page, path);
    await shows(page, '.keep-report', '原按指标体系 0.9.0 版填报');
    const report = await page.text(at('.keep-report'));
    assert.match(report, /abolished：.*12\.50 亿元.*年鉴/);
    assert.match(report, /kingdom/);
    assert.match(report, /5 斤/);
    assert.deepEqual((await submissionIn(page)).figures, { retail_sales: { value: '900.123456789012345678', unit: '亿元' } });
    await page.type(at('#f-retail_sales'), '1');
    assert.equal(await exists(page, '.keep-report'), true, 'it stays while something is entered');
    await page.click(at('[data-action="report-close"]'));
    await gone(page, '.keep-report');

    await page.eval((old) => {
      const number = { kind: 'number', notCollected: false, note: '', year: null, estimate: false, low: '', high: '', last: '', lastUnit: '亿元' };
      localStorage.setItem(`infocity-check/draft/${old.id}/old`, JSON.stringify({
        format: 'infocity-draft/1', rulebook: old, at: 1, city: '乙市', year: '2020', category: null, fields: [], materials: {},
        drafts: { abolished: { ...number, text: '7', unit: '亿元' }, retail_sales: { ...number, text: '八', unit: '亿元' } },
        names: { abolished: { zh: '废止的数据', en: 'Abolished' }, retail_sales: { zh: '零售', en: 'Retail' } },
      }));
      document.querySelector('infocity-check').submission = null;
    }, old);
    const next = await open();
    await next.click(at('[data-action="draft-restore"]'));
    await shows(next, '.keep-report', '废止的数据：现行版本已无此项，原填 7 亿元');
    await shows(next, '.keep-report', `${figure('software_revenue').label.zh}：新增的填报项`);
    assert.equal(await value(next, '#f-retail_sales'), '八');
    await next.close();
    await page.close();
  });
});
