// node bench/change.mjs: what one changed figure costs, in both forms of the engine. A benchmark, not a test: times swing
// with the machine.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/paths.mjs';
import { engine, forms } from '../tests/harness/engine.mjs';

const folder = join(root, 'rulebooks/miit-2019-63');
const rulebook = readFileSync(join(folder, 'rulebook.json'), 'utf8');
const submission = readFileSync(join(folder, 'examples/strong-comprehensive.submission.json'), 'utf8');

const now = () => performance.now() * 1000;
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const shown = (microseconds) => `${(microseconds / 1000).toFixed(2)} ms`;

for (const form of forms) {
  const { Checker } = engine(form);
  const begun = now();
  const checker = new Checker(rulebook);
  const compiled = now() - begun;
  checker.open(submission);
  const [inside, whole, bytes] = [[], [], []];
  for (let round = 0; round < 200; round += 1) {
    const value = JSON.stringify(String(4200 + round));
    const start = now();
    const text = checker.set('figures/retail_sales', value);
    const back = now();
    JSON.parse(text);
    whole.push(now() - start);
    inside.push(back - start);
    bytes.push(text.length);
  }
  console.log(
    `${form}: compile the flagship ${shown(compiled)}; one changed figure ${shown(median(inside))} in the engine, ` +
      `${shown(median(whole))} with its answer read; worst of 200 ${shown(Math.max(...whole))}; ${median(bytes)} characters`,
  );
}
