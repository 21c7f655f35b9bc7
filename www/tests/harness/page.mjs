// A tab: look into it, act on it as a user would, and read what went wrong in it.

import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './protocol.mjs';
import { Tab, watch } from './tab.mjs';

/** @typedef {{ width?: number, height?: number, scale?: number, mobile?: boolean, offline?: boolean, within?: boolean }} Options */

const keys = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ' ': 32,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Backspace: 8,
  Delete: 46,
};

export class Page extends Tab {
  #connection;
  #metrics;
  /** Where a frame of the tab is meant: its context. */
  #context;

  /** @param {Options} [options] */
  static async connect(url, { width = 1280, height = 900, scale = 1, mobile = false, offline = false, within = false } = {}) {
    const page = new Page();
    page.#connection = await Connection.open(url);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page.send(`${domain}.enable`);
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: watch });
    if (within) {
      // A frame has the size that the page around it gives it, and is loaded already.
      await page.eval(watch);
      return page;
    }
    await page.size({ width, height, deviceScaleFactor: scale, mobile });
    if (offline) await page.offline(true);
    return page;
  }

  /** What the tab shows in a frame of its own process, by a part of its address; nothing where there is none. */
  async frame(part) {
    const { frameTree } = await this.send('Page.getFrameTree');
    const id = (frameTree.childFrames ?? []).map(({ frame }) => frame).find(({ url }) => url.includes(part))?.id;
    const context = this.#params('Runtime.executionContextCreated').findLast(({ context: { auxData } }) => auxData.frameId === id && auxData.isDefault);
    if (!id || !context) return undefined;
    const frame = new Page();
    frame.#connection = this.#connection;
    frame.#context = context.context.id;
    return frame;
  }

  /** Any command of the DevTools protocol. */
  send(method, params) {
    return this.#connection.send(method, params);
  }

  #params(method) {
    return this.#connection.events.filter((event) => event.method === method).map((event) => event.params);
  }

  async size(metrics) {
    this.#metrics = { ...this.#metrics, ...metrics };
    await this.send('Emulation.setDeviceMetricsOverride', this.#metrics);
  }

  offline(offline) {
    return this.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  async go(url) {
    const loads = this.#params('Page.loadEventFired').length;
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    for (const end = Date.now() + 60_000; this.#params('Page.loadEventFired').length === loads; await sleep(20)) {
      if (Date.now() > end) throw new Error(`${url} did not load in 60 s`);
    }
  }

  /**
   * The value of an expression in the page, or of a function there called with the arguments; a promise is awaited.
   * @param {string | Function} code
   */
  async eval(code, ...args) {
    const expression = typeof code === 'function' ? `(${code})(...${JSON.stringify(args)})` : code;
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, contextId: this.#context });
    if (answer.exceptionDetails) throw new Error(`in the page: ${describe(answer.exceptionDetails)}`);
    return answer.result.value;
  }

  /** A click with the mouse, in the middle of the element. */
  async click(selector) {
    const place = await this.place(selector);
    const event = { ...place, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { ...place, type: 'mouseMoved' });
    await this.send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed' });
    await this.send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased' });
  }

  /** Types the text into a field, in place of what it holds; the field keeps the focus. */
  async type(selector, text) {
    await this.click(selector);
    await this.eval((selector) => window.__find(selector).select(), selector);
    if (text === '') await this.press('Delete');
    for (const character of text) await this.send('Input.dispatchKeyEvent', { type: 'char', text: character });
  }

  /** Presses one of the keys that do something by themselves, such as Tab. */
  async press(key, { shift = false } = {}) {
    if (!(key in keys)) throw new Error(`the harness does not know the key ${key}`);
    const text = { Enter: '\r', ' ': ' ' }[key];
    const event = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: keys[key], text, modifiers: shift ? 8 : 0 };
    await this.send('Input.dispatchKeyEvent', { ...event, type: text ? 'keyDown' : 'rawKeyDown' });
    await this.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  }

  /** The addresses requested so far, from the network or the disk; what is inside the page itself does not count. */
  requests() {
    const urls = this.#params('Network.requestWillBeSent').map(({ request }) => request.url);
    return urls.filter((url) => !/^(data|blob|about):/.test(url));
  }

  /** Everything that went wrong: what was thrown, what the console calls an error, what a policy refused. */
  async problems() {
    return {
      exceptions: this.#params('Runtime.exceptionThrown').map(({ exceptionDetails }) => describe(exceptionDetails)),
      errors: [
        ...this.#params('Runtime.consoleAPICalled')
          .filter(({ type }) => type === 'error' || type === 'assert')
          .map(({ args }) => args.map(({ value, description }) => value ?? description).join(' ')),
        ...this.#params('Log.entryAdded')
          .filter(({ entry }) => entry.level === 'error' && entry.source !== 'security')
          .map(({ entry }) => entry.text),
      ],
      violations: (await this.eval('window.__violations')) ?? [],
    };
  }

  /** A picture of what is in view, or with `full` of the whole page. */
  async screenshot(file, { full = false } = {}) {
    const before = this.#metrics;
    if (full) {
      // 16384 px is as high as Chromium draws.
      const height = await this.eval('document.documentElement.scrollHeight');
      const most = Math.floor(16_000 / before.deviceScaleFactor);
      await this.size({ height: Math.min(Math.max(height, before.height), most) });
    }
    await this.eval('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))');
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(file, Buffer.from(data, 'base64'));
    if (full) await this.size(before);
  }

  /** The page as printed. */
  async pdf(file) {
    const { data } = await this.send('Page.printToPDF', { printBackground: true, preferCSSPageSize: true });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close() {
    await this.send('Page.close').catch(() => {});
    this.#connection.close();
  }
}

function describe({ text, exception, url, lineNumber, columnNumber }) {
  const at = url ? ` (${url}:${lineNumber + 1}:${columnNumber + 1})` : '';
  return `${text} ${exception?.description ?? exception?.value ?? ''}${at}`;
}
