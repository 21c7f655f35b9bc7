import { fileName } from '../element/files';

/** A good name for a file: what the rulebook calls itself, as far as it can be read. */
export function nameFor(text: string, ending: string): string {
  let [id, version] = ['', ''];
  try {
    const read = JSON.parse(text) as { id?: unknown; version?: unknown };
    if (typeof read.id === 'string') id = read.id;
    if (typeof read.version === 'string') version = read.version;
  } catch {
    // A text that is no JSON yet can be kept all the same.
  }
  return fileName([id === '' ? 'rulebook' : id, version].filter((part) => part !== '').join('-') + ending);
}
