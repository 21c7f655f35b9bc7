// Chooses the form of the engine: WebAssembly, else the same module as plain JavaScript. Both give the same bytes.

import { createGlue, type Glue } from '../../generated/glue';
import { startPlain, startWasm } from './inside';

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

/** Makes a new instance of the engine, of which each has its own memory. */
export async function loadEngine(): Promise<LoadedEngine> {
  const glue = createGlue();
  const imports = { './engine_bg.js': glue };
  const { Checker, version } = glue;
  if (mayTryWasm()) {
    try {
      glue.__wbg_set_wasm(await startWasm(imports));
      return { form: 'wasm', Checker, version };
    } catch {
      // The policy forbids it, or the browser cannot.
    }
  }
  glue.__wbg_set_wasm(await startPlain(imports));
  return { form: 'js', Checker, version };
}
