declare module 'infocity:app' {
  /** The texts of the offline app, by language. */
  const texts: { readonly languages: readonly { readonly tag: string; readonly texts: import('../texts/template').Part }[] };
  export default texts;
}
