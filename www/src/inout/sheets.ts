/** The part that reads and writes sheets, for what a person asks of it: while it comes the page says so, and where it does not, what to do. */
import { lateSheets } from '../late/inside';
import type { Store } from '../session/store';

export type Sheets = NonNullable<typeof lateSheets.now>;

/** The part once it has come, for what is asked now; `null` where it cannot be had. */
export async function sheetsFor(store: Store): Promise<Sheets | null> {
  store.notify({ kind: 'loading' });
  const sheets = await lateSheets.come();
  if (sheets === null) store.notify({ kind: 'not_loaded' });
  return sheets;
}

/** What waits for the part in each form. */
const waiting = new WeakMap<Store, Set<string>>();

/** Makes a file: at once where the part is there. Asked for once more while it comes, one is made. */
export function withSheets(store: Store, what: string, make: (sheets: Sheets) => void): void {
  if (lateSheets.now !== null) {
    make(lateSheets.now);
    return;
  }
  const asked = waiting.get(store) ?? new Set<string>();
  waiting.set(store, asked);
  if (asked.has(what)) return;
  asked.add(what);
  void sheetsFor(store).then((sheets) => {
    asked.delete(what);
    if (sheets !== null) make(sheets);
  });
}
