// What key states look like, against the pictures in tests/looks. Pictures are compared at a quarter of their size and with
// some tolerance: a moved, missing or covered part is noticed, another version of a font's hinting is not.
// `UPDATE=1 npm run test:looks` takes the pictures anew; look at them before they are committed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { root, www } from '../build/paths.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { at, example, looks, submit } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';

const kept = join(www, 'tests/looks');
const taken = join(root, 'target/looks');
/** The share of a picture's points that may differ. */
const tolerated = 0.01;
const quarter = 4;

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844, mobile: true };

const states = {
  'empty-desktop-zh': { size: desktop },
  'filled-desktop-zh': { size: desktop, filled: true },
  'filled-desktop-en': { size: desktop, filled: true, lang: 'en' },
  'filled-desktop-dark': { size: desktop, filled: true, theme: 'dark' },
  'filled-desktop-forced-colours': { size: desktop, filled: true, media: [{ name: 'forced-colors', value: 'active' }] },
  'filled-phone-zh': { size: phone, filled: true },
  'result-phone-zh': { size: phone, filled: true, then: (page) => page.click(at('.compact .button-main')) },
  'result-phone-en': { size: phone, filled: true, lang: 'en', then: (page) => page.click(at('.compact .button-main')) },
  'fault-desktop-zh': {
    size: desktop,
    then: async (page) => {
      await page.type(at('#f-resident_population'), '-3');
      await page.press('Tab');
      await page.until(() => document.querySelector('infocity-check').shadowRoot.querySelector('.row-invalid') !== null);
    },
  },
};

/** The picture at a quarter of its width and height: each point the mean of sixteen. */
function smaller(picture) {
  const [width, height] = [Math.floor(picture.width / quarter), Math.floor(picture.height / quarter)];
  const small = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < quarter; dy += 1) {
          for (let dx = 0; dx < quarter; dx += 1) {
            sum += picture.data[((y * quarter + dy) * picture.width + x * quarter + dx) * 4 + channel];
          }
        }
        small.data[(y * width + x) * 4 + channel] = Math.round(sum / quarter ** 2);
      }
    }
  }
  return small;
}

const font = execFileSync('fc-match', ['Noto Sans CJK SC', 'family'], { encoding: 'utf8' });
const skip = font.includes('Noto Sans CJK') ? false : 'the pictures were taken with the font Noto Sans CJK SC';

describe('the page looks as it did', { skip }, () => {
  let chromium;
  before(async () => {
    mkdirSync(taken, { recursive: true });
    mkdirSync(kept, { recursive: true });
    chromium = await Browser.launch(browsers[0]);
  });
  after(() => chromium?.close());

  for (const [name, { size, filled = false, lang = 'zh', theme = 'light', media = [], then }] of Object.entries(states)) {
    test(name, async () => {
      const page = await chromium.open(onDisk('infocity-check.html'), size);
      await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }, ...media] });
      await ready(page);
      await looks(page, lang, theme);
      if (filled) await submit(page, example('shenzhen-2021'));
      await then?.(page);
      const file = join(taken, `${name}.png`);
      await page.screenshot(file);
      await page.close();

      const now = smaller(PNG.sync.read(readFileSync(file)));
      const reference = join(kept, `${name}.png`);
      if (process.env.UPDATE === '1') writeFileSync(reference, PNG.sync.write(now, { colorType: 2, deflateLevel: 9 }));
      assert.ok(existsSync(reference), `${reference} is missing; UPDATE=1 npm run test:looks takes it`);
      const was = PNG.sync.read(readFileSync(reference));
      assert.deepEqual([now.width, now.height], [was.width, was.height]);
      const difference = new PNG({ width: now.width, height: now.height });
      const differing = pixelmatch(was.data, now.data, difference.data, now.width, now.height, { threshold: 0.15 });
      writeFileSync(join(taken, `${name}.difference.png`), PNG.sync.write(difference));
      const share = differing / (now.width * now.height);
      assert.ok(
        share <= tolerated,
        `${(share * 100).toFixed(1)} % of the picture differ: look at ${file} and ${name}.difference.png beside it; ` +
          'if it is as it should be, UPDATE=1 npm run test:looks',
      );
    });
  }
});
