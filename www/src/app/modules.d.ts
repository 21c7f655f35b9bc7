declare module 'infocity:app' {
  /** The texts of the offline app. */
  const packed: import('../texts/packed').Packed;
  export default packed;
}
