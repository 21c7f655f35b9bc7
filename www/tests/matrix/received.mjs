// What a page hands out as a file.

import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a file in the folder that is whole, takes it away and gives its text. */
export async function received(folder) {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(30)) {
    const name = readdirSync(folder).find((name) => /\.(json|html)$/.test(name));
    if (name === undefined) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    // Both kinds end so.
    if (!/(\}|<\/html>)\n$/.test(text)) continue;
    rmSync(join(folder, name));
    return text;
  }
  throw new Error(`nothing was handed out: ${readdirSync(folder).join(', ')}`);
}
