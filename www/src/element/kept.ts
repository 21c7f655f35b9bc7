/**
 * What was entered, where the browser's own “Save page as…” takes it along. Browsers do not save what stands in a field.
 * Chromium saves shadow roots and nothing of a `<template>`, Firefox the other way round: so it stands in both, hidden in the
 * shadow root, and in a `<template>` inside the element. (Not in an attribute and not as text of the element: what counts a
 * page's visitors may record those.)
 */
import { carriedDraft } from '../session/carry';
import { draftText, readDraft, type KeptDraft } from '../session/draft';
import { differing, enteredOf, isEmpty, type Entered } from '../session/entered';
import type { Store } from '../session/store';
import type { Lang } from '../texts';
import { submissionIn } from './offline';

/** What is entered stands there after so long at the latest, in milliseconds. */
const PAUSE = 250;

function templatesIn(element: Element, selector: string): HTMLTemplateElement[] {
  return Array.from(element.children).filter(
    (child): child is HTMLTemplateElement => child instanceof HTMLTemplateElement && child.matches(selector),
  );
}

const MARK = '[data-kept]';

/** What a saved copy of the page holds. */
interface Saved {
  readonly draft: KeptDraft;
  /** The language it was read in. */
  readonly lang: Lang;
}

function savedIn(block: Element | null | undefined): Saved | undefined {
  // Most pages are no saved ones. (The first exception in a script of this size costs Chromium a quarter of a second.)
  if (block == null) return undefined;
  const text = block instanceof HTMLTemplateElement ? block.content.textContent : block.textContent;
  const draft = readDraft(text.replace(/[\r\n]/g, ''));
  return draft === undefined ? undefined : { draft, lang: (block as HTMLElement).lang };
}

/** What the shadow root holds that the browser has made of a saved one: to be asked for before it is drawn in. */
export function savedInRoot(element: Element): Saved | undefined {
  return savedIn(element.shadowRoot?.querySelector(MARK));
}

/** What stands inside the element. Takes out the saved shadow root that an older browser leaves there. */
export function savedInside(element: Element): Saved | undefined {
  let saved = savedIn(templatesIn(element, MARK)[0]);
  for (const root of templatesIn(element, '[shadowrootmode], [shadowroot], [shadowmode]')) {
    saved = savedIn(root.content.querySelector(MARK)) ?? saved;
    element.removeChild(root);
  }
  return saved;
}

/** Enters what a saved copy of the page holds, where that is of the same rulebook. */
export function resume(store: Store, { draft }: Saved): boolean {
  const { outline } = store;
  if (draft.rulebook.id !== outline.rulebook.id) return false;
  const { entered, report } = carriedDraft(outline, draft.entered, draft.rulebook.version, draft.names);
  const asItWas = report.from === report.to && report.differences.length === 0;
  store.resume(entered, { kind: 'resumed', at: draft.at }, asItWas ? null : report);
  return true;
}

/** Keeps it there while it changes. */
export class Kept {
  private readonly began: Entered;
  private readonly unsubscribe: () => void;
  private timer = 0;

  constructor(
    private readonly element: Element,
    private readonly root: ShadowRoot,
    private readonly store: Store,
    private readonly language: () => Lang,
    /** The form began with what a saved copy held. */
    private readonly resumed: boolean,
    /** Called with every change that is kept. */
    private readonly also: () => void,
  ) {
    this.began = enteredOf(store.state);
    if (resumed) this.write();
    let before = store.state;
    this.unsubscribe = store.subscribe((state) => {
      // What is found wrong, and what is concluded, may come later than what was entered; a copy that cannot run tells both.
      const isNew = state.faults !== before.faults || state.assessment !== before.assessment || differing(enteredOf(before), state).length > 0;
      before = state;
      if (isNew && this.timer === 0) this.timer = window.setTimeout(this.write, PAUSE);
    });
  }

  stop(): void {
    this.unsubscribe();
    window.clearTimeout(this.timer);
  }

  private readonly write = (): void => {
    this.timer = 0;
    for (const block of templatesIn(this.element, MARK)) this.element.removeChild(block);
    for (const block of Array.from(this.root.querySelectorAll(MARK))) this.root.removeChild(block);
    if (this.isNeeded) {
      const { outline, state } = this.store;
      // Firefox breaks long lines where there is a space, and leaves that out.
      const text = draftText(outline, enteredOf(state), Date.now()).replace(/ /g, '\\u0020');
      const template = document.createElement('template');
      template.content.appendChild(document.createTextNode(text));
      this.element.appendChild(this.marked(template));
      const hidden = document.createElement('div');
      hidden.hidden = true;
      hidden.textContent = text;
      this.root.appendChild(this.marked(hidden));
    }
    this.also();
  };

  private marked(block: HTMLElement): HTMLElement {
    block.setAttribute('data-kept', '');
    block.lang = this.language();
    return block;
  }

  /** Nothing of it is needed where a copy of the page begins with the same anyway. */
  private get isNeeded(): boolean {
    const { outline, state } = this.store;
    if (this.resumed) return true;
    if (differing(this.began, state).length === 0) return false;
    return !isEmpty(outline, state) || submissionIn(this.element) !== null;
  }
}
