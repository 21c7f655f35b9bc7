// node seeds.mjs FOLDER: what the fuzzers start from, out of the repository's rulebooks and examples: FOLDER/TARGET/
// with one file a seed, FOLDER/TARGET.dict with the words worth trying.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [, , folder] = process.argv;
const root = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '../..');
const json = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const flagship = json('rulebooks/miit-2019-63/rulebook.json');
const everyRule = json('tests/data/every-rule.rulebook.json');
const minimal = json('tests/data/minimal.rulebook.json');
const submissions = ['rulebooks/miit-2019-63/examples', 'tests/data/every-rule'].flatMap((at) =>
  readdirSync(join(root, at))
    .filter((name) => name.endsWith('.submission.json'))
    .map((name) => json(join(at, name))),
);

/** Every string under one of the keys. */
function texts(value, keys, found = new Set()) {
  if (Array.isArray(value)) value.forEach((item) => texts(item, keys, found));
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) {
      if (keys.includes(key) && typeof item === 'string') found.add(item);
      else texts(item, keys, found);
    }
  return found;
}

function keys(value, found = new Set()) {
  if (Array.isArray(value)) value.forEach((item) => keys(item, found));
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) keys(item, found.add(key));
  return found;
}

const rulebooks = [flagship, everyRule, minimal];
const formulas = [...texts(rulebooks, ['formula', 'of', 'when_undefined'])];
const conditions = [...texts(rulebooks, ['condition', 'when'])];
const ids = [...texts([flagship, everyRule], ['id'])];
const units = [...texts([flagship, everyRule], ['unit'])];
const words = ['and', 'or', 'not', 'is', 'in', 'has', 'true', 'false', 'category', 'fields', 'year'];
const calls = ['last(', 'growth(', 'min(', 'max(', 'count(', 'choose(', 'at_least('];
const signs = ['+', '-', '*', '/', '(', ')', ',', ':', '<', '<=', '>', '>=', '=', '!=', '≤', '≥', '≠'];
const numbers = ['0', '1', '-1', '100', '0.5', '9999999999999999999999999999', '0.0000000000000000000000000001'];
const quoted = [...keys([rulebooks, submissions])].map((key) => `"${key}":`);
const values = [...numbers, ...ids, ...units].map((value) => `"${value}"`);

const compact = (documents) => documents.map((document) => JSON.stringify(document));
const language = [...words, ...calls, ...signs, ...numbers, ...ids, ...units];
const targets = {
  rulebook: { seeds: compact([minimal, everyRule]), words: [...quoted, ...values, ...language] },
  submission: { seeds: compact(submissions), words: [...quoted, ...values] },
  formula: { seeds: formulas, words: language },
  condition: { seeds: [...conditions, ...formulas.map((formula) => `${formula} >= 0`)], words: language },
  figures: { seeds: ['\0', '\x01', '\x80', '\xff'].map((byte) => byte.repeat(2000)), words: ['\0\0', '\xff\xff'] },
};

/** libFuzzer reads printable ASCII as it is, the rest as \xHH. */
const escaped = (word) =>
  [...Buffer.from(word)]
    .map((byte) =>
      byte > 32 && byte < 127 && byte !== 34 && byte !== 92
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');

for (const [target, { seeds, words }] of Object.entries(targets)) {
  mkdirSync(join(folder, target), { recursive: true });
  for (const seed of seeds) {
    const name = createHash('sha1').update(seed).digest('hex');
    writeFileSync(join(folder, target, name), seed, target === 'figures' ? 'latin1' : 'utf8');
  }
  const lines = [...new Set(words)].filter((word) => word !== '').map((word) => `"${escaped(word)}"\n`);
  writeFileSync(join(folder, `${target}.dict`), lines.join(''));
}
