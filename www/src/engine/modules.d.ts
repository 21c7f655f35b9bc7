// What the packer (build/build.mjs) puts in place of these imports.

declare module 'infocity:wasm' {
  /** The engine as WebAssembly: its bytes, unpacked at each call from the text that they are in the script (build/packed.mjs). */
  const bytes: () => Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module 'infocity:flagship' {
  /** The flagship rulebook as JSON text. */
  const json: string;
  export default json;
}
declare module 'infocity:beginning' {
  /** How the form of the flagship begins, as JSON text of `Begun` (session/beginning.ts). */
  const json: string;
  export default json;
}
declare module 'infocity:texts' {
  /** The page's texts by language, checked to say the same. */
  const catalogues: Readonly<Record<string, object>>;
  export default catalogues;
}
declare module 'infocity:page' {
  /** The single file without language, title, policy, the element's content and the script: what stands around them, in this order. */
  const parts: readonly string[];
  export default parts;
}
declare module 'infocity:rulebooks' {
  /** Every rulebook as it is written, the flagship first, with the submissions beside it by the names of their files. */
  const rulebooks: readonly {
    readonly text: string;
    readonly examples: readonly { readonly name: string; readonly text: string }[];
  }[];
  export default rulebooks;
}
declare module 'infocity:offered' {
  /** Every rulebook that a page which embeds the form can choose, the one that comes with the script first. */
  const offered: readonly {
    readonly id: string;
    readonly title: import('../boundary').Text;
    readonly version: string;
    readonly categories: readonly { readonly id: string; readonly label: import('../boundary').Text }[];
    readonly text: string | null;
  }[];
  export default offered;
}
declare module '*.css' {
  const text: string;
  export default text;
}
