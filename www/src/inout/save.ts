/** What the page hands out beside the submission: forms to fill in, request lists, the assessment as a table. */
import { download, fileName } from '../element/files';
import type { Page } from '../page/context';
import { readYear } from '../session/numerals';
import { requestWorkbook, templateWorkbook, type Request } from '../sheet/template';
import { assessmentCsv } from './assessment-csv';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv;charset=utf-8';

function nameFor({ t, store }: Page, kind: 'template' | 'csv' | 'requests', holder = ''): string {
  const { city, year } = store.state;
  return fileName(t.inout.files[kind]({ city: city.trim() || t.file.noCity, year: readYear(year), holder }));
}

function hand(page: Page, content: string | Uint8Array, name: string, type: string): void {
  download(typeof content === 'string' ? content : new Uint8Array(content), name, type);
  page.store.notify({ kind: 'saved', name, leftOut: 0 });
}

/** Offers the form, with what was entered so far, as a workbook. */
export function saveTemplate(page: Page): void {
  hand(page, templateWorkbook(page, page.store.state), nameFor(page, 'template'), WORKBOOK);
}

/** Offers what departments are asked for as a workbook. */
export function saveRequests(page: Page, requests: readonly Request[]): void {
  const [only, another] = requests;
  const holder = another === undefined ? only?.holder : undefined;
  hand(page, requestWorkbook(page, page.store.state, requests), nameFor(page, 'requests', holder), WORKBOOK);
}

/** Offers what is concluded as a table. */
export function saveCsv(page: Page): void {
  hand(page, assessmentCsv(page, page.store.state.assessment), nameFor(page, 'csv'), CSV);
}
