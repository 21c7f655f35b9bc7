// In every state: on the narrowest screen and at 400 % nothing scrolls sideways and no bar hides what has the focus; one entry is
// read out once. At any width a number can be typed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, shows } from './harness/form.mjs';
import { ready } from './harness/site.mjs';
import { inState, states, unfold } from './harness/states.mjs';
import { inBrowsers } from './harness/stories.mjs';

const sizes = [
  { width: 320, height: 640, mobile: true },
  // 1280 × 1024 at 400 %.
  { width: 320, height: 256, mobile: true },
];

/** Puts the focus on everything that takes it, and says what then is hidden, too small, or covers too much. */
const look = async () => {
  const root = document.querySelector('infocity-check').shadowRoot;
  // What a closed <details> holds has boxes in today's browsers.
  const shown = (element) => element.getClientRects().length > 0 && (element.tagName === 'SUMMARY' || !element.closest('details:not([open])'));
  const name = (element) => element.id || element.getAttribute('data-action') || element.getAttribute('data-asks') || element.className || element.tagName;
  const stops = Array.from(root.querySelectorAll('a[href], button, input, select, textarea, summary')).filter(
    (element) => shown(element) && !element.disabled && element.tabIndex >= 0 && !element.classList.contains('hidden'),
  );
  const bars = Array.from(root.querySelectorAll('.trial-bar, .foot, .compact, .paste-actions')).filter((element) => getComputedStyle(element).position === 'sticky' && shown(element));
  const outer = bars.filter((bar) => !bars.some((other) => other !== bar && other.contains(bar)));
  const isHidden = (element) => {
    element.focus();
    // A link may go over two lines: its first one counts.
    const [box] = element.getClientRects();
    const points = [0.1, 0.5, 0.9].map((part) => [box.left + box.width / 2, box.top + box.height * part]);
    return !points.some(([x, y]) => {
      const hit = root.elementFromPoint(x, y);
      return hit !== null && (hit === element || element.contains(hit) || hit.contains(element) || (element.closest('label') || element).contains(hit));
    });
  };
  const small = stops.filter((element) => {
    const box = (element.closest('label') || element).getBoundingClientRect();
    // A link in a sentence is as high as its line.
    return (box.width < 23.9 || box.height < 23.9) && getComputedStyle(element).display !== 'inline';
  });
  const covered = stops.filter(isHidden);
  // A menu closes once the focus has left it.
  await new Promise((done) => setTimeout(done, 100));
  const hidden = covered.filter((element) => element.isConnected && isHidden(element));
  return {
    sideways: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    covers: outer.reduce((sum, bar) => sum + bar.offsetHeight, 0) > innerHeight / 2 ? outer.map(name) : [],
    hidden: hidden.map(name),
    small: small.map(name),
  };
};

inBrowsers(({ chromium, folder }) => {
  for (const state of states) {
    test(state.name, async () => {
      const page = await inState(chromium, state, folder);
      await page.size(sizes[0]);
      if (state.inResult) await page.click(at('[data-action="view"]'));
      else if (state.about) await unfold(page);
      for (const lang of ['zh', 'en']) {
        await page.eval((lang) => document.querySelector('infocity-check').setAttribute('lang', lang), lang);
        for (const size of sizes) {
          await page.size(size);
          assert.deepEqual(await page.eval(look), { sideways: 0, covers: [], hidden: [], small: [] }, `${lang}, ${size.width} × ${size.height}`);
        }
      }
      await page.close();
    });
  }

  test('at any width there is room to type a number, and no entry leaves its row', async () => {
    const page = await inState(chromium, states[0], folder);
    const tight = () => {
      const root = document.querySelector('infocity-check').shadowRoot;
      const shown = (selector) => Array.from(root.querySelectorAll(selector)).filter((element) => element.offsetWidth > 0);
      return [
        // Seven digits have room.
        ...shown('.number').filter((box) => {
          const { paddingLeft, paddingRight } = getComputedStyle(box);
          return box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) < 56;
        }),
        ...shown('.row').filter((row) => row.scrollWidth > row.clientWidth),
      ].map((element) => element.id || element.getAttribute('data-part'));
    };
    for (const lang of ['zh', 'en']) {
      await page.eval((lang) => document.querySelector('infocity-check').setAttribute('lang', lang), lang);
      for (let width = 320; width <= 1440; width += 40) {
        await page.size({ width, height: 768 });
        // Which layout it is follows the element's size.
        await page.eval(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        assert.deepEqual(await page.eval(tight), [], `${lang}, ${width}`);
      }
    }
    await page.close();
  });

  test('a page that opens narrow begins with its first section; one that becomes narrow keeps open what is being filled in', async () => {
    const page = await inState(chromium, states[0], folder);
    const rows = () => page.eval(() => Array.from(document.querySelector('infocity-check').shadowRoot.querySelectorAll('.row')).filter((row) => row.getClientRects().length > 0).length);
    const narrow = () => page.until(() => document.querySelector('infocity-check').shadowRoot.querySelector('.page.narrow') !== null);
    const all = await rows();
    await page.size({ width: 900, height: 768 });
    await narrow();
    assert.equal(await rows(), all);
    await page.go(await page.eval(() => location.href));
    await ready(page);
    await narrow();
    assert.ok((await rows()) < all / 2);
    await page.close();
  });

  test('nothing is read out as the page opens, and one entry once', async () => {
    const page = await inState(chromium, states[0], folder);
    const live = () => {
      const { shadowRoot } = document.querySelector('infocity-check');
      return Array.from(shadowRoot.querySelectorAll('[aria-live], [role="status"], [role="alert"]'), (place) => place.textContent).filter((text) => text !== '');
    };
    assert.deepEqual(await page.eval(live), []);
    await page.type(at('#f-retail_sales'), '9498.12');
    await page.press('Tab');
    await page.until((s) => window.__find(s).textContent !== '', at('[data-live]'));
    // The question about drafts comes once, with the first entry.
    await page.click(at('[data-action="draft-no"]'));
    await page.type(at('#f-retail_sales'), '12000');
    await page.press('Tab');
    await shows(page, '#b-retail_sales', '读作');
    await page.until((s) => window.__find(s).textContent !== '', at('[data-live]'));
    assert.equal((await page.eval(live)).length, 1);
    await page.type(at('#f-retail_sales'), '若干');
    await shows(page, '#b-retail_sales [aria-live]', '不是数');
    await page.close();
  });
});
