// The page in browsers from 2018 on, under the policies of hosts, in its forms: a choice of cells in which every pair meets.
// (`make test-matrix` tries all, in all browsers.)

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers } from './matrix/browsers.mjs';
import { cellsOf, tryCell } from './matrix/cells.mjs';
import { pairs, pairwise } from './matrix/pairwise.mjs';
import { engineIn, policies } from './matrix/policies.mjs';
import { columns, readResults, table, tableInReadme } from './matrix/table.mjs';

const ofTests = browsers.filter((browser) => browser.ofTests);
const all = cellsOf(ofTests);
const chosen = pairwise(all);

test('in the chosen cells all pairs of browser, policy and form meet that can', () => {
  assert.deepEqual(pairs(chosen), pairs(all));
  assert.ok(chosen.length < all.length * 0.7, `${chosen.length} of ${all.length}`);
  for (const { name } of ofTests) for (const policy of policies) assert.ok(chosen.some((cell) => cell.browser === name && cell.policy === policy.name));
});

for (const browser of ofTests) {
  describe(browser.name, () => {
    let launched;
    before(async () => {
      launched = await browser.driver.launch(browser);
    });
    after(() => launched?.close());

    for (const cell of chosen.filter(({ browser: of }) => of === browser.name)) {
      test(`${cell.form}, policy: ${cell.policy}`, () => tryCell(launched, browser, cell));
    }
  });
}

describe('the recorded matrix', () => {
  const results = readResults();

  test('is what README says', () => assert.equal(tableInReadme(), table(results), 'run make test-matrix'));

  for (const browser of browsers) {
    const { name } = browser;
    const { cells } = results[name];
    const wasTried = ({ policy, form }) => cells.some((cell) => cell.policy === policy && cell.form === form);

    test(`has all of ${name} that README says of it`, () => {
      if (!browser.isReliable) return assert.ok(cells.length > 0);
      const own = chosen.filter(({ browser: of }) => of === name);
      assert.deepEqual([...columns, ...own].filter((cell) => !wasTried(cell)), []);
      // Of those that `make test` has not: each policy at least once.
      for (const { name: policy } of policies) assert.ok(cells.some((cell) => cell.policy === policy), policy);
    });

    test(`has cells of ${name} that there are, and where it can be relied on all of them passed`, () => {
      const known = cellsOf([browser]);
      for (const { policy, form, engine, failed } of cells) {
        const cell = `${policy}, ${form}`;
        assert.ok(known.some((one) => one.policy === policy && one.form === form), cell);
        if (!browser.isReliable) continue;
        assert.deepEqual([engine, failed], [engineIn(browser, policies.find(({ name }) => name === policy)), undefined], cell);
      }
    });
  }
});
