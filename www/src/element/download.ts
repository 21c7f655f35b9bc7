/** Hands files to the browser. It knows nothing of the form, so that small pages can take it alone. */
let handing = false;

/** Whether a file is being handed out at this moment. Chromium 65 takes that for leaving the page. */
export const isHanding = (): boolean => handing;

/** Hands a text, or the bytes of another kind of file, to the browser as a file to keep. */
export function download(content: string | Uint8Array<ArrayBuffer>, name: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  // Some browsers follow only links that are in the document.
  document.body.appendChild(link);
  handing = true;
  link.click();
  handing = false;
  document.body.removeChild(link);
  window.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
