/** A submission with more bytes is no submission; the engine's own limit is lower. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** The text of a file, without the mark that some programs put before it; `null` where it cannot be read. */
export async function textOf(file: File): Promise<string | null> {
  const text = await new Promise<string | null>((done) => {
    const reader = new FileReader();
    reader.onload = () => {
      done(typeof reader.result === 'string' ? reader.result : null);
    };
    reader.onerror = () => {
      done(null);
    };
    reader.readAsText(file);
  });
  return text === null ? null : text.replace(/^\ufeff/, '');
}
