// The browsers of the matrix, the oldest first. What is known of each decides what it gets.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../../build/paths.mjs';
import { Browser, browsers as ordinary } from '../harness/chromium.mjs';
import { received } from '../harness/downloads.mjs';
import { Firefox } from './firefox.mjs';
import { QtWebEngine } from './qt.mjs';
import { WebKit } from './webkit.mjs';

/** A Chromium whose tabs put what they hand out into a folder. */
class Chromium {
  #browser;
  #folder = mkdtempSync(join(tmpdir(), 'infocity-downloads-'));

  static async launch(browser) {
    const chromium = new Chromium();
    chromium.#browser = await Browser.launch(browser);
    return chromium;
  }

  version() {
    return this.#browser.version();
  }

  async open(url) {
    const page = await this.#browser.tab();
    await page.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: this.#folder });
    page.handed = () => received(this.#folder);
    await page.go(url);
    return page;
  }

  async close() {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

const find = (paths) => paths.find(existsSync);
const onPath = (...names) => find((process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))));
const tools = join(root, 'target/tools');

/**
 * - `ofTests`: `make test` runs a choice of cells in it; the others are for `make test-matrix`
 * - `isReliable`: else a build with crashes of its own: tried, and nothing depends on it
 * - `knowsWord`: a policy can allow WebAssembly alone; `asksBy`: what it then calls WebAssembly that a policy refuses, if it says so
 * - `constructs`: it has constructed style sheets
 * - `reportsToServer`: only the server is told what was refused
 * - `reportsAllowed`: it lets WebAssembly run under 'unsafe-eval' and reports it as refused
 */
const chromium = (version, rest = {}) => ({
  name: `Chromium ${version}`,
  path: join(tools, 'chromium', String(version)),
  driver: Chromium,
  isReliable: true,
  ofTests: false,
  knowsWord: false,
  asksBy: null,
  constructs: version >= 73,
  reportsAllowed: version < 92,
  ...rest,
});

const modern = { isReliable: true, ofTests: true, knowsWord: true, asksBy: 'wasm-eval', constructs: true, reportsAllowed: false };

export const browsers = [
  chromium(64, { isReliable: false }),
  chromium(65, { ofTests: true }),
  chromium(67),
  chromium(69, { path: join(tools, 'qt/bin/python'), driver: QtWebEngine }),
  chromium(70, { isReliable: false }),
  chromium(78),
  chromium(83, { ofTests: true }),
  chromium(92),
  { ...modern, name: 'Chromium', path: ordinary[0].path, driver: Chromium },
  { ...modern, name: 'Firefox', path: onPath('firefox-esr', 'firefox'), driver: Firefox },
  {
    ...modern,
    name: 'WebKit',
    path: find(['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)),
    program: onPath('WebKitWebDriver'),
    driver: WebKit,
    reportsToServer: true,
    ofTests: false,
    asksBy: null,
  },
];
