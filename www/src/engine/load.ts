// Chooses the form of the engine: WebAssembly, else the same module as plain JavaScript. Both give the same bytes.

import wasm from 'infocity:wasm';
import { createGlue, type Glue } from '../../generated/glue';
import { instantiate } from '../../generated/plain';

export type EngineForm = 'wasm' | 'js';

export interface LoadedEngine {
  readonly form: EngineForm;
  readonly Checker: Glue['Checker'];
  readonly version: Glue['version'];
}

// A host that knows that its policy forbids WebAssembly says so: <script src="infocity-check.js" data-engine="js">.
// (The script that runs can only be asked for while it does so for the first time.)
const demanded = document.currentScript?.getAttribute('data-engine');

/**
 * Whether WebAssembly may be tried. A policy that refuses it refuses cleanly (an error and a report of a violation) in
 * browsers that know 'wasm-unsafe-eval', which all came with or after `findLast`. Older ones know only 'unsafe-eval',
 * and one crashes where it is missing: there it is tried only if the policy allows `eval`.
 */
function mayTryWasm(): boolean {
  if (demanded === 'js' || typeof WebAssembly !== 'object') return false;
  return 'findLast' in Array.prototype || mayEval();
}

function mayEval(): boolean {
  // A policy inside the page can be read, so that asking does not itself violate it.
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]');
  if (Array.from(metas).some((meta) => !meta.content.includes("'unsafe-eval'"))) return false;
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, no-new-func -- to see whether it is allowed
    new Function('');
    return true;
  } catch {
    return false;
  }
}

/** What build/packed.mjs packed: after a character for each byte, in their order, the bytes by these characters. */
function bytes(packed: string): Uint8Array<ArrayBuffer> {
  const BYTES = 256;
  const byte = new Uint8Array(2 * BYTES);
  for (let value = 0; value < BYTES; value += 1) byte[packed.charCodeAt(value)] = value;
  const unpacked = new Uint8Array(packed.length - BYTES);
  for (let at = 0; at < unpacked.length; at += 1) unpacked[at] = byte[packed.charCodeAt(BYTES + at)] ?? 0;
  return unpacked;
}

/** Makes a new instance of the engine, of which each has its own memory. */
export async function loadEngine(): Promise<LoadedEngine> {
  const glue = createGlue();
  const imports = { './engine_bg.js': glue };
  const { Checker, version } = glue;
  if (mayTryWasm()) {
    try {
      const { instance } = await WebAssembly.instantiate(bytes(wasm), imports);
      glue.__wbg_set_wasm(instance.exports);
      return { form: 'wasm', Checker, version };
    } catch {
      // The policy forbids it, or the browser cannot.
    }
  }
  glue.__wbg_set_wasm(instantiate(imports));
  return { form: 'js', Checker, version };
}
