// Starts a headless Chromium of any age and speaks the DevTools protocol to it. (Driver libraries expect the protocol
// of their own year; the few commands used here have been the same since 2018.)

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { inWindows } from './display.mjs';
import { Page } from './page.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const onPath = (names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(existsSync);

/** The browsers that every browser test runs in. One that is missing fails its tests: nothing is skipped. */
export const browsers = [
  { name: 'current Chromium', path: onPath(['chromium', 'chromium-browser', 'google-chrome']) },
  { name: 'Chromium 78', path: join(root, 'target/tools/chromium/78') },
];

const flags = [
  // Only files of this repository are opened; as root, and in most containers, the sandbox cannot start.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--hide-scrollbars',
  '--lang=zh-CN',
  '--accept-lang=zh-CN,zh',
  '--remote-debugging-port=0',
];

export class Browser {
  #process;
  #profile;
  #log = '';
  #base;

  /**
   * @param {{ name: string, path?: string }} browser one of `browsers`
   * @param {{ display?: string }} [options] where its windows are to be seen; without one it has none
   */
  static async launch({ name, path }, { display } = {}) {
    if (!path || !existsSync(path)) throw new Error(`${name} is missing; run scripts/setup --tests`);
    const browser = new Browser();
    await browser.#start(path, display);
    return browser;
  }

  async #start(path, display) {
    this.#profile = mkdtempSync(join(tmpdir(), 'infocity-browser-'));
    const ways = display === undefined ? ['--headless', ...flags] : flags;
    this.#process = spawn(path, [...ways, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // What it leaves behind in the folder for temporary files goes with the profile.
      env: { ...process.env, TMPDIR: this.#profile, ...(display !== undefined && inWindows(display, this.#profile)) },
    });
    this.#process.stderr.on('data', (data) => (this.#log += data));
    process.once('exit', this.#kill);
    for (const end = Date.now() + 30_000; Date.now() < end && this.#running(); await sleep(50)) {
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(this.#log)?.[1];
      if (port) {
        this.#base = `http://127.0.0.1:${port}`;
        return;
      }
    }
    await this.close();
    throw new Error(`${path} did not start:\n${this.#log.slice(-2000)}`);
  }

  #running() {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  #kill = () => {
    if (this.#running()) this.#process.kill('SIGKILL');
  };

  /** The browser's own name and version, such as `Chrome/78.0.3882.0`. */
  async version() {
    const answer = await fetch(`${this.#base}/json/version`);
    return (await answer.json()).Browser;
  }

  /**
   * A new tab, opened at the address and loaded.
   * @param {string} url
   * @param {import('./page.mjs').Options} [options]
   */
  async open(url, options) {
    const page = await this.tab(options);
    await page.go(url);
    return page;
  }

  /** A new empty tab, for what must be set before a page loads. */
  async tab(options) {
    // New versions want PUT, old ones answer any method.
    const answer = await fetch(`${this.#base}/json/new`, { method: 'PUT' });
    const tab = await answer.json();
    // Old headless versions never draw a tab that is not in front.
    await fetch(`${this.#base}/json/activate/${tab.id}`);
    return Page.connect(tab.webSocketDebuggerUrl, options);
  }

  /** What a tab shows in a frame, by a part of its address: a process of its own for another site, in newer browsers. */
  async frame(page, part) {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
      const targets = await (await fetch(`${this.#base}/json/list`)).json();
      const apart = targets.find(({ type, url }) => type === 'iframe' && url.includes(part));
      if (apart) return Page.connect(apart.webSocketDebuggerUrl, { within: true });
      const frame = await page.frame(part);
      if (frame) return frame;
    }
    throw new Error(`no frame with ${part} in its address`);
  }

  async close() {
    if (this.#running()) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill('SIGTERM');
      await Promise.race([ended, sleep(3000)]);
    }
    this.#kill();
    process.removeListener('exit', this.#kill);
    try {
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    } catch {
      // A child of the browser still writes there: a folder for temporary files may stay, no test depends on it.
    }
  }
}
