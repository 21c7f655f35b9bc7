// The workbench's stories, in a current Chromium and in one of 2019: a rulebook is pasted with faults and mended, tried on a
// city, changed, compared with what it came from, and downloaded.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, root } from '../build/paths.mjs';
import { axeFinds } from './harness/axe.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { arrived } from './harness/downloads.mjs';
import { example, golden, range, rulebook } from './harness/form.mjs';
import { calm, onDisk, ready, serveBuilt } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'";
const flagship = readFileSync(join(root, 'rulebooks/miit-2019-63/rulebook.json'), 'utf8');
const minimal = readFileSync(join(root, 'tests/data/minimal.rulebook.json'), 'utf8');
const at = (selector) => `infocity-workbench >>> ${selector}`;
const editor = at('.cm-content');

inBrowsers(({ chromium }) => {
  async function open(url = onDisk('workbench.html'), options = { offline: true }) {
    const page = await chromium.open(url, options);
    await page.until(() => {
      const element = document.querySelector('infocity-workbench');
      return element && element.ready && element.ready.then(() => true);
    });
    return page;
  }
  const shows = (page, selector, text) =>
    page.until(
      (selector, text) => {
        const element = window.__find(selector);
        return element !== null && element.innerText.includes(text);
      },
      at(selector),
      text,
    );
  /** Puts a text in place of the editor's as a paste does. */
  const paste = async (page, text) => {
    await page.click(at('.cm-scroller'));
    await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, modifiers: 2 });
    await page.eval(
      (selector, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        window.__find(selector).dispatchEvent(event);
      },
      editor,
      text,
    );
  };
  const typed = (page, text) => page.send('Input.insertText', { text });
  const checked = (page) => page.until((selector) => window.__find(selector) !== null, at('[data-standing="checked"]'));
  const clickText = (page, text) =>
    page.eval(
      (text) => {
        const root = document.querySelector('infocity-workbench').shadowRoot;
        const button = Array.from(root.querySelectorAll('.wb-problem-place')).find((candidate) => candidate.innerText.includes(text));
        button.click();
      },
      text,
    );
  const begin = async (page, which = 'miit-2019-63') => {
    await page.click(at(`[data-start="${which}"]`));
    await shows(page, '.wb-standing', '没有错误');
  };
  const give = async (page, picker, path) => {
    const { result } = await page.send('Runtime.evaluate', { expression: `window.__find(${JSON.stringify(at(`[data-picker="${picker}"]`))})` });
    await page.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
  };
  const lossless = (page) => page.eval(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

  test('pasted with a fault, mended at its place, tried, downloaded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'infocity-workbench-'));
    const page = await open();
    await page.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    assert.equal(await lossless(page), true, 'nothing was typed yet');
    await paste(page, minimal.replace('"of": "rate"', '"of": "rates"'));
    await shows(page, '.wb-standing', '1 处错误');
    const problem = await page.text(at('.wb-problem'));
    const line = minimal.slice(0, minimal.indexOf('"of"')).split('\n').length;
    assert.ok(problem.includes(`第 ${line} 行`), problem);
    assert.match(problem, /普及率得分[^]*rates[^]*rate/);
    assert.ok(problem.includes('/dimensions/0/indicators/0/score/piecewise/of'));
    await clickText(page, '普及率得分');
    await page.until((s) => window.__find(s) !== null, at('.cm-lint-marker-error'));
    assert.equal(await page.text(at('.cm-lintRange-error')), 'rates');
    // The place is selected: what is typed takes its place.
    await page.until((s) => window.__find(s) !== null, at('.cm-selectionLayer .cm-selectionBackground'));
    await typed(page, 'rate');
    await shows(page, '.wb-standing', '没有错误');
    assert.equal(await lossless(page), false, 'it was not downloaded yet');
    await shows(page, '.wb-result', '0.00–100.00');
    await page.click(at('[data-action="download"]'));
    const named = 'minimal-1.0.0.rulebook.json';
    const file = await arrived(folder);
    assert.deepEqual([file.name, file.text], [named, minimal]);
    await shows(page, '.notice', named);
    assert.equal(await lossless(page), true);
    assert.deepEqual(await page.problems(), calm);
    await page.close();
    rmSync(folder, { recursive: true });
  });

  test('text that is no JSON is told with its line and stays as it was typed', async () => {
    const page = await open();
    await paste(page, minimal.replace('"version": "1.0.0",', '"version": "1.0.0"'));
    await shows(page, '.wb-standing', '1 处错误');
    const problem = await page.text(at('.wb-problem'));
    assert.match(problem, /第 4 行/);
    await clickText(page, '第 4 行');
    await shows(page, '.cm-activeLine', '"version"');
    await typed(page, ',');
    await shows(page, '.wb-standing', '没有错误');
    await page.close();
  });

  test('a built-in rulebook on a city: as the page has it; a change beside what it came from; the last good result stays', async () => {
    const page = await open();
    await begin(page);
    const { categories } = golden('strong-comprehensive');
    await page.choose(at('#wb-example'), 'strong-comprehensive');
    for (const { id, score } of categories) await shows(page, `.wb-result [data-category="${id}"]`, range(score));
    await shows(page, `[data-before="${categories[0].id}"]`, '与来源版本相同');
    // Weights that do not sum to 100: the result is that of before.
    const from = flagship.indexOf('"weight"', flagship.indexOf('"dimensions"'));
    const changed = flagship.slice(0, from) + flagship.slice(from).replace('"20"', '"21"');
    assert.notEqual(changed, flagship);
    await paste(page, changed);
    await shows(page, '.wb-standing', '处错误');
    await shows(page, '.wb-note', '改错前');
    for (const { id, score } of categories) await shows(page, `.wb-result [data-category="${id}"]`, range(score));
    await paste(page, flagship.replace('"summary"', '"summary" ').replace(rulebook.title.zh, '新的名称').replace('"total": "60"', '"total": "61"'));
    await shows(page, '.wb-standing', '没有错误');
    await shows(page, '.wb-result', '参考线 61');
    await page.click(at('[data-tab="difference"]'));
    await shows(page, '.wb-difference', '2 处改动');
    await shows(page, '.wb-difference', '可能改变结果：1 处');
    await shows(page, '.wb-difference', '新的名称');
    await shows(page, '[data-version="not_raised"]', '1.1.0');
    await page.click(at('[data-tab="city"]'));
    await shows(page, '.wb-whole .title', '新的名称');
    assert.equal(await page.eval((s) => window.__find(s).value, at('#f-city')), example('strong-comprehensive').city);
    assert.deepEqual(await page.problems(), calm);
    await page.close();
  });

  test('an empty template loads and is looked through; what would be lost is asked for', async () => {
    const page = await open();
    await page.click(at('[data-action="start-empty"]'));
    await shows(page, '.wb-standing', '没有错误');
    await page.until((s) => window.__find(s) !== null, at('[data-findings="hint"], [data-findings="warning"]'));
    await paste(page, minimal);
    await shows(page, '.wb-standing', '没有错误');
    await page.click(at('[data-action="new"]'));
    await page.click(at('[data-start="miit-2019-63"]'));
    await shows(page, '.asking', '替换');
    await page.click(at('[data-action="replace-no"]'));
    assert.match(await page.text(editor), /minimal/);
    await page.click(at('[data-action="new"]'));
    await page.click(at('[data-start="miit-2019-63"]'));
    await page.click(at('[data-action="replace-yes"]'));
    await shows(page, '.cm-content', 'miit-2019-63');
    await page.close();
  });

  test('a complete sample loads, with nothing odd about it, and is tried in both categories', async () => {
    const page = await open();
    await page.click(at('[data-action="start-complete"]'));
    await shows(page, '.wb-standing', '没有错误');
    await shows(page, '.wb-panel', '未发现可能有误之处');
    // An official line is a pass mark, an assumption is not.
    for (const [id, line] of [['model', '合格线 80'], ['sound', '参考线 60']]) {
      await shows(page, `.wb-result [data-category="${id}"]`, '100');
      await shows(page, `.wb-result [data-category="${id}"]`, line);
    }
    await page.click(at('[data-tab="city"]'));
    await shows(page, '.wb-whole [data-part="year"]', '填报数据所属年份，如 2026。');
    assert.doesNotMatch(await page.text(at('.wb-whole [data-part="year"]')), /基准值/);
    await page.close();
  });

  test('files: a rulebook, a submission; what is none is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'infocity-workbench-'));
    const write = (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const page = await open();
    await give(page, 'rulebook', write('r.json', `\ufeff${minimal}`));
    await shows(page, '.notice', 'r.json');
    await shows(page, '.wb-standing', '没有错误');
    const submission = { format: 'infocity-submission/1', city: '示例市', year: 2021, figures: { rate: '75', other: '1' } };
    await give(page, 'submission', write('s.json', JSON.stringify(submission)));
    await shows(page, '.wb-who', '示例市');
    await shows(page, '.wb-result', '50.00');
    await shows(page, '.wb-side', '有 1 处与当前指标体系不符');
    await give(page, 'submission', write('bad.json', '{'));
    await shows(page, '.notice-bad', 'bad.json');
    await shows(page, '.wb-result', '50.00');
    await page.close();
    rmSync(folder, { recursive: true });
  });

  for (const [where, policy] of [
    ['from beside it', undefined],
    ['from a file that is chosen, where the policy lets nothing be fetched', strict],
  ]) {
    test(`a page of one file is made of what is written, ${where}`, async (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'infocity-workbench-'));
      t.after(() => rmSync(folder, { recursive: true }));
      const server = await serveBuilt(t, policy);
      const page = await open(`${server.address}/workbench.html`, {});
      await page.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await paste(page, minimal.replace('"of": "rate"', '"of": "rates"'));
      await shows(page, '.wb-standing', '1 处错误');
      assert.equal(await page.eval((s) => window.__find(s).disabled, at('[data-action="publish"]')), true, 'it has a fault');
      await paste(page, minimal.replace('"zh": "最小规则"', '"zh": "某县 </script> & 指标体系"'));
      await shows(page, '.wb-standing', '没有错误');
      await page.click(at('[data-action="publish"]'));
      if (policy) {
        await shows(page, '.notice', '请选择随本页发布的 infocity-check.html');
        await give(page, 'single-file', join(dist, 'webmaster.html'));
        await shows(page, '.notice-bad', '“webmaster.html”不是 infocity-check.html');
        await give(page, 'single-file', join(dist, 'infocity-check.html'));
      }
      const made = await arrived(folder);
      assert.equal(made.name, 'minimal-1.0.0.html');
      await shows(page, '.notice', 'minimal-1.0.0.html');
      await page.close();
      const published = await chromium.open(pathToFileURL(made.path).href, { offline: true });
      t.after(() => published.close());
      await ready(published);
      const { title, id, notice } = await published.eval(() => {
        const element = document.querySelector('infocity-check');
        return { title: document.title, id: element.assessment.rulebook.id, notice: element.textContent };
      });
      assert.deepEqual([title, id], ['某县 </script> & 指标体系', 'minimal']);
      assert.match(notice, /说明工具没有运行/);
      assert.doesNotMatch(notice, /常住人口/, 'the form to print is that of another rulebook');
      assert.deepEqual(await published.problems(), calm);
    });
  }

  test('under a strict policy, in English, with nothing asked for but its own files', async (t) => {
    const server = await serveBuilt(t, strict);
    const page = await open(`${server.address}/workbench.html?lang=en`, {});
    await page.click(at('[data-start="miit-2019-63"]'));
    await shows(page, '.wb-standing', 'No faults');
    await page.choose(at('#wb-example'), 'shenzhen-2021');
    await shows(page, '.wb-who', '2021');
    await paste(page, minimal.replace('"id": "minimal"', '"id": "Minimal"'));
    await shows(page, '.wb-standing', 'One fault');
    await clickText(page, 'Line 3');
    assert.equal(await page.eval((s) => getComputedStyle(window.__find(s)).display, at('.cm-scroller')), 'flex', 'the editor has its style');
    const { violations, ...rest } = await page.problems();
    assert.deepEqual(rest, { exceptions: [], errors: [] });
    // The icon of the page is data in it; and whether WebAssembly may run is asked once.
    assert.deepEqual(violations.map(({ blocked }) => blocked).filter((blocked) => !/^(data|wasm-eval|eval)/.test(blocked)), []);
    assert.deepEqual([...server.requests].sort(), ['/workbench.html?lang=en', '/workbench.js', '/workbench.page.css']);
    await page.close();
  });

  test('at 320 pixels nothing is cut off', async () => {
    const page = await open(undefined, { width: 320, height: 640, mobile: true });
    await begin(page);
    await paste(page, minimal.replace('"weight": "100"', '"weight": "99"'));
    await shows(page, '.wb-standing', '处错误');
    for (const tab of ['text', 'city', 'difference']) {
      await page.click(at(`[data-tab="${tab}"]`));
      await checked(page);
      assert.equal(await page.eval(() => document.documentElement.scrollWidth), 320, tab);
    }
    await page.close();
  });

  test('on a phone what is wrong stands before the text, and stays where it is while somebody writes', async () => {
    const page = await open(undefined, { width: 360, height: 740, mobile: true });
    await begin(page);
    await paste(page, minimal.replace('"weight": "100"', '"weight": "99"'));
    await shows(page, '.wb-standing', '处错误');
    const first = () => page.eval((parts) => {
      const [check, text] = parts.map((part) => window.__find(part).getBoundingClientRect().top);
      return check < text;
    }, [at('.wb-check'), at('.wb-editor')]);
    assert.equal(await first(), false);
    await page.eval((s) => window.__find(s).focus(), at('[data-tab="text"]'));
    await page.until((s) => window.__find(s) !== null, at('.wb-check-first'));
    assert.equal(await first(), true);
    await page.close();
  });
});

describe('axe-core finds nothing', () => {
  let chromium;
  before(async () => {
    chromium = await Browser.launch(browsers[0]);
  });
  after(() => chromium?.close());

  for (const lang of ['zh', 'en']) {
    for (const theme of ['light', 'dark']) {
      test(`${lang}, ${theme}`, async () => {
        const page = await chromium.open(`${onDisk('workbench.html')}?lang=${lang}`);
        await page.until(() => document.querySelector('infocity-workbench').ready.then(() => true));
        await page.eval((theme) => document.querySelector('infocity-workbench').setAttribute('theme', theme), theme);
        assert.deepEqual(await axeFinds(page), [], 'at the start');
        await page.click(at('[data-start="miit-2019-63"]'));
        await page.until((s) => window.__find(s) !== null, at('[data-trial]'));
        await page.until((s) => window.__find(s) !== null, at('[data-standing="checked"]'));
        assert.deepEqual(await axeFinds(page), [], 'with a rulebook');
        await page.click(at('.cm-scroller'));
        await page.send('Input.insertText', { text: 'x' });
        await page.until((s) => window.__find(s) !== null, at('.wb-problem'));
        await page.until((s) => window.__find(s) !== null, at('[data-standing="checked"]'));
        assert.deepEqual(await axeFinds(page), [], 'with a fault');
        for (const tab of ['city', 'difference']) {
          await page.click(at(`[data-tab="${tab}"]`));
          assert.deepEqual(await axeFinds(page), [], tab);
        }
        await page.close();
      });
    }
  }
});
