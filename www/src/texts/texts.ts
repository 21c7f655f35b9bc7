// Every word of the interface, in one shape for all languages: a text that is missing does not compile.

import type { Lang } from '../engine/engine';
import { en } from './en';
import { zh } from './zh';

export interface Texts {
  readonly title: string;
  readonly selfCheck: string;
  readonly language: string;
  readonly loading: string;
  readonly rulebookFaults: string;
  readonly actions: { open: string; save: string; print: string; clear: string; clearAsk: string; clearYes: string; cancel: string };
  readonly opened: (file: string) => string;
  readonly notOpened: (file: string) => string;
  readonly saveName: (city: string, year: string) => string;
  readonly sections: { city: string; materials: string; progress: (filled: number, of: number) => string };
  readonly head: { city: string; year: string; yearHelp: string; category: string; undecided: string; fields: string };
  readonly field: {
    unit: string; last: string; from: string; to: string; mode: string; value: string; estimate: string; notCollected: string;
    yes: string; no: string; notKnown: string; none: string; about: string; find: string; holder: string; standing: string;
    read: (value: string) => string; notEntered: string;
  };
  readonly basis: Record<'official' | 'interpretation' | 'reported' | 'reference', string>;
  readonly fit: Record<'fits' | 'does_not_fit' | 'undetermined', string>;
  readonly eligible: Record<'eligible' | 'not_eligible' | 'undetermined', string>;
  readonly status: Record<'met' | 'not_met' | 'undetermined', string>;
  readonly result: {
    heading: string; advice: string; categories: string; overall: string; fields: string; fieldsNote: string; line: string;
    points: string; dimensions: string; indicators: string; requirements: string; hint: string; decidedBy: string; next: string;
    nextNote: string; missing: string; route: string; routeOpen: string; warnings: string; notes: string; materials: string;
    none: string; blockedBy: string; fingerprint: string; engine: string; sources: string; checkedOn: string; certain: string; open: string;
  };
  readonly opens: (points: string) => string;
  readonly decides: (requirements: string) => string;
  readonly more: (count: number) => string;
  readonly gap: (of: string, comparison: string, need: string, have: string, short: string, unit: string) => string;
  readonly lastYearMissing: string;
  readonly show: { result: string; form: string };
  readonly announce: (category: string, range: string) => string;
  readonly range: (low: string, high: string) => string;
  readonly outOf: (range: string, max: string) => string;
  readonly list: (items: string[]) => string;
  readonly colon: string;
}

export const texts: Record<Lang, Texts> = { zh, en };
