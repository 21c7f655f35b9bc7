/** A button that opens a short list of things to do. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useConnected } from './connected';

interface MenuProps {
  /** Its `data-action`. */
  readonly name: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A disclosure, not an ARIA menu: its items are buttons in the order of the Tab key. Escape, a choice and a click elsewhere close it. */
export function Menu({ name, label, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const connected = useConnected();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const { current } = list;
    const page = current?.closest('.page');
    if (current === null || page == null) return;
    // Where the page's content ends before the list does, the list begins further to the left.
    const end = page.getBoundingClientRect().right - parseFloat(window.getComputedStyle(page).paddingRight);
    const over = current.getBoundingClientRect().right - end;
    if (over > 0) current.style.left = `${-Math.ceil(over)}px`;
  }, [open]);

  useEffect(() => {
    const root = place.current?.getRootNode();
    if (!open || !connected || root === undefined) return undefined;
    // The document sees the host as the target: the path tells. Of a focus that moves inside the shadow root it is not told.
    const elsewhere = (event: Event): void => {
      const { current } = place;
      if (current !== null && event.composedPath().indexOf(current) < 0) setOpen(false);
    };
    document.addEventListener('click', elsewhere);
    document.addEventListener('focusin', elsewhere);
    root.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('click', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      root.removeEventListener('focusin', elsewhere);
    };
  }, [open, connected]);

  return (
    <div
      ref={place}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button menu-button"
        data-action={name}
        aria-expanded={open ? 'true' : 'false'}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {label}
      </button>
      {open && (
        <div
          ref={list}
          class="menu-list"
          role="group"
          aria-label={label}
          onClick={() => {
            setOpen(false);
            button.current?.focus();
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}

interface MenuItemProps {
  readonly name: string;
  readonly act: () => void;
  readonly children: ComponentChildren;
}

export function MenuItem({ name, act, children }: MenuItemProps) {
  return (
    <button type="button" class="menu-item" data-action={name} onClick={act}>
      {children}
    </button>
  );
}
