// What axe-core finds in each state of the page: nothing that is serious.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Browser, browsers } from './harness/chromium.mjs';
import { at, example, shows } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let chromium;
before(async () => {
  chromium = await Browser.launch(browsers[0]);
});
after(() => chromium?.close());

async function findings(page) {
  await page.eval(`${axe};0`);
  const { violations } = await page.eval(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

const submit = (page, submission) => page.eval((s) => (document.querySelector('infocity-check').submission = s), submission);
const states = {
  empty: () => {},
  'half filled': (page) => submit(page, example('shenzhen-2021')),
  complete: (page) => submit(page, example('strong-comprehensive')),
  'with a fault, help and the question before clearing': async (page) => {
    await page.type(at('#f-retail_sales'), 'x');
    await page.press('Tab');
    await shows(page, '#b-retail_sales', 'x');
    await page.click(at('.help-toggle'));
    await page.click(at('[data-action="more"]'));
    await page.click(at('[data-action="clear"]'));
  },
  'with a pasted table': async (page) => {
    await page.click(at('[data-action="paste-table"]'));
    await page.send('Input.insertText', { text: '指标\t单位\t2020\t2021\n软件业务收入\t吨\t1\t2\n社会消费品零售总额增速\t%\t\t9.6\n网上零售额\t\t1\t1.2e3' });
    await shows(page, '.paste-lines', '1.2e3');
    await page.click(at('.note-toggle'));
  },
};

for (const lang of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    for (const [name, prepare] of Object.entries(states)) {
      test(`${name}, ${lang}, ${theme}`, async () => {
        const page = await chromium.open(onDisk('infocity-check.html'));
        await ready(page);
        await page.eval(
          (lang, theme) => {
            const element = document.querySelector('infocity-check');
            element.setAttribute('lang', lang);
            element.setAttribute('theme', theme);
          },
          lang,
          theme,
        );
        await prepare(page);
        assert.deepEqual(await findings(page), []);
        await page.size({ width: 360, height: 740, mobile: true });
        assert.deepEqual(await findings(page), [], 'on a phone');
        await page.click(at('[data-action="view"]'));
        assert.deepEqual(await findings(page), [], 'the result on a phone');
        await page.close();
      });
    }
  }
}
