// The page's stories, in a current Chromium and in one of 2019: what is typed, what is then read.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../build/paths.mjs';
import { browsers } from './harness/chromium.mjs';
import { arrived } from './harness/downloads.mjs';
import { at, card, enter, example, figure, follow, give, golden, range, rulebook, shows, submit } from './harness/form.mjs';
import { calm, onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const [firstCategory, secondCategory] = rulebook.categories;
/** What each browser showed for the same figures. */
const shown = new Map();

inBrowsers(({ chromium, name }) => {
  async function open(options) {
    const page = await chromium.open(onDisk('infocity-check.html'), { offline: true, ...options });
    await ready(page);
    return page;
  }
  const inLanguage = (page, lang) => page.eval((lang) => document.querySelector('infocity-check').setAttribute('lang', lang), lang);

  test('typing the real example gives its known result, in both languages', async () => {
    const page = await open();
    const { city, year, category, figures } = example('shenzhen-2021');
    const expected = golden('shenzhen-2021');
    assert.match(await page.text(at('.advice')), /尚未填报数据/);
    await page.type(at('#f-city'), city);
    await page.type(at('#f-year'), String(year));
    await page.click(at(`[data-part="category"] input[value="${category}"]`));
    for (const [id, value] of Object.entries(figures)) await enter(page, id, value);
    for (const { id, score } of expected.categories) await shows(page, `[data-category="${id}"]`, range(score));
    assert.match(await card(page, category), /尚不能定[\s\S]*参考线 60[\s\S]*参考假设/);
    for (const { id, score } of expected.fields) await shows(page, `[data-field="${id}"]`, range(score));
    const dimensions = expected.categories.find(({ id }) => id === category).dimensions;
    for (const { id, score, weight } of dimensions) {
      const text = `${range(score, rulebook.rounding.dimension)} / ${weight}`;
      assert.ok((await page.text(at(`[data-dimension="${id}"]`))).includes(text), `${id}: ${text}`);
    }
    for (const { id, status } of expected.requirements) {
      const word = { met: '满足', not_met: '不满足', undetermined: '尚不能定' }[status];
      const said = await page.text(at(`[data-requirement="${id}"] .mark`));
      assert.equal(said.trim(), word, id);
    }
    const route = rulebook.routes.find(({ id }) => id === expected.route.channel);
    assert.ok((await page.text(at('.result'))).includes(route.label.zh));

    const chinese = await page.text(at('.result'));
    await inLanguage(page, 'en');
    await shows(page, '.result', 'Undetermined');
    const english = await page.text(at('.result'));
    assert.doesNotMatch(english, /[\u3400-\u9fff]/, 'Chinese in the English result');
    for (const { id, score } of expected.categories) assert.ok((await card(page, id)).includes(range(score)));
    assert.equal(await page.eval((s) => window.__find(s).value, at('#f-city')), city, 'the language keeps what was entered');
    shown.set(name, { chinese, english });
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });

  test('one figure narrows the ranges; all of them give one number', async () => {
    const page = await open();
    await submit(page, example('strong-comprehensive'));
    const [{ score }] = golden('strong-comprehensive').categories;
    assert.equal(score.low, score.high, 'the example is complete');
    await shows(page, `[data-category="${firstCategory.id}"]`, range(score));
    await page.type(at('#f-express_parcels'), '');
    await shows(page, `[data-category="${firstCategory.id}"] .points`, '–');
    await shows(page, '.next', figure('express_parcels').label.zh);
    await page.type(at('#f-express_parcels'), example('strong-comprehensive').figures.express_parcels.value ?? example('strong-comprehensive').figures.express_parcels);
    await shows(page, `[data-category="${firstCategory.id}"] .points`, range(score));
    await shows(page, '.last-entry', figure('express_parcels').label.zh);
    await page.close();
  });

  test('a requirement that fails says so, what to do, and who is not eligible', async () => {
    const page = await open();
    await enter(page, 'administrative_level', 'county');
    const [level] = rulebook.requirements;
    await shows(page, `[data-requirement="${level.id}"]`, '不满足');
    assert.ok((await page.text(at(`[data-requirement="${level.id}"]`))).includes(level.remedy.zh));
    assert.match(await card(page, firstCategory.id), /不具备申报条件/);
    await inLanguage(page, 'en');
    await shows(page, `[data-category="${secondCategory.id}"]`, 'Not eligible');
    await page.click(at(`[data-part="figures/administrative_level"] input[value=""]`));
    await shows(page, `[data-requirement="${level.id}"]`, 'Undetermined');
    await page.close();
  });

  test('a fault stands at its field, keeps what was typed and everything else', async () => {
    const page = await open();
    await submit(page, example('shenzhen-2021'));
    const total = range(golden('shenzhen-2021').categories[0].score);
    await shows(page, `[data-category="${firstCategory.id}"]`, total);
    await page.type(at('#f-express_parcels'), '58万零三百');
    assert.equal(await page.text(at('#b-express_parcels')), '', 'nothing is said while typing');
    await page.press('Tab');
    await shows(page, '#b-express_parcels', '“58万零三百”不是数');
    assert.equal(await page.eval((s) => window.__find(s).getAttribute('aria-invalid'), at('#f-express_parcels')), 'true');
    assert.equal(await page.eval((s) => window.__find(s).value, at('#f-express_parcels')), '58万零三百');
    assert.ok((await card(page, firstCategory.id)).includes(total));
    await inLanguage(page, 'en');
    await shows(page, '#b-express_parcels', '`58万零三百` is not a number');
    await inLanguage(page, 'zh');

    await page.type(at('#f-retail_sales'), '-1');
    await page.press('Tab');
    await shows(page, '#b-retail_sales', '该项按尚未填报计算');
    await page.until((s, total) => !window.__find(s).innerText.includes(total), at(`[data-category="${firstCategory.id}"]`), total);
    await page.type(at('#f-retail_sales'), example('shenzhen-2021').figures.retail_sales.value);
    await shows(page, `[data-category="${firstCategory.id}"]`, total);
    assert.match(await page.text(at('#b-express_parcels')), /“58万零三百”不是数/, 'the other fault stays');
    await page.close();
  });

  test('numbers are read as people write them, and it is said how', async () => {
    const page = await open();
    await page.type(at('#f-resident_population'), '１２，４４７，７００人');
    await shows(page, '#b-resident_population', '读作 12,447,700 人');
    assert.equal(await page.eval((s) => window.__find(s).value, at('[data-part="figures/resident_population"] select.unit')), '人');
    await page.press('Tab');
    await page.until((s) => window.__find(s).value === '12447700', at('#f-resident_population'));
    await page.type(at('#f-resident_population'), '1244.77万人');
    await shows(page, '#b-resident_population', '读作 1,244.77 万人，即 12,447,700 人');
    const { figures } = await page.eval(() => document.querySelector('infocity-check').submission);
    assert.deepEqual(figures.resident_population, { value: '1244.77', unit: '万人' });
    await page.close();
  });

  test('an estimate, last year, a figure the city does not collect, none of a list', async () => {
    const page = await open();
    await page.choose(at('[data-part="figures/retail_sales"] select.mode'), 'estimate');
    await page.type(at('#f-retail_sales'), '900');
    await page.type(at('#f-retail_sales-high'), '1100');
    await page.type(at('#f-software_revenue-last'), '80');
    await page.choose(at('[data-part="figures/electronics_revenue"] select.mode'), 'none');
    await page.click(at('[data-part="figures/promotion_activities"] .option-quiet input'));
    const { figures } = await page.eval(() => document.querySelector('infocity-check').submission);
    assert.deepEqual(figures, {
      electronics_revenue: { state: 'not_collected' },
      promotion_activities: [],
      retail_sales: { between: ['900', '1100'], unit: '亿元' },
      software_revenue: { last: { value: '80', unit: '亿元' } },
    });
    await page.close();
  });

  test('what is saved can be opened again; a file with faults changes nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'infocity-files-'));
    const page = await open();
    await page.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await submit(page, example('wuhan-2021'));
    await page.type(at('#f-city'), '示例市');
    const before = await page.text(at('.result'));
    const guarded = () => page.eval(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    assert.equal(await guarded(), true, 'leaving is asked about');
    await page.click(at('[data-action="save"]'));
    await shows(page, '.notice', '已生成');
    assert.equal(await guarded(), false, 'nothing to lose after saving');
    const file = await arrived(folder);
    assert.equal(file.name, '示例市2021-自评填报.json');
    const saved = JSON.parse(file.text);
    assert.equal(saved.city, '示例市');

    await page.click(at('[data-action="more"]'));
    await page.click(at('[data-action="clear"]'));
    await page.click(at('[data-action="clear-no"]'));
    assert.equal(await page.text(at('.result')), before);
    await page.click(at('[data-action="more"]'));
    await page.click(at('[data-action="clear"]'));
    await page.click(at('[data-action="clear-yes"]'));
    await shows(page, '.advice', '尚未填报数据');

    await give(page, file.path);
    await shows(page, '.notice', '已打开');
    assert.equal(await page.eval((s) => window.__find(s).value, at('#f-city')), '示例市');
    assert.deepEqual(await page.eval(() => document.querySelector('infocity-check').submission), saved);

    const bad = join(folder, 'bad.json');
    writeFileSync(bad, JSON.stringify({ ...saved, figures: { ...saved.figures, resident_populatoin: '1', retail_sales: '-5' } }));
    await give(page, bad);
    await shows(page, '.notice-bad', 'resident_population');
    assert.match(await page.text(at('.notice-bad')), /此前填写的内容不变[\s\S]*社会消费品零售总额/);
    assert.deepEqual(await page.eval(() => document.querySelector('infocity-check').submission), saved);
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('by keyboard alone: through a field, its unit, its help, to the next', async () => {
    const page = await open();
    const focused = () =>
      page.eval(() => {
        const { activeElement } = document.querySelector('infocity-check').shadowRoot;
        return activeElement.getAttribute('aria-label') || activeElement.id;
      });
    await page.eval((s) => window.__find(s).focus(), at('[data-part="figures/resident_population"] .help-toggle'));
    await page.press('Enter');
    await shows(page, '#h-resident_population', figure('resident_population').help.zh);
    await page.press('Enter');
    await page.press('Tab');
    assert.equal(await focused(), `加备注：${figure('resident_population').label.zh}`);
    await page.press('Tab');
    assert.equal(await focused(), 'f-resident_population');
    for (const character of '1244.77') await page.send('Input.dispatchKeyEvent', { type: 'char', text: character });
    await page.press('Tab');
    const { label } = figure('resident_population');
    assert.equal(await focused(), `${label.zh}的单位`);
    await page.press('Tab');
    assert.equal(await focused(), `${label.zh}的填法`);
    // Last year's value may come between, as the rulebook has it.
    const next = `${figure('population_basis').label.zh}的说明`;
    for (let tabs = 0; tabs < 4 && (await focused()) !== next; tabs += 1) await page.press('Tab');
    assert.equal(await focused(), next);
    await page.press('Tab');
    await page.press('Tab');
    await page.press('ArrowDown');
    const { figures } = await page.eval(() => document.querySelector('infocity-check').submission);
    assert.equal(figures.resident_population.value, '1244.77');
    assert.equal(typeof figures.population_basis, 'string', 'an arrow key chose an option');
    await page.close();
  });

  test('on a phone: no sideways scrolling, the result one touch away, links lead to their field', async () => {
    const page = await open({ width: 320, height: 640, mobile: true });
    for (const lang of ['zh', 'en']) {
      await inLanguage(page, lang);
      await submit(page, example('shenzhen-2021'));
      await shows(page, '.compact', range(golden('shenzhen-2021').categories[0].score));
      const sideways = () => page.eval(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await page.eval(() => {
        const { shadowRoot } = document.querySelector('infocity-check');
        for (const toggle of shadowRoot.querySelectorAll('[aria-expanded="false"].section-toggle')) toggle.click();
      });
      assert.ok((await sideways()) <= 0, `the form in ${lang} is too wide`);
      await page.click(at('[data-action="view"]'));
      assert.ok((await sideways()) <= 0, `the result in ${lang} is too wide`);
      assert.equal(await page.eval((s) => window.__find(s).offsetParent, at('.form')), null);
      const target = await page.eval((s) => window.__find(s).getAttribute('href'), at('.next .link'));
      await page.click(at('.next .link'));
      await page.until(
        (part) => {
          const { activeElement } = document.querySelector('infocity-check').shadowRoot;
          const row = activeElement && activeElement.closest('[data-part]');
          return row && `#${row.getAttribute('data-part')}` === part && row.getBoundingClientRect().height > 0;
        },
        target,
      );
    }
    await page.close();
  });

  test('an engine that dies is made anew, and everything typed entered again', async () => {
    const page = await open();
    await submit(page, example('shenzhen-2021'));
    await shows(page, `[data-category="${firstCategory.id}"]`, range(golden('shenzhen-2021').categories[0].score));
    await page.eval(() => {
      const { checker } = document.querySelector('infocity-check').store.behind.engine;
      checker.set = () => {
        throw new Error('unreachable');
      };
    });
    await page.type(at('#f-city'), '深圳');
    await shows(page, '.notice', '计算程序已重新启动');
    const { city, figures } = await page.eval(() => document.querySelector('infocity-check').submission);
    assert.equal(city, '深圳');
    assert.deepEqual(Object.keys(figures), Object.keys(example('shenzhen-2021').figures).sort());
    await shows(page, `[data-category="${firstCategory.id}"]`, range(golden('shenzhen-2021').categories[0].score));
    await page.close();
  });

  test('another rulebook needs no other page; one with faults says what is wrong', async () => {
    const page = await open();
    const other = readFileSync(join(root, 'tests/data/every-rule.rulebook.json'), 'utf8');
    await follow(page, other);
    const { title, figures } = JSON.parse(other);
    await shows(page, 'h1', title.zh);
    for (const { label } of figures) assert.ok((await page.text(at('.form'))).includes(label.zh), label.zh);
    await follow(page, '{"format":"infocity-rulebook/1"}');
    await shows(page, '.broken', '指标体系文件有误');
    await page.close();
  });

  test('several on a page, removed and added again, each keeps its own', async () => {
    const page = await open();
    const cities = await page.eval(async () => {
      const [first, second] = [document.querySelector('infocity-check'), document.createElement('infocity-check')];
      second.submission = { format: 'infocity-submission/1', city: '乙市', figures: {} };
      let heard = 0;
      document.addEventListener('infocity-change', (event) => {
        if (event.composedPath()[0] === second && event.detail.format === 'infocity-assessment/1') heard += 1;
      });
      document.body.appendChild(second);
      await second.ready;
      first.submission = { format: 'infocity-submission/1', city: '甲市', figures: {} };
      await new Promise((done) => setTimeout(done, 100));
      second.remove();
      first.parentNode.insertBefore(second, first);
      return [first.submission.city, second.submission.city, second.shadowRoot.querySelector('#f-city').value, heard > 0];
    });
    assert.deepEqual(cities, ['甲市', '乙市', '乙市', true]);
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });
});

test('every browser shows the same texts, to the last digit', () => {
  const [first, ...others] = browsers.map(({ name }) => shown.get(name));
  assert.ok(first);
  for (const other of others) assert.deepEqual(other, first);
});
