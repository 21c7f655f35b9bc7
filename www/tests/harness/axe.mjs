// What axe-core finds on a page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Its findings, each with the first places: on all of a page, or in some `places` of the element; by all rules, or by `only` some.
 * @param {import('./page.mjs').Page} page
 * @param {{ places?: string[], only?: string[] }} [options]
 */
export async function axeFinds(page, { places, only } = {}) {
  if (await page.eval('window.axe === undefined')) await page.eval(`${axe};0`);
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
