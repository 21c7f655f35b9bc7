// The same submission gives the same bytes from the command, from WebAssembly and from plain JavaScript.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { infocity as command, root } from '../build/paths.mjs';
import { engine, forms } from './harness/engine.mjs';

const folder = join(root, 'rulebooks/miit-2019-63');
const rulebook = readFileSync(join(folder, 'rulebook.json'), 'utf8');
const examples = readdirSync(join(folder, 'examples')).filter((name) => name.endsWith('.submission.json'));

/** The command's own bytes. */
const native = (submission) =>
  execFileSync(command, ['assess', '-', '--format', 'json'], { input: submission, encoding: 'utf8' });

/** The text that the engine holds, indented as the command prints it; the order of keys and all digits are its own. */
const indented = (json) => `${JSON.stringify(JSON.parse(json), null, 2)}\n`;

const refused = [
  ['an unknown figure', '{"format":"infocity-submission/1","figures":{"no_such_figure":"1"}}'],
  ['a duplicate key', '{"format":"infocity-submission/1","year":2021,"year":2022}'],
  ['no JSON', '{"format":'],
];

assert.ok(examples.length > 3, `examples are missing below ${folder}`);

for (const form of forms) {
  describe(`the engine as ${form}`, () => {
    const { Checker } = engine(form);
    const checker = new Checker(rulebook);

    test('loads the rulebook', () => assert.equal(checker.faults(), '[]'));

    for (const name of examples) {
      const submission = readFileSync(join(folder, 'examples', name), 'utf8');
      test(`assesses ${name} as the command does`, () => {
        assert.equal(JSON.parse(checker.open(submission)).kind, 'assessed');
        assert.equal(indented(checker.assessment()), native(submission));
      });
      test(`fills in ${name} part by part to the same assessment`, () => {
        const parts = new Checker(rulebook);
        const { city, year, category, fields, figures = {}, materials = {} } = JSON.parse(submission);
        const set = (part, value) => {
          const update = parts.set(part, JSON.stringify(value));
          assert.equal(JSON.parse(update).kind, 'changed', update);
        };
        for (const [part, value] of Object.entries({ city, year, category, fields })) {
          if (value !== undefined) set(part, value);
        }
        for (const [id, value] of Object.entries(figures).reverse()) set(`figures/${id}`, value);
        for (const [id, value] of Object.entries(materials)) set(`materials/${id}`, value);
        assert.equal(indented(parts.assessment()), native(submission));
      });
    }

    for (const [what, submission] of refused) {
      test(`refuses ${what}, as the command does`, () => {
        assert.equal(JSON.parse(checker.open(submission)).kind, 'refused');
        assert.equal(spawnSync(command, ['assess', '-'], { input: submission }).status, 2);
      });
    }
  });
}

test('both forms answer a change with the same text', () => {
  const [first, second] = forms.map((form) => {
    const checker = new (engine(form).Checker)(rulebook);
    return ['city', 'year'].map((part, at) => checker.set(part, ['"示例市"', '2021'][at]));
  });
  assert.deepEqual(first, second);
});
