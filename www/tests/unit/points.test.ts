// Points that the page itself adds and subtracts, digit by digit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CategoryResult, DimensionResult } from '../../src/boundary';
import { openPoints } from '../../src/page/open-points';
import { most } from '../../src/page/shared';

const weights = (...all: string[]) => most(all.map((weight) => ({ weight })) as unknown as DimensionResult[]);

test('the most points are the exact sum of the weights, and no more than all points', () => {
  assert.equal(weights('40', '35.5', '24.5'), '100');
  assert.equal(weights('0.1', '0.2'), '0.3');
  assert.equal(weights('33.3333333', '33.3333333', '33.3333333'), '99.9999999');
  assert.equal(weights('60', '60'), '100');
  assert.equal(weights(), '0');
});

test('the open points of a dimension are the exact difference of its ends', () => {
  const category = (low: string, high: string) => ({ dimensions: [{ id: 'a', score: { low, high } }] }) as unknown as CategoryResult;
  assert.equal(openPoints(category('1.1', '3'), 'a'), '1.9');
  assert.equal(openPoints(category('3.00', '3'), 'a'), '0');
  assert.equal(openPoints(category('0.0000001', '0.0000002'), 'a'), '0.0000001');
  assert.equal(openPoints(category('1', '2'), 'b'), undefined);
  assert.equal(openPoints(undefined, 'a'), undefined);
});
