/** What the rows of a checklist come to together. */
import type { ChecklistDraft } from '../session/drafts';
import type { EntryFault } from './entries';

/** The row of an item. */
export interface ItemRow {
  readonly id: string;
  readonly blank: boolean;
  readonly notCollected: boolean;
  readonly answer: boolean | undefined;
}

/** The answers as one, and what is to be said of a row. */
export interface ItemAnswers {
  readonly draft: ChecklistDraft;
  readonly hasValue: boolean;
  /** The row that `fault` is about. */
  readonly at: number;
  readonly fault?: EntryFault;
}

const NOTHING: ChecklistDraft = { kind: 'checklist', items: null, notCollected: false, note: '', year: null };

/** Ticking one item of the form answers all of them, and so does a “yes” here; a “no” alone leaves the rest unknown. */
export function itemAnswers(rows: readonly ItemRow[], count: number): ItemAnswers {
  if (rows.some(({ notCollected }) => notCollected)) return { draft: { ...NOTHING, notCollected: true }, hasValue: true, at: 0 };
  const open = rows.filter(({ answer }) => answer === undefined).length + count - rows.length;
  const blank = rows.findIndex((row) => row.blank);
  const yes = rows.filter(({ answer }) => answer === true).map(({ id }) => id);
  const anyNo = rows.some(({ answer }) => answer === false);
  const draft = { ...NOTHING, items: yes };
  if (open === 0) return { draft, hasValue: true, at: 0 };
  if (yes.length > 0) {
    // An answer that could not be read is told by itself.
    const fault: EntryFault = { column: 'value', kind: 'blanks', value: String(open) };
    return blank < 0 ? { draft, hasValue: true, at: 0 } : { draft, hasValue: true, at: blank, fault };
  }
  if (!anyNo) return { draft: NOTHING, hasValue: false, at: 0 };
  return { draft: NOTHING, hasValue: false, at: Math.max(blank, 0), fault: { column: 'value', kind: 'partial', value: '' } };
}
