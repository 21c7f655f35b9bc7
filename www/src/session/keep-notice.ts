import type { ReadSheet } from '../sheet/report';
import type { Part } from './state';

/** What there is to say of keeping what was entered. */
export type KeepNotice =
  | { readonly kind: 'undone'; readonly parts: readonly Part[] }
  | { readonly kind: 'redone'; readonly parts: readonly Part[] }
  | { readonly kind: 'restored' }
  /** A saved copy of the page was opened; when it was entered, in milliseconds since 1970. */
  | { readonly kind: 'resumed'; readonly at: number }
  | {
      readonly kind: 'merged';
      readonly from: readonly { readonly name: string; readonly count: number }[];
      /** The files of sheets of which some was not read. */
      readonly sheets: readonly ReadSheet[];
    };
