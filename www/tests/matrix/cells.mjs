// The cells of the matrix, and trying one of them.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { ready } from '../harness/site.mjs';
import { forms, serveHost } from './forms.mjs';
import { engineIn, policies, refusedIn } from './policies.mjs';
import { beginning, fill, isKept, keepPage, story } from './story.mjs';

// Enough to see what a build does that cannot be relied on.
const tried = ({ policy, form }) => ['none', 'self', 'its own'].includes(policy) && form !== 'several elements';

/**
 * Every cell that is possible with the browsers, by names; of browsers that cannot be relied on a few.
 * @returns {{ browser: string, policy: string, form: string }[]}
 */
export const cellsOf = (browsers) =>
  browsers.flatMap((browser) =>
    policies
      .flatMap((policy) =>
        forms.filter((form) => form.policies.includes(policy.name)).map((form) => ({ browser: browser.name, policy: policy.name, form: form.name })),
      )
      .filter((cell) => browser.isReliable || tried(cell)),
  );

const named = (list, name) => list.find((known) => known.name === name);

/** The cell's story, from the address on; what was seen. */
async function tell(launched, form, address) {
  const started = Date.now();
  let tab = await launched.open(address);
  let engine = await ready(tab);
  const readyAfter = Date.now() - started;
  const violations = [];
  const passed = async () => {
    const problems = await tab.problems();
    assert.deepEqual([problems.exceptions, problems.errors], [[], []]);
    violations.push(...(problems.violations ?? []).map(({ blocked }) => blocked));
    await tab.close();
  };
  if (form.isKept) {
    const folder = mkdtempSync(join(tmpdir(), 'infocity-kept-'));
    try {
      await fill(tab);
      writeFileSync(join(folder, '自评离线网页.html'), await keepPage(tab));
      await passed();
      tab = await launched.open(pathToFileURL(join(folder, '自评离线网页.html')).href);
      engine = await ready(tab);
      await isKept(tab);
    } finally {
      rmSync(folder, { recursive: true });
    }
  } else if (form.also) {
    await beginning(tab);
    await form.also(tab);
  } else {
    await story(tab, form.page === undefined);
  }
  await passed();
  return { engine, readyAfter, violations };
}

/**
 * Tries a cell in a browser that is launched.
 * @returns {Promise<{ engine: string, readyAfter: number }>} which form of the engine ran, and after how many milliseconds
 */
export async function tryCell(launched, browser, cell) {
  const form = named(forms, cell.form);
  const policy = named(policies, cell.policy);
  const server = form.page && (await serveHost(form, policy));
  try {
    const { engine, readyAfter, violations } = await tell(launched, form, server?.address ?? form.address);
    assert.equal(engine, engineIn(browser, policy), 'the form of the engine');
    let refused = violations;
    if (browser.reportsToServer && server) {
      await sleep(200);
      refused = server.reports.map((report) => report['blocked-uri']);
    }
    // Firefox looks for an icon of the site wherever there is none, whatever it shows.
    refused = refused.filter((blocked) => !blocked.endsWith('/favicon.ico'));
    assert.deepEqual(refused.sort(), refusedIn(browser, policy).sort(), 'what the policy refused');
    if (server) assert.deepEqual(server.unknown, [], 'what was asked for and is not there');
    return { engine, readyAfter };
  } finally {
    await server?.close();
  }
}
