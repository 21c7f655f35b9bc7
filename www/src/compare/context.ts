/** A second submission beside the one entered: a trial of it, or another one from a file. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Notice, Part, State } from '../session/state';
import type { Store } from '../session/store';

/** What lies beside the submission entered. */
export type Second =
  | { readonly kind: 'none' }
  /** Its engine is being started. */
  | { readonly kind: 'preparing' }
  /** A copy that the form edits in place of what was entered, and as what it `began`; `compares` while both are shown side by side. */
  | { readonly kind: 'trial'; readonly store: Store; readonly began: State; readonly compares: boolean }
  /** A file, shown beside what was entered. */
  | { readonly kind: 'other'; readonly state: State; readonly name: string }
  /** What there is to say once it is gone, or why it never came. */
  | { readonly kind: 'said'; readonly said: Said };

/** What became of it. */
export type Said =
  | { readonly kind: 'kept'; readonly count: number }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed' }
  /** The file is at fault, as it is said of a file to open. */
  | { readonly kind: 'file'; readonly notice: Notice };

/** The second submission and what can be done with it. */
export interface Beside {
  readonly second: Second;
  /** What was entered, while the form shows a trial of it; else nothing. */
  readonly entered: State | null;
  /** Starts a trial. */
  readonly tryOut: () => void;
  /** Shows the trial beside what was entered, or goes back to the form. */
  readonly compare: (on: boolean) => void;
  /** Enters one part of the trial again as it was entered. */
  readonly restore: (part: Part) => void;
  /** Takes what the trial has over into what was entered, and ends it. */
  readonly keep: () => void;
  /** Ends the trial; what was entered stays. */
  readonly drop: () => void;
  /** Shows the submission in a file beside what was entered. */
  readonly compareWith: (file: File) => void;
  /** Forgets the file, or what was said. */
  readonly close: () => void;
}

export const BesideContext = createContext<Beside | null>(null);

/** The second submission; nothing where the page around the form offers none, as in the workbench. */
export function useBeside(): Beside | null {
  return useContext(BesideContext);
}
