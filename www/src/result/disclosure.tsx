/** A quiet button that opens something in place. The two may stand apart: a row has its button, the panel its full width. */
import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface DisclosureProps {
  /** The panel's id, the only one of its name on the page. */
  readonly id: string;
  readonly text: string;
  /** The same with what it is about. */
  readonly label: string;
  /** What is shown while it is open. */
  readonly panel: () => ComponentChild;
  /** Whether there is anything to ask; where there is not, neither button nor panel stands there. */
  readonly needed?: boolean;
}

/** A button and its panel. Escape closes from within either, and gives the focus back to the button. */
export function useDisclosure({ id, text, label, panel, needed = true }: DisclosureProps): { readonly button: ComponentChild; readonly panel: ComponentChild } {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // What is asked for again later is not open by itself.
  useEffect(() => {
    if (!needed) setOpen(false);
  }, [needed]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    // What it stands in stays open.
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return {
    button: needed && (
      <button
        ref={button}
        type="button"
        class="why-button"
        data-asks={id}
        aria-label={label}
        aria-expanded={open ? 'true' : 'false'}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen(!open);
        }}
        onKeyDown={onKeyDown}
      >
        {text}
      </button>
    ),
    panel: needed && open && (
      <div id={id} class="why-panel" role="group" aria-label={label} onKeyDown={onKeyDown}>
        {panel()}
      </div>
    ),
  };
}
