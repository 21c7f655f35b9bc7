// WebKit (GTK's MiniBrowser) by WebDriver, on a display of its own that nobody sees.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Tab, find } from '../harness/tab.mjs';

// Nothing of ours can run before the page's own scripts, so the tab does not know what a policy refused: the server is told.
const begin = `(() => {
  ${find}
  // What the page hands out is kept here: the driver knows no downloads.
  window.__handed = null;
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.__handed = blob;
    return create.call(URL, blob);
  };
})()`;

class WebKitTab extends Tab {
  #call;

  constructor(call) {
    super();
    this.#call = call;
  }

  async go(url) {
    await this.#call('POST', '/url', { url });
    await this.eval(begin);
  }

  async eval(code, ...args) {
    const value = typeof code === 'function' ? `(${code})(...${JSON.stringify(args)})` : code;
    const script = `const done = arguments[0];
      new Promise((resolve) => resolve(${value})).then((value) => done({ json: JSON.stringify(value) }), (error) => done({ error: String(error) }));`;
    const { json, error } = await this.#call('POST', '/execute/async', { script, args: [] });
    if (error !== undefined) throw new Error(`in the page: ${error}`);
    return json === undefined || json === null ? undefined : JSON.parse(json);
  }

  async click(selector) {
    const { x, y } = await this.place(selector);
    const at = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) };
    const actions = [at, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.#call('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async type(selector, text) {
    await this.click(selector);
    await this.eval((selector) => window.__find(selector).select(), selector);
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  /** The driver tells nothing of the console. */
  async problems() {
    return { exceptions: [], errors: [], violations: null };
  }

  /** The text of the file that the page handed out last. */
  async handed() {
    const text = await this.until(() => window.__handed && new Response(window.__handed).text());
    await this.eval(() => void (window.__handed = null));
    return text;
  }

  async close() {
    await this.#call('POST', '/url', { url: 'about:blank' });
  }
}

export class WebKit {
  #screen;
  #driver;
  #home;
  #session;
  #version;
  #port = 20000 + (process.pid % 20000);

  static async launch({ name, path, program }) {
    if (!path || !program || !existsSync(path)) throw new Error(`${name} is missing; run scripts/setup --matrix`);
    const webkit = new WebKit();
    try {
      await webkit.#start(path, program);
    } catch (error) {
      await webkit.close();
      throw error;
    }
    return webkit;
  }

  async #start(path, program) {
    this.#home = mkdtempSync(join(tmpdir(), 'infocity-webkit-'));
    process.once('exit', this.#kill);
    // It chooses a display that is free and tells which.
    this.#screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x960x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const display = await new Promise((resolve, reject) => {
      this.#screen.once('error', reject).once('exit', () => reject(new Error('Xvfb did not start')));
      this.#screen.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
    });
    this.#driver = spawn(program, [`--port=${this.#port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        HOME: this.#home,
        TMPDIR: this.#home,
        LANG: 'C.UTF-8',
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        // Only files of this repository are opened; in most containers the sandbox cannot start.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    });
    for (const end = Date.now() + 20_000; ; await sleep(100)) {
      try {
        await this.#ask('GET', '/status');
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
    const options = { binary: path, args: ['--automation', '--geometry=1280x900'] };
    const { sessionId, capabilities } = await this.#ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    this.#session = `/session/${sessionId}`;
    this.#version = `${capabilities.browserName} ${capabilities.browserVersion}`;
  }

  async #ask(method, path, body) {
    const answer = await fetch(`http://127.0.0.1:${this.#port}${path}`, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  #kill = () => {
    for (const child of [this.#driver, this.#screen]) child?.kill('SIGKILL');
  };

  async version() {
    return this.#version;
  }

  /** The one window, at the address. */
  async open(url) {
    const tab = new WebKitTab((method, path, body) => this.#ask(method, this.#session + path, body));
    await tab.go(url);
    return tab;
  }

  async close() {
    if (this.#session) await this.#ask('DELETE', this.#session).catch(() => {});
    this.#kill();
    process.removeListener('exit', this.#kill);
    if (this.#home) rmSync(this.#home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
