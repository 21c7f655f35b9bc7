/** Both forms of the engine, inside the script. (A build that keeps them as files beside it takes beside.ts in its place.) */
import wasm from 'infocity:wasm';
import type { Glue } from '../../generated/glue';
import { instantiate } from '../../generated/plain';

/** What the module imports. */
export interface Imports {
  readonly './engine_bg.js': Glue;
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const decoded = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) decoded[at] = text.charCodeAt(at);
  return decoded;
}

/** A new instance as WebAssembly: what it exports. Fails where the policy forbids it, or the browser cannot. */
export async function startWasm(imports: Imports): Promise<unknown> {
  const { instance } = await WebAssembly.instantiate(bytes(wasm), { ...imports });
  return instance.exports;
}

/** A new instance as plain JavaScript: what it exports. */
export function startPlain(imports: Imports): Promise<unknown> {
  return Promise.resolve(instantiate({ ...imports }));
}
