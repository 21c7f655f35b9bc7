/** The files inside a zip archive, counted while they are unpacked: a small archive may hold more than any machine has. */
import { Inflate } from 'fflate';

/** The most bytes that an archive may hold unpacked. */
const MOST_UNPACKED = 8 * 1024 * 1024;
/** The most files that a workbook is made of. */
const MOST_FILES = 1000;
/** So many packed bytes become at most 2 MB. */
const STEP = 2048;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const STORED = 0;
const DEFLATED = 8;

/** It is no archive, or holds too much. */
export class NoArchive extends Error {
  constructor(readonly reason: 'damaged' | 'too_large') {
    super(reason);
  }
}

interface Entry {
  readonly method: number;
  readonly packed: Uint8Array;
}

function inflated(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let count = 0;
  const stream = new Inflate((part) => {
    count += part.length;
    if (count > most) throw new NoArchive('too_large');
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += STEP) stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  const all = new Uint8Array(count);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The archive's table of contents. */
function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new NoArchive('damaged');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) throw new NoArchive('too_large');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new NoArchive('damaged');
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [number, number, number];
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    const file = view.getUint32(at + 42, true);
    const data = file + 30 + view.getUint16(file + 26, true) + view.getUint16(file + 28, true);
    const packed = bytes.subarray(data, data + view.getUint32(at + 20, true));
    entries.set(name.replace(/^\//, '').toLowerCase(), { method: view.getUint16(at + 10, true), packed });
    at += ENTRY_LENGTH + nameLength + extraLength + noteLength;
  }
  return entries;
}

/** An archive whose files are unpacked as they are asked for. */
export class Archive {
  private readonly entries: ReadonlyMap<string, Entry>;
  private left = MOST_UNPACKED;

  /** Throws `NoArchive` for bytes that are none. */
  constructor(bytes: Uint8Array) {
    try {
      this.entries = entriesOf(bytes);
    } catch (error) {
      throw error instanceof NoArchive ? error : new NoArchive('damaged');
    }
  }

  /** The text of a file, whose name is in whatever case; `undefined` where there is none. Throws `NoArchive`. */
  text(name: string): string | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    try {
      const bytes = entry.method === STORED ? entry.packed : entry.method === DEFLATED ? inflated(entry.packed, this.left) : undefined;
      if (bytes === undefined) throw new NoArchive('damaged');
      this.left -= bytes.length;
      if (this.left < 0) throw new NoArchive('too_large');
      return new TextDecoder().decode(bytes);
    } catch (error) {
      throw error instanceof NoArchive ? error : new NoArchive('damaged');
    }
  }
}
