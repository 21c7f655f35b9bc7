/** Hands a text, or the bytes of another kind of file, to the browser as a file to keep. */
export function download(content: string | Uint8Array<ArrayBuffer>, name: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  // Some browsers follow only links that are in the document.
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  window.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** A file name without what file systems refuse. */
export function fileName(wanted: string): string {
  return wanted.replace(/[\u0000-\u001f\\/:*?"<>|]/g, '_');
}
