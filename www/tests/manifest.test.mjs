// What the package's manifest says of the element is what the element has, and its documentation names all of it.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import ts from 'typescript';
import { npm, www } from '../build/paths.mjs';

const read = (...path) => readFileSync(join(...path), 'utf8');
const manifest = JSON.parse(read(npm, 'custom-elements.json'));
const [element] = manifest.modules[0].declarations;
const names = (list) => list.map(({ name }) => name).sort();
const sources = readdirSync(join(www, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => read(www, 'src', name))
  .join('\n');
const found = (pattern, text) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

const file = ts.createSourceFile('infocity-check.ts', read(www, 'src/element/infocity-check.ts'), ts.ScriptTarget.Latest, true);
const own = file.statements.find((node) => ts.isClassDeclaration(node));

test('the manifest follows its schema', () => {
  const schema = JSON.parse(read(www, 'node_modules/custom-elements-manifest/schema.json'));
  const ajv = new Ajv({ allErrors: true });
  assert.ok(ajv.validate(schema, manifest), ajv.errorsText());
});

test('attributes: those that the element observes, and the one that it sets', () => {
  const observed = /const ATTRIBUTES = \[(.*?)\]/.exec(file.text)[1].match(/[\w-]+/g);
  assert.deepEqual(names(element.attributes), [...observed, 'data-engine'].sort());
  assert.match(file.text, /setAttribute\('data-engine'/);
});

test('properties and methods: all that is public of the class', () => {
  const inner = new Set([ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.StaticKeyword]);
  const open = own.members.filter(
    (member) => !ts.isConstructorDeclaration(member) && !member.modifiers?.some(({ kind }) => inner.has(kind)) && !/Callback$/.test(member.name.text),
  );
  assert.deepEqual(names(element.members), [...new Set(open.map((member) => member.name.text))].sort());
});

test('events: those that the element fires', () => {
  assert.deepEqual(names(element.events), found(/\.fire\('([\w-]+)'/g, file.text));
});

test('parts: those of the page', () => {
  assert.deepEqual(names(element.cssParts), found(/<[a-z]+\d?\s(?:[^<>{}]|\{[^{}]*\})*?\bpart="([a-z-]+)"/g, sources));
});

test('custom properties: those of the style', () => {
  const styles = readdirSync(join(www, 'src/styles')).map((name) => read(www, 'src/styles', name)).join('\n');
  assert.deepEqual(names(element.cssProperties), found(/(--infocity-[a-z-]+)/g, styles).filter((name) => !name.endsWith('-')));
  for (const { name, default: value } of element.cssProperties) assert.equal(value === undefined, name === '--infocity-font', name);
});

test('the documentation names each of them', () => {
  const text = read(www, 'README.md');
  const all = ['attributes', 'members', 'events', 'cssParts', 'cssProperties'].flatMap((kind) => names(element[kind]));
  for (const name of all) assert.match(text, new RegExp(`\`${name}(\\(.*?\\))?\``), name);
});
