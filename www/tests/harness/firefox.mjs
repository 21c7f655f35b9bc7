// Firefox by WebDriver BiDi, which it speaks itself: open an address, look into the page, type. No more than some tests need.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { inWindows } from './display.mjs';

// It asks nobody for anything, and saves pages as a whole.
const settings = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.download.save_converter_index': 0,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'zh-CN,zh',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'widget.use-xdg-desktop-portal.file-picker': 0,
};

const find = `(selector) => selector.split('>>>').reduce((within, part) => within && (within.shadowRoot || within).querySelector(part.trim()), document)`;

export class Firefox {
  #process;
  #profile;
  #socket;
  #context;
  #last = 0;
  #waiting = new Map();

  /** @param {{ display?: string }} [options] where its windows are to be seen; without one it has none */
  static async launch({ display } = {}) {
    const firefox = new Firefox();
    try {
      await firefox.#start(display);
    } catch (error) {
      await firefox.close();
      throw error;
    }
    return firefox;
  }

  async #start(display) {
    this.#profile = mkdtempSync(join(tmpdir(), 'infocity-firefox-'));
    const lines = Object.entries(settings).map((setting) => `user_pref(${setting.map((part) => JSON.stringify(part)).join(', ')});\n`);
    writeFileSync(join(this.#profile, 'user.js'), lines.join(''));
    const ways = display === undefined ? ['--headless'] : [];
    this.#process = spawn('firefox-esr', ['--profile', this.#profile, '--no-remote', '--remote-debugging-port', '0', ...ways, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TMPDIR: this.#profile, ...inWindows(display ?? '', this.#profile) },
    });
    process.once('exit', this.#kill);
    let log = '';
    this.#process.once('error', (error) => (log += `${error.message}; run scripts/setup --tests`));
    this.#process.stderr.on('data', (data) => (log += data));
    let address;
    for (const end = Date.now() + 30_000; address === undefined && Date.now() < end; await sleep(50)) {
      address = /WebDriver BiDi listening on (ws:\S+)/.exec(log)?.[1];
    }
    if (address === undefined) throw new Error(`Firefox did not start:\n${log.slice(-2000)}`);
    this.#socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => this.#socket.once('open', resolve).once('error', reject));
    this.#socket.on('message', (data) => {
      const { id, type, result, message } = JSON.parse(data);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (type === 'error') waiting?.reject(new Error(message));
      else waiting?.resolve(result);
    });
    await this.#send('session.new', { capabilities: {} });
    this.#context = (await this.#send('browsingContext.getTree', {})).contexts[0].context;
  }

  #send(method, params) {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #kill = () => this.#process.kill('SIGKILL');

  go(url) {
    return this.#send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  /** The value of a function there called with the arguments; a promise is awaited. */
  async eval(code, ...args) {
    const call = `window.__find = ${find}; Promise.resolve((${code})(...${JSON.stringify(args)})).then((value) => JSON.stringify(value))`;
    const answer = await this.#send('script.evaluate', { expression: call, target: { context: this.#context }, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(`in the page: ${answer.exceptionDetails.text}`);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  }

  async until(code, ...args) {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
      const value = await this.eval(code, ...args);
      if (value) return value;
    }
    throw new Error(`still not so after 30 s: ${code}`);
  }

  /** Types the text into a field, in place of what it holds; the field keeps the focus. */
  async type(selector, text) {
    await this.eval((selector) => {
      const field = window.__find(selector);
      field.scrollIntoView({ block: 'center' });
      field.focus();
      field.select();
    }, selector);
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.#send('input.performActions', { context: this.#context, actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async screenshot(file) {
    const { data } = await this.#send('browsingContext.captureScreenshot', { context: this.#context });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close() {
    this.#socket?.close();
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await Promise.race([ended, sleep(3000)]);
    this.#kill();
    process.removeListener('exit', this.#kill);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
