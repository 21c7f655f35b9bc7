// The page that gives the code to embed the form: what it gives, pasted into a host's page with the files and the headers that
// it lists, works there.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, root } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { axeFinds } from './harness/axe.mjs';
import { rulebook } from './harness/form.mjs';
import { calm, onDisk, ready, serveBuilt } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'";
const [first] = rulebook.categories;
const on = (selector) => `#infocity-embed >>> ${selector}`;

inBrowsers(({ chromium, folder, isCurrent }) => {
  async function generator(t, { search = '' } = {}) {
    const server = await serveBuilt(t, strict);
    const page = await chromium.open(`${server.address}/embed.html${search}`);
    t.after(() => page.close());
    await page.until((s) => window.__find(s) !== null, on('[data-code="code"]'));
    return page;
  }
  const form = (page, value) => page.click(on(`input[name="form"][value="${value}"]`));
  const code = (page, name = 'code') => page.eval((s) => window.__find(s).value, on(`[data-code="${name}"]`));
  const listed = (page, selector) =>
    page.eval((s) => Array.from(window.__find('#infocity-embed').shadowRoot.querySelectorAll(s), (element) => element.textContent.trim()), selector);
  /** The headers by what they are of. */
  async function headers(page) {
    const [of, all] = [await listed(page, '.em-headers dt'), await listed(page, '.em-headers dd')];
    const given = { page: {}, files: {} };
    all.forEach((header, at) => {
      const [name, value] = header.split(/: (.*)/s);
      given[of[at] === '粘贴代码的网页' ? 'page' : 'files'][name] = value;
    });
    return given;
  }

  let sites = 0;
  /** A server for the files that the page lists, and no others. */
  async function files(t, page, given = {}) {
    const place = join(folder, `files-${(sites += 1)}`);
    mkdirSync(place);
    for (const name of await listed(page, '.em-files li')) copyFileSync(join(dist, name), join(place, name));
    const server = await serve(place, { headers: given });
    t.after(() => server.close());
    return { ...server, place };
  }
  /** A host's page with code in it, opened. */
  async function host(t, body, given = {}, place = join(folder, `host-${(sites += 1)}`)) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'index.html'), `<!DOCTYPE html>\n<html lang="zh-CN"><meta charset="utf-8"><title>-</title>\n<body>\n${body}</body>\n</html>\n`);
    const server = await serve(place, { headers: given });
    t.after(() => server.close());
    const opened = await chromium.tab();
    t.after(() => opened.close());
    return { page: opened, open: () => opened.go(`${server.address}/`), address: server.address };
  }
  const shown = (page) =>
    page.eval(() => {
      const element = document.querySelector('infocity-check');
      const { lang, theme, category, drafts, assessment, shadowRoot } = element;
      return { lang, theme, category, drafts, rulebook: assessment.rulebook.id, page: shadowRoot.querySelector('.page').lang };
    });

  test('a script and the element, as chosen, checked, from a folder, under the policy that it names', async (t) => {
    const page = await generator(t);
    assert.equal(await code(page), '<script src="infocity-check.js" defer></script>\n<infocity-check>自评表在此载入。如果一直只有这行字，说明脚本没有运行：<a href="form.html">打印空白填报表</a>。</infocity-check>\n');
    await page.choose(on('#em-lang'), 'en');
    await page.choose(on('#em-theme'), 'dark');
    await page.choose(on('#em-category'), first.id);
    await page.click(on('#em-drafts'));
    await page.click(on('#em-integrity'));
    await page.type(on('#em-folder'), 'static/infocity');
    const given = await headers(page);
    const { place } = await files(t, page);
    const site = join(folder, 'with-a-folder');
    mkdirSync(join(site, 'static/infocity'), { recursive: true });
    for (const name of ['infocity-check.js', 'infocity-check.css']) copyFileSync(join(place, name), join(site, 'static/infocity', name));
    const { page: opened, open } = await host(t, await code(page), given.page, site);
    await open();
    assert.equal(await ready(opened), isCurrent ? 'wasm' : 'js');
    const wanted = { lang: 'en', theme: 'dark', category: first.id, drafts: 'off', rulebook: rulebook.id, page: 'en' };
    assert.deepEqual(await shown(opened), wanted);
    const { exceptions, violations } = await opened.problems();
    // An older browser is asked once whether WebAssembly may run.
    assert.deepEqual({ exceptions, violations: violations.map(({ blocked }) => blocked) }, { exceptions: [], violations: isCurrent ? [] : ['eval'] });
    // The preview shows the same.
    const preview = await page.eval(async () => {
      const element = window.__find('#infocity-embed >>> infocity-check');
      await element.ready;
      return [element.lang, element.theme, element.category, element.drafts, element.shadowRoot.querySelector('.page').lang];
    });
    assert.deepEqual(preview, ['en', 'dark', first.id, 'off', 'en']);
    // What is not the script that was checked does not run.
    writeFileSync(join(site, 'static/infocity/infocity-check.js'), `${readFileSync(join(dist, 'infocity-check.js'))} `);
    await open();
    assert.equal(await opened.eval(() => customElements.get('infocity-check') === undefined), true);
  });

  test('files on another site, checked: the headers of both', async (t) => {
    const page = await generator(t);
    await page.type(on('#em-folder'), 'https://files.example/a');
    assert.match(await code(page), /^<script src="https:\/\/files\.example\/a\/infocity-check\.js" integrity="sha384-[^"]+" crossorigin="anonymous" defer>/);
    assert.equal((await headers(page)).page['Content-Security-Policy'], "script-src https://files.example 'wasm-unsafe-eval'; style-src https://files.example");
    const served = await files(t, page, (await headers(page)).files);
    await page.type(on('#em-folder'), served.address);
    const { page: opened, open } = await host(t, await code(page), (await headers(page)).page);
    await open();
    await ready(opened);
    assert.equal((await shown(opened)).rulebook, rulebook.id);
  });

  test('another rulebook is data inside the element; one from a file is told from what is none', async (t) => {
    const page = await generator(t);
    await page.choose(on('#em-rulebook'), '1');
    const { page: opened, open } = await host(t, await code(page), {}, (await files(t, page)).place);
    await open();
    await ready(opened);
    const { rulebook: other } = await shown(opened);
    assert.notEqual(other, rulebook.id);
    const give = async (path) => {
      const { result } = await page.send('Runtime.evaluate', { expression: `window.__find(${JSON.stringify(on('[data-picker="rulebook"]'))})` });
      await page.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
    };
    await give(join(root, 'www/package.json'));
    await page.until((s) => window.__find(s) !== null && window.__find(s).innerText.includes('package.json'), on('.em-refused'));
    const own = join(root, 'tests/data/every-rule.rulebook.json');
    await give(own);
    const { id, title } = JSON.parse(readFileSync(own, 'utf8'));
    await page.until((s, id) => window.__find(s).value.includes(`"id":"${id}"`), on('[data-code="code"]'), id);
    assert.equal(await page.eval((s) => window.__find(s) === null, on('.em-refused')), true);
    await page.until((title) => window.__find('#infocity-embed >>> infocity-check >>> h1').innerText === title, title.zh);
    await page.choose(on('#em-rulebook'), '0');
    await page.until((title) => window.__find('#infocity-embed >>> infocity-check >>> h1').innerText === title, rulebook.title.zh);
  });

  test('a frame on a page of another site, with and without the script that gives it its height', async (t) => {
    const page = await generator(t);
    await form(page, 'frame');
    await page.choose(on('#em-lang'), 'en');
    await page.choose(on('#em-category'), first.id);
    await page.type(on('#em-folder'), 'https://files.example/');
    const place = join(folder, 'framing');
    const { page: opened, open, address } = await host(t, '', {}, place);
    const given = (await headers(page)).files;
    given['Content-Security-Policy'] = given['Content-Security-Policy'].replace('https://www.example.gov.cn', address);
    const served = await files(t, page, given);
    await page.type(on('#em-folder'), served.address);
    writeFileSync(join(place, 'index.html'), await code(page));
    await open();
    const frame = await chromium.frame(opened, '/frame.html');
    await ready(frame);
    const { category, page: lang } = await shown(frame);
    assert.deepEqual([category, lang], [first.id, 'en']);
    await opened.until(() => document.querySelector('iframe').offsetHeight > 1000);
    assert.equal(await opened.eval(() => document.querySelector('iframe').title), rulebook.title.en);
    await page.click(on('#em-sizes'));
    assert.doesNotMatch(await code(page), /<script/);
    assert.equal((await headers(page)).page['Content-Security-Policy'], `frame-src ${served.address}`);
    // For another rulebook there is something to paste into the frame's page.
    await page.choose(on('#em-rulebook'), '1');
    const text = readFileSync(join(served.place, 'frame.html'), 'utf8');
    const block = await code(page, 'frame');
    writeFileSync(join(served.place, 'frame.html'), text.replace('<infocity-check>', () => `<infocity-check>${block}`));
    writeFileSync(join(place, 'index.html'), await code(page));
    await open();
    const other = await chromium.frame(opened, '/frame.html');
    await ready(other);
    assert.notEqual((await shown(other)).rulebook, rulebook.id);
  });

  test('a backslash in the folder’s address is a slash', async (t) => {
    const page = await generator(t);
    for (const [typed, src] of [
      ['infocity\\0.1.0', 'infocity/0.1.0/'],
      ['infocity\\', 'infocity/'],
      ['https:\\\\files.example\\a', 'https://files.example/a/'],
    ]) {
      await page.type(on('#em-folder'), typed);
      assert.ok((await code(page)).startsWith(`<script src="${src}infocity-check.js"`), await code(page));
    }
    assert.match((await headers(page)).page['Content-Security-Policy'], /^script-src https:\/\/files\.example /);
  });

  test('a language stays chosen by way of a frame, which begins in it', async (t) => {
    const page = await generator(t);
    await page.choose(on('#em-lang'), 'zh');
    assert.match(await code(page), /<infocity-check lang="zh">/);
    await form(page, 'frame');
    assert.match(await code(page), /<iframe src="frame\.html" /);
    assert.equal(await page.eval((s) => window.__find(s).value, on('#em-lang')), '');
    await form(page, 'script');
    assert.match(await code(page), /<infocity-check lang="zh">/);
    assert.equal(await page.eval((s) => window.__find(s).value, on('#em-lang')), 'zh');
  });

  test('a link to the single file', async (t) => {
    const page = await generator(t);
    await form(page, 'file');
    await page.choose(on('#em-lang'), 'en');
    const served = await files(t, page, (await headers(page)).files);
    await page.type(on('#em-folder'), served.address);
    const { page: opened, open } = await host(t, await code(page));
    await open();
    await opened.click('a');
    await opened.until(() => location.pathname === '/infocity-check.html' && document.readyState === 'complete');
    await ready(opened);
    assert.equal((await shown(opened)).page, 'en');
  });

  test('it is copied, or selected where that is refused; no policy is broken; it speaks both languages', async (t) => {
    const page = await generator(t, { search: '?lang=en' });
    const said = () => page.text(on('.em-said'));
    await page.click(on('[data-action="copy-code"]'));
    await page.until((s) => window.__find(s).innerText === 'Copied.', on('.em-said'));
    await page.eval(() => {
      document.execCommand = () => false;
    });
    await page.click(on('[data-action="copy-code"]'));
    await page.until((s) => window.__find(s).innerText.includes('Ctrl+C'), on('.em-said'));
    const selected = await page.eval(() => {
      const field = window.__find('#infocity-embed').shadowRoot.activeElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(selected, await code(page));
    await page.choose(on('#em-theme'), 'dark');
    assert.equal(await said(), '', 'what was said is of other code');
    assert.equal(await page.text(on('h1')), 'Code to embed');
    await page.click(on('[data-action="language"]'));
    assert.equal(await page.text(on('h1')), '嵌入代码');
    assert.equal(await page.eval(() => document.documentElement.lang), 'zh-CN');
    const { exceptions, errors, violations } = await page.problems();
    // The policy lets no WebAssembly run, and the element in the preview finds that out.
    assert.deepEqual({ exceptions, errors, violations: violations.map(({ blocked }) => blocked) }, { exceptions: [], errors: [], violations: [isCurrent ? 'wasm-eval' : 'eval'] });
  });

  if (isCurrent) {
    test('axe-core finds nothing, at the width of a desk and of a phone', async (t) => {
      const page = await generator(t, { search: '?lang=en' });
      for (const value of ['script', 'frame', 'file']) {
        await form(page, value);
        await page.size(value === 'file' ? { width: 360, height: 740, mobile: true } : {});
        assert.deepEqual(await axeFinds(page), [], value);
      }
    });
  }

  test('from a disk, at the width of a phone: nothing is wider', async (t) => {
    for (const lang of ['zh', 'en']) {
      const page = await chromium.open(`${onDisk('embed.html')}?lang=${lang}`, { offline: true, width: 320, height: 640, mobile: true });
      t.after(() => page.close());
      for (const value of ['script', 'frame', 'file']) {
        await form(page, value);
        assert.ok((await page.eval(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)) <= 0, `${value} in ${lang}`);
      }
      assert.deepEqual(await page.problems(), calm);
    }
  });
});
