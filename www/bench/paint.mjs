// node bench/paint.mjs: from a key to the paint that shows what it changed, in milliseconds. 200 keys in the number fields of
// the real example, each answered before the next, in every browser of the tests, at full speed and slowed six times.

import { setTimeout as sleep } from 'node:timers/promises';
import { Browser, browsers } from '../tests/harness/chromium.mjs';
import { at, example, rulebook, submit } from '../tests/harness/form.mjs';
import { onDisk, ready } from '../tests/harness/site.mjs';

const changes = 200;
const submission = example('shenzhen-2021');
const fields = rulebook.figures
  .filter(({ id, kind }) => kind.number && submission.figures[id]?.value !== undefined)
  .map(({ id }) => `#f-${id}`);

// An input event's time stamp is that of its key; what runs after the next frame's callbacks runs after its paint.
const watch = () => {
  window.__taken = [];
  const channel = new MessageChannel();
  let began = 0;
  channel.port1.onmessage = () => {
    window.__taken.push(performance.now() - began);
  };
  const { shadowRoot } = document.querySelector('infocity-check');
  shadowRoot.addEventListener(
    'input',
    (event) => {
      began = event.timeStamp;
      requestAnimationFrame(() => channel.port2.postMessage(null));
    },
    true,
  );
};

const told = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const share = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
  return `median ${share(0.5)}, 95 of 100 within ${share(0.95)}, worst ${share(1)}`;
};

for (const browser of browsers) {
  const chromium = await Browser.launch(browser);
  for (const slowed of [1, 6]) {
    const page = await chromium.open(onDisk('infocity-check.html'));
    await ready(page);
    await submit(page, submission);
    await page.eval(watch);
    await page.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    for (let change = 0; change < changes; change += 1) {
      // A digit behind what stands there, then taken away again, in one field after the other.
      const field = at(fields[Math.floor(change / 2) % fields.length]);
      await page.eval((selector) => {
        const input = window.__find(selector);
        input.focus();
        input.setSelectionRange(input.value.length, input.value.length);
      }, field);
      if (change % 2 === 0) await page.send('Input.dispatchKeyEvent', { type: 'char', text: '1' });
      else await page.press('Backspace');
      await page.until((count) => window.__taken.length > count, change);
      await sleep(30);
    }
    console.log(`${browser.name}, slowed ${slowed} times: ${told(await page.eval('window.__taken'))} ms`);
    await page.close();
  }
  await chromium.close();
}
