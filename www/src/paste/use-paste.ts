/** When the form is pasted onto: more than one cell opens the preview, anything else is left to the browser. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Store } from '../session/store';
import { holdsSeveral } from './cells';

/** What was pasted and where. */
export interface Pasted {
  /** Counts what was pasted, so that each is looked at afresh. */
  readonly at: number;
  readonly text: string;
  /** The part of the form that had the focus; empty where none had. */
  readonly part: string;
  readonly into: 'value' | 'last';
}

/** What the form needs for being pasted onto. */
export interface Pasting {
  readonly pasted: Pasted | null;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Opens an empty preview, to paste into; the focus comes back to `from`. */
  readonly begin: (from: HTMLElement) => void;
  /** Closes the preview; the focus goes back to where it was, unless it goes on elsewhere. */
  readonly close: (back: boolean) => void;
}

export function usePasting(store: Store): Pasting {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const origin = useRef<HTMLElement | null>(null);
  const count = useRef(0);
  const open = useCallback((text: string, part: string, into: Pasted['into']) => {
    // What is wrong in it, the engine says.
    store.whenThere(() => {
      count.current += 1;
      setPasted({ at: count.current, text, part, into });
    }, 'paste');
  }, [store]);
  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      const { target } = event;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!(target instanceof Element) || target.closest('textarea, .note, .paste') !== null || !holdsSeveral(text)) return;
      event.preventDefault();
      origin.current = target instanceof HTMLElement ? target : null;
      open(text, target.closest('[data-part]')?.getAttribute('data-part') ?? '', target.closest('.number-last') === null ? 'value' : 'last');
    },
    [open],
  );
  const begin = useCallback(
    (from: HTMLElement) => {
      origin.current = from;
      open('', '', 'value');
    },
    [open],
  );
  const close = useCallback((back: boolean) => {
    setPasted(null);
    if (back) origin.current?.focus();
  }, []);
  return { pasted, onPaste, begin, close };
}
