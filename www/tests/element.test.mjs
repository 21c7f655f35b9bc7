// The element as a host's page uses it: attributes, properties, methods, events, parts, custom properties, when it is moved, and
// when the page is left and comes back.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { npm, root } from '../build/paths.mjs';
import { at, example, exists, golden, range, rulebook, shows, submissionIn, submit, value } from './harness/form.mjs';
import { calm, onDisk, ready, serveBuilt } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const [first, second] = rulebook.categories;
const other = readFileSync(join(root, 'tests/data/every-rule.rulebook.json'), 'utf8');
const shenzhen = example('shenzhen-2021');

inBrowsers(({ chromium, isCurrent }) => {
  async function open(t) {
    const page = await chromium.open(onDisk('index.html'), { offline: true });
    t.after(() => page.close());
    await ready(page);
    return page;
  }
  /** A document of the server's in which a test puts a host's page together. */
  async function blank(t) {
    const { address } = await serveBuilt(t);
    const page = await chromium.open(`${address}/nothing-here`);
    t.after(() => page.close());
    return page;
  }
  const set = (page, name, value) =>
    page.eval((name, value) => {
      document.querySelector('infocity-check')[name] = value;
    }, name, value);

  test('properties set before the element is defined are taken over, submission and rulebook in any order', async (t) => {
    const page = await blank(t);
    await page.eval(
      (submission, other) => {
        const make = (properties) => Object.assign(document.body.appendChild(document.createElement('infocity-check')), properties);
        window.one = make({ submission, category: 'specialised', theme: 'dark', lang: 'en', drafts: 'off' });
        window.two = make({ submission: { format: 'infocity-submission/1', city: '乙市', figures: {} }, rulebook: other });
        const script = document.createElement('script');
        script.src = 'infocity-check.js';
        document.body.append(script);
      },
      shenzhen,
      other,
    );
    for (const name of ['one', 'two']) await page.until((name) => window[name].assessment && window[name].submission.city !== '', name);
    const seen = await page.eval(() => {
      const { one, two } = window;
      const attributes = ['category', 'theme', 'lang', 'drafts'].map((name) => one.getAttribute(name));
      return [attributes, one.submission.city, one.theme, one.shadowRoot.querySelector('.page').lang, two.submission.city, two.assessment.rulebook.id];
    });
    const { id } = JSON.parse(other);
    assert.deepEqual(seen, [['specialised', 'dark', 'en', 'off'], shenzhen.city, 'dark', 'en', '乙市', id]);
  });

  test('attributes change at run time, and removed ones give way to the default', async (t) => {
    const page = await open(t);
    const attribute = (name, value) =>
      page.eval(
        (name, value) => {
          const element = document.querySelector('infocity-check');
          if (value === null) element.removeAttribute(name);
          else element.setAttribute(name, value);
        },
        name,
        value,
      );
    const ground = () => page.eval(() => getComputedStyle(document.querySelector('infocity-check')).backgroundColor);
    await attribute('theme', 'light');
    const light = await ground();
    await attribute('theme', 'dark');
    assert.notEqual(await ground(), light);
    await attribute('lang', 'en-GB');
    await shows(page, 'h1', rulebook.title.en);
    await attribute('lang', null);
    await shows(page, 'h1', rulebook.title.zh);

    const chosen = () => page.eval(() => [document.querySelector('infocity-check').category, window.__find('infocity-check >>> [data-part="category"] input:checked').value]);
    await attribute('category', first.id);
    assert.deepEqual(await chosen(), [first.id, first.id]);
    await page.click(at(`[data-part="category"] input[value="${second.id}"]`));
    assert.deepEqual(await chosen(), [second.id, second.id]);
    // The attribute has this value already; the form has not.
    await attribute('category', first.id);
    assert.deepEqual(await chosen(), [first.id, first.id]);
    for (const none of ['no-such-category', null]) {
      await attribute('category', none);
      await page.until(() => window.__find('infocity-check >>> [data-part="category"] input:checked').value === '');
      assert.equal('category' in (await submissionIn(page)), false);
      assert.equal(await exists(page, '[data-part="category"] .fault'), false);
    }
    assert.deepEqual(await page.problems(), calm);
  });

  test('a rulebook that is not there: said in the language asked for; what was entered is there again afterwards', async (t) => {
    const page = await open(t);
    await submit(page, shenzhen);
    const heard = await page.eval(async () => {
      const element = document.querySelector('infocity-check');
      const heard = [];
      document.addEventListener('infocity-error', (event) => heard.push(['error', event.target === element, event.detail.faults.length]));
      document.addEventListener('infocity-change', (event) => heard.push(['change', event.target === element, event.detail.format]));
      element.setAttribute('rulebook', 'no-such-rulebook');
      const { ready } = element;
      await ready;
      heard.push([element.submission, element.assessment, element.rulebook]);
      return heard;
    });
    assert.deepEqual(heard, [['error', true, 0], [null, null, 'no-such-rulebook']]);
    await shows(page, '.broken', '没有标识为“no-such-rulebook”的指标体系');
    await set(page, 'lang', 'en');
    await shows(page, '.broken', 'no-such-rulebook');
    assert.doesNotMatch(await page.text(at('.broken')), /[\u3400-\u9fff]/);
    await set(page, 'rulebook', rulebook.id);
    await shows(page, `[data-category="${first.id}"]`, range(golden('shenzhen-2021').categories[0].score));
    assert.equal(await value(page, '#f-city'), shenzhen.city);
  });

  test('a refused rulebook: what was entered before it is still asked for before the page is left', async (t) => {
    const page = await open(t);
    const guarded = () => page.eval(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await page.type(at('#f-city'), '示例市');
    assert.equal(await guarded(), true);
    await set(page, 'rulebook', 'no-such-rulebook');
    await shows(page, '.broken', 'no-such-rulebook');
    assert.equal(await guarded(), true);
    await page.eval(() => document.querySelector('infocity-check').remove());
    assert.equal(await guarded(), false, 'nothing is left behind');
  });

  test('drafts set while it is outside the document: nothing listens', async (t) => {
    const page = await open(t);
    const added = await page.eval(() => {
      const element = document.querySelector('infocity-check');
      element.remove();
      const added = [];
      for (const target of [window, document]) {
        const add = target.addEventListener;
        target.addEventListener = (name, ...rest) => {
          added.push(name);
          add.call(target, name, ...rest);
        };
      }
      element.drafts = 'off';
      element.drafts = '';
      return added;
    });
    assert.deepEqual(added, []);
  });

  test('the host’s lang comes before the language of its page, a translator’s mark before both', async (t) => {
    const page = await open(t);
    const spoken = () => page.eval(() => document.querySelector('infocity-check').shadowRoot.querySelector('.page').lang);
    const turn = (lang, mark) =>
      page.eval(
        (lang, mark) => {
          document.documentElement.lang = lang;
          document.documentElement.className = mark === 'class' ? 'translated-ltr' : '';
          const main = document.querySelector('main');
          main.toggleAttribute('_msttexthash', mark === 'text');
          setTimeout(() => {
            main.toggleAttribute('data-moz-translations-id', mark === 'moment');
            main.removeAttribute('data-moz-translations-id');
          }, 0);
          // Observers have been told, and what follows has been drawn.
          return new Promise((done) => setTimeout(done, 50));
        },
        lang,
        mark,
      );
    const put = (isThere) =>
      page.eval((isThere) => {
        if (isThere) document.querySelector('main').append(window.element);
        else (window.element = document.querySelector('infocity-check')).remove();
      }, isThere);
    const was = await page.eval(() => document.documentElement.lang);
    // Without one, the page's language is the element's.
    await turn('en');
    assert.equal(await spoken(), 'en');
    await turn(was);
    assert.equal(await spoken(), 'zh-CN');
    await set(page, 'lang', 'zh');
    await turn('fr');
    assert.equal(await spoken(), 'zh-CN');
    for (const mark of ['class', 'text', 'moment']) {
      await turn('fr', mark);
      assert.equal(await spoken(), 'en', mark);
      // What was chosen while it is translated stands until it is translated anew.
      await set(page, 'lang', 'zh-CN');
      await set(page, 'lang', 'zh');
      assert.equal(await spoken(), 'zh-CN');
      await turn('en', mark);
      assert.equal(await spoken(), 'en');
      // Nobody hears of what happens while it is away.
      await put(false);
      await turn(was);
      await put(true);
      assert.equal(await spoken(), 'zh-CN');
    }
  });

  test('another version of the rulebook takes over what was entered', async (t) => {
    const page = await open(t);
    await page.type(at('#f-city'), '深圳');
    await page.type(at('#f-retail_sales'), '9498');
    const newer = JSON.stringify({ ...rulebook, version: '99.0.0' });
    const seen = await page.eval(async (newer) => {
      const element = document.querySelector('infocity-check');
      const changes = [];
      element.addEventListener('infocity-change', ({ detail }) => changes.push(detail.rulebook.version));
      element.rulebook = newer;
      await element.ready;
      const isGuarded = !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
      const { city, figures } = element.submission;
      return [changes, city, figures.retail_sales.value, isGuarded];
    }, newer);
    assert.deepEqual(seen, [['99.0.0'], '深圳', '9498', true]);
  });

  test('another rulebook begins empty, and takes a submission set with it; by its id the first one is back', async (t) => {
    const page = await open(t);
    const seen = await page.eval(
      async (submission, other) => {
        const element = document.querySelector('infocity-check');
        element.submission = submission;
        element.rulebook = JSON.parse(other);
        element.submission = { format: 'infocity-submission/1', city: '丙市', figures: {} };
        await element.ready;
        await Promise.resolve();
        return [element.submission.city, element.assessment.rulebook.id];
      },
      shenzhen,
      other,
    );
    assert.deepEqual(seen, ['丙市', JSON.parse(other).id]);
    for (const id of [rulebook.id, '']) {
      const back = await page.eval(
        async (id, other) => {
          const element = document.querySelector('infocity-check');
          element.setAttribute('rulebook', id);
          element.rulebook = other;
          // The attribute has this value already; what is in use is another.
          element.rulebook = id;
          await element.ready;
          return element.assessment.rulebook.id;
        },
        id,
        other,
      );
      assert.equal(back, rulebook.id);
    }
  });

  test('events leave shadow trees; a submission with faults changes nothing', async (t) => {
    const page = await open(t);
    const heard = await page.eval(async (submission) => {
      const outer = document.body.appendChild(document.createElement('div'));
      const element = document.createElement('infocity-check');
      outer.attachShadow({ mode: 'open' }).appendChild(element);
      const heard = [];
      for (const name of ['infocity-change', 'infocity-error']) {
        document.addEventListener(name, ({ type, target, detail }) => heard.push([type, target === outer, detail.format || detail.faults.map(({ id }) => id)]));
      }
      await element.ready;
      element.submission = submission;
      await Promise.resolve();
      element.submission = { ...submission, city: '错市', figures: { retail_sales: '-5' } };
      await Promise.resolve();
      return [...heard, element.submission.city];
    }, shenzhen);
    assert.deepEqual(heard, [
      ['infocity-change', true, 'infocity-assessment/1'],
      ['infocity-error', true, ['retail_sales']],
      shenzhen.city,
    ]);
  });

  test('methods: open, print, clear; what is given out is a copy', async (t) => {
    const page = await open(t);
    const seen = await page.eval(async (text) => {
      const element = document.querySelector('infocity-check');
      await element.open(new File([text], 'city.json'));
      element.submission.figures.retail_sales = 'changed';
      element.assessment.categories.length = 0;
      const copies = [element.submission.figures.retail_sales !== 'changed', element.assessment.categories.length > 0];
      let printed = 0;
      window.print = () => (printed += 1);
      element.print();
      const { city } = element.submission;
      element.clear();
      return [copies, printed, city, element.submission.city, Object.keys(element.submission.figures)];
    }, JSON.stringify(shenzhen));
    assert.deepEqual(seen, [[true, true], 1, shenzhen.city, '', []]);
  });

  test('moved about, into another document too, it keeps what was entered and its style', async (t) => {
    const page = await open(t);
    await page.type(at('#f-city'), '示例市');
    const seen = await page.eval(async () => {
      const element = document.querySelector('infocity-check');
      document.body.insertBefore(element, document.body.firstChild);
      const here = [element.submission.city, getComputedStyle(element).display];
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentDocument.body.appendChild(element);
      const there = [element.submission.city, element.shadowRoot.querySelector('#f-city').value, frame.contentWindow.getComputedStyle(element).display];
      document.body.appendChild(element);
      return [here, there, [element.submission.city, getComputedStyle(element).display]];
    });
    assert.deepEqual(seen, [['示例市', 'block'], ['示例市', '示例市', 'block'], ['示例市', 'block']]);
    await page.type(at('#f-year'), '2021');
    assert.equal((await submissionIn(page)).year, 2021, 'it goes on');
    assert.deepEqual(await page.problems(), calm);
  });

  test('left and come back to, by the way back or loaded anew, it shows what it holds', async (t) => {
    const { address } = await serveBuilt(t);
    const page = await chromium.open(`${address}/`);
    t.after(() => page.close());
    await ready(page);
    const held = async () => {
      await ready(page);
      const shown = [await value(page, '#f-city'), await value(page, '#f-retail_sales')];
      const { city, figures } = await submissionIn(page);
      assert.deepEqual([city, figures.retail_sales === undefined ? '' : figures.retail_sales.value], shown);
      return shown;
    };
    await page.type(at('#f-city'), '示例市');
    await page.type(at('#f-retail_sales'), '900');
    await page.eval(() => document.querySelector('infocity-check').save());
    await page.go(`${address}/nothing-here`);
    await page.eval(() => history.back());
    await page.until(() => location.pathname === '/' && document.readyState === 'complete');
    const now = await held();
    // Where the browser kept the page, all of it is there.
    assert.ok([['', ''], ['示例市', '900']].some((kept) => String(kept) === String(now)), String(now));
    await page.go(`${address}/`);
    await held();
  });

  if (isCurrent) {
    test('a host styles every part, and the colours', async (t) => {
      const page = await open(t);
      await submit(page, shenzhen);
      const parts = JSON.parse(readFileSync(join(npm, 'custom-elements.json'), 'utf8')).modules[0].declarations[0].cssParts.map(({ name }) => name);
      const unstyled = await page.eval(async (parts) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`infocity-check { --infocity-accent: rgb(1, 2, 3); } ${parts.map((part) => `infocity-check::part(${part}) { outline: 7px solid rgb(1, 2, 3); }`).join(' ')}`);
        document.adoptedStyleSheets = [sheet];
        const element = document.querySelector('infocity-check');
        element.clear();
        await new Promise((done) => setTimeout(done, 50));
        const styled = (part) => {
          const inside = element.shadowRoot.querySelector(`[part=${part}]`);
          return inside !== null && getComputedStyle(inside).outlineWidth === '7px';
        };
        const missing = parts.filter((part) => part !== 'broken' && !styled(part));
        if (getComputedStyle(element.shadowRoot.querySelector('.button-main, a, .link')).color !== 'rgb(1, 2, 3)') missing.push('accent');
        element.rulebook = 'no-such-rulebook';
        await element.ready;
        return styled('broken') ? missing : [...missing, 'broken'];
      }, parts);
      assert.deepEqual(unstyled, []);
    });
  }
});
