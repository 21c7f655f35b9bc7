// Firefox by WebDriver BiDi, which it speaks by itself.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { received } from '../harness/downloads.mjs';
import { Connection } from '../harness/protocol.mjs';
import { Tab, watch } from '../harness/tab.mjs';

// No question, no greeting, nothing fetched of its own accord; what is handed out goes to the folder.
const preferences = (downloads) => ({
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'intl.accept_languages': 'zh-CN,zh',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
});

class FirefoxTab extends Tab {
  #connection;
  #context;
  #downloads;

  constructor(connection, context, downloads) {
    super();
    this.#connection = connection;
    this.#context = context;
    this.#downloads = downloads;
  }

  #send(method, params) {
    return this.#connection.send(method, { context: this.#context, ...params });
  }

  go(url) {
    return this.#send('browsingContext.navigate', { url, wait: 'complete' });
  }

  async eval(code, ...args) {
    const value = typeof code === 'function' ? `(${code})(...${JSON.stringify(args)})` : code;
    const { type, result, exceptionDetails } = await this.#connection.send('script.evaluate', {
      expression: `Promise.resolve(${value}).then((value) => JSON.stringify(value))`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (type === 'exception') throw new Error(`in the page: ${exceptionDetails.text}`);
    return result.value === undefined ? undefined : JSON.parse(result.value);
  }

  async click(selector) {
    const { x, y } = await this.place(selector);
    const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
    const actions = [at, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.#send('input.performActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async type(selector, text) {
    await this.click(selector);
    await this.eval((selector) => window.__find(selector).select(), selector);
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.#send('input.performActions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async problems() {
    const entries = this.#connection.events
      .filter(({ method, params }) => method === 'log.entryAdded' && params.source.context === this.#context && params.level === 'error')
      .map(({ params }) => params);
    // What a policy refused is told among them as well; it is in the violations.
    const texts = (type) => entries.map(({ type: of, text }) => (of === type ? text : '')).filter((text) => text && !text.startsWith('Content-Security-Policy'));
    return { exceptions: texts('javascript'), errors: texts('console'), violations: (await this.eval('window.__violations')) ?? [] };
  }

  /** The text of the file that the page hands out. */
  handed() {
    return received(this.#downloads);
  }

  /** The page as printed. */
  async pdf(file) {
    const { data } = await this.#send('browsingContext.print', { background: true });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close() {
    await this.#send('browsingContext.close', {}).catch(() => {});
  }
}

export class Firefox {
  #process;
  #profile;
  #connection;
  #log = '';
  #version;
  #downloads;

  static async launch({ name, path }) {
    if (!path || !existsSync(path)) throw new Error(`${name} is missing; run scripts/setup --matrix`);
    const firefox = new Firefox();
    await firefox.#start(path);
    return firefox;
  }

  async #start(path) {
    this.#profile = mkdtempSync(join(tmpdir(), 'infocity-firefox-'));
    this.#downloads = join(this.#profile, 'downloads');
    mkdirSync(this.#downloads);
    const lines = Object.entries(preferences(this.#downloads)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
    writeFileSync(join(this.#profile, 'user.js'), lines.join(''));
    const home = { HOME: this.#profile, TMPDIR: this.#profile };
    this.#process = spawn(path, ['--headless', '--no-remote', '--profile', this.#profile, '--remote-debugging-port', '0', '--width', '1280', '--height', '900'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...home },
    });
    this.#process.stderr.on('data', (data) => (this.#log += data));
    process.once('exit', this.#kill);
    for (const end = Date.now() + 60_000; Date.now() < end && this.#process.exitCode === null; await sleep(50)) {
      const address = /WebDriver BiDi listening on (ws:\/\/[^\s]+)/.exec(this.#log)?.[1];
      if (!address) continue;
      this.#connection = await Connection.open(`${address}/session`);
      const { capabilities } = await this.#connection.send('session.new', { capabilities: {} });
      this.#version = `${capabilities.browserName} ${capabilities.browserVersion}`;
      await this.#connection.send('session.subscribe', { events: ['log.entryAdded'] });
      await this.#connection.send('script.addPreloadScript', { functionDeclaration: `() => {${watch}}` });
      return;
    }
    await this.close();
    throw new Error(`${path} did not start:\n${this.#log.slice(-2000)}`);
  }

  #kill = () => {
    this.#process.kill('SIGKILL');
  };

  async version() {
    return this.#version;
  }

  /** A new tab, opened at the address and loaded. */
  async open(url) {
    const { context } = await this.#connection.send('browsingContext.create', { type: 'tab' });
    const tab = new FirefoxTab(this.#connection, context, this.#downloads);
    await tab.go(url);
    return tab;
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode === null) {
      await this.#connection?.send('browser.close').catch(() => {});
      this.#connection?.close();
      await Promise.race([ended, sleep(5000)]);
    }
    this.#kill();
    process.removeListener('exit', this.#kill);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
