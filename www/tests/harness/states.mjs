// The states of the page that somebody may meet, each brought about as a user would.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths.mjs';
import { at, example, rulebook, shows, submit } from './form.mjs';
import { onDisk, ready } from './site.mjs';

const shenzhen = example('shenzhen-2021');
const wuhan = join(root, 'rulebooks/miit-2019-63/examples/wuhan-2021.submission.json');
const there = (page, selector) => page.until((s) => window.__find(s) !== null, at(selector));
const press = (page, action) => page.click(at(`[data-action="${action}"]`));

async function file(page, picker, folder, name, content) {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  const { result } = await page.send('Runtime.evaluate', { expression: `window.__find(${JSON.stringify(at(`[data-picker="${picker}"]`))})` });
  await page.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
}

async function tryOut(page) {
  await press(page, 'try');
  await there(page, '.trial-bar');
  await page.type(at('#f-software_revenue'), '50');
  await page.click(at('[data-part="materials/application_form"] input'));
  await there(page, '[data-part="materials/application_form"] .entered-mark');
}

const draft = (id, version, city) => ({
  format: 'infocity-draft/1',
  rulebook: { id, version },
  at: 1,
  city,
  year: '2021',
  category: null,
  fields: [],
  materials: {},
  drafts: {},
  names: {},
});

/** What is asked in the result, and opened. */
async function ask(page, ...asked) {
  await page.eval((s) => (window.__find(s).closest('details').open = true), at('.indicators'));
  for (const id of asked) {
    await page.click(at(`[data-asks="${id}"]`));
    await page.until((s) => window.__find(s).innerText.length > 20, at(`[id="${id}"]`));
  }
}

/**
 * `about` are the places that differ from the first states (without it, all of the page), `submission` is what the form begins
 * with, `before` what is done before the page loads, `inResult` says that on a phone it is the result that shows it.
 */
export const states = [
  { name: 'empty' },
  { name: 'half filled', submission: shenzhen, inResult: true },
  { name: 'complete', submission: example('strong-comprehensive'), inResult: true },
  {
    name: 'faults listed',
    about: ['.overview', '[data-part="year"]', '[data-part="figures/retail_sales"]'],
    prepare: async (page) => {
      await page.type(at('#f-retail_sales'), 'x');
      await page.type(at('#f-year'), '去年');
      await press(page, 'list-faults');
      await there(page, '.fault-summary');
    },
  },
  {
    name: 'help and note open',
    about: ['[data-part="figures/retail_sales"]', '[data-part="figures/disposable_income"]', '[data-part="figures/electronics_revenue"]'],
    submission: shenzhen,
    prepare: async (page) => {
      await page.click(at('[data-part="figures/retail_sales"] .help-toggle'));
      await page.click(at('[data-part="figures/retail_sales"] .note-toggle'));
      await page.choose(at('[data-part="figures/disposable_income"] select.mode'), 'estimate');
      await page.choose(at('[data-part="figures/electronics_revenue"] select.mode'), 'none');
    },
  },
  {
    name: 'a pasted table',
    about: ['.paste-place'],
    submission: shenzhen,
    prepare: async (page) => {
      await press(page, 'paste-table');
      await page.send('Input.insertText', {
        text: '指标\t单位\t2020\t2021\n软件业务收入\t吨\t1\t2\n社会消费品零售总额增速\t%\t\t9.6\n网上零售额\t\t1\t1.2e3\n常住人口\t万人\t1760\t若干',
      });
      await shows(page, '.paste-lines', '1.2e3');
    },
  },
  {
    name: 'explanations open',
    about: ['.result'],
    submission: shenzhen,
    inResult: true,
    prepare: (page) =>
      ask(page, 'why-comprehensive/category:comprehensive', 'why-comprehensive/dimension:demand', 'why-comprehensive/indicator:retail_score', 'why-requirement:attention', 'why-field:industry'),
  },
  {
    name: 'what it would take',
    about: ['.result'],
    submission: { ...shenzhen, figures: { ...shenzhen.figures, policies_in_force: '0', centre_built: true, promotion_activities: ['training'] } },
    inResult: true,
    prepare: (page) => ask(page, 'reach-requirement-attention', 'reach-fit-comprehensive'),
  },
  { name: 'a trial', about: ['.head', '.trial-bar', '[data-part="figures/software_revenue"]', '[data-part="materials/application_form"]'], submission: shenzhen, prepare: tryOut },
  {
    name: 'a trial compared',
    about: ['.trial-bar', '.compare'],
    submission: shenzhen,
    prepare: async (page) => {
      await tryOut(page);
      await press(page, 'compare');
      await there(page, '.compare');
    },
  },
  {
    name: 'a file compared',
    about: ['.compare'],
    submission: shenzhen,
    prepare: async (page) => {
      const { result } = await page.send('Runtime.evaluate', { expression: `window.__find(${JSON.stringify(at('[data-picker="compare"]'))})` });
      await page.send('DOM.setFileInputFiles', { files: [wuhan], objectId: result.objectId });
      await there(page, '.compare');
      await press(page, 'only-different');
    },
  },
  {
    name: 'the question whether to keep drafts',
    about: ['.foot'],
    prepare: async (page) => {
      await page.type(at('#f-city'), '示例市');
      await page.press('Tab');
      await there(page, '[data-keep="ask"]');
    },
  },
  {
    name: 'drafts offered',
    about: ['.keep-panels'],
    before: (page) =>
      page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `localStorage.setItem('infocity-check/draft/${rulebook.id}/one', ${JSON.stringify(JSON.stringify(draft(rulebook.id, rulebook.version, '示例市')))});
          localStorage.setItem('infocity-check/draft/${rulebook.id}/broken', '{"format":"infocity-draft/1","rul');`,
      }),
    prepare: (page) => there(page, '[data-offer="broken"]'),
  },
  {
    name: 'the report on an older version',
    about: ['.head', '.keep-panels'],
    prepare: async (page, folder) => {
      await file(page, 'open', folder, '旧版.json', {
        format: 'infocity-submission/1',
        rulebook: { id: rulebook.id, version: '0.9.0' },
        city: '甲市',
        year: 2020,
        figures: { abolished: { value: '12.50', unit: '亿元', note: '年鉴' }, administrative_level: 'kingdom', software_revenue: { value: '5', unit: '斤' } },
      });
      await there(page, '.keep-report');
    },
  },
  {
    name: 'files merged',
    about: ['.keep-panels'],
    submission: shenzhen,
    prepare: async (page, folder) => {
      await file(page, 'merge', folder, '工业和信息化局的填报文件.json', {
        format: 'infocity-submission/1',
        city: '乙市',
        year: 2020,
        figures: { retail_sales: { value: '9000', unit: '亿元', note: '统计公报' }, software_revenue: '81' },
      });
      await page.click(at('.keep-files input'));
      await there(page, '[data-conflict="figures/retail_sales"]');
    },
  },
  {
    name: 'what is asked of whom',
    about: ['.requests'],
    submission: shenzhen,
    prepare: async (page) => {
      await press(page, 'more');
      await press(page, 'requests');
      await there(page, '.holders');
    },
  },
  {
    name: 'a menu open',
    about: ['.head'],
    submission: shenzhen,
    prepare: async (page) => {
      await press(page, 'more');
      await there(page, '.menu-list');
    },
  },
  {
    name: 'the question before clearing',
    about: ['.head'],
    submission: shenzhen,
    prepare: async (page) => {
      await press(page, 'more');
      await press(page, 'clear');
      await there(page, '[data-action="clear-yes"]');
    },
  },
  {
    name: 'a file refused',
    about: ['.head'],
    prepare: async (page, folder) => {
      await file(page, 'open', folder, '有误.json', { format: 'infocity-submission/1', city: '甲市', year: 'x', figures: { retail_sales: '-5' } });
      await there(page, '.notice-bad');
    },
  },
];

/**
 * The page in a state, on a desk unless a size is given later.
 * @param {import('./chromium.mjs').Browser} chromium
 * @param {(typeof states)[number]} state
 * @param {string} folder where files that are given to the page may be written
 * @returns {Promise<import('./page.mjs').Page>}
 */
export async function inState(chromium, { before, submission, prepare }, folder) {
  const page = await chromium.tab({ offline: true });
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: 'try { localStorage.clear(); sessionStorage.clear(); } catch (error) {}' });
  await before?.(page);
  await page.go(onDisk('infocity-check.html'));
  await ready(page);
  if (submission !== undefined) await submit(page, submission);
  await prepare?.(page, folder);
  return page;
}

/** Opens every section of the form, as they are closed on a phone. */
export const unfold = (page) =>
  page.eval(() => {
    for (const toggle of document.querySelector('infocity-check').shadowRoot.querySelectorAll('.section-toggle[aria-expanded="false"]')) toggle.click();
  });
