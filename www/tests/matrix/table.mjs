// What the matrix came to, as README has it.

import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../../build/paths.mjs';
import { browsers } from './browsers.mjs';
import { cellsOf } from './cells.mjs';

const readme = join(root, 'README.md');
const marks = ['<!-- browsers: by make test-matrix -->\n', '<!-- /browsers -->'];

/** Where the results of the last runs are: by browser its version and its cells. */
export const recorded = new URL('results.json', import.meta.url);

/** @returns {Record<string, { version: string, cells: { policy: string, form: string, engine: string | null, failed?: string }[] }>} */
export const readResults = () => JSON.parse(readFileSync(recorded, 'utf8'));

/** The cells whose engine the table names. */
export const columns = [
  { policy: 'none', form: 'element' },
  { policy: 'self', form: 'element' },
  { policy: 'self, WebAssembly', form: 'element' },
  { policy: 'its own', form: 'single file' },
];

const words = { wasm: 'WebAssembly', js: 'JavaScript', null: '–' };

function row(browser, { version, cells }) {
  const { name, isReliable, constructs } = browser;
  const all = cellsOf([browser]).length;
  const engine = ({ policy, form }) => words[cells.find((cell) => cell.policy === policy && cell.form === form)?.engine ?? null];
  const passed = cells.filter(({ failed }) => failed === undefined).length;
  const notes = [
    ...(isReliable ? [] : ['a build with crashes of its own, tried only']),
    ...(cells.length < all ? [`${all - cells.length} cells not on record`] : []),
    ...new Set(cells.flatMap(({ failed }) => failed ?? [])),
    ...(constructs ? [] : ['takes its style from `infocity-check.css` under `style-src \'self\'`']),
  ];
  return `| ${[`${name} (${version})`, ...columns.map(engine), `${passed} of ${all}`, notes.join('; ')].join(' | ')} |\n`;
}

/** The table of all browsers that there are results of. */
export function table(results) {
  const head = ['browser', 'no policy', "`script-src 'self'`", "with `'wasm-unsafe-eval'`", 'single file', 'cells passed', ''];
  const rows = browsers.filter(({ name }) => name in results).map((browser) => row(browser, results[browser.name]));
  return `| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}\n${rows.join('')}`;
}

const split = (text) => {
  const [start, end] = marks.map((mark) => text.indexOf(mark));
  if (start < 0 || end < start) throw new Error(`README.md has no place for the table, between ${marks.map((mark) => mark.trim()).join(' and ')}`);
  return [text.slice(0, start + marks[0].length), text.slice(start + marks[0].length, end), text.slice(end)];
};

/** The table as README has it now. */
export const tableInReadme = () => split(readFileSync(readme, 'utf8'))[1];

/** Records results and puts their table into README. */
export function record(results) {
  writeFileSync(recorded, `${JSON.stringify(results, null, 1)}\n`);
  const [before, , after] = split(readFileSync(readme, 'utf8'));
  writeFileSync(readme, before + table(results) + after);
}
