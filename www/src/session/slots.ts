/**
 * Where drafts are kept on the device: a slot a draft, so that two tabs never write into one. Storage may be refused at any
 * moment, by the browser, a sandbox or a full disk: nothing here throws.
 */

/** What is needed of the browser's storage. */
export type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** A slot with what it holds. */
export interface Slot {
  readonly key: string;
  readonly text: string;
}

/** How writing went: `taken` where another tab has written into the slot since. */
export type Written = 'written' | 'taken' | 'refused';

const ROOT = 'infocity-check/';
const CONSENT = `${ROOT}keep`;
const DRAFTS = `${ROOT}draft/`;

/** The slots of one rulebook. */
export class Slots {
  private readonly begin: string;
  /** Where consent stands. */
  readonly consentKey = CONSENT;

  constructor(
    private readonly shelf: () => Shelf | null,
    rulebook: string,
  ) {
    this.begin = `${DRAFTS}${rulebook}/`;
  }

  /** Whether something can be kept: it is tried, since some browsers show a storage and refuse to use it. */
  get usable(): boolean {
    return (
      this.on((shelf) => {
        const key = `${ROOT}try`;
        shelf.setItem(key, '1');
        shelf.removeItem(key);
        return true;
      }) ?? false
    );
  }

  /** Whether keeping was agreed to; `undefined` where the storage cannot be asked. */
  get consent(): boolean | undefined {
    return this.on((shelf) => shelf.getItem(CONSENT) === 'yes');
  }

  /** Remembers that keeping was agreed to. */
  agree(): boolean {
    return (
      this.on((shelf) => {
        shelf.setItem(CONSENT, 'yes');
        return true;
      }) ?? false
    );
  }

  /** A slot that nobody has. */
  fresh(): string {
    return this.begin + Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  }

  /** Whether the key is one of these slots. */
  has(key: string | null): boolean {
    return key?.startsWith(this.begin) ?? false;
  }

  /** Everything kept for the rulebook. */
  all(): readonly Slot[] {
    return this.under(this.begin);
  }

  /** Whether a slot still holds what was written into it. */
  holds(key: string, text: string | null): boolean {
    return text !== null && this.on((shelf) => shelf.getItem(key)) === text;
  }

  /** Writes into a slot that holds `before`, or nothing where that is `null`; else another has it. */
  write(key: string, text: string, before: string | null): Written {
    return (
      this.on((shelf): Written => {
        if (shelf.getItem(key) !== before) return 'taken';
        shelf.setItem(key, text);
        return shelf.getItem(key) === text ? 'written' : 'refused';
      }) ?? 'refused'
    );
  }

  /** Deletes a slot that holds `text`, and not what another tab has written since. Answers with whether it is gone. */
  remove(key: string, text: string): boolean {
    return (
      this.on((shelf) => {
        if (shelf.getItem(key) !== text) return false;
        shelf.removeItem(key);
        return true;
      }) ?? false
    );
  }

  /** Deletes everything kept on the device, for whichever rulebook, and that keeping was agreed to. */
  forget(): void {
    const keys = this.under(DRAFTS).map(({ key }) => key);
    for (const key of [...keys, CONSENT]) {
      this.on((shelf) => {
        shelf.removeItem(key);
      });
    }
  }

  /** Says something to the other tabs, which hear it as an event of the storage. */
  tell(name: string, value: string): void {
    this.on((shelf) => {
      shelf.setItem(ROOT + name, value);
      shelf.removeItem(ROOT + name);
    });
  }

  /** What another tab said under a name; `undefined` where the event is of something else. */
  told(name: string, { key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): string | undefined {
    return key === ROOT + name && newValue !== null ? newValue : undefined;
  }

  private under(begin: string): readonly Slot[] {
    return (
      this.on((shelf) => {
        const slots: Slot[] = [];
        for (let at = 0; at < shelf.length; at += 1) {
          const key = shelf.key(at);
          const text = key?.startsWith(begin) === true ? shelf.getItem(key) : null;
          if (key !== null && text !== null) slots.push({ key, text });
        }
        return slots;
      }) ?? []
    );
  }

  private on<T>(act: (shelf: Shelf) => T): T | undefined {
    try {
      const shelf = this.shelf();
      return shelf === null ? undefined : act(shelf);
    } catch {
      return undefined;
    }
  }
}
