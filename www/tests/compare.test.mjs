// A trial beside what was entered, and another submission beside this one.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../build/paths.mjs';
import { axeFinds } from './harness/axe.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { at, example, exists, figure, give, golden, looks, range, rulebook, shows, submissionIn, submit, value } from './harness/form.mjs';
import { calm, onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const [category] = rulebook.categories;
const shenzhen = example('shenzhen-2021');
const total = range(golden('shenzhen-2021').categories[0].score);
const wuhan = join(root, 'rulebooks/miit-2019-63/examples/wuhan-2021.submission.json');
const row = (id) => `[data-part="figures/${id}"]`;

inBrowsers(({ chromium, folder }) => {
  async function open(options) {
    const page = await chromium.open(onDisk('infocity-check.html'), { offline: true, ...options });
    await ready(page);
    await submit(page, shenzhen);
    await shows(page, `[data-category="${category.id}"]`, total);
    return page;
  }
  const assessment = (page) => page.eval(() => document.querySelector('infocity-check').assessment);
  const focused = (page) =>
    page.eval(() => {
      const { activeElement } = document.querySelector('infocity-check').shadowRoot;
      return activeElement && (activeElement.getAttribute('data-action') || activeElement.getAttribute('data-part') || activeElement.id || activeElement.className);
    });
  /** Presses a button by the keyboard: nothing scrolls but what the page scrolls itself. */
  const press = async (page, action) => {
    await page.eval((s) => window.__find(s).focus({ preventScroll: true }), at(`[data-action="${action}"]`));
    await page.press('Enter');
  };
  const tryOut = async (page) => {
    await press(page, 'try');
    await page.until((s) => window.__find(s) !== null, at('.trial-bar'));
  };
  const cells = (page, table, name) =>
    page.eval(
      (s, name) => {
        const found = Array.from(window.__find(s).querySelectorAll('tbody tr')).find((line) => line.cells[0].innerText.trim() === name);
        return found ? Array.from(found.cells, (cell) => cell.innerText.trim()).slice(1) : null;
      },
      at(`[data-compare="${table}"]`),
      name,
    );
  const guarded = (page) => page.eval(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

  test('what is tried is marked and compared; dropped, everything is as it was', async () => {
    const page = await open();
    await page.type(at('#f-express_parcels'), '58万零三百');
    await page.press('Tab');
    await shows(page, '#b-express_parcels', '不是数');
    const [entered, judged] = [await submissionIn(page), await assessment(page)];
    const shown = await page.text(at('.result'));
    await page.eval(() => {
      window.__changes = 0;
      document.addEventListener('infocity-change', () => (window.__changes += 1));
    });

    await tryOut(page);
    assert.equal(await focused(page), 'trial-bar');
    await shows(page, '.trial-bar', '尚无改动');
    await shows(page, '.head', '试算期间不能打开、保存、打印或清空');
    for (const action of ['open', 'save', 'print', 'clear']) assert.equal(await exists(page, `[data-action="${action}"]`), false, action);
    assert.equal(await value(page, '#f-express_parcels'), '58万零三百', 'what is at fault is in the trial as well');
    await shows(page, '#b-express_parcels', '不是数');

    await page.type(at('#f-retail_sales'), '12000');
    await page.choose(at(`${row('electronics_revenue')} select.mode`), 'none');
    await shows(page, '.trial-bar', '有 2 项与填报不同');
    await shows(page, `${row('retail_sales')} .entered-mark`, '填报为：9,498.12 亿元');
    await shows(page, `${row('electronics_revenue')} .entered-mark`, '填报为：尚未填报');
    assert.equal(await exists(page, `${row('resident_population')} .entered-mark`), false);
    await page.until((s, total) => !window.__find(s).innerText.includes(total), at(`[data-category="${category.id}"]`), total);
    const tried = (await page.text(at(`[data-category="${category.id}"] .points`))).trim();

    await press(page, 'compare');
    await shows(page, '.compare', '填报与试算对比');
    assert.equal(await focused(page), 'c-title');
    assert.deepEqual((await cells(page, category.id, '总分')).slice(0, 2), [total, tried]);
    assert.match((await cells(page, category.id, '总分'))[2], /^下限 [+−]?\d+\.\d\d 上限 [+−]?\d+\.\d\d$/);
    assert.deepEqual(await cells(page, 'entries', figure('retail_sales').label.zh), ['9,498.12 亿元', '12,000 亿元', '+2,501.88 亿元']);
    assert.equal(await cells(page, 'entries', figure('resident_population').label.zh), null, 'only what differs');
    await page.click(at('[data-action="only-different"]'));
    assert.equal((await cells(page, 'entries', figure('resident_population').label.zh))[2], '相同');
    await page.press('Escape');
    await page.until((s) => window.__find(s) === null, at('.compare'));
    assert.equal(await focused(page), 'compare');

    assert.deepEqual(await submissionIn(page), entered, 'the element speaks of what was entered');
    assert.deepEqual(await assessment(page), judged);
    await press(page, 'drop');
    await page.until((s) => window.__find(s) === null, at('.trial-bar'));
    await shows(page, '.second-place', '填报内容未变');
    assert.deepEqual(await submissionIn(page), entered);
    assert.equal(await page.text(at('.result')), shown);
    assert.equal(await value(page, '#f-retail_sales'), '9498.12');
    assert.equal(await value(page, '#f-express_parcels'), '58万零三百');
    assert.equal(await exists(page, '.entered-mark'), false);
    assert.equal(await page.eval('window.__changes'), 0, 'nobody was told of a change');
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });

  test('one figure is restored, the rest is kept as one step', async () => {
    const page = await open();
    await tryOut(page);
    await page.type(at('#f-retail_sales'), '12000');
    await page.type(at('#f-software_revenue'), '50');
    await page.click(at('[data-part="materials/application_form"] input'));
    await shows(page, '.trial-bar', '有 3 项与填报不同');
    await page.click(at(`${row('retail_sales')} [data-action="restore"]`));
    assert.equal(await value(page, '#f-retail_sales'), '9498.12');
    assert.equal(await focused(page), 'f-retail_sales');
    await shows(page, '.trial-bar', '有 2 项与填报不同');
    const tried = await page.text(at(`[data-category="${category.id}"]`));
    await page.eval(() => {
      window.__changes = 0;
      document.addEventListener('infocity-change', () => (window.__changes += 1));
    });
    await press(page, 'keep');
    await shows(page, '.second-place', '已将试算改动的 2 项写入填报内容');
    const { figures, materials } = await submissionIn(page);
    assert.deepEqual(figures.software_revenue, { value: '50', unit: '亿元' });
    assert.deepEqual(figures.retail_sales, (await submissionIn(page)).figures.retail_sales);
    assert.equal(materials.application_form, true);
    assert.equal(await page.text(at(`[data-category="${category.id}"]`)), tried);
    assert.equal(await page.eval('window.__changes'), 1);
    assert.equal(await exists(page, '[data-action="save"]'), true);
    assert.equal(await guarded(page), true);
    await page.close();
  });

  test('a trial and its comparison end where one is on the page; leaving the page with a trial is asked about', async () => {
    const page = await open();
    assert.equal(await guarded(page), false);
    await tryOut(page);
    assert.equal(await guarded(page), false, 'nothing was tried yet');
    await page.type(at('#f-software_revenue'), '50');
    assert.equal(await guarded(page), true);
    const top = () => page.eval((s) => Math.round(window.__find(s).getBoundingClientRect().top), at(row('software_revenue')));
    const was = await top();
    await press(page, 'compare');
    await page.until((s) => window.__find(s) !== null, at('.compare'));
    await press(page, 'close-comparison');
    await page.until((s) => window.__find(s) === null, at('.compare'));
    assert.equal(await top(), was, 'back from the comparison');
    await press(page, 'drop');
    await page.until((s) => window.__find(s) === null, at('.trial-bar'));
    assert.equal(await top(), was, 'back from the trial');
    assert.equal(await focused(page), 'figures/software_revenue');
    assert.equal(await guarded(page), false);
    await page.close();
  });

  test('taken out of the document, nothing of a trial asks or prints; put back, the trial stands', async () => {
    const page = await open();
    await tryOut(page);
    await page.type(at('#f-software_revenue'), '50');
    assert.equal(await guarded(page), true);
    const printed = await page.eval(() => {
      const element = document.querySelector('infocity-check');
      window.__parent = element.parentNode;
      element.remove();
      window.__element = element;
      window.dispatchEvent(new Event('beforeprint'));
      return element.shadowRoot.querySelector('.paper').childElementCount;
    });
    assert.deepEqual([printed, await guarded(page)], [0, false]);
    await page.eval(() => {
      window.__parent.appendChild(window.__element);
    });
    assert.deepEqual([await guarded(page), await value(page, '#f-software_revenue')], [true, '50']);
    assert.equal(await exists(page, '.trial-bar'), true);
    await page.close();
  });

  test('a draft of an earlier visit is not offered during a trial', async () => {
    const page = await open();
    await page.eval(() => {
      localStorage.setItem('infocity-check/draft/miit-2019-63/broken', '{');
    });
    await page.go(onDisk('infocity-check.html'));
    await ready(page);
    assert.equal(await exists(page, '.keep-offers'), true);
    await tryOut(page);
    assert.equal(await exists(page, '.keep-offers'), false);
    await press(page, 'drop');
    await page.until((s) => window.__find(s) !== null, at('.keep-offers'));
    await page.eval(() => {
      localStorage.clear();
    });
    await page.close();
  });

  test('another submission stands beside this one, which stays as it is', async () => {
    const page = await open();
    const entered = await submissionIn(page);
    await give(page, wuhan, 'compare');
    await shows(page, '.compare', '与“wuhan-2021.submission.json”比较');
    assert.equal(await focused(page), 'c-title');
    const [first] = golden('wuhan-2021').categories;
    assert.deepEqual((await cells(page, category.id, '总分')).slice(0, 2), [range(first.score), total]);
    assert.match((await cells(page, category.id, '总分'))[2], /^[+−]\d+\.\d\d 至 [+−]\d+\.\d\d$/);
    assert.deepEqual(await cells(page, 'entries', '名称'), ['武汉市', '深圳市', '不同']);
    const population = await cells(page, 'entries', figure('resident_population').label.zh);
    assert.match(population[0], /^1,364\.89 万人/);
    assert.deepEqual(population.slice(1), ['1,768.16 万人', '+403.27 万人']);
    assert.equal(await page.eval((s) => window.__find(s).offsetParent, at('.form')), null, 'the form gives way');
    await page.eval(() => document.querySelector('infocity-check').setAttribute('lang', 'en'));
    await shows(page, '.compare', 'The other');
    assert.doesNotMatch((await page.text(at('.compare'))).replace(/武汉市|深圳市/g, ''), /[\u3400-\u9fff]/);
    await page.eval(() => document.querySelector('infocity-check').setAttribute('lang', 'zh'));
    await press(page, 'close-comparison');
    await page.until((s) => window.__find(s) === null, at('.compare'));
    assert.equal(await focused(page), 'more');

    const bad = join(folder, 'bad.json');
    writeFileSync(bad, JSON.stringify({ ...JSON.parse(readFileSync(wuhan, 'utf8')), figures: { retail_sales: '-5' } }));
    await give(page, bad, 'compare');
    await shows(page, '.notice-bad', '社会消费品零售总额');
    assert.match(await page.text(at('.notice-bad')), /“bad\.json”有误，未打开；此前填写的内容不变/);
    assert.equal(await exists(page, '.compare'), false);
    assert.deepEqual(await submissionIn(page), entered);
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });

  test('a table of another year stands beside this one as well; one that cannot be read whole is told by its cells', async () => {
    const page = await open();
    const entered = await submissionIn(page);
    const table = join(folder, '2020.csv');
    const write = (sales) => writeFileSync(table, `标识,填报值,单位\ncity,深圳市\nyear,2020\nfigures/resident_population,1756.01,万人\nfigures/retail_sales,${sales},亿元\n`);
    write('若干');
    await give(page, table, 'compare');
    await shows(page, '.notice-bad', '“2020.csv”有 1 处未能读入，未作比较');
    await shows(page, '.notice-bad .sheet-faults', `B5：${figure('retail_sales').label.zh}`);
    assert.equal(await exists(page, '.compare'), false);
    assert.equal(await exists(page, '.notice-bad a'), false, 'no link to fields of another submission');
    writeFileSync(table, '标识,填报值,单位\nfigures/retail_sales,若干,亿元\n');
    await give(page, table, 'compare');
    await shows(page, '.notice-bad', '“2020.csv”有 1 处未能读入，未作比较');
    write('8664.83');
    await give(page, table, 'compare');
    await shows(page, '.compare', '与“2020.csv”比较');
    assert.deepEqual(await cells(page, 'entries', '数据年份'), ['2020', '2021', '不同']);
    const sales = await cells(page, 'entries', figure('retail_sales').label.zh);
    assert.match(sales[0], /^8,664\.83 亿元/);
    assert.equal(sales[2], '+833.29 亿元');
    await press(page, 'close-comparison');
    assert.deepEqual(await submissionIn(page), entered);
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });

  test('on a phone of 320 px nothing scrolls sideways', async () => {
    const page = await open({ width: 320, height: 640, mobile: true });
    const sideways = () => page.eval(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const lang of ['zh', 'en']) {
      await page.eval((lang) => document.querySelector('infocity-check').setAttribute('lang', lang), lang);
      await tryOut(page);
      await page.eval(() => {
        for (const toggle of document.querySelector('infocity-check').shadowRoot.querySelectorAll('[aria-expanded="false"].section-toggle')) toggle.click();
      });
      await page.type(at('#f-software_revenue'), '50');
      assert.ok((await sideways()) <= 0, `the trial in ${lang} is too wide`);
      await press(page, 'compare');
      await page.until((s) => window.__find(s) !== null, at('.compare'));
      assert.ok((await sideways()) <= 0, `the comparison with a trial in ${lang} is too wide`);
      await press(page, 'drop');
      await give(page, wuhan, 'compare');
      await page.until((s) => window.__find(s) !== null, at('.compare'));
      await page.eval((s) => window.__find(s).click(), at('[data-action="only-different"]'));
      assert.ok((await sideways()) <= 0, `the comparison in ${lang} is too wide`);
      await press(page, 'close-comparison');
    }
    await page.close();
  });

  test('on paper: a trial says what it is, a comparison stands alone under whose it is', async () => {
    const page = await open();
    const drawn = (selector) => page.eval((s) => window.__find(s).getClientRects().length > 0, at(selector));
    const onPaper = (media) => page.send('Emulation.setEmulatedMedia', { media });
    await tryOut(page);
    await page.type(at('#f-software_revenue'), '50');
    const prints = () => page.eval(() => window.dispatchEvent(new Event('beforeprint')));
    const printed = () => page.eval(() => window.dispatchEvent(new Event('afterprint')));
    await onPaper('print');
    await prints();
    await shows(page, '.report .caution', '以下为试算');
    assert.equal(await drawn('.columns'), false);
    await printed();
    await onPaper('');
    await press(page, 'compare');
    await page.until((s) => window.__find(s) !== null, at('.compare'));
    await onPaper('print');
    await prints();
    for (const selector of ['.compare-table', '.compare-sides']) assert.equal(await drawn(selector), true, selector);
    for (const selector of ['.paper', '.columns', '.trial-bar', '.compare-head .button']) assert.equal(await drawn(selector), false, selector);
    await page.close();
  });
});

for (const [lang, theme] of [
  ['zh', 'light'],
  ['en', 'dark'],
]) {
  test(`axe-core finds nothing in a trial and its comparison, ${lang}, ${theme}`, async (t) => {
    const chromium = await Browser.launch(browsers[0]);
    t.after(() => chromium.close());
    const page = await chromium.open(onDisk('infocity-check.html'));
    await ready(page);
    await looks(page, lang, theme);
    await submit(page, shenzhen);
    await page.click(at('[data-action="try"]'));
    await page.until((s) => window.__find(s) !== null, at('.trial-bar'));
    await page.type(at('#f-software_revenue'), '50');
    for (const size of [{}, { width: 360, height: 740, mobile: true }]) {
      await page.size(size);
      assert.deepEqual(await axeFinds(page), [], 'the trial');
      await page.click(at('[data-action="compare"]'));
      await page.until((s) => window.__find(s) !== null, at('.compare'));
      await page.click(at('[data-action="only-different"]'));
      assert.deepEqual(await axeFinds(page), [], 'its comparison');
      await page.click(at('[data-action="compare"]'));
    }
  });
}
