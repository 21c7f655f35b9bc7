/** The engine's types, as wasm-pack writes them. The only place that names the generated file's types. */
export type * from '../generated/engine';
