/** What the page hands out beside the submission: forms to fill in, request lists, the assessment as a table. */
import { named, offer } from '../element/files';
import type { Page } from '../page/context';
import type { Request } from './holders';
import { withSheets } from './sheets';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv;charset=utf-8';

/** Offers the form, with what was entered so far, as a workbook. */
export function saveTemplate(page: Page): void {
  const { store, lang } = page;
  withSheets(store, 'template', ({ templateWorkbook }) => {
    offer(store, templateWorkbook(page, store.state), named(store, lang, 'template'), WORKBOOK);
  });
}

/** Offers what departments are asked for as a workbook. */
export function saveRequests(page: Page, requests: readonly Request[]): void {
  const { store, lang } = page;
  const [only, another] = requests;
  const holder = another === undefined ? only?.holder : undefined;
  withSheets(store, `requests/${holder ?? ''}`, ({ requestWorkbook }) => {
    offer(store, requestWorkbook(page, store.state, requests), named(store, lang, 'requests', holder), WORKBOOK);
  });
}

/** Offers what is concluded as a table. */
export function saveCsv(page: Page): void {
  const { store, lang } = page;
  store.whenThere(() => {
    withSheets(store, 'csv', ({ assessmentCsv }) => {
      offer(store, assessmentCsv(page, store.state.assessment), named(store, lang, 'csv'), CSV);
    });
  }, 'save-csv');
}
