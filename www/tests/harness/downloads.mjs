// What a page hands out as a file.

import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A file that is still written stands under such a name: with Chromium a hidden one, or one beside an empty one of its own name. */
const underway = /^\.|\.(crdownload|part|download|tmp)$/;

/**
 * Waits until a folder that a browser saves to holds one file, whole.
 * @param {string} folder
 * @returns {Promise<{ name: string, path: string, text: string }>}
 */
export async function arrived(folder) {
  let last = '';
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
    const names = readdirSync(folder);
    const [name] = names;
    const size = name === undefined ? 0 : sizeOf(join(folder, name));
    const seen = `${names} ${size}`;
    const settled = seen === last && size > 0 && !names.some((other) => underway.test(other));
    last = seen;
    if (!settled) continue;
    if (names.length > 1) throw new Error(`more than one file was handed out: ${names.join(', ')}`);
    const path = join(folder, name);
    return { name, path, text: readFileSync(path, 'utf8') };
  }
  throw new Error(`no file was handed out: ${readdirSync(folder).join(', ') || 'the folder is empty'}`);
}

/** Waits for a file in the folder, takes it away and gives its text. */
export async function received(folder) {
  const { path, text } = await arrived(folder);
  rmSync(path);
  return text;
}

/** 0 as well for what has got another name since it was listed. */
const sizeOf = (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
