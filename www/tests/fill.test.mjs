// Filling in: another unit over what stands there, and going on by the Enter key.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, exists, focusedPart, focuses, rulebook, shows, value } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const inDemand = rulebook.figures.find(({ dimension }) => dimension === 'demand');

inBrowsers(({ chromium }) => {
  async function open() {
    const page = await chromium.open(onDisk('infocity-check.html'), { offline: true });
    await ready(page);
    return page;
  }

  test('another unit keeps the digits and offers to convert them', async () => {
    const page = await open();
    const row = '[data-part="figures/retail_sales"]';
    await page.type(at('#f-retail_sales'), '12447');
    assert.equal(await exists(page, `${row} .convert`), false, 'nothing is offered before');
    await page.choose(at(`${row} select.unit`), '万元');
    assert.equal(await value(page, '#f-retail_sales'), '12447');
    await page.choose(at(`${row} select.unit`), '亿元');
    assert.equal(await exists(page, `${row} .convert`), false, 'nothing is offered for the unit it was in');
    await page.choose(at(`${row} select.unit`), '万元');
    await shows(page, `${row} .convert`, '换算为 124,470,000 万元');
    await page.click(at(`${row} .convert`));
    assert.equal(await value(page, '#f-retail_sales'), '124470000');
    assert.equal(await exists(page, `${row} .convert`), false, 'it is offered once');
    assert.equal(await focusedPart(page), 'figures/retail_sales');

    await page.choose(at(`${row} select.mode`), 'estimate');
    await page.type(at('#f-retail_sales'), '9000000');
    await page.type(at('#f-retail_sales-high'), '11000000');
    await page.choose(at(`${row} select.unit`), '亿元');
    await shows(page, `${row} .convert`, '900 亿元 至 1,100 亿元');
    await page.click(at(`${row} .convert`));
    await page.type(at('#f-software_revenue-last'), '80');
    await page.choose(at('[data-part="figures/software_revenue"] .number-last select.unit'), '万元');
    await page.click(at('[data-part="figures/software_revenue"] .number-last .convert'));
    const { figures } = await page.eval(() => document.querySelector('infocity-check').submission);
    assert.deepEqual(figures, {
      retail_sales: { between: ['900', '1100'], unit: '亿元' },
      software_revenue: { last: { value: '800000', unit: '万元' } },
    });
    await page.close();
  });

  test('a range becomes an estimate, and every number is read back beside it', async () => {
    const page = await open();
    await page.type(at('#f-software_revenue'), '9,000-9,500亿元');
    await shows(page, '#b-software_revenue', '读作 9,000 至 9,500 亿元');
    await page.type(at('#f-software_revenue-last'), '79150000万');
    await shows(page, '#l-software_revenue', '读作 79,150,000 万元');
    assert.deepEqual([await value(page, '#f-software_revenue'), await value(page, '#f-software_revenue-high')], ['9000', '9500']);
    await shows(page, '#b-software_revenue', '读作 9,000 至 9,500 亿元');
    await page.type(at('#f-stations_5g'), '约4.8万');
    await shows(page, '#b-stations_5g', '“约”字不计');
    await page.type(at('#f-innovation_carriers'), '(1,234)');
    await page.press('Tab');
    await shows(page, '#b-innovation_carriers', '括号在会计报表中表示负数');
    const { figures } = await page.eval(() => document.querySelector('infocity-check').submission);
    assert.deepEqual(figures, {
      software_revenue: { between: ['9000', '9500'], unit: '亿元', last: { value: '79150000', unit: '万元' } },
      stations_5g: { value: '4.8', unit: '万个' },
    });
    await page.close();
  });

  test('Enter goes on and Shift+Enter back, into a section that is closed as well', async () => {
    const page = await open();
    const parts = await page.eval(() =>
      Array.from(document.querySelector('infocity-check').shadowRoot.querySelectorAll('.form [data-part]'), (row) => row.getAttribute('data-part')),
    );
    const first = parts.findIndex((part) => part === `figures/${inDemand.id}`);
    assert.ok(first > 0);
    await page.click(at('[data-section="demand"] .section-toggle'));
    await page.click(at('#f-city'));
    const seen = [await focusedPart(page)];
    for (let presses = 0; presses < 40 && seen[seen.length - 1] !== parts[first + 2]; presses += 1) {
      await page.press('Enter');
      const part = await focusedPart(page);
      if (part !== seen[seen.length - 1]) seen.push(part);
    }
    assert.deepEqual(seen, parts.slice(0, first + 3));
    await page.eval(() => document.querySelector('infocity-check').shadowRoot.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true }),
    ));
    await page.until(
      (part) => document.querySelector('infocity-check').shadowRoot.activeElement.closest('[data-part]').getAttribute('data-part') === part,
      parts[first + 1],
    );
    await page.close();
  });

  test('faults are listed when the result is saved, each with the way to its field', async () => {
    const page = await open();
    await page.type(at('#f-retail_sales'), 'x9');
    await page.press('Tab');
    await shows(page, '#b-retail_sales', '不是数');
    assert.equal(await exists(page, '.fault-summary'), false, 'nothing is listed while typing');
    await page.send('Page.setDownloadBehavior', { behavior: 'deny' });
    await page.click(at('[data-action="save"]'));
    await shows(page, '.fault-summary', '有 1 项填写有误');
    await focuses(page, '#fault-summary');
    await page.click(at('.fault-summary .link'));
    assert.equal(await focusedPart(page), 'figures/retail_sales');
    await page.type(at('#f-retail_sales'), '900');
    await page.until(() => document.querySelector('infocity-check').shadowRoot.querySelector('.fault-summary') === null);
    await shows(page, '.overview-count', '已填 1/');
    await page.click(at('[data-action="next-open"]'));
    const after = rulebook.figures.filter(({ dimension }) => dimension === 'demand').map(({ id }) => id);
    assert.equal(await focusedPart(page), `figures/${after[after.indexOf('retail_sales') + 1]}`);
    await page.close();
  });
});
