// node tests/assess-lines.mjs FORM < LINES: what tests/support/assess_lines.rs does natively, with the engine as the page has
// it (FORM: wasm or js), so that both can be compared byte for byte.

import { createInterface } from 'node:readline';
import { engine, forms } from './harness/engine.mjs';

const form = process.argv[2];
if (!forms.includes(form)) throw new Error(`the form of the engine: ${forms.join(' or ')}`);
const { Checker } = engine(form);
const checkers = new Map();

/** The text of the object that stands last in a line, digits as written. */
const last = (line, key) => line.slice(line.indexOf('{', line.indexOf(`"${key}":`)), line.lastIndexOf('}'));

const out = [];
const flush = () => process.stdout.write(out.splice(0).join(''));
for await (const line of createInterface({ input: process.stdin })) {
  const { define, rulebook } = JSON.parse(line);
  if (define !== undefined) {
    checkers.get(define)?.free();
    const checker = new Checker(last(line, 'rulebook'));
    const faults = checker.faults();
    if (faults === '[]') checkers.set(define, checker);
    else out.push(`{"faults":${faults}}\n`);
    continue;
  }
  const checker = checkers.get(rulebook);
  const outcome = checker?.open(last(line, 'submission'));
  if (outcome === undefined) out.push(`{"error":"no rulebook ${rulebook}"}\n`);
  else if (outcome.startsWith('{"kind":"refused"')) out.push(`{"faults":${JSON.stringify(JSON.parse(outcome).faults)}}\n`);
  else out.push(`${checker.assessment()}\n`);
  if (out.length > 500) flush();
}
flush();
