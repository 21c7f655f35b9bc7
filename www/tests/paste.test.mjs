// Pasting from a spreadsheet: what of it goes where is shown first, and nothing is entered by guess.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, focuses, paste, shows } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

inBrowsers(({ chromium }) => {
  async function open(submission) {
    const page = await chromium.open(onDisk('infocity-check.html'), { offline: true });
    await ready(page);
    if (submission) {
      await page.eval((s) => (document.querySelector('infocity-check').submission = s), { format: 'infocity-submission/1', ...submission });
      await page.until((city) => document.querySelector('infocity-check').submission.city === city, submission.city);
    }
    return page;
  }
  const figures = (page) => page.eval(() => document.querySelector('infocity-check').submission.figures);
  /** Each line of the preview: ticked or not, the figure and what it says. */
  const preview = (page) =>
    page.eval(() =>
      Array.from(document.querySelector('infocity-check').shadowRoot.querySelectorAll('.paste-lines tbody tr'), (row) => ({
        ticked: row.querySelector('input[type=checkbox]').checked,
        figure: (row.querySelector('.paste-figure') || { value: row.cells[2].innerText }).value,
        says: row.innerText,
      })),
    );

  test('a column goes down from the field that has the focus, and says what it replaces', async () => {
    const page = await open({ city: '甲', figures: { urban_income: { value: '60000', unit: '元', note: '年鉴' } } });
    assert.equal(await paste(page, '#f-disposable_income', '70847\r\n'), true, 'one cell is left to the browser');
    assert.equal(await paste(page, '#f-disposable_income', '70,847\r\n65000\r\n\r\n79.5%\r\n46286\r\n1.2e3\r\n'), false);
    await shows(page, '.paste-lines', '将替换现填的 60,000 元');
    await focuses(page, '#paste-title');
    const rows = await preview(page);
    assert.deepEqual(rows.map(({ ticked, figure }) => [figure, ticked]), [
      ['居民人均可支配收入', true],
      ['城镇居民人均可支配收入', true],
      ['常住人口城镇化率', true],
      ['居民人均消费支出', true],
      ['社会消费品零售总额', false],
    ]);
    assert.ok(rows[4].says.includes('1200'), rows[4].says);
    assert.deepEqual(await figures(page), { urban_income: { note: '年鉴', unit: '元', value: '60000' } }, 'nothing is entered yet');

    await page.press('Escape');
    await focuses(page, '#f-disposable_income');
    await paste(page, '#f-disposable_income', '70,847\r\n65000\r\n\r\n79.5%\r\n46286\r\n1.2e3\r\n');
    await shows(page, '[data-action="paste-apply"]', '4');
    await page.click(at('[data-action="paste-apply"]'));
    await shows(page, '.notice', '已填入粘贴的 4 项');
    await focuses(page, '#f-disposable_income');
    assert.deepEqual(await figures(page), {
      disposable_income: { unit: '元', value: '70847' },
      urban_income: { note: '年鉴', unit: '元', value: '65000' },
      urbanisation_rate: { unit: '%', value: '79.5' },
      consumption_per_head: { unit: '元', value: '46286' },
    });
    assert.deepEqual(await page.problems(), { exceptions: [], errors: [], violations: [] });
    await page.close();
  });

  test('a table goes by its names; what is only alike waits to be confirmed', async () => {
    const page = await open({ city: '甲', year: 2021, figures: {} });
    await paste(
      page,
      '#f-city',
      [
        '指标\t单位\t2020年\t2021年',
        '年末常住人口\t万人\t1763.38\t1768.16',
        '社会消费品零售总额增速\t%\t-5.2\t9.6',
        '其中：软件业务收入\t万元\t79150000\t90124000',
        '地区生产总值\t亿元\t27670\t30664',
        '建成中心\t\t\t是',
        '居民具有较强的信息消费意愿和能力\t\t\t√',
      ].join('\n'),
    );
    await shows(page, '.paste-lines', '请确认');
    assert.deepEqual((await preview(page)).map(({ ticked, figure }) => [figure, ticked]), [
      ['resident_population', true],
      ['retail_sales', false],
      ['software_revenue', true],
      ['', false],
      ['', false],
      ['consumer_willingness', true],
    ]);
    await page.choose(at('[data-line="4"] .paste-figure'), 'centre_built');
    await shows(page, '.paste-count', '已勾选 4 行');
    await page.click(at('[data-action="paste-apply"]'));
    await shows(page, '.notice', '4 项');
    assert.deepEqual(await figures(page), {
      resident_population: { unit: '万人', value: '1768.16', last: { unit: '万人', value: '1763.38' } },
      software_revenue: { unit: '万元', value: '90124000', last: { unit: '万元', value: '79150000' } },
      centre_built: true,
      consumer_willingness: true,
    });
    await page.close();
  });

  test('a unit that does not fit, or two that contradict each other, must be settled first', async () => {
    const page = await open({ city: '甲', figures: {} });
    await paste(page, '#f-city', '软件业务收入\t9012\t吨\n信息消费规模\t1.2亿\t万元\n网上零售额\t4500\t百万元\n快递业务量\t60\t');
    await shows(page, '.paste-lines', '单位须核对：亿元 ≠ 万元');
    assert.deepEqual((await preview(page)).map(({ ticked }) => ticked), [false, false, true, true]);
    await shows(page, '[data-line="2"]', '读作 45 亿元');
    await shows(page, '[data-line="3"]', '未写单位，按“万件”读取');
    await page.choose(at('[data-line="0"] .paste-unit'), '亿元');
    await page.choose(at('[data-line="3"] .paste-unit'), '亿件');
    await shows(page, '.paste-count', '已勾选 3 行');
    await page.click(at('[data-action="paste-apply"]'));
    await shows(page, '.notice', '3 项');
    assert.deepEqual(await figures(page), {
      software_revenue: { unit: '亿元', value: '9012' },
      online_retail: { unit: '亿元', value: '45' },
      express_parcels: { unit: '亿件', value: '60' },
    });
    await page.close();
  });

  test('without a clipboard a table is typed or pasted into a box, on a phone as well', async () => {
    const page = await open({ city: '甲', figures: {} });
    await page.size({ width: 360, height: 740, mobile: true });
    await page.click(at('[data-action="paste-table"]'));
    await focuses(page, 'textarea');
    await page.send('Input.insertText', { text: '1\t2\n3\t4' });
    await shows(page, '.paste', '看不出各格的含义');
    await page.eval(() => window.__find('infocity-check >>> .paste-text textarea').select());
    await page.send('Input.insertText', { text: '行政村通宽带比例\t120%\n常住人口\t1244.77万人' });
    await shows(page, '.paste-lines', '120 %');
    assert.deepEqual((await preview(page)).map(({ ticked }) => ticked), [false, true], 'what the rules refuse is not ticked');
    assert.equal(await page.eval(() => document.documentElement.scrollWidth), 360, 'nothing is cut off');
    await page.click(at('[data-line="0"] input[type=checkbox]'));
    await page.click(at('[data-action="paste-apply"]'));
    await shows(page, '.notice', '其中 1 项有误');
    await shows(page, '#b-villages_with_broadband', '120 %');
    assert.deepEqual(await figures(page), { resident_population: { unit: '万人', value: '1244.77' } });
    await page.close();
  });
});
