// npm run shots: pictures of the built page to look at, into target/shots, each with the real example filled in: both
// languages, desktop and phone, current and old Chromium, light and dark, and the printed form.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/paths.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { example, looks, submit } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';

const folder = join(root, 'target/shots');
mkdirSync(folder, { recursive: true });
const submission = example('shenzhen-2021');

const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844, scale: 2, mobile: true },
};

for (const browser of browsers) {
  const chromium = await Browser.launch(browser);
  const name = (await chromium.version()).replace(/^.*\/(\d+)\..*$/, 'chromium-$1');
  for (const [device, size] of Object.entries(sizes)) {
    for (const lang of ['zh', 'en']) {
      for (const theme of ['light', 'dark']) {
        const page = await chromium.open(onDisk('infocity-check.html'), size);
        await ready(page);
        await looks(page, lang, theme);
        await submit(page, submission);
        const file = join(folder, [name, device, lang, theme].join('-'));
        await page.screenshot(`${file}.png`);
        await page.screenshot(`${file}-full.png`, { full: true });
        if (device === 'desktop' && theme === 'light') await page.pdf(`${file}.pdf`);
        await page.close();
      }
    }
  }
  await chromium.close();
}
console.log(`pictures are in ${folder}`);
