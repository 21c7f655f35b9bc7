// The page's files built twice from the same sources, in other folders, are the same, byte for byte.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../build/paths.mjs';

test('the same sources give the same bytes', () => {
  assert.match(execFileSync(join(root, 'scripts/reproducible'), { encoding: 'utf8' }), /the same bytes/);
});
