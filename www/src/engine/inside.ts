/** Both forms of the engine, inside the script. (A build that keeps them as files beside it takes beside.ts in its place.) */
import wasm from 'infocity:wasm';
import type { Glue } from '../../generated/glue';
import { instantiate } from '../../generated/plain';

/** What the module imports. */
export interface Imports {
  readonly './engine_bg.js': Glue;
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

/** The module, compiled. Fails where the policy forbids it, or the browser cannot. */
export function compileWasm(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes(wasm));
}

/** A new instance as plain JavaScript: what it exports. */
export function startPlain(imports: Imports): Promise<unknown> {
  return Promise.resolve(instantiate({ ...imports }));
}
