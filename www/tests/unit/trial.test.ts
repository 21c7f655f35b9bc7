// A submission that is tried under a rulebook that no longer takes all of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Engine } from '../../src/session/engine';
import { tryOut } from '../../src/workbench/trial';

/** An engine that takes these figures and no other part but the city. */
function taking(...figures: string[]): Engine {
  const open = (text: string) => {
    const submission = JSON.parse(text) as Record<string, unknown>;
    const wrong = Object.keys((submission['figures'] ?? {}) as object).filter((id) => !figures.includes(id)).map((id) => `/figures/${id}/value`);
    for (const key of ['rulebook', 'category']) if (key in submission) wrong.push(`/${key}`);
    if (submission['format'] !== 'f') wrong.push('');
    return wrong.length === 0 ? { kind: 'assessed' } : { kind: 'refused', faults: wrong.map((place) => ({ place })) };
  };
  return { open } as unknown as Engine;
}

const submission = JSON.stringify({ format: 'f', rulebook: { id: 'x' }, city: 'c', category: 'k', figures: { a: '1', b: '2' } });

test('what does not fit is left out and told; for which rulebook it was made is not asked', () => {
  const { text, leftOut } = tryOut(taking('a'), submission);
  assert.deepEqual(JSON.parse(text ?? ''), { format: 'f', city: 'c', figures: { a: '1' } });
  assert.deepEqual(leftOut.map(({ place }) => place), ['/figures/b/value', '/category']);
});

test('what is no submission is not tried', () => {
  assert.equal(tryOut(taking('a'), '{}').text, null);
  assert.deepEqual(tryOut(taking('a'), '{}').leftOut.map(({ place }) => place), ['']);
});
