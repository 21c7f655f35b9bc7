// The whole way by the keyboard: no mouse, no trap, and the focus can always be seen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, focuses, rulebook, shows, submissionIn } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

/** More than there are places to stop at. */
const MANY = 700;

inBrowsers(({ chromium }) => {
  async function open(size) {
    const page = await chromium.open(onDisk('infocity-check.html'), { offline: true, ...size });
    await ready(page);
    return page;
  }

  /** What has the focus: something to know it by, and whether it can be seen; `null` outside the element. */
  const focus = (page) =>
    page.eval(() => {
      const element = document.querySelector('infocity-check').shadowRoot.activeElement;
      if (element === null) return null;
      const all = Array.from(element.getRootNode().querySelectorAll('*'));
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
      return {
        at: all.indexOf(element),
        name: element.id || element.getAttribute('data-action') || element.className || element.tagName,
        ringed,
        inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.left >= -1 && box.right <= innerWidth + 1,
        value: element.value,
        checked: element.checked,
        expanded: element.getAttribute('aria-expanded'),
      };
    });

  /** Goes on by the Tab key until what has the focus fits. */
  async function tabTo(page, fits, options) {
    for (let presses = 0; presses < MANY; presses += 1) {
      await page.press('Tab', options);
      const now = await focus(page);
      if (now !== null && fits(now)) return now;
    }
    throw new Error(`the Tab key does not lead to ${fits}`);
  }
  const type = async (page, text) => {
    for (const character of text) await page.send('Input.dispatchKeyEvent', { type: 'char', text: character });
  };

  test('the Tab key leads through everything and out again, and back, and each place can be seen', async () => {
    const page = await open();
    const seen = [];
    for (let now = null; seen.length < MANY; ) {
      await page.press('Tab');
      now = await focus(page);
      if (now === null) break;
      seen.push(now);
    }
    assert.ok(seen.length > rulebook.figures.length, `${seen.length} places`);
    assert.ok(seen.length < MANY, 'there is a way out');
    assert.equal(new Set(seen.map((place) => place.at)).size, seen.length, 'no place comes twice');
    assert.deepEqual(seen.filter(({ ringed }) => !ringed).map(({ name }) => name), [], 'the focus can be seen');
    assert.deepEqual(seen.filter(({ inView }) => !inView).map(({ name }) => name), [], 'it is in view');
    const back = [];
    await page.press('Tab', { shift: true });
    for (let now = await focus(page); now !== null && back.length < 5; now = await focus(page)) {
      back.push(now.at);
      await page.press('Tab', { shift: true });
    }
    assert.deepEqual(back, seen.slice(-5).reverse().map((place) => place.at), 'and the same way back');
    await page.close();
  });

  test('from an empty page to a result', async () => {
    const page = await open();
    await tabTo(page, ({ name }) => name === 'f-city');
    await type(page, '甲市');
    await page.press('Enter');
    assert.equal((await focus(page)).name, 'f-year');
    await type(page, '2021');
    const category = await tabTo(page, ({ value }) => value === rulebook.categories[0].id || value === '');
    await page.press(category.value === '' ? 'ArrowDown' : 'ArrowRight');
    await page.until(() => document.querySelector('infocity-check').submission.category !== undefined);

    // Radio buttons by the arrows, in and out by one Tab.
    await tabTo(page, ({ checked, value, expanded }) => checked !== undefined && expanded === null && value !== undefined && value !== 'on');
    await page.press('ArrowDown');

    // A number; its unit from the list; Enter goes on.
    await tabTo(page, ({ name }) => name === 'f-resident_population');
    await type(page, '1244.77');
    await page.press('Tab');
    assert.equal((await focus(page)).value, '万人');
    await page.press('ArrowDown');
    await page.until(() => document.querySelector('infocity-check').shadowRoot.activeElement.value === '人');
    await page.press('ArrowUp');
    await page.press('Tab');
    await page.press('ArrowDown');
    await page.until(() => document.querySelector('infocity-check').shadowRoot.activeElement.value === 'estimate');
    await page.press('ArrowUp');
    await page.until(() => document.querySelector('infocity-check').submission.figures.resident_population.value === '1244.77');

    // Help opens and closes where it stands; the note takes the focus and the text.
    await tabTo(page, ({ name }) => name === 'help-toggle');
    await page.press('Enter');
    assert.equal((await focus(page)).expanded, 'true');
    await page.press('Enter');
    assert.equal((await focus(page)).expanded, 'false');
    await tabTo(page, ({ name }) => name.includes('note-toggle'));
    await page.press('Enter');
    await focuses(page, '.note');
    await type(page, '2021年统计公报');
    await page.until(() => JSON.stringify(document.querySelector('infocity-check').submission).includes('统计公报'));

    // A list of boxes to tick.
    await tabTo(page, ({ name }) => name === 'f-payment_delivery');
    await page.press(' ');
    await page.until(() => document.querySelector('infocity-check').submission.figures.payment_delivery !== undefined);

    // A section is closed and opened by its heading.
    await tabTo(page, ({ name }) => name === 'section-toggle');
    await page.press('Enter');
    assert.equal((await focus(page)).expanded, 'false');
    await page.press('Enter');
    assert.equal((await focus(page)).expanded, 'true');
    assert.equal((await submissionIn(page)).city, '甲市');
    assert.deepEqual(await page.problems(), { exceptions: [], errors: [], violations: [] });
    await page.close();
  });

  test('a menu, the question before clearing and the box for a table open, and give the focus back', async () => {
    const page = await open();
    await tabTo(page, ({ name }) => name === 'save-as');
    await page.press('Enter');
    assert.equal((await focus(page)).expanded, 'true');
    await page.press('Tab');
    assert.equal((await focus(page)).name, 'save-template');
    await page.press('Escape');
    assert.equal((await focus(page)).name, 'save-as');
    await tabTo(page, ({ name }) => name === 'more');
    await page.press('Enter');
    await tabTo(page, ({ name }) => name === 'clear');
    await page.press(' ');
    await tabTo(page, ({ name }) => name === 'clear-no');
    await page.press('Enter');
    assert.equal((await focus(page)).name, 'more');

    await tabTo(page, ({ name }) => name === 'paste-table');
    await page.press('Enter');
    await focuses(page, 'textarea');
    await page.press('Escape');
    assert.equal((await focus(page)).name, 'paste-table');
    await page.press('Enter');
    await focuses(page, 'textarea');
    await page.send('Input.insertText', { text: '5G基站\t43000\t个\n网上零售额\t1200\t亿元' });
    await shows(page, '.paste-count', '已勾选 2 行');
    await tabTo(page, ({ name }) => name === 'paste-apply');
    await page.press('Enter');
    await shows(page, '.notice', '2 项');
    assert.equal((await focus(page)).name, 'f-stations_5g');
    await page.close();
  });

  test('on a phone the result opens and closes by the keyboard', async () => {
    const page = await open({ width: 390, height: 844, mobile: true });
    const { name } = await tabTo(page, ({ name: known }) => known === 'view');
    await page.press('Enter');
    await page.until(() => document.querySelector('infocity-check').shadowRoot.querySelector('.page').className.includes('shows-result'));
    assert.equal((await focus(page)).name, name);
    assert.equal(await page.eval((s) => window.__find(s).getBoundingClientRect().height > 0, at('.result')), true);
    await page.press('Enter');
    await page.until(() => document.querySelector('infocity-check').shadowRoot.querySelector('.page').className.includes('shows-form'));
    await page.close();
  });
});
