// The server that shows the page and serves the tests: whatever is asked of it, it stays.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist } from '../build/paths.mjs';
import { serve } from '../build/serve.mjs';

test('what names no file is answered, and ends nothing', async (t) => {
  const server = await serve(dist);
  t.after(() => server.close());
  const status = async (path) => (await fetch(server.address + path)).status;
  for (const path of ['/%00', '/index.html%00', '/%00/', '/%', '/%ff']) assert.equal(await status(path), 400, path);
  for (const path of ['/nowhere', '/..%2f..%2fpackage.json']) assert.equal(await status(path), 404, path);
  assert.equal(await status('/'), 200);
});
