/** What the page offers as files to keep. */
import { readYear } from '../session/numerals';
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

/** The kinds of files, by what their texts are called. */
type Kind = 'name' | 'assessment' | 'offline' | 'template' | 'csv' | 'requests';

/** The name of a file of what was entered; a request list may be for one holder. */
export function named({ state }: Store, lang: Lang, kind: Kind, holder = ''): string {
  const { file } = textsIn(lang);
  return fileName(file[kind]({ city: state.city.trim() || file.noCity, year: readYear(state.year), holder }));
}

/** Offers a file and says so. */
export function offer(store: Store, content: string | Uint8Array, name: string, type?: string): void {
  download(typeof content === 'string' ? content : new Uint8Array(content), name, type);
  store.notify({ kind: 'saved', name, leftOut: 0 });
}

const pretty = (json: unknown): string => `${JSON.stringify(json, null, 2)}\n`;

/** Offers the submission as a file. */
export function saveSubmission(store: Store, lang: Lang): void {
  const name = named(store, lang, 'name');
  download(pretty(JSON.parse(store.submission())), name);
  store.saved(name);
}

/** Offers what is concluded as a file. */
export function saveAssessment(store: Store, lang: Lang): void {
  offer(store, pretty(store.state.assessment), named(store, lang, 'assessment'));
}
