// node tests/assess-lines.mjs FORM < LINES: what tests/support/assess_lines.rs does natively, with the engine as the page has
// it (FORM: wasm or js), so that both can be compared byte for byte.

import { createInterface } from 'node:readline';
import { engine, forms } from './harness/engine.mjs';
import { answering } from './harness/lines.mjs';

const form = process.argv[2];
if (!forms.includes(form)) throw new Error(`the form of the engine: ${forms.join(' or ')}`);
const answer = answering(engine(form).Checker);

const out = [];
const flush = () => process.stdout.write(out.splice(0).join(''));
for await (const line of createInterface({ input: process.stdin })) {
  const answered = answer(line);
  if (answered !== null) out.push(`${answered}\n`);
  if (out.length > 500) flush();
}
flush();
