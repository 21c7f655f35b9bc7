/** What the page offers as files to keep. */
import type { Store } from '../session/store';
import { textsIn, type Lang } from '../texts';

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

/** A file name without what file systems refuse. */
export function fileName(wanted: string): string {
  return wanted.replace(/[\u0000-\u001f\\/:*?"<>|]/g, '_');
}

/** What names a file of the page, in its texts. */
type Named = 'name' | 'assessment' | 'offline';

/** The name of a file of what was entered. */
export function named(store: Store, lang: Lang, kind: Named): string {
  const { file } = textsIn(lang);
  const { city, year } = store.state;
  return fileName(file[kind]({ city: city.trim() || file.noCity, year: year.trim() }));
}

const pretty = (json: unknown): string => `${JSON.stringify(json, null, 2)}\n`;

/** Offers the submission as a file. */
export function saveSubmission(store: Store, lang: Lang): void {
  const text = pretty(JSON.parse(store.submission()));
  const name = named(store, lang, 'name');
  download(text, name);
  store.saved(name);
}

/** Offers what is concluded as a file. */
export function saveAssessment(store: Store, lang: Lang): void {
  const name = named(store, lang, 'assessment');
  download(pretty(store.state.assessment), name);
  store.notify({ kind: 'saved', name, leftOut: 0 });
}
