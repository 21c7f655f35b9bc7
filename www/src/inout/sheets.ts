/** The part that reads and writes sheets, for what a person asks of it: while it comes the page says so, and where it does not, what to do. */
import { lateSheets } from '../late/inside';
import type { Store } from '../session/store';

export type Sheets = NonNullable<typeof lateSheets.now>;

/** The part once it has come, for what is asked now; `null` where it cannot be had, or is not wanted any more. */
export async function sheetsFor(store: Store, isWanted: () => boolean = () => true): Promise<Sheets | null> {
  store.notify({ kind: 'loading' });
  const sheets = await lateSheets.come();
  if (!isWanted()) return null;
  if (sheets === null) store.notify({ kind: 'not_loaded' });
  return sheets;
}

/** What is made in each form once the part has come. */
const waiting = new WeakMap<Store, Map<string, (sheets: Sheets) => void>>();

/** Makes a file: at once where the part is there. Asked for once more while it comes, one is made, as it was asked for last. */
export function withSheets(store: Store, what: string, make: (sheets: Sheets) => void): void {
  if (lateSheets.now !== null) {
    make(lateSheets.now);
    return;
  }
  const asked = waiting.get(store) ?? new Map<string, typeof make>();
  waiting.set(store, asked);
  const waits = asked.has(what);
  asked.set(what, make);
  if (waits) return;
  void sheetsFor(store).then((sheets) => {
    const last = asked.get(what);
    asked.delete(what);
    if (sheets !== null) last?.(sheets);
  });
}
