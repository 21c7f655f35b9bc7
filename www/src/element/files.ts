/** What the page offers as files to keep. */
import { readYear } from '../session/numerals';
import type { Store } from '../session/store';
import { inLanguage, textsIn, type Lang } from '../texts';
import { download } from './download';
import { pageWith } from './offline';

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
  store.whenThere(() => {
    offer(store, pretty(store.state.assessment), named(store, lang, 'assessment'));
  }, 'save-assessment');
}

/** Offers this page with what was entered in it, and the rulebook where it is not the one that comes with the script, as one file. */
export function saveOffline(store: Store, lang: Lang, rulebook: string | null): void {
  const { file, language: words } = textsIn(lang);
  const title = file.offlineTitle({ city: store.state.city.trim(), title: inLanguage(store.outline.rulebook.title, lang) });
  const name = named(store, lang, 'offline');
  download(pageWith({ rulebook, submission: store.submission() }, title, words.tag), name, 'text/html');
  store.saved(name);
}
