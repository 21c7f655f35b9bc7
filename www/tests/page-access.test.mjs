// What axe-core finds in each state of the page: nothing.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFinds } from './harness/axe.mjs';
import { Browser, browsers } from './harness/chromium.mjs';
import { at, looks } from './harness/form.mjs';
import { inState, states, unfold } from './harness/states.mjs';

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

for (const state of states) {
  test(state.name, async () => {
    const { about } = state;
    const page = await inState(chromium, state, folder);
    assert.deepEqual(await axeFinds(page, { places: about }), []);
    await looks(page, 'zh', 'dark');
    assert.deepEqual(await axeFinds(page, { places: about, only: ['color-contrast'] }), [], 'dark');
    await looks(page, 'en', 'light');
    await page.size({ width: 360, height: 740, mobile: true });
    if (state.inResult) await page.click(at('[data-action="view"]'));
    else if (about) await unfold(page);
    assert.deepEqual(await axeFinds(page, { places: about }), [], 'in English, on a phone');
    await page.close();
  });
}
