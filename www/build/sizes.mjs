// node build/sizes.mjs: what each part of the page weighs, as it is and as a server would send it, and how much that is of
// what it may weigh. With UPDATE=1 the limits follow (build/limits.mjs); what has outgrown its own takes WHY='the reason'.

import { faults, keep, limits, renewed } from './limits.mjs';
import { FORM, weights } from './weigh.mjs';

const weighed = await weights(['raw', 'gzip', 'brotli9', 'brotli11']);
if (process.env.UPDATE) keep(renewed(weighed, limits(), process.env.WHY));

const allowed = limits();
const row = (name, cells) => console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(13)).join(''));
row('bytes', ['raw', 'gzip -9', 'brotli 9', 'of allowed', 'brotli 11']);
for (const [name, { form, raw, gzip, brotli9, brotli11 }] of weighed) {
  const limit = allowed.parts[name]?.bytes;
  const share = limit ? `${Math.round((brotli9 * 100) / limit)} %` : 'no limit';
  const [first, second, third, last] = [raw, gzip, brotli9, brotli11].map((bytes) => bytes.toLocaleString('en'));
  row(name === FORM ? 'to show the form' : form ? `  ${name}` : name, [first, second, third, share, last]);
}
const wrong = faults(weighed, allowed);
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length > 0 ? 1 : 0;
