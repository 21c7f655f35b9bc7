/** Where on the page somebody was, and the way back there when what stood around it has changed. */
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** A place on the page: a row of the form with its height in the window, or how far the page was scrolled. */
interface Place {
  readonly row: HTMLElement | null;
  readonly top: number;
  readonly scrolled: number;
}

function isInView(row: HTMLElement): boolean {
  const { top, bottom, height } = row.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < window.innerHeight;
}

/** The row that last had the focus, if it is in view, else the first one that is. */
function rowInView(page: HTMLElement, last: HTMLElement | null): HTMLElement | null {
  if (last?.isConnected === true && isInView(last)) return last;
  return Array.from(page.querySelectorAll<HTMLElement>('.form [data-part]')).find(isInView) ?? null;
}

/** Notes a place inside `page` and goes back to it; asked for the focus, gives it to the row that had it, where it is still in view. */
export function usePlace(page: () => HTMLElement | null): { readonly note: () => void; readonly back: (focus: boolean) => boolean } {
  const last = useRef<HTMLElement | null>(null);
  const noted = useRef<Place | null>(null);
  useEffect(() => {
    const root = page();
    const follow = ({ target }: Event): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('.form [data-part]') : null;
      if (row !== null) last.current = row;
    };
    root?.addEventListener('focusin', follow);
    return () => {
      root?.removeEventListener('focusin', follow);
    };
  }, [page]);

  const note = useCallback(() => {
    const root = page();
    const row = root === null ? null : rowInView(root, last.current);
    noted.current = { row, top: row?.getBoundingClientRect().top ?? 0, scrolled: window.pageYOffset };
  }, [page]);

  const back = useCallback((focus: boolean): boolean => {
    const place = noted.current;
    noted.current = null;
    if (place === null) return false;
    const { row } = place;
    if (row?.isConnected !== true) {
      window.scrollTo(window.pageXOffset, place.scrolled);
      return false;
    }
    window.scrollBy(0, row.getBoundingClientRect().top - place.top);
    if (!focus || row !== last.current) return false;
    row.tabIndex = -1;
    const forget = (): void => {
      row.removeAttribute('tabindex');
    };
    row.addEventListener('blur', forget, { once: true });
    row.focus({ preventScroll: true });
    return true;
  }, []);
  return { note, back };
}
