// How the form of a rulebook begins, with nothing entered, as the engine has it: so that a page can show the form, and take what is
// entered, while the engine is still being made. Asked of the plain JavaScript, which gives the bytes of the WebAssembly.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generated } from './paths.mjs';
import { checkedCatalogues } from './texts.mjs';

const written = (name) => import(pathToFileURL(join(generated, name)).href);

/** Every sentence that stands somewhere in an assessment. */
function sentences(part, found = []) {
  if (typeof part !== 'object' || part === null) return found;
  if (typeof part.code === 'string' && 'params' in part) found.push({ code: part.code, params: part.params });
  for (const below of Object.values(part)) sentences(below, found);
  return found;
}

/**
 * The assessment of an empty submission, and its sentences in the words of every language of the page.
 * @param {string} rulebook its JSON text
 */
export async function beginning(rulebook) {
  const [{ createGlue }, { instantiate }] = await Promise.all([written('glue.js'), written('plain.js')]);
  const glue = createGlue();
  glue.__wbg_set_wasm(instantiate({ './engine_bg.js': glue }));
  const checker = new glue.Checker(rulebook);
  if (checker.faults() !== '[]') throw new Error(`the rulebook does not load: ${checker.faults()}`);
  const assessment = JSON.parse(checker.assessment());
  const words = Object.keys(checkedCatalogues()).flatMap((lang) =>
    sentences(assessment).map((sentence) => ({ lang, sentence, words: checker.words(JSON.stringify(sentence), lang) })),
  );
  return { assessment, words };
}
