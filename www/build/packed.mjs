// Bytes as a text that stands in a script: a character for each byte, the frequent bytes as ASCII. Transferred compressed it
// weighs a fortieth more than the bytes; in base64, which breaks what repeats, it would weigh a quarter more.

const BYTES = 256;

/** Characters that stand for themselves in a quoted text and inside a page, those of one byte in UTF-8 first. */
const characters = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => 0x20 + at).filter((code) => !'"\'`\\<'.includes(String.fromCharCode(code))),
  ...Array.from({ length: BYTES }, (_, at) => 0xa1 + at),
].slice(0, BYTES);

/**
 * The bytes as a text: first the character of each byte, from 0 to 255, then the bytes by their characters.
 * @param {Uint8Array} bytes
 */
export function packed(bytes) {
  const count = new Array(BYTES).fill(0);
  for (const byte of bytes) count[byte] += 1;
  const byFrequency = [...count.keys()].sort((a, b) => count[b] - count[a] || a - b);
  const alphabet = new Array(BYTES);
  byFrequency.forEach((byte, place) => {
    alphabet[byte] = String.fromCharCode(characters[place]);
  });
  return alphabet.join('') + Array.from(bytes, (byte) => alphabet[byte]).join('');
}

/**
 * The bytes again; also for a script to carry by its source, so for old browsers.
 * @param {string} text
 */
export function unpacked(text) {
  const byte = new Uint8Array(512);
  for (let value = 0; value < 256; value += 1) byte[text.charCodeAt(value)] = value;
  const bytes = new Uint8Array(text.length - 256);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = byte[text.charCodeAt(256 + at)];
  return bytes;
}
