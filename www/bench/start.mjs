// node bench/start.mjs: from the script's start, and from its arrival, to the form painted and usable, in milliseconds, in current
// Chromium, at full speed and slowed four times, with each form of the engine. A benchmark, not a test: times swing with the machine.

import { Browser, browsers } from '../tests/harness/chromium.mjs';
import { ready } from '../tests/harness/site.mjs';
import { dist } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';

const starts = 11;
const policies = { wasm: undefined, js: "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:" };

// What runs after the next frame's callbacks runs after its paint.
const watch = () => {
  const taken = {};
  window.__taken = taken;
  const now = (name) => {
    taken[name] = performance.now();
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
    now('evaluated');
    define.call(customElements, name, element);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      taken.arrived = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('infocity-check.js')).responseEnd;
      now('usable');
    };
    document.querySelector(name).ready.then(() => {
      now('built');
      requestAnimationFrame(() => channel.port2.postMessage(null));
    });
  };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (bytes, imports) => {
    now('decoded');
    return instantiate(bytes, imports).finally(() => now('compiled'));
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
      await page.until(() => window.__taken.usable !== undefined);
      all.push(await page.eval(() => window.__taken));
      await page.close();
    }
    const after = (step) => all.map((taken) => taken.usable - taken[step]);
    const steps = ['arrived', 'started', 'evaluated', 'decoded', 'compiled', 'built', 'usable'].filter((step) => all[0][step] !== undefined);
    const told = steps.slice(1).map((step, before) => `${step} ${median(all.map((taken) => taken[step] - taken[steps[before]])).toFixed(0)}`);
    console.log(
      `${form}, slowed ${slowed} times: median ${median(after('started')).toFixed(0)} ms from the script's start, ` +
        `${median(after('arrived')).toFixed(0)} from its arrival, which counts its parsing (${told.join(', ')})`,
    );
  }
  await server.close();
}
await chromium.close();
