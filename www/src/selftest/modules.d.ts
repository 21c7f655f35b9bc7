declare module 'infocity:selftest' {
  const packed: import('./language').Packed;
  export default packed;
}
