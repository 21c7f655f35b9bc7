// Parts that come when they are needed first.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coming, present } from '../../src/late/late';

test('a part inside the script is there', async () => {
  const part = { does: 'it' };
  const late = present(part);
  assert.equal(late.now, part);
  assert.equal(await late.come(), part);
});

test('a part that is fetched is fetched once, however often it is asked for', async () => {
  const part = { does: 'it' };
  let fetches = 0;
  const late = coming(() => Promise.resolve((fetches += 1, part)));
  assert.equal(late.now, null);
  assert.deepEqual(await Promise.all([late.come(), late.come()]), [part, part]);
  assert.equal(late.now, part);
  assert.equal(await late.come(), part);
  assert.equal(fetches, 1);
});

test('what could not be had is told once for all who wait, and asked for again by whoever comes later', async (t) => {
  const told = t.mock.method(console, 'error', () => undefined);
  const part = { does: 'it' };
  let fetches = 0;
  const late = coming(() => ((fetches += 1) === 1 ? Promise.reject(new Error('404')) : Promise.resolve(part)));
  assert.deepEqual(await Promise.all([late.come(), late.come()]), [null, null]);
  assert.equal(told.mock.callCount(), 1);
  assert.equal(await late.come(), part);
  assert.equal(fetches, 2);
});
