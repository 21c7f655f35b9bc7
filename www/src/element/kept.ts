/**
 * What was entered, where the browser's own “Save page as…” takes it along. Browsers save neither what stands in a field nor,
 * some of them, a shadow root: it stands in a `<template>` inside the element. (Not in an attribute and not as text: what
 * counts a page's visitors may record those. Nothing that asks an element for its text is told what a template holds.)
 */
import { carriedDraft } from '../session/carry';
import { draftText, readDraft } from '../session/draft';
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

/** Takes out what a saved copy of the page holds of an earlier element's shadow root: this one draws its own. */
export function removeSavedRoots(element: Element): void {
  for (const root of templatesIn(element, '[shadowrootmode], [shadowroot], [shadowmode]')) element.removeChild(root);
}

/** Enters what a saved copy of the page holds. Answers with the language it was read in; `null` where it holds nothing. */
export function resume(element: Element, store: Store): Lang | null {
  const [block] = templatesIn(element, '[data-kept]');
  const draft = readDraft(block?.content.textContent ?? '');
  const { outline } = store;
  if (block === undefined || draft === undefined || draft.rulebook.id !== outline.rulebook.id) return null;
  const { entered, report } = carriedDraft(outline, draft.entered, draft.rulebook.version, draft.names);
  const asItWas = report.from === report.to && report.differences.length === 0;
  store.resume(entered, { kind: 'resumed', at: draft.at }, asItWas ? null : report);
  return block.lang;
}

/** Keeps it there while it changes. */
export class Kept {
  private readonly began: Entered;
  private readonly had: HTMLTemplateElement | undefined;
  private readonly unsubscribe: () => void;
  private timer = 0;

  constructor(
    private readonly element: Element,
    private readonly store: Store,
    private readonly language: () => Lang,
    /** Called with every change that is kept. */
    private readonly also: () => void,
  ) {
    this.began = enteredOf(store.state);
    [this.had] = templatesIn(element, '[data-kept]');
    let seen = this.began;
    this.unsubscribe = store.subscribe((state) => {
      if (differing(seen, state).length === 0) return;
      seen = enteredOf(state);
      if (this.timer === 0) this.timer = window.setTimeout(this.write, PAUSE);
    });
  }

  stop(): void {
    this.unsubscribe();
    window.clearTimeout(this.timer);
  }

  private readonly write = (): void => {
    this.timer = 0;
    for (const block of templatesIn(this.element, '[data-kept]')) this.element.removeChild(block);
    const block = this.block();
    if (block !== undefined) this.element.appendChild(block);
    this.also();
  };

  /** Nothing of it is needed where a copy of the page begins with the same anyway. */
  private block(): HTMLTemplateElement | undefined {
    const { outline, state } = this.store;
    const entered = enteredOf(state);
    if (differing(this.began, entered).length === 0) return this.had;
    if (this.had === undefined && isEmpty(outline, entered) && submissionIn(this.element) === null) return undefined;
    const block = document.createElement('template');
    block.setAttribute('data-kept', '');
    block.lang = this.language();
    block.content.appendChild(document.createTextNode(draftText(outline, entered, Date.now())));
    return block;
  }
}
