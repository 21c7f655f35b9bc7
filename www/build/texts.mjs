// node build/texts.mjs: holds the page's texts (src/texts/LANGUAGE.json) to those in Chinese, and writes their types
// (generated/texts.d.ts): a text with placeholders becomes a function that must be given each of them.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultsOf, first, typeOf } from './catalogues.mjs';
import { generated, www } from './paths.mjs';

const folder = join(www, 'src/texts');

/** The catalogues by language, the first language first. */
function catalogues() {
  const languages = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));
  const read = (language) => {
    try {
      return JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));
    } catch (error) {
      throw new Error(`src/texts/${language}.json: ${error.message}`);
    }
  };
  return Object.fromEntries(languages.map((language) => [language, read(language)]));
}

/** The catalogues, if every language says what the first says; writes their types. */
export function checkedCatalogues() {
  const all = catalogues();
  const faults = faultsOf(all);
  if (faults.length > 0) throw new Error(`the texts do not agree:\n${faults.map((fault) => `  src/texts/${fault}`).join('\n')}`);
  mkdirSync(generated, { recursive: true });
  writeFileSync(join(generated, 'texts.d.ts'), `/** The page's texts, as src/texts/${first}.json has them. */\nexport interface Catalogue ${typeOf(all[first])}\n`);
  return all;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    checkedCatalogues();
  } catch (error) {
    console.error(`texts: ${error.message}`);
    process.exitCode = 1;
  }
}
