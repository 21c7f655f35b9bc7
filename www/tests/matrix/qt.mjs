// The release of Chromium 69, in PyQtWebEngine; qt.py holds its one tab.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { received } from '../harness/downloads.mjs';
import { Tab, watch } from '../harness/tab.mjs';

class QtTab extends Tab {
  #ask;
  #asked = 0;
  #downloads;

  constructor(ask, downloads) {
    super();
    this.#ask = ask;
    this.#downloads = downloads;
  }

  async go(url) {
    const { loaded } = await this.#ask({ do: 'go', url });
    if (!loaded) throw new Error(`${url} did not load`);
  }

  /** It knows no promises: what comes of one is left in the page until it is asked for. */
  async eval(code, ...args) {
    const value = typeof code === 'function' ? `(${code})(...${JSON.stringify(args)})` : code;
    const id = (this.#asked += 1);
    const start = `window.__answers = window.__answers || {};
      new Promise((resolve) => resolve(${value})).then(
        (value) => { window.__answers[${id}] = { json: JSON.stringify(value) }; },
        (error) => { window.__answers[${id}] = { error: String(error) }; });
      true`;
    const started = await this.#ask({ do: 'run', code: start });
    if (started.value !== true) throw new Error(`in the page: ${started.errors.join('\n')}`);
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
      const answer = (await this.#ask({ do: 'run', code: `JSON.stringify(window.__answers[${id}] || null)` })).value;
      const { json, error } = JSON.parse(answer) ?? {};
      if (error !== undefined) throw new Error(`in the page: ${error}`);
      if (answer !== 'null') return json === undefined ? undefined : JSON.parse(json);
    }
    throw new Error(`no answer in 60 s: ${value}`);
  }

  async click(selector) {
    await this.#ask({ do: 'click', ...(await this.place(selector)) });
  }

  /** Mouse and keys reach the page later than what is run in it. */
  async type(selector, text) {
    await this.click(selector);
    await this.until((selector) => {
      const field = window.__find(selector);
      if (field.getRootNode().activeElement !== field) return false;
      field.select();
      return true;
    }, selector);
    for (const character of text) await this.#ask({ do: 'type', text: character });
    await this.until((selector, text) => window.__find(selector).value === text, selector, text);
  }

  /** Whatever was thrown is told as an error. */
  async problems() {
    const { errors } = await this.#ask({ do: 'run', code: 'true' });
    return { exceptions: [], errors, violations: (await this.eval('window.__violations')) ?? [] };
  }

  /** The text of the file that the page hands out. */
  handed() {
    return received(this.#downloads);
  }

  /** The page as printed. */
  pdf(file) {
    return this.#ask({ do: 'pdf', file });
  }

  async close() {
    await this.go('about:blank');
  }
}

export class QtWebEngine {
  #process;
  #home;
  #waiting = [];
  #log = '';
  #version;
  #downloads;

  static async launch({ name, path }) {
    if (!path || !existsSync(path)) throw new Error(`${name} is missing; run scripts/setup --matrix`);
    const qt = new QtWebEngine();
    await qt.#start(path);
    return qt;
  }

  async #start(path) {
    this.#home = mkdtempSync(join(tmpdir(), 'infocity-qt-'));
    this.#downloads = mkdtempSync(join(this.#home, 'downloads-'));
    const script = fileURLToPath(new URL('qt.py', import.meta.url));
    this.#process = spawn(path, ['-B', script, this.#downloads, watch], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, HOME: this.#home, TMPDIR: this.#home, XDG_RUNTIME_DIR: this.#home },
    });
    process.once('exit', this.#kill);
    this.#process.stderr.on('data', (data) => (this.#log += data));
    this.#process.once('exit', () => this.#settle({ gone: true }));
    const first = this.#next();
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#settle(JSON.parse(line)));
    const { version } = await first;
    this.#version = /Chrome\/\S+/.exec(version)[0];
  }

  #settle(answer) {
    const waiting = this.#waiting.splice(0, answer.gone || answer.ended !== undefined ? Infinity : 1);
    for (const { resolve, reject } of waiting) {
      if (answer.gone || answer.ended !== undefined) reject(new Error(`the tab is gone\n${this.#log.slice(-2000)}`));
      else resolve(answer);
    }
  }

  #next() {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer in 60 s')), 60_000);
      const settle = (how) => (value) => {
        clearTimeout(timer);
        how(value);
      };
      this.#waiting.push({ resolve: settle(resolve), reject: settle(reject) });
    });
  }

  #ask(command) {
    const answer = this.#next();
    this.#process.stdin.write(`${JSON.stringify(command)}\n`);
    return answer;
  }

  #kill = () => {
    this.#process.kill('SIGKILL');
  };

  async version() {
    return this.#version;
  }

  /** The one tab, at the address. */
  async open(url) {
    const tab = new QtTab((command) => this.#ask(command), this.#downloads);
    await tab.go(url);
    return tab;
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode === null) {
      this.#process.stdin.end();
      await Promise.race([ended, sleep(5000)]);
    }
    this.#kill();
    process.removeListener('exit', this.#kill);
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
