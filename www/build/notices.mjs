// The libraries that are in what is built, with their licences: npm packages by what esbuild says it has put in, crates as
// build/crates.mjs has found them.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generated, www } from './paths.mjs';

/** The file's name, in the package and beside the page. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** The text of the licence in a library's folder; where one can be chosen, MIT. */
export function licenceIn(folder) {
  const all = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name));
  const hasMit = all.some((name) => /mit/i.test(name));
  const chosen = all.filter((name) => !hasMit || !/apache|copying|unlicense/i.test(name)).sort();
  // What is listed without its terms would look as if it had none.
  if (chosen.length === 0) throw new Error(`${folder} has no licence file`);
  return chosen.map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim()).join('\n\n');
}

/**
 * The npm packages that something of is in what esbuild made.
 * @param {import('esbuild').Metafile} metafile
 */
export function packagesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const names = inputs.map(([path, { bytesInOutput }]) => bytesInOutput > 0 && /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return new Set(names.filter(Boolean));
}

/** The crates in the engine. */
export function crates() {
  const file = join(generated, 'crates.json');
  if (!existsSync(file)) throw new Error('www/generated/crates.json is missing; run make build, or node build/crates.mjs');
  return JSON.parse(readFileSync(file, 'utf8'));
}

function described(name) {
  const folder = join(www, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, license, text: licenceIn(folder) };
}

/**
 * The notices for scripts with these npm packages and the engine in them; the same terms stand once.
 * @param {Set<string>} packages
 */
export function notices(packages) {
  const byText = new Map();
  for (const { name, version, license, text } of [...[...packages].sort().map(described), ...crates()]) {
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const line = '-'.repeat(80);
  const blocks = [...byText].map(([text, libraries]) => `${line}\n${libraries.join('\n')}\n\n${text}\n`);
  return `Libraries that are in these files, and their licences. Where a licence can be chosen, it is MIT.\n\n${blocks.join('\n')}`;
}
