// Why a number of the result is what it is, opened in place; what it would take to reach what is not reached.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../build/paths.mjs';
import { axeFinds } from './harness/axe.mjs';
import { at, enter, example, exists, figure, focuses, follow, golden, range, rulebook, shows, submit } from './harness/form.mjs';
import { calm, onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const asks = (id) => `[data-asks="${id}"]`;
const expected = golden('shenzhen-2021').categories.find(({ id }) => id === 'comprehensive');
const demand = expected.dimensions.find(({ id }) => id === 'demand');
const retail = demand.indicators.find(({ id }) => id === 'retail_score');
const label = (list, id) => list.find((one) => one.id === id).label.zh;
const indicators = rulebook.dimensions.flatMap((dimension) => dimension.indicators);

inBrowsers(({ chromium, isCurrent }) => {
  async function open(submission = example('shenzhen-2021')) {
    const page = await chromium.open(onDisk('infocity-check.html'), { offline: true });
    await ready(page);
    await submit(page, submission);
    await shows(page, '.fingerprints, .prints', rulebook.version);
    return page;
  }
  const expanded = (page, id) => page.eval((s) => window.__find(s).getAttribute('aria-expanded'), at(asks(id)));
  const focused = (page) => page.eval(() => document.querySelector('infocity-check').shadowRoot.activeElement.getAttribute('data-asks'));
  /** Opens the list of all indicators. */
  const unfold = (page) => page.eval((s) => (window.__find(s).closest('details').open = true), at('.indicators'));
  /** A panel by its id, which may hold signs that a selector reads. */
  const panel = (id) => `[id="${id}"]`;

  test('a dimension and an indicator of the real example say how they come to their points', async () => {
    const page = await open();
    const dimension = 'why-comprehensive/dimension:demand';
    await page.click(at(asks(dimension)));
    await shows(page, panel(dimension), '各项相加');
    const told = await page.text(at(panel(dimension)));
    for (const { id, score, max } of demand.indicators) {
      assert.ok(told.includes(label(indicators, id)), id);
      assert.ok(told.includes(`${range(score, 2)} / ${max}`), `${id}: ${range(score, 2)} / ${max}`);
    }
    const fixed = (text) => range({ low: text, high: text }, 2);
    const sum = (end) => `${demand.indicators.map(({ score }) => fixed(score[end])).join(' + ')} = ${fixed(demand.score[end])}`;
    assert.ok(told.includes(sum('low')), sum('low'));
    assert.ok(told.includes(sum('high')), sum('high'));
    assert.match(told, /为什么是一个范围[\s\S]*信息消费规模[\s\S]*至多缩小 4/);
    assert.match(told, /官方文本[\s\S]*信息消费示范城市建设管理办法/);

    await unfold(page);
    const indicator = 'why-comprehensive/indicator:retail_score';
    await page.click(at(asks(indicator)));
    await shows(page, panel(indicator), '折算为分数');
    const way = await page.text(at(panel(indicator)));
    assert.equal(retail.score.low, retail.score.high);
    assert.match(way, /社会消费品零售总额[\s\S]*9,498\.12 亿元[\s\S]*141,177\.8724 万人/);
    assert.match(way, /9,498\.12 亿元 ÷ 1,768\.16 万人[\s\S]*≈53,717\.536874 元\/人/);
    assert.match(way, /0\.5 得 0，1 得 60，1\.8 得 100/);
    assert.ok(way.includes(`× ${retail.max} = ≈3.840713，即 ${range(retail.score, 2)} 分`), way);
    assert.match(way, /参考假设[\s\S]*达到全国平均得60%的分/);

    await page.eval((s) => window.__find(s).querySelectorAll('.why-pair .link')[1].click(), at(panel(indicator)));
    await focuses(page, '#f-retail_sales');
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });

  test('what is explained follows the figures while it is open', async () => {
    const page = await open();
    await unfold(page);
    const indicator = 'why-comprehensive/indicator:retail_score';
    await page.click(at(asks(indicator)));
    await shows(page, panel(indicator), '9,498.12 亿元');
    await page.type(at('#f-retail_sales'), '12345.6');
    await shows(page, panel(indicator), '12,345.6 亿元');
    await shows(page, panel(indicator), '即 4.00 分');
    await page.type(at('#f-retail_sales'), '');
    await shows(page, panel(indicator), '为什么是一个范围');
    await page.close();
  });

  test('the same number is another one in another category', async () => {
    const page = await open();
    await page.click(at(asks('why-comprehensive/dimension:demand')));
    await shows(page, panel('why-comprehensive/dimension:demand'), '/ 4');
    await page.click(at('.tab[aria-pressed="false"]'));
    const specialised = golden('shenzhen-2021').categories.find(({ id }) => id === 'specialised');
    const { score } = specialised.dimensions.find(({ id }) => id === 'demand');
    await shows(page, panel('why-specialised/dimension:demand'), `= ${range({ low: score.high, high: score.high }, 2)}`);
    await page.close();
  });

  test('by keyboard: opened, walked through, closed by Escape one inside the other', async () => {
    const page = await open();
    const dimension = 'why-comprehensive/dimension:demand';
    const inside = `${dimension}/comprehensive/indicator:retail_score`;
    await page.eval((s) => window.__find(s).focus(), at(asks(dimension)));
    assert.equal(await expanded(page, dimension), 'false');
    await page.press('Enter');
    assert.equal(await expanded(page, dimension), 'true');
    await shows(page, panel(dimension), '各项相加');
    for (let tabs = 0; tabs < 12 && (await focused(page)) !== inside; tabs += 1) await page.press('Tab');
    assert.equal(await focused(page), inside);
    const name = await page.eval((s) => window.__find(s).getAttribute('aria-label'), at(asks(inside)));
    assert.equal(name, `为什么：${label(indicators, 'retail_score')}`);
    await page.press(' ');
    await shows(page, panel(inside), '折算为分数');
    await page.press('Tab');
    assert.notEqual(await focused(page), inside);
    await page.press('Escape');
    assert.equal(await focused(page), inside, 'the focus is given back');
    assert.equal(await exists(page, panel(inside)), false);
    assert.equal(await expanded(page, dimension), 'true', 'what it stood in stays open');
    await page.press('Escape');
    assert.equal(await focused(page), dimension);
    assert.equal(await exists(page, '.why-panel'), false);
    await page.close();
  });

  test('a requirement that is not met says why, and, once asked, what it would take', async () => {
    const submission = example('shenzhen-2021');
    Object.assign(submission.figures, { policies_in_force: '0', centre_built: true, promotion_activities: ['training'] });
    const page = await open(submission);
    await shows(page, '[data-requirement="attention"] .mark', '不满足');
    await page.click(at(asks('why-requirement:attention')));
    await shows(page, panel('why-requirement:attention'), '须 ≥ 1 项，现为 0 项，相差 1 项');

    const reach = 'reach-requirement-attention';
    const first = await page.eval(
      (button, panel) => {
        window.__find(button).click();
        // It is drawn after this turn, and searched after it is seen.
        return Promise.resolve().then(() => Promise.resolve()).then(() => window.__find(panel).innerText);
      },
      at(asks(reach)),
      at(panel(reach)),
    );
    assert.equal(first.trim(), '正在查找…');
    await shows(page, panel(reach), '改变这一项即可');
    const { zh } = figure('policies_in_force').label;
    assert.ok((await page.text(at(panel(reach)))).includes(`${zh}：由 0 项 提高到 1 项，增加 1 项`));

    await page.type(at('#f-retail_sales'), '9000');
    await shows(page, panel(reach), '数据已改变');
    await page.click(at(`${panel(reach)} .why-state .link`));
    await page.until((s) => !/数据已改变|正在查找/.test(window.__find(s).innerText), at(panel(reach)));
    await shows(page, panel(reach), '由 0 项 提高到 1 项');

    await enter(page, 'policies_in_force', '3');
    await shows(page, '[data-requirement="attention"] .mark', '满足');
    await page.until((s) => window.__find(s) === null, at(asks(reach)));
    await shows(page, panel('why-requirement:attention'), '3 项 ≥ 1 项');
    await enter(page, 'policies_in_force', '0');
    await shows(page, '[data-requirement="attention"] .mark', '不满足');
    assert.equal(await expanded(page, reach), 'false', 'nothing is searched for unasked');
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });

  test('what cannot be reached says what stands against it; a category that does not fit says what it lacks', async () => {
    const submission = example('strong-comprehensive');
    submission.figures.administrative_level = 'county';
    const page = await open(submission);
    await page.click(at(asks('reach-requirement-level')));
    await shows(page, panel('reach-requirement-level'), '由不能改变的数据决定');
    await shows(page, panel('reach-requirement-level'), figure('administrative_level').label.zh);
    await page.click(at(asks('reach-fit-comprehensive')));
    await shows(page, panel('reach-fit-comprehensive'), '无法达到');
    assert.equal(await exists(page, asks('reach-line-comprehensive')), false, 'the line is reached');
    await page.close();
  });

  test('what it would take names what, once known, may let less do, with the way there', async () => {
    const page = await open();
    const reach = panel('reach-line-comprehensive');
    await page.click(at(asks('reach-line-comprehensive')));
    // Without the number of households nearly as many must have broadband as any city can have.
    await shows(page, reach, '按最不利的情形计算');
    const names = () => page.eval((s) => [...window.__find(s).querySelectorAll('p')].filter((p) => /最不利/.test(p.innerText)).map((p) => [...p.querySelectorAll('a')].map((a) => a.innerText).join()), at(reach));
    assert.deepEqual(await names(), [figure('family_households').label.zh]);
    await enter(page, 'family_households', '650');
    await page.click(at(`${reach} .why-state .link`));
    await page.until((s) => !/数据已改变|正在查找|最不利/.test(window.__find(s).innerText), at(reach));
    await page.close();
  });

  for (const [name, book, city] of [
    ['every kind of rule', 'tests/data/every-rule.rulebook.json', 'tests/data/every-rule/half-known.submission.json'],
    ['three levels and weights that are not known', 'rulebooks/smart-city-2016/rulebook.json', undefined],
  ]) {
    test(`everything there is to ask has an answer: ${name}`, async () => {
      const page = await open();
      const read = (path) => readFileSync(join(root, path), 'utf8');
      await follow(page, read(book));
      await shows(page, 'h1', JSON.parse(read(book)).title.zh);
      if (city !== undefined) await page.eval((s) => (document.querySelector('infocity-check').submission = JSON.parse(s)), read(city));
      // What opens may hold questions of its own.
      const asked = await page.until(() => {
        const { shadowRoot } = document.querySelector('infocity-check');
        shadowRoot.querySelectorAll('[data-asks][aria-expanded="false"]').forEach((button) => button.click());
        if (/正在(计算|查找)/.test(shadowRoot.querySelector('.result').textContent)) return 0;
        if (shadowRoot.querySelector('[data-asks][aria-expanded="false"]')) return 0;
        return shadowRoot.querySelectorAll('.why-panel').length;
      });
      assert.ok(asked > 10, String(asked));
      const told = await page.eval(() => document.querySelector('infocity-check').shadowRoot.querySelector('.result').textContent);
      assert.doesNotMatch(told, /undefined|NaN|\[object|暂时不能说明|没有查到/);
      const twice = await page.eval(() => {
        const ids = Array.from(document.querySelector('infocity-check').shadowRoot.querySelectorAll('[id]'), ({ id }) => id);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
      });
      assert.deepEqual(twice, [], 'an id stands twice');
      assert.deepEqual(await page.problems(), calm);
      await page.close();
    });
  }

  test('with everything open: no sideways scrolling on a phone, and nothing serious for whoever cannot see it', async () => {
    const page = await open();
    await page.size({ width: 320, height: 640, mobile: true });
    await page.click(at('[data-action="view"]'));
    await unfold(page);
    for (const id of ['why-comprehensive/category:comprehensive', 'why-comprehensive/indicator:retail_score', 'why-requirement:attention', 'reach-fit-comprehensive', 'why-field:industry']) {
      await page.click(at(asks(id)));
      await page.until((s) => window.__find(s).innerText.length > 20, at(panel(id)));
    }
    for (const lang of ['zh', 'en']) {
      await page.eval((lang) => document.querySelector('infocity-check').setAttribute('lang', lang), lang);
      assert.ok((await page.eval(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)) <= 0, `too wide in ${lang}`);
      if (!isCurrent) continue;
      assert.deepEqual(await axeFinds(page), []);
    }
    await page.close();
  });

  test('on paper stands what is open, and no button', async () => {
    const page = await open();
    const shown = () => page.eval((s) => document.querySelector('infocity-check').shadowRoot.querySelectorAll(s).length, '.why-panel');
    await page.eval(() => window.dispatchEvent(new Event('beforeprint')));
    assert.equal(await shown(), 0);
    await page.eval(() => window.dispatchEvent(new Event('afterprint')));
    await page.click(at(asks('why-comprehensive/dimension:demand')));
    await shows(page, panel('why-comprehensive/dimension:demand'), '各项相加');
    await page.eval(() => window.dispatchEvent(new Event('beforeprint')));
    assert.equal(await shown(), 1);
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    assert.equal(await page.eval((s) => window.__find(s).offsetParent, at('.why-button')), null);
    await page.close();
  });
});
