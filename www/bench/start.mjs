// node bench/start.mjs: from the script's start, and from its arrival, to the form painted and to be filled in, and to the engine
// that judges what is entered, in milliseconds, in current Chromium, at full speed and slowed four times, with each form of the
// engine. A benchmark, not a test: times swing with the machine.

import { Browser, browsers } from '../tests/harness/chromium.mjs';
import { ready } from '../tests/harness/site.mjs';
import { dist } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';

const starts = 11;
const policies = { wasm: undefined, js: "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:" };

// What is asked for with haste by a frame's callbacks runs right after its paint.
const watch = () => {
  const taken = {};
  window.__taken = taken;
  const now = (name) => {
    taken[name] ??= performance.now();
  };
  // The helper that the packer begins the script with is the first thing on the page that reads it.
  const { defineProperty } = Object;
  defineProperty(Object, 'defineProperty', {
    configurable: true,
    get() {
      now('started');
      defineProperty(Object, 'defineProperty', { value: defineProperty });
      return defineProperty;
    },
  });
  const { define } = customElements;
  customElements.define = (name, element) => {
    define.call(customElements, name, element);
    now('evaluated');
    const painted = () => {
      now('usable');
    };
    const look = () => {
      const form = document.querySelector(name).shadowRoot.querySelector('.form');
      if (form === null) requestAnimationFrame(look);
      else scheduler.postTask(painted, { priority: 'user-blocking' });
    };
    requestAnimationFrame(look);
    document.querySelector(name).ready.then(() => {
      now('judging');
      taken.arrived = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('infocity-check.js')).responseEnd;
    });
  };
};

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

const chromium = await Browser.launch(browsers[0]);
console.log(await chromium.version());
for (const [form, policy] of Object.entries(policies)) {
  const server = await serve(dist, { headers: policy ? { 'Content-Security-Policy': policy } : {} });
  for (const slowed of [1, 4]) {
    const all = [];
    for (let start = 0; start < starts; start += 1) {
      const page = await chromium.tab();
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch})()` });
      await page.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      await page.go(`${server.address}/`);
      if ((await ready(page)) !== form) throw new Error(`not the ${form} form`);
      await page.until(() => window.__taken.usable !== undefined && window.__taken.arrived !== undefined);
      all.push(await page.eval(() => window.__taken));
      await page.close();
    }
    const between = (from, to) => median(all.map((taken) => taken[to] - taken[from])).toFixed(0);
    console.log(
      `${form}, slowed ${slowed} times: from the script's start ${between('started', 'usable')} ms to the form, ` +
        `${between('started', 'judging')} to the engine behind it; from its arrival, which counts its parsing, ` +
        `${between('arrived', 'usable')} and ${between('arrived', 'judging')} (medians of ${starts})`,
    );
  }
  await server.close();
}
await chromium.close();
