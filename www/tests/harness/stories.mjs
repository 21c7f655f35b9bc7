// Stories in each browser of the tests: a current Chromium and one of 2019.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { Browser, browsers } from './chromium.mjs';

/**
 * Declares the same stories for each browser. They get the browser that is launched for them, a folder for files, removed
 * afterwards, and whether the browser is the current one.
 * @param {(given: { chromium: Pick<Browser, 'open' | 'tab' | 'frame' | 'version'>, folder: string, isCurrent: boolean, name: string }) => void} stories
 */
export function inBrowsers(stories) {
  for (const browser of browsers) {
    describe(browser.name, () => {
      const folder = mkdtempSync(join(tmpdir(), 'infocity-stories-'));
      let launched;
      before(async () => {
        launched = await Browser.launch(browser);
      });
      after(async () => {
        await launched?.close();
        rmSync(folder, { recursive: true, force: true });
      });
      const chromium = {
        open: (url, options) => launched.open(url, options),
        tab: (options) => launched.tab(options),
        version: () => launched.version(),
        frame: (page, part) => launched.frame(page, part),
      };
      stories({ chromium, folder, isCurrent: browser === browsers[0], name: browser.name });
    });
  }
}
