/**
 * Parts of the page that are needed only once something is asked of them. The script with everything inside has them from the
 * start; the slim one fetches each, as a file of its own, when it is needed first.
 */

export interface Late<T> {
  /** The part; `null` while it is not there. */
  readonly now: T | null;
  /** The part once it has come; `null` where its file cannot be had. Asked again, it tries again. */
  readonly come: () => Promise<T | null>;
}

/** A part that is there. */
export function present<T>(part: T): Late<T> {
  return { now: part, come: () => Promise.resolve(part) };
}

/** A part that is fetched, once, when it is first asked for. */
export function coming<T>(fetched: () => Promise<T>): Late<T> {
  let now: T | null = null;
  let underWay: Promise<T | null> | null = null;
  const tried = async (): Promise<T | null> => {
    try {
      now = await fetched();
    } catch (error) {
      // For whoever has to find out why; nothing that was entered is in it.
      console.error(error);
    }
    underWay = null;
    return now;
  };
  return {
    get now() {
      return now;
    },
    come: () => (now === null ? (underWay ??= tried()) : Promise.resolve(now)),
  };
}
