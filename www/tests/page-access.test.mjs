// What axe-core finds in each state of the page: nothing.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Browser, browsers } from './harness/chromium.mjs';
import { at, looks } from './harness/form.mjs';
import { inState, states, unfold } from './harness/states.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let chromium;
let folder;
before(async () => {
  chromium = await Browser.launch(browsers[0]);
  folder = mkdtempSync(join(tmpdir(), 'infocity-access-'));
});
after(async () => {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** In the places given, or on all of the page: with `only` what a rule finds, else what all of them do. */
async function findings(page, places, only) {
  const { violations } = await page.eval(
    (places, only) => {
      const where = places ? { include: places.map((place) => ({ fromShadowDom: ['infocity-check', place] })) } : document;
      return window.axe.run(where, { resultTypes: ['violations'], ...(only && { runOnly: { type: 'rule', values: only } }) });
    },
    places,
    only,
  );
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

for (const state of states) {
  test(state.name, async () => {
    const { about } = state;
    const page = await inState(chromium, state, folder);
    await page.eval(`${axe};0`);
    assert.deepEqual(await findings(page, about), []);
    await looks(page, 'zh', 'dark');
    assert.deepEqual(await findings(page, about, ['color-contrast']), [], 'dark');
    await looks(page, 'en', 'light');
    await page.size({ width: 360, height: 740, mobile: true });
    if (state.inResult) await page.click(at('[data-action="view"]'));
    else if (about) await unfold(page);
    assert.deepEqual(await findings(page, about), [], 'in English, on a phone');
    await page.close();
  });
}
