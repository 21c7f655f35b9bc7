declare module 'infocity:selftest' {
  const packed: import('../texts/packed').Packed;
  export default packed;
}
