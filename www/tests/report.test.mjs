// The printed report, the radar, and the page kept as one file, in a current Chromium and in one of 2019.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { dist, root } from '../build/paths.mjs';
import { arrived } from './harness/downloads.mjs';
import { at, example, follow, rulebook } from './harness/form.mjs';
import { calm, onDisk, ready, serveBuilt } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const json = (...path) => JSON.parse(readFileSync(join(root, 'rulebooks', ...path), 'utf8'));

// A reader of PDF may name a glyph by the radical that looks the same; of these NFKC knows none, or another character.
const radicals = { 戶: '户', '\u2ea0': '民', '\u2ec5': '见', '\u2ecb': '车', '\u2ed3': '长', '\u2ed4': '门', '\u2eda': '页', '\u2eec': '齐' };

/** The text without what a line or a cell may break, and without dashes: readers take one for another, or for a divided word. */
const plain = (text) =>
  text
    .normalize('NFKC')
    .replace(/[戶\u2e80-\u2eff]/g, (sign) => radicals[sign] ?? sign)
    .replace(/[\s\u2010-\u2015-]+/g, '');
const indicatorsOf = (list) => list.flatMap((indicator) => [indicator, ...indicatorsOf(indicator.indicators ?? [])]);

const withoutDigits = (text) => plain(text).replace(/\d/g, '');

/** What a browser prints, and on how many sheets; `read` is what may be compared of it. */
async function printed(page, folder, read = plain) {
  const file = join(folder, 'printed.pdf');
  await page.pdf(file);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { read, plain: read(text), sheets: text.split('\f').length - 1 };
}

function says(paper, texts, what) {
  for (const text of texts) assert.ok(paper.plain.includes(paper.read(text)), `${what}: ${text}`);
}

/** The headings of the chapters in order, each found after the one before. */
function inOrder(paper, headings) {
  let from = 0;
  for (const heading of headings) {
    const found = paper.plain.indexOf(paper.read(heading), from);
    assert.ok(found >= 0, `the chapter ${heading}`);
    from = found;
  }
}

inBrowsers(({ chromium, folder, isCurrent }) => {
  async function open(t, address = onDisk('infocity-check.html'), options) {
    const page = await chromium.open(address, { offline: true, ...options });
    t.after(() => page.close());
    await ready(page);
    return page;
  }

  const element = (page, code, ...args) =>
    page.eval(`(${code})(document.querySelector('infocity-check'), ...${JSON.stringify(args)})`);

  async function fill(page, submission, lang = 'zh') {
    const set = (check, submission, lang) => {
      check.setAttribute('lang', lang);
      check.submission = submission;
      return check.ready;
    };
    await element(page, set, submission, lang);
    await page.until((city) => document.querySelector('infocity-check').assessment.submission.city === city, submission.city);
  }

  test('all of the result and all that was entered is on paper, with its basis, in both languages', async (t) => {
    const page = await open(t);
    const submission = example('shenzhen-2021');
    submission.figures.software_revenue = { between: ['900', '1100'], unit: '亿元', last: { value: '880', unit: '亿元' }, note: '示例来源说明' };
    for (const [lang, words] of Object.entries({
      zh: {
        title: `${submission.city}${rulebook.title.zh}报告`,
        chapters: ['一、结论', '二、得分', '三、条件', '四、尚缺事项', '五、填报数据', '六、计算过程', '七、路径与材料', '八、依据与说明'],
        values: ['= 9,498.12 亿元 ÷ 1,768.16 万人 = ≈53,717.536874 元/人', '≈0.960178 × 4 = ≈3.840713，即 3.84 分', '全国社会消费品零售总额 440,823 亿元（2021 年，官方文本）', '估计 900 亿元 至 1,100 亿元', '880 亿元', '1,768.16 万人', '尚未填报', '不按零计', '自评生成'],
        marks: ['官方文本', '解读', '转述', '参考假设'],
      },
      en: {
        title: `${rulebook.title.en} – ${submission.city}`,
        chapters: ['1. Conclusion', '2. Points', '3. Requirements', '4. What is missing', '5. Figures entered', '6. How points come about', '7. Route and documents', '8. Sources and notes'],
        values: ['≈0.960178 × 4 = ≈3.840713, that is 3.84 points', 'estimate, 900 (100 million yuan) to 1,100 (100 million yuan)', 'not entered', 'never as zero', 'comes from a self-check'],
        marks: ['official', 'interpretation', 'reported', 'assumption'],
      },
    })) {
      await fill(page, submission, lang);
      const assessment = await element(page, (check) => check.assessment);
      // Digits amid Latin letters are on the old browser's paper and not always in the text of its PDF.
      const paper = await printed(page, folder, !isCurrent && lang === 'en' ? withoutDigits : plain);
      const labels = (list) => (list ?? []).map(({ label }) => label[lang]);
      says(paper, [words.title, ...words.values, ...words.marks, '示例来源说明'], 'the report');
      inOrder(paper, words.chapters);
      says(paper, labels(rulebook.categories), 'category');
      says(paper, labels(rulebook.fields), 'field');
      says(paper, labels(rulebook.dimensions), 'dimension');
      says(paper, labels(indicatorsOf(rulebook.dimensions.flatMap(({ indicators }) => indicators))), 'indicator');
      says(paper, labels(rulebook.requirements), 'requirement');
      says(paper, labels(rulebook.figures), 'figure');
      says(paper, labels(rulebook.materials), 'material');
      says(paper, labels(rulebook.notes), 'note');
      says(paper, rulebook.sources.map(({ title }) => title[lang]), 'source');
      const { id, version, sha256 } = assessment.rulebook;
      says(paper, [id, version, sha256, assessment.submission.sha256, assessment.engine], 'to verify');
      assert.ok(paper.sheets >= 8 && paper.sheets <= 20, `${paper.sheets} sheets`);
      // The heads of a table stand on each sheet that it reaches.
      const heads = plain(lang === 'zh' ? '维度和指标依据得分分值' : 'Dimensions and indicators Basis Points Of');
      assert.ok(paper.plain.split(heads).length - 1 >= rulebook.categories.length + 1, 'repeated heads');
      // Nothing of the screen is.
      assert.ok(!paper.plain.includes(plain(lang === 'zh' ? '清空' : 'Save as')));
    }
    assert.equal(await page.eval((s) => window.__find(s).childElementCount, at('.paper')), 0, 'the report is gone from the screen');
    assert.equal(await page.eval((s) => window.__find(s).innerText.length > 0, at('.form')), true);
    assert.deepEqual(await page.problems(), calm);
  });

  test('the working on paper names what was scored, what was ticked, which part counted, and what is only possible', async (t) => {
    const page = await open(t);
    const submission = example('industry-specialised');
    delete submission.figures.centre_built;
    submission.figures.centre_planned = true;
    await fill(page, submission);
    says(
      await printed(page, folder),
      [
        ...['按“宣传培训活动”中选中的项相加，满分 100', '信息技能培训 得 30', '合计 100，至多 100', '得分比例 1'],
        ...['取计分领域中最高的', '行业类信息消费：按“行业类信息消费示范水平”的选项计分，满分 100', '行业类信息消费：突出 得 100'],
        ...['第 1 项（可能是此项）：是 得 100（可能是此项）', '第 2 项（可能是此项）：是 得 40'],
        ...['“行政村通宽带比例” = 100%', '≥ 100% 得 100'],
        ...['软件业务收入增速（取用值） = 110 亿元 ÷ 92 亿元 - 1 = ≈19.565217%', '选了“由两年收入计算”，按此计算'],
      ],
      'the working',
    );
  });

  test('what is at fault is on paper as typed, and said to count as unknown', async (t) => {
    const page = await open(t);
    await page.type(at('#f-software_revenue'), '若干');
    await page.press('Tab');
    const paper = await printed(page, folder);
    says(paper, ['若干 亿元', '改正前，该项按尚未填报计算。', '另有 1 项填写有误', `${rulebook.title.zh}报告`], 'the report');
  });

  test('systems with more levels, without categories, without conditions have their report', async (t) => {
    const page = await open(t);
    for (const [id, name, chapters] of [
      ['smart-city-2016', 'partly-filled', ['一、结论', '二、得分', '三、条件', '四、尚缺事项', '五、填报数据', '六、计算过程', '七、依据与说明']],
      ['broadband-china-2013-31', 'made-up-2015', ['一、结论', '二、得分', '三、条件', '四、尚缺事项', '五、填报数据', '六、计算过程', '七、依据与说明']],
    ]) {
      const rules = json(id, 'rulebook.json');
      await follow(page, rules);
      const submission = json(id, 'examples', `${name}.submission.json`);
      await fill(page, submission);
      const paper = await printed(page, folder);
      inOrder(paper, chapters);
      says(paper, [`${submission.city}${rules.title.zh}报告`], 'title');
      says(paper, indicatorsOf(rules.dimensions.flatMap(({ indicators }) => indicators)).map(({ label }) => label.zh), 'indicator');
      // Where a weight is not known, nothing is said of points.
      if (id === 'smart-city-2016') says(paper, ['0.8 × 100 = 80，即得分率 80.00%（分值未知）', '最低 0.3 × 100 = 30，即得分率 30.00%'], 'working');
      if (id === 'smart-city-2016') assert.ok(!paper.plain.includes(plain('0.8 × 100 = 80，即 80.00 分')));
      says(paper, rules.figures.map(({ label }) => label.zh), 'figure');
      assert.ok(!paper.plain.includes('undefined') && !paper.plain.includes('信息消费'), 'nothing of another system');
      const radar = await page.eval((s) => (window.__find(s) ? window.__find(s).getAttribute('aria-label') : null), at('.radar svg'));
      if (rules.dimensions.length < 3) assert.equal(radar, null);
      else for (const { label } of rules.dimensions) assert.ok(radar.includes(label.zh), label.zh);
    }
    assert.deepEqual(await page.problems(), calm);
  });

  test('the radar says in words what it shows, and no name leaves the column', async (t) => {
    const page = await open(t, undefined, { width: 320, height: 700, mobile: true });
    for (const lang of ['zh', 'en']) {
      await fill(page, example('industry-specialised'), lang);
      if (lang === 'zh') await page.click(at('.compact .button'));
      const { words, outside, role } = await page.eval((s) => {
        const svg = window.__find(s);
        const { left, right } = svg.closest('.result').getBoundingClientRect();
        const names = Array.from(svg.querySelectorAll('text'));
        const out = names.filter((name) => {
          const box = name.getBoundingClientRect();
          return box.left < left || box.right > right;
        });
        return { words: svg.getAttribute('aria-label'), role: svg.getAttribute('role'), outside: out.map((name) => name.textContent) };
      }, at('.radar svg'));
      assert.equal(role, 'img');
      assert.deepEqual(outside, []);
      const { categories } = await element(page, (check) => check.assessment);
      const { dimensions } = categories.find(({ id }) => id === 'specialised');
      for (const { id, weight } of dimensions) {
        const { label } = rulebook.dimensions.find((dimension) => dimension.id === id);
        assert.ok(words.includes(label[lang]) && words.includes(weight), words);
      }
      assert.match(words, /40 ?%/);
    }
    assert.deepEqual(await page.problems(), calm);
  });

  /** Keeps the page as one file; gives the file. */
  async function keep(page, into) {
    const to = mkdtempSync(join(folder, into));
    await page.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: to });
    await page.click(at('[data-action="save-as"]'));
    await page.click(at('[data-action="save-offline"]'));
    return arrived(to);
  }

  const guarded = (page) => page.eval(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  const submissionOf = (page) => element(page, (check) => check.submission);

  test('the page is kept as one file with what was entered, again and again', async (t) => {
    const page = await open(t);
    const hostile = '</script><script>document.title="no"</script><!-- “引号” & \\u003c';
    await fill(page, { ...example('wuhan-2021'), city: '示例市' });
    await element(page, (check, note) => {
      const { submission } = check;
      submission.figures.resident_population = Object.assign({}, submission.figures.resident_population, { note });
      check.submission = submission;
      return Promise.resolve();
    }, hostile);
    await page.type(at('#f-city'), '示例二市');
    const entered = await submissionOf(page);
    assert.equal(entered.figures.resident_population.note, hostile);
    const first = await keep(page, 'first-');
    assert.equal(first.name, '示例二市2021-自评离线网页.html');
    assert.equal(await guarded(page), false, 'nothing to lose after it is kept');

    // Script, policy and the licences at the end are those of the page, byte for byte.
    const { text } = first;
    const built = readFileSync(join(dist, 'infocity-check.html'), 'utf8');
    assert.match(built, /<\/script>\n<!--\nLibraries [^]*^preact [\d.]+ \(MIT\)$[^]*^serde [\d.]+ \(MIT[^]*Permission is hereby granted[^]*-->\n<\/body>/m);
    assert.ok(!built.includes('@codemirror'), 'nothing of the workbench');
    const bare = text.replace(/<script type="application\/json" data-submission>.*?<\/script>/, '').replace('示例二市 · ', '');
    // The form to print is only in the page as built.
    const unprinted = built.replace(/(<infocity-check><div class="late">.*?<\/div>)<div class="late">[^]*?(?=<\/infocity-check>)/, '$1');
    assert.ok(unprinted.length < built.length && bare === unprinted, 'the page with nothing in it is the page as built');

    const again = await open(t, pathToFileURL(first.path).href);
    assert.deepEqual(await submissionOf(again), entered);
    assert.equal(await again.eval((s) => window.__find(s).value, at('#f-city')), '示例二市');
    assert.equal(await guarded(again), false, 'what was kept is saved');
    assert.equal(await again.eval(() => document.title), `示例二市 · ${rulebook.title.zh}`);

    await again.type(at('#f-retail_sales'), '4321');
    assert.equal(await guarded(again), true);
    await element(again, (check) => check.setAttribute('lang', 'en'));
    const changed = await submissionOf(again);
    const second = await keep(again, 'second-');
    const third = await open(t, pathToFileURL(second.path).href);
    assert.deepEqual(await submissionOf(third), changed);
    assert.match(JSON.stringify(changed), /4321/);
    assert.ok((await third.text(at('.title'))).includes(rulebook.title.en), 'in the language in which it was kept');
    for (const tab of [page, again, third]) assert.deepEqual(await tab.problems(), calm);
    for (const [tab, { path }] of [[again, first], [third, second]]) assert.deepEqual(tab.requests(), [pathToFileURL(path).href]);
  });

  test('another rulebook is kept with the page', async (t) => {
    const page = await open(t);
    const rules = json('broadband-china-2013-31', 'rulebook.json');
    await follow(page, rules);
    await fill(page, json('broadband-china-2013-31', 'examples', 'made-up-2015.submission.json'));
    const before = await element(page, (check) => check.assessment);
    const { path } = await keep(page, 'other-');
    const again = await open(t, pathToFileURL(path).href);
    assert.deepEqual(await element(again, (check) => check.assessment), before);
    assert.deepEqual(await again.problems(), calm);
  });

  test('a page that embeds the script by its address does not offer to be one file', async (t) => {
    const server = await serveBuilt(t);
    const page = await open(t, `${server.address}/`, { offline: false });
    await page.click(at('[data-action="save-as"]'));
    assert.equal(await page.eval((s) => window.__find(s), at('[data-action="save-offline"]')), null);
    assert.notEqual(await page.eval((s) => (window.__find(s) ? true : null), at('[data-action="save-assessment"]')), null);
  });
});
