/** Taking steps back and doing them again: the buttons, the keys, and what makes a step. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Part } from '../session/state';
import type { Store } from '../session/store';
import { usePage } from '../page/context';

/** Whether the key stands for a text that the browser itself takes back letter by letter. */
function isTextBox(target: EventTarget | null): target is HTMLElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !/^(?:checkbox|radio|button|file)$/.test(target.type);
}

function partOf(target: EventTarget | null): Part | null {
  const row = target instanceof Element ? target.closest('[data-part]') : null;
  return row === null ? null : row.getAttribute('data-part');
}

/** Which way a key goes: −1 back, 1 forth, 0 neither. */
function direction({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): -1 | 0 | 1 {
  if (!(ctrlKey || metaKey) || altKey || isComposing) return 0;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 1 : -1;
  return letter === 'y' && ctrlKey && !shiftKey ? 1 : 0;
}

function onKey(event: KeyboardEvent, store: Store, goTo: (part: Part) => void): void {
  const way = direction(event);
  if (way === 0) return;
  const { target } = event;
  const here = partOf(target);
  // A text that is being typed is the browser's own to take back.
  if (isTextBox(target) && (here === null || store.steps.pending)) return;
  event.preventDefault();
  const [part, ...others] = way < 0 ? store.undo() : store.redo();
  if (part !== undefined && others.length === 0 && part !== here) goTo(part);
}

interface StepEvents {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusOut: () => void;
  readonly onChange: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

/** What the page listens to so that a field left, a choice made and a button pressed each become a step. */
export function useStepEvents(store: Store, goTo: (part: Part) => void): StepEvents {
  return useMemo((): StepEvents => {
    const take = (): void => {
      store.steps.take();
    };
    return {
      onKeyDown: (event) => {
        onKey(event, store, goTo);
      },
      onFocusOut: take,
      onChange: take,
      onClick: ({ target }) => {
        if (!isTextBox(target)) take();
      },
    };
  }, [store, goTo]);
}

function useCan(store: Store): { readonly undo: boolean; readonly redo: boolean } {
  const look = (): string => `${store.steps.canUndo ? 'u' : ''}${store.steps.canRedo ? 'r' : ''}`;
  const [can, setCan] = useState(look);
  useEffect(() => {
    const see = (): void => {
      setCan(look());
    };
    see();
    return store.subscribe(see);
  }, [store]);
  return { undo: can.includes('u'), redo: can.includes('r') };
}

/** Back and forth. They keep the focus where there is nothing left to do, so that it is not lost. */
export function UndoButtons() {
  const { store, t } = usePage();
  const can = useCan(store);
  return (
    <>
      <button
        type="button"
        class="button"
        data-action="undo"
        aria-disabled={can.undo ? undefined : 'true'}
        onClick={() => {
          store.undo();
        }}
      >
        {t.keep.undo}
      </button>
      <button
        type="button"
        class="button"
        data-action="redo"
        aria-disabled={can.redo ? undefined : 'true'}
        onClick={() => {
          store.redo();
        }}
      >
        {t.keep.redo}
      </button>
    </>
  );
}
