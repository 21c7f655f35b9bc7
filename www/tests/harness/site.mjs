// The built page as its users meet it: as a file, or from a server with a policy.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from '../../build/paths.mjs';
import { serve } from '../../build/serve.mjs';

if (!existsSync(join(dist, 'SHA256SUMS'))) throw new Error('www/dist is missing; run make build');

/** The address of a built file on the disk. */
export const onDisk = (name) => pathToFileURL(join(dist, name)).href;

/**
 * Serves the built files until the test ends, with a policy where one is given.
 * @param {import('node:test').TestContext} t
 * @param {string} [policy]
 */
export async function serveBuilt(t, policy) {
  const server = await serve(dist, { headers: policy ? { 'Content-Security-Policy': policy } : {} });
  t.after(() => server.close());
  return server;
}

/** Waits until the element can be used; the form of the engine that it chose. */
export async function ready(page) {
  await page.until(() => {
    const element = document.querySelector('infocity-check');
    return element && element.ready && element.ready.then(() => true);
  });
  return page.eval(() => document.querySelector('infocity-check').getAttribute('data-engine'));
}

/** What `Page.problems` tells where nothing went wrong. */
export const calm = { exceptions: [], errors: [], violations: [] };
