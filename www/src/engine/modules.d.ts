declare module '*/engine_bg.js' {
  export const Checker: typeof import('../../generated/engine').Checker;
  export function __wbg_set_wasm(exports: unknown): void;
}
declare module '*/engine_js.js' {
  export function instantiate(): unknown;
}
declare module 'infocity:wasm' {
  const base64: string;
  export default base64;
}
declare module 'infocity:flagship' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
