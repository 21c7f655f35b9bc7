/** Both forms of the engine, inside the script. (A build that keeps them as files beside it takes beside.ts in its place.) */
import wasm from 'infocity:wasm';
import type { Glue } from '../../generated/glue';
import { instantiate } from '../../generated/plain';

/** What the module imports. */
export interface Imports {
  readonly './engine_bg.js': Glue;
}

/** Whether the module has to be fetched. */
export const isFetched: boolean = false;

/** The module, compiled. Fails where the policy forbids it, or the browser cannot. */
export function compileWasm(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(wasm());
}

/** A new instance as plain JavaScript: what it exports. */
export function startPlain(imports: Imports): Promise<unknown> {
  return Promise.resolve(instantiate({ ...imports }));
}
