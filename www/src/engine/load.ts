// Chooses the form of the engine: WebAssembly, else the same module as plain JavaScript.

import * as glue from '../../generated/engine_bg.js';
import { instantiate } from '../../generated/engine_js.js';
import wasm from 'infocity:wasm';

export type EngineForm = 'wasm' | 'js';

export interface LoadedEngine {
  readonly form: EngineForm;
  readonly Checker: typeof glue.Checker;
}

/**
 * Before Chromium 97 a policy cannot allow WebAssembly without allowing `eval`, and one snapshot crashes where a policy
 * refuses it. Browsers that have `findLast` are newer than that: they refuse cleanly, so there WebAssembly is tried.
 */
function mayTryWasm(): boolean {
  return typeof WebAssembly === 'object' && 'findLast' in Array.prototype;
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const decoded = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) decoded[at] = text.charCodeAt(at);
  return decoded;
}

/** Makes a new instance of the engine; one made before is dead from then on. */
export async function loadEngine(): Promise<LoadedEngine> {
  if (mayTryWasm()) {
    try {
      const { instance } = await WebAssembly.instantiate(bytes(wasm), { './engine_bg.js': glue as never });
      glue.__wbg_set_wasm(instance.exports);
      return { form: 'wasm', Checker: glue.Checker };
    } catch {
      // The policy forbids it: the plain-JavaScript form gives the same bytes.
    }
  }
  glue.__wbg_set_wasm(instantiate());
  return { form: 'js', Checker: glue.Checker };
}
