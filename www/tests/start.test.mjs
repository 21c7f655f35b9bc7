// The page starts in browsers old and new, as a file and from a server, under no policy and under strict ones, with the
// form of the engine that the policy lets run; and once it is loaded it asks for nothing more.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { dist } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { calm, onDisk, ready, serveBuilt } from './harness/site.mjs';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";
const strictWithWasm = strict.replace("'self'", "'self' 'wasm-unsafe-eval'");
const withEval = strict.replace("'self'", "'self' 'unsafe-eval'");

for (const browser of browsers) {
  // Chromium before 97 knows no policy that allows WebAssembly alone.
  const old = browser.name !== 'current Chromium';

  describe(browser.name, () => {
    let chromium;
    before(async () => {
      chromium = await Browser.launch(browser);
    });
    after(() => chromium?.close());

    async function start(t, url, options) {
      const page = await chromium.open(url, options);
      t.after(() => page.close());
      const form = await ready(page);
      const requests = page.requests();
      // Anything the page still wants, it asks for within moments of being ready.
      await sleep(300);
      assert.deepEqual(page.requests(), requests, 'a request after the page was ready');
      return { form, requests, problems: await page.problems() };
    }

    for (const file of ['infocity-check.html', 'index.html']) {
      test(`${file} from the disk, without a network`, async (t) => {
        const { form, requests, problems } = await start(t, onDisk(file), { offline: true });
        assert.deepEqual(problems, calm);
        // The single file's own policy allows WebAssembly by the newer word.
        assert.equal(form, old && file === 'infocity-check.html' ? 'js' : 'wasm');
        if (file === 'infocity-check.html') assert.deepEqual(requests, [onDisk(file)]);
      });
    }

    /** A host's page with the element's files beside it and a script of its own, opened; and its server. */
    async function host(t, { html, script = '', options }) {
      const folder = mkdtempSync(join(tmpdir(), 'infocity-start-'));
      t.after(() => rmSync(folder, { recursive: true }));
      for (const name of ['infocity-check.js', 'infocity-check.css']) cpSync(join(dist, name), join(folder, name));
      writeFileSync(join(folder, 'page.js'), script);
      writeFileSync(join(folder, 'index.html'), `<!DOCTYPE html>${html}`);
      const server = await serve(folder, options);
      t.after(() => server.close());
      const page = await chromium.open(`${server.address}/`);
      t.after(() => page.close());
      return { page, server };
    }

    test('in a page written in GBK, from a server that names no encoding', async (t) => {
      const { page } = await host(t, {
        html: '<meta charset="gbk"><infocity-check lang="zh"></infocity-check><script src="infocity-check.js"></script>',
        options: { types: { '.html': 'text/html', '.js': 'text/javascript' } },
      });
      assert.equal(await ready(page), 'wasm');
      assert.match(await page.eval(() => document.querySelector('infocity-check').shadowRoot.textContent), /信息消费示范城市申报自评/);
      assert.deepEqual((await page.problems()).exceptions, []);
      // The style that older browsers take from beside it needs no mark, which its hash in a policy would not allow.
      assert.doesNotMatch(readFileSync(join(dist, 'infocity-check.css'), 'utf8'), /[^\n -~]/);
    });

    test('from a server that calls everything GBK: every page is read rightly, and what it carries runs', async (t) => {
      const gbk = (type) => `${type}; charset=gbk`;
      const server = await serve(dist, { types: { '.html': gbk('text/html'), '.js': gbk('text/javascript'), '.css': gbk('text/css') } });
      t.after(() => server.close());
      const texts = {
        'infocity-check.html': '信息消费示范城市申报自评',
        'index.html': '指标体系编制台',
        'frame.html': '信息消费示范城市申报自评',
        'form.html': '信息消费示范城市',
        'embed.html': '嵌入代码',
        'selftest.html': '结果（文字）',
        'webmaster.html': '给网站管理员',
        'workbench.html': '指标体系编制台',
      };
      for (const [name, text] of Object.entries(texts)) {
        const page = await chromium.open(`${server.address}/${name}`);
        await page.until((text) => {
          const inside = Array.from(document.querySelectorAll('*'), ({ shadowRoot }) => (shadowRoot ? shadowRoot.textContent : ''));
          return [document.body.textContent, ...inside].join('').includes(text);
        }, text);
        assert.deepEqual((await page.problems()).exceptions, [], name);
        await page.close();
      }
    });

    for (const [name, policy, form, refused] of [
      ['no policy', undefined, 'wasm', []],
      ["script-src 'self'", strict, 'js', old ? ['eval'] : ['wasm-eval']],
      ["script-src 'self' 'wasm-unsafe-eval'", strictWithWasm, old ? 'js' : 'wasm', old ? ['eval'] : []],
      // (Chromium 78 reports WebAssembly as refused, and lets it run.)
      ["script-src 'self' 'unsafe-eval'", withEval, 'wasm', old ? ['eval'] : []],
    ]) {
      test(`index.html from a server with ${name}`, async (t) => {
        const server = await serveBuilt(t, policy);
        const started = await start(t, `${server.address}/`);
        assert.equal(started.form, form);
        // One question, whether WebAssembly may run, is all that a policy ever has to refuse.
        const { violations, ...rest } = started.problems;
        assert.deepEqual(rest, { exceptions: [], errors: [] });
        assert.deepEqual(violations.map(({ blocked }) => blocked), refused);
        // Nothing but the page's own files was ever asked for.
        const expected = ['/', '/app.js', '/index.css', '/infocity-check.js'];
        assert.deepEqual([...server.requests].sort(), expected);
      });
    }

    test('the address chooses the language; the lang attribute of a host comes before it', async (t) => {
      const title = () => document.querySelector('infocity-check').shadowRoot.querySelector('.page').lang;
      const languages = [['?lang=en', 'en'], ['?lang=zh', 'zh-CN'], ['?lang=fr', 'zh-CN'], ['', 'zh-CN']];
      for (const file of ['infocity-check.html', 'index.html']) {
        for (const [search, lang] of languages) {
          const page = await chromium.open(onDisk(file) + search, { offline: true });
          t.after(() => page.close());
          await ready(page);
          assert.equal(await page.eval(title), lang, file + search);
          if (search !== '?lang=en') continue;
          await page.eval(() => document.querySelector('infocity-check').setAttribute('lang', 'zh'));
          assert.equal(await page.eval(title), 'zh-CN', `${file}${search} on a host's page`);
        }
      }
    });

    test('the single file speaks the language that the browser prefers; a host’s page that of the page', async (t) => {
      const page = await chromium.open('about:blank');
      t.after(() => page.close());
      const { userAgent } = await page.send('Browser.getVersion');
      const spoken = () => document.querySelector('infocity-check').shadowRoot.querySelector('.page').lang;
      for (const [acceptLanguage, file, lang] of [
        ['en-US', 'infocity-check.html', 'en'],
        ['fr,en', 'infocity-check.html', 'en'],
        ['fr', 'infocity-check.html', 'zh-CN'],
        ['en-US', 'index.html', 'zh-CN'],
      ]) {
        await page.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage });
        await page.go(onDisk(file));
        await ready(page);
        assert.equal(await page.eval(spoken), lang, `${file} for ${acceptLanguage}`);
      }
    });

    test('a page that brings newer functions does not make the browser newer', async (t) => {
      const { page } = await host(t, {
        script: `Array.prototype.findLast = Array.prototype.findLast || function () {};
        window.tried = 0;
        var compile = WebAssembly.compile;
        WebAssembly.compile = function () { window.tried += 1; return compile.apply(WebAssembly, arguments); };`,
        html: '<title>x</title><script src="page.js"></script><infocity-check></infocity-check><script src="infocity-check.js"></script>',
        options: { headers: { 'Content-Security-Policy': strict } },
      });
      assert.equal(await ready(page), 'js');
      assert.equal(await page.eval('tried'), old ? 0 : 1);
    });

    test('the style beside a script whose address has a query', async (t) => {
      const { page, server } = await host(t, {
        // As in a browser without constructed style sheets.
        script: 'delete Document.prototype.adoptedStyleSheets;',
        html: '<title>x</title><script src="page.js"></script><infocity-check></infocity-check><script src="infocity-check.js?from=a/b"></script>',
        options: { headers: { 'Content-Security-Policy': strict } },
      });
      await ready(page);
      await page.until(() => getComputedStyle(document.querySelector('infocity-check').shadowRoot.querySelector('.button')).borderTopStyle === 'solid');
      assert.ok(server.requests.includes('/infocity-check.css'), server.requests.join(' '));
    });

    test('a host that demands plain JavaScript has no violation to see', async (t) => {
      const server = await serveBuilt(t, strict);
      const page = await chromium.open(`${server.address}/nothing-here`);
      t.after(() => page.close());
      // A document without the element, under the server's policy, in which a host's page is put together.
      await page.eval(
        () =>
          new Promise((done) => {
            const script = document.createElement('script');
            script.src = 'infocity-check.js';
            script.dataset.engine = 'js';
            script.onload = done;
            document.body.append(script, document.createElement('infocity-check'));
          }),
      );
      assert.equal(await ready(page), 'js');
      const { exceptions, violations } = await page.problems();
      assert.deepEqual({ exceptions, violations }, { exceptions: [], violations: [] });
    });
  });
}
