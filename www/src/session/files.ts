/** A submission with more bytes is no submission; the engine's own limit is lower. */
export const MOST_BYTES = 8 * 1024 * 1024;

function read(start: (reader: FileReader) => void): Promise<FileReader['result']> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => {
      done(reader.result);
    };
    reader.onerror = () => {
      done(null);
    };
    start(reader);
  });
}

/** Why there is nothing to read in a file. */
export interface Unread {
  readonly kind: 'too_large' | 'unreadable';
  readonly name: string;
}

/** The text of a file, without the mark that some programs put before it. */
export async function textOf(file: File): Promise<string | Unread> {
  const { name } = file;
  if (file.size > MOST_BYTES) return { kind: 'too_large', name };
  const text = await read((reader) => {
    reader.readAsText(file);
  });
  return typeof text === 'string' ? text.replace(/^\ufeff/, '') : { kind: 'unreadable', name };
}

/** What a file is that is no submission. */
export type Foreign = 'assessment' | 'rulebook' | 'page' | 'other';

/** What a text is that cannot be meant as a submission; `undefined` where the engine is to judge it. */
export function foreign(text: string): Foreign | undefined {
  if (/^\s*</.test(text)) return 'page';
  if (!/^\s*\{/.test(text)) return 'other';
  try {
    const { format, city, figures } = JSON.parse(text) as { readonly format?: unknown; readonly city?: unknown; readonly figures?: unknown };
    const [, kind] = /^infocity-(assessment|rulebook)\//.exec(String(format)) ?? [];
    if (kind === 'assessment' || kind === 'rulebook') return kind;
    return format === undefined && city === undefined && figures === undefined ? 'other' : undefined;
  } catch {
    // The engine says where it is broken.
    return undefined;
  }
}

/** The text of a file that may be a submission. */
export async function submissionTextOf(file: File): Promise<string | Unread | { readonly kind: 'foreign'; readonly is: Foreign; readonly name: string }> {
  const text = await textOf(file);
  if (typeof text !== 'string') return text;
  const is = foreign(text);
  return is === undefined ? text : { kind: 'foreign', is, name: file.name };
}

/** The bytes of a file; `null` where it cannot be read. */
export async function bytesOf(file: File): Promise<Uint8Array | null> {
  const bytes = await read((reader) => {
    reader.readAsArrayBuffer(file);
  });
  return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : null;
}
