/** Keeps what is entered as a draft in the browser, once that was agreed to, and offers what was kept before. */
import { Adoptions, type Held } from './adopted';
import { carriedDraft } from './carry';
import { draftText, readDraft, type KeptDraft } from './draft';
import { differing, enteredOf, isEmpty, type Entered } from './entered';
import { Slots, type Shelf, type Slot } from './slots';
import type { State } from './state';
import type { Store } from './store';

/** What is typed is kept after so long at the latest, in milliseconds. */
const PAUSE = 1000;

/** A draft of an earlier visit or of another tab. */
export interface Offer extends Slot {
  /** `undefined` where it cannot be read. */
  readonly draft: KeptDraft | undefined;
  /** Another tab holds it open. */
  readonly live: boolean;
}

function offerOf(slot: Slot, live: boolean): Offer {
  return { ...slot, draft: readDraft(slot.text), live };
}

/** What the page says of drafts. */
export interface Keeping {
  /** Keeping is possible, or not, or the host does not want it. */
  readonly way: 'possible' | 'refused' | 'off';
  readonly consent: boolean;
  /** Something was entered and it is to be asked whether to keep it. */
  readonly asks: boolean;
  /** When a draft was kept last. */
  readonly at: number | null;
  readonly offers: readonly Offer[];
  /** Another tab keeps a draft of its own. */
  readonly other: boolean;
  /** It was just forgotten. */
  readonly forgotten: boolean;
}

const START: Keeping = { way: 'possible', consent: false, asks: false, at: null, offers: [], other: false, forgotten: false };

/** A place that forgets with the visit: where it was asked not to ask again. */
export interface Visit {
  readonly isSilent: () => boolean;
  readonly silence: () => void;
}

export class Keeper {
  keeping: Keeping = START;
  private readonly slots: Slots;
  private readonly listeners = new Set<(keeping: Keeping) => void>();
  private slot: Held | null = null;
  private readonly adoptions = new Adoptions();
  private timer = 0;
  /** What was seen last, and what of it is kept. */
  private seen: Entered;
  private kept: Entered | null = null;
  private noticeSeen: State['notice'] = null;
  private anythingTyped = false;
  private silent: boolean;
  private unsubscribe: (() => void) | null = null;

  constructor(
    private readonly store: Store,
    shelf: () => Shelf | null,
    private readonly visit: Visit,
  ) {
    this.slots = new Slots(shelf, store.outline.rulebook.id);
    this.seen = enteredOf(store.state);
    this.silent = visit.isSilent();
  }

  subscribe(listener: (keeping: Keeping) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Begins to keep, or, where the host wants nothing stored, does nothing at all. */
  start(off: boolean): void {
    this.stop();
    if (off) {
      this.say({ ...START, way: 'off' });
      return;
    }
    const own = this.slot?.key;
    const offers = this.slots
      .all()
      .filter(({ key }) => key !== own)
      .map((slot) => offerOf(slot, false))
      .sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0));
    this.say({ ...START, consent: this.slots.consent === true, offers });
    this.unsubscribe = this.store.subscribe(this.look);
    window.addEventListener('storage', this.hear);
    window.addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.flush);
    if (offers.length > 0) this.slots.tell('hello', this.store.outline.rulebook.id);
    this.look(this.store.state);
  }

  /** Keeps what is still to be kept, and no more. */
  stop(): void {
    if (this.unsubscribe === null) return;
    this.flush();
    this.unsubscribe();
    this.unsubscribe = null;
    window.removeEventListener('storage', this.hear);
    window.removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.flush);
  }

  /** Whether what stands in the form is kept, so that nothing is lost by leaving. */
  get safe(): boolean {
    this.flush();
    return this.kept !== null && this.keeping.consent && differing(this.kept, this.store.state).length === 0;
  }

  /** Keeping is agreed to. */
  agree(): void {
    const agreed = this.slots.agree();
    this.say({ asks: !agreed, consent: agreed, way: agreed ? 'possible' : 'refused', forgotten: false });
    this.anythingTyped = true;
    this.flush();
  }

  /** Not to be kept; `forVisit` also after the page is loaded again. */
  decline(forVisit: boolean): void {
    this.silent = true;
    if (forVisit) this.visit.silence();
    this.say({ asks: false });
  }

  /** Deletes everything kept on the device and keeps nothing more. */
  forget(): void {
    this.slots.forget();
    this.letGo();
  }

  /** Takes an offered draft. Its slot is this tab's from now on, unless another holds it or the step is taken back. */
  restore(offer: Offer): void {
    const { draft, key, text, live } = offer;
    if (draft === undefined) return;
    this.flush();
    const { outline } = this.store;
    const { entered, report } = carriedDraft(outline, draft.entered, draft.rulebook.version, draft.names);
    const before = enteredOf(this.store.state);
    this.store.restore(entered);
    this.store.notify({ kind: 'restored' }, report.from === report.to && report.differences.length === 0 ? null : report);
    if (!live) this.adoptions.add({ before, from: this.slot, after: entered, key });
    this.slot = live ? null : { key, text };
    this.anythingTyped = true;
    this.say({ offers: this.keeping.offers.filter((other) => other !== offer) });
    this.plan();
  }

  /** Deletes an offered draft, unless another tab has written it since: then that is offered. */
  remove({ key, text }: Offer): void {
    this.slots.remove(key, text);
    const now = this.slots.all().find((slot) => slot.key === key);
    const offers = this.keeping.offers.filter((offer) => offer.key !== key);
    this.say({ offers: now === undefined ? offers : [offerOf(now, true), ...offers] });
  }

  /** Leaves an offered draft where it is, for another visit. */
  leave(offer: Offer): void {
    this.say({ offers: this.keeping.offers.filter((other) => other !== offer) });
  }

  /** What was said has been read. */
  dismiss(): void {
    if (this.keeping.way === 'refused') this.silent = true;
    this.say({ other: false, forgotten: false, asks: false });
  }

  private say(change: Partial<Keeping>): void {
    this.keeping = { ...this.keeping, ...change };
    for (const listener of this.listeners) listener(this.keeping);
  }

  private readonly look = (state: State): void => {
    const told = state.notice === this.noticeSeen ? undefined : state.notice?.kind;
    this.noticeSeen = state.notice;
    if (told === 'undone') this.giveBack(state);
    else if (told === 'redone') this.takeAgain(state);
    if (told === 'opened' && this.anythingTyped) {
      // Another submission than before: what stood here keeps its slot.
      this.write(this.seen);
      this.slot = null;
      this.anythingTyped = false;
    }
    if (state.unsaved) this.anythingTyped = true;
    const changed = differing(this.seen, state).length > 0;
    this.seen = enteredOf(state);
    if (!this.anythingTyped) return;
    if (this.keeping.consent) {
      if (changed) this.plan();
    } else if (state.unsaved && !this.silent && !this.keeping.asks) {
      this.say({ asks: true, way: this.slots.usable ? 'possible' : 'refused' });
    }
  };

  /** Restoring was taken back: the draft stays in its slot and is offered again. */
  private giveBack(state: State): void {
    const undone = this.adoptions.undone(state);
    if (undone === undefined) return;
    const { before, from, key } = undone;
    this.slot = from;
    this.kept = from === null ? null : before;
    const slot = this.slots.all().find((one) => one.key === key);
    if (slot === undefined) return;
    const others = this.keeping.offers.filter((offer) => offer.key !== key);
    this.say({ offers: [offerOf(slot, false), ...others] });
  }

  /** Restoring was done again: the draft's slot is this tab's once more. */
  private takeAgain(state: State): void {
    const redone = this.adoptions.redone(state);
    if (redone === undefined) return;
    const offer = this.keeping.offers.find(({ key, live }) => key === redone.key && !live);
    this.slot = offer === undefined ? null : { key: offer.key, text: offer.text };
    this.kept = null;
    this.say({ offers: this.keeping.offers.filter((other) => other !== offer) });
    this.plan();
  }

  private plan(): void {
    if (this.timer === 0 && this.keeping.consent) this.timer = window.setTimeout(this.flush, PAUSE);
  }

  private readonly flush = (): void => {
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (this.unsubscribe !== null && this.anythingTyped) this.write(enteredOf(this.store.state));
  };

  private write(entered: Entered): void {
    if (!this.keeping.consent) return;
    if (this.slots.consent === false) {
      // Another form in this window, of which no event tells, has deleted everything.
      this.letGo();
      return;
    }
    const { slot: own, kept } = this;
    if (own !== null && kept !== null && this.slots.holds(own.key, own.text) && differing(kept, entered).length === 0) return;
    if (isEmpty(this.store.outline, entered)) {
      if (own?.text != null) this.slots.remove(own.key, own.text);
      this.slot = null;
      this.kept = entered;
      this.say({ at: null });
      return;
    }
    const at = Date.now();
    const text = draftText(this.store.outline, entered, at);
    let slot = own ?? { key: this.slots.fresh(), text: null };
    let written = this.slots.write(slot.key, text, slot.text);
    if (written === 'taken') {
      slot = { key: this.slots.fresh(), text: null };
      written = this.slots.write(slot.key, text, null);
    }
    if (written !== 'written') {
      this.kept = null;
      this.say({ way: 'refused', at: null, asks: !this.silent });
      return;
    }
    this.slot = { key: slot.key, text };
    this.kept = entered;
    this.say({ way: 'possible', at, asks: false });
  }

  /** Everything kept on the device is gone: nothing more is kept. */
  private letGo(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.slot = null;
    this.adoptions.forget();
    this.kept = null;
    this.silent = true;
    this.say({ consent: false, asks: false, at: null, offers: [], other: false, forgotten: true });
  }

  /** Another tab has written, said or deleted something. */
  private readonly hear = (event: StorageEvent): void => {
    const { key, newValue } = event;
    if (key === null || (key === this.slots.consentKey && newValue === null)) {
      if (this.keeping.consent) this.letGo();
    } else if (key === this.slots.consentKey) {
      this.say({ consent: true, asks: false });
      this.plan();
    } else if (this.slots.told('hello', event) === this.store.outline.rulebook.id) {
      if (this.slot !== null) this.slots.tell('here', this.slot.key);
    } else if (this.slots.has(this.slots.told('here', event) ?? null)) {
      this.isLive(newValue ?? '');
    } else if (this.slots.has(key)) {
      this.heardSlot(key, newValue);
    }
  };

  private heardSlot(key: string, text: string | null): void {
    if (key === this.slot?.key) {
      // Another tab has it now: what stands here goes into a slot of its own.
      if (text !== this.slot.text) this.slot = null;
      this.plan();
    } else if (text !== null) {
      const known = this.keeping.offers.some((offer) => offer.key === key);
      if (known) this.isLive(key, text);
      this.say({ other: this.slot !== null });
    }
  }

  private isLive(key: string, text?: string): void {
    const offers = this.keeping.offers.map((offer): Offer => {
      if (offer.key !== key) return offer;
      return text === undefined ? { ...offer, live: true } : offerOf({ key, text }, true);
    });
    this.say({ offers });
  }
}
