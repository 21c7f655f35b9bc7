/** What is to be said of a file of sheets that was opened. */
import type { Draft } from '../session/drafts';
import type { CellFault, UnknownRow } from './back';

/** A figure that the sheet says otherwise than the form did. */
export interface ChangedFigure {
  readonly id: string;
  readonly before: Draft;
  readonly after: Draft;
}

/** Why nothing was read. */
export type SheetRefusal = 'no_head' | 'other_rulebook' | 'damaged' | 'too_large';

/** What came of a file of sheets. */
export type SheetReport = RefusedSheet | ReadSheet;

/** A file of sheets from which nothing was taken. */
export interface RefusedSheet {
  readonly kind: 'refused';
  readonly file: string;
  readonly reason: SheetRefusal;
  readonly rulebook: string;
}

/** A file of sheets that was read; to compare with it, all of it has to be right. */
export interface ReadSheet {
  readonly kind: 'read' | 'not_compared';
  readonly file: string;
  /** How many parts were taken. */
  readonly count: number;
  /** Whether it took the place of everything entered before. */
  readonly whole: boolean;
  readonly faults: readonly CellFault[];
  readonly unknown: readonly UnknownRow[];
  readonly changed: readonly ChangedFigure[];
}
