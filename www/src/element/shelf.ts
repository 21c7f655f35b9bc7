/** The browser's storage. To ask for it can throw already: in a sandbox, in a private window, where cookies are refused. */
import type { Visit } from '../session/keeper';
import type { Shelf } from '../session/slots';

/** Where drafts are kept; `null` where the browser has no such place. */
export function deviceShelf(): Shelf | null {
  return (window as Partial<Pick<Window, 'localStorage'>>).localStorage ?? null;
}

const SILENT = 'infocity-check/silent';

/** What is remembered until the tab is closed; where nothing can be, until the page is. */
export const visit: Visit = {
  isSilent: () => {
    try {
      return window.sessionStorage.getItem(SILENT) !== null;
    } catch {
      return false;
    }
  },
  silence: () => {
    try {
      window.sessionStorage.setItem(SILENT, '1');
    } catch {
      // The keeper itself remembers it for as long as the page is open.
    }
  },
};
