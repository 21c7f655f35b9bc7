// No part of the page grows unnoticed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, limits, renewed } from '../build/limits.mjs';
import { FORM, weights } from '../build/weigh.mjs';

const weighing = (parts) => new Map(Object.entries(parts).map(([name, brotli9]) => [name, { brotli9 }]));
const some = { room_percent: 3, parts: { engine: { bytes: 1000, why: 'it computes' }, texts: { bytes: 200, why: 'two languages' } } };

test('every part of the page weighs what it may, and no more than its room above', async () => {
  const weighed = await weights(['brotli9']);
  assert.deepEqual(faults(weighed, limits()), []);
  assert.ok(weighed.has(FORM), 'the whole of what the form takes is weighed as well');
  for (const { why } of Object.values(limits().parts)) assert.ok(why.length > 10, 'each limit has a reason');
});

test('a part that outgrows its limit is named with both weights and the remedy', () => {
  assert.deepEqual(faults(weighing({ engine: 1030, texts: 200 }), some), []);
  const [heavy, ...others] = faults(weighing({ engine: 1031, texts: 100 }), some);
  assert.match(heavy, /^engine weighs 1,031 bytes .* allows 1,000 and 3 % more.*UPDATE=1 WHY=/);
  assert.deepEqual(others, []);
});

test('a part without a limit, and a limit without a part, are told', () => {
  const told = faults(weighing({ engine: 1000, sheets: 5 }), some);
  assert.equal(told.length, 2);
  assert.match(told[0], /^sheets weighs 5 bytes and has no limit/);
  assert.match(told[1], /^texts is in www\/sizes.json and no part/);
});

test('limits follow what became lighter by themselves, and what became heavier only for a reason', () => {
  const lighter = renewed(weighing({ engine: 900, texts: 203 }), some);
  assert.deepEqual([lighter.parts.engine, lighter.parts.texts], [{ bytes: 900, why: 'it computes' }, some.parts.texts]);
  assert.throws(() => renewed(weighing({ engine: 1100, texts: 200 }), some), /engine weighs 1,100 bytes: say why/);
  const { engine } = renewed(weighing({ engine: 1100, texts: 200 }), some, 'it explains as well').parts;
  assert.deepEqual(engine, { bytes: 1100, why: 'it explains as well' });
});
