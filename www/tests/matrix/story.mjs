// What a city does with the page, from the first figure to the file that is opened again, in whatever browser the tab is of.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infocity } from '../../build/paths.mjs';
import { at, card, enter, range } from '../harness/form.mjs';

const city = '示例市';
const figures = {
  administrative_level: 'prefecture',
  resident_population: { value: '1244.77', unit: '万人' },
  software_revenue: { value: '1000.5', unit: '亿元' },
  centre_built: true,
};

/** What the command concludes. */
const native = (submission) =>
  JSON.parse(execFileSync(infocity, ['assess', '-', '--format', 'json'], { input: JSON.stringify(submission), encoding: 'utf8' }));

const submissionIn = (tab) => tab.eval(() => document.querySelector('infocity-check').submission);
const assessmentIn = (tab) => tab.eval(() => document.querySelector('infocity-check').assessment);

/** Figures are entered by mouse and keys, each once the one before stands there: it may move what follows. */
export async function fill(tab) {
  const stands = (key, wanted) => tab.until((key, wanted) => String(document.querySelector('infocity-check').submission[key]) === wanted, key, wanted);
  await tab.type(at('#f-city'), city);
  await stands('city', city);
  await tab.type(at('#f-year'), '2021');
  await stands('year', '2021');
  for (const [id, value] of Object.entries(figures)) {
    await enter(tab, id, value);
    await tab.until(
      (id, wanted) => {
        const stands = document.querySelector('infocity-check').submission.figures[id];
        return stands === wanted || (typeof stands === 'object' && stands.value === wanted.value && stands.unit === wanted.unit);
      },
      id,
      value,
    );
  }
}

async function result(tab) {
  const submission = await submissionIn(tab);
  assert.equal(submission.city, city);
  assert.deepEqual(submission.figures, figures);
  const assessment = await assessmentIn(tab);
  assert.deepEqual(assessment, native(submission));
  for (const { id, score } of assessment.categories) {
    const shown = (await card(tab, id)).replace(/[\s\u2009]/g, '');
    assert.ok(shown.includes(range(score)), `${id}: ${range(score)} in ${shown}`);
  }
}

async function explanation(tab) {
  const asked = 'why-comprehensive/dimension:demand';
  await tab.eval((s) => void (window.__find(s).closest('details').open = true), at('.indicators'));
  await tab.click(at(`[data-asks="${asked}"]`));
  await tab.until((s) => window.__find(s) !== null && window.__find(s).innerText.length > 20, at(`[id="${asked}"]`));
}

/** What would be printed is all there; `onPaper` prints it, where the browser can be told to. */
async function report(tab, onPaper) {
  const text = await tab.eval((s) => {
    window.dispatchEvent(new Event('beforeprint'));
    const { textContent } = window.__find(s);
    window.dispatchEvent(new Event('afterprint'));
    return textContent;
  }, at('.paper'));
  const { rulebook: used, submission } = await assessmentIn(tab);
  for (const said of [city, used.sha256, submission.sha256]) assert.ok(text.includes(said), `${said} is in the report`);
  if (!onPaper || tab.pdf === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'infocity-report-'));
  await tab.pdf(join(folder, 'report.pdf'));
  // Not every browser's fonts can be read back as text; sheets can be counted.
  const sheets = execFileSync('pdftotext', [join(folder, 'report.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\f').length - 1;
  rmSync(folder, { recursive: true });
  assert.ok(sheets >= 6 && sheets <= 20, `${sheets} sheets`);
}

/** Gives the page's own field for files a file of this text. */
async function open(tab, text) {
  await tab.eval(
    (s, text) => {
      const field = window.__find(s);
      const given = new DataTransfer();
      given.items.add(new File([text], '填报.json', { type: 'application/json' }));
      field.files = given.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    at('[data-picker="open"]'),
    text,
  );
}

async function saveAndReopen(tab) {
  const before = await submissionIn(tab);
  const concluded = await assessmentIn(tab);
  await tab.click(at('[data-action="save"]'));
  const text = await tab.handed();
  assert.deepEqual(JSON.parse(text), before);
  await tab.eval(() => document.querySelector('infocity-check').clear());
  assert.deepEqual((await submissionIn(tab)).figures, {});
  await open(tab, text);
  await tab.until((city) => document.querySelector('infocity-check').assessment.submission.city === city, city);
  assert.deepEqual(await submissionIn(tab), before);
  assert.deepEqual(await assessmentIn(tab), concluded);
}

/** Figures, result and explanation. */
export async function beginning(tab) {
  await fill(tab);
  await result(tab);
  await explanation(tab);
}

/** All of it. */
export async function story(tab, onPaper) {
  await beginning(tab);
  await report(tab, onPaper);
  await saveAndReopen(tab);
}

/** Keeps the page itself with what was entered; the text of the file. */
export async function keepPage(tab) {
  await tab.click(at('[data-action="save-as"]'));
  await tab.click(at('[data-action="save-offline"]'));
  return tab.handed();
}

/** What was kept stands there again, and can be worked with: report, saving, opening. */
export async function isKept(tab) {
  await result(tab);
  await report(tab, true);
  await saveAndReopen(tab);
}
