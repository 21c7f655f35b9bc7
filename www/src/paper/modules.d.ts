declare module 'infocity:paper' {
  /** The texts of the form on paper, by language. */
  const words: { readonly languages: readonly { readonly tag: string; readonly texts: import('../texts/template').Part }[] };
  export default words;
}
