// node tests/matrix/run.mjs [--missing] [BROWSER…]: every cell of the matrix, or those of the browsers named, or of them those that
// the record of the same version lacks. What each came to is recorded and put into README's table; target/matrix.md also has how
// long each took. A cell that fails in a browser that can be relied on ends it with 1.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths.mjs';
import { browsers } from './browsers.mjs';
import { cellsOf, tryCell } from './cells.mjs';
import { readResults, record, recorded } from './table.mjs';

const onlyMissing = process.argv.includes('--missing');
const names = process.argv.slice(2).filter((name) => name !== '--missing');
const wanted = names.length === 0 ? browsers : browsers.filter(({ name }) => names.includes(name));
const unknown = names.filter((name) => !browsers.some((browser) => browser.name === name));
if (unknown.length > 0) throw new Error(`no browser of the matrix: ${unknown.join(', ')}; ${browsers.map(({ name }) => name).join(', ')} are`);

const before = existsSync(recorded) ? readResults() : {};
const lines = ['| browser | policy | form | engine | ready after, ms | passed |', '|---|---|---|---|---|---|'];
let failures = 0;

async function cellsIn(browser) {
  let launched = await browser.driver.launch(browser);
  const version = (await launched.version()).replace(/^\D*/, '');
  const kept = onlyMissing && before[browser.name]?.version === version ? before[browser.name].cells : [];
  const cells = [];
  for (const { policy, form } of cellsOf([browser])) {
    const known = kept.find((cell) => cell.policy === policy && cell.form === form);
    if (known !== undefined) {
      cells.push(known);
      continue;
    }
    let came;
    try {
      came = await tryCell(launched, browser, { policy, form });
    } catch (error) {
      const failed = error.message.split('\n')[0].replace(/\S+:\/\/\S+/g, 'the page');
      console.error(`${browser.name}, ${policy}, ${form}: ${error.stack}`);
      came = { engine: null, failed };
      if (browser.isReliable) failures += 1;
      // Whatever state it is in, the next cell does not begin with it.
      await launched.close();
      launched = await browser.driver.launch(browser);
    }
    const { engine, readyAfter, failed } = came;
    cells.push({ policy, form, engine, ...(failed && { failed }) });
    lines.push(`| ${[browser.name, policy, form, engine ?? '–', readyAfter ?? '–', failed ?? 'yes'].join(' | ')} |`);
    console.log(lines.at(-1));
  }
  await launched.close();
  return { version, cells };
}

for (const browser of wanted) {
  const came = await cellsIn(browser);
  const results = { ...(existsSync(recorded) && readResults()), [browser.name]: came };
  record(Object.fromEntries(browsers.flatMap(({ name }) => (name in results ? [[name, results[name]]] : []))));
}
writeFileSync(join(root, names.length === 0 ? 'target/matrix.md' : `target/matrix-${names.join('-')}.md`), `${lines.join('\n')}\n`);
if (failures > 0) {
  console.error(`${failures} cells failed in browsers that can be relied on`);
  process.exitCode = 1;
}
