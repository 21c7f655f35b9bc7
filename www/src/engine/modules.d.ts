// What the packer (build/build.mjs) puts in place of these imports.

declare module 'infocity:wasm' {
  /** The engine as WebAssembly, in base64. */
  const base64: string;
  export default base64;
}
declare module 'infocity:flagship' {
  /** The flagship rulebook as JSON text. */
  const json: string;
  export default json;
}
declare module 'infocity:texts' {
  /** The page's texts by language, checked to say the same. */
  const catalogues: Readonly<Record<string, object>>;
  export default catalogues;
}
declare module '*.css' {
  const text: string;
  export default text;
}
