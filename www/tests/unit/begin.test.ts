// What one can begin with at the workbench, checked by the engine.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRulebook, emptyRulebook } from '../../src/workbench/built-in';

Object.assign(globalThis, { CSS: { supports: () => true }, document: { currentScript: null, querySelectorAll: () => [] } });

const { Bench } = await import('../../src/workbench/bench');

test('what one can begin with loads as it is; the complete sample has one of each kind of rule, and nothing odd', async () => {
  const bench = await Bench.start();
  for (const [name, text] of [['empty', emptyRulebook()], ['complete', completeRulebook()]] as const) {
    const checked = await bench.check(text);
    assert.deepEqual(checked?.faults, [], name);
    if (name === 'complete') assert.deepEqual(checked.engine && (await bench.findings(checked.engine)), [], name);
  }
  const complete = JSON.parse(completeRulebook()) as Record<string, { kind: object | string }[]>;
  for (const key of ['sources', 'units', 'derived', 'requirements', 'categories', 'dimensions', 'materials']) assert.ok((complete[key]?.length ?? 0) > 0, key);
  const kinds = complete['figures']?.map(({ kind }) => (typeof kind === 'string' ? kind : Object.keys(kind)[0]));
  assert.deepEqual([...new Set(kinds)].sort(), ['checklist', 'choice', 'number', 'yes_no']);
  for (const score of ['bands', 'piecewise', 'choice', 'checklist']) assert.match(completeRulebook(), new RegExp(`"score": \\{\\s+"${score}"`));
});
