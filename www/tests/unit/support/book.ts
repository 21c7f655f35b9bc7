// A rulebook with a figure of each kind, as small as the tests of what is entered need it, and submissions to it.

import type { Figure, Rulebook } from '../../../src/boundary';
import { fromJson, type Draft, type Json } from '../../../src/session/drafts';
import type { Entered } from '../../../src/session/entered';
import { outline } from '../../../src/session/outline';

/** A name that does not matter. */
export const text = { zh: '甲', en: 'a' };
const standing = { basis: 'reference', note: text } as const;
const figure = (id: string, kind: Figure['kind']): Figure => ({ id, label: text, help: text, kind, standing });
const options = [{ id: 'a', label: text }, { id: 'b', label: text }];

export const book = outline({
  id: 'book',
  version: '2.0.0',
  figures: [
    figure('revenue', { number: { unit: '亿元', units: ['万元'], places: 2 } }),
    figure('level', { choice: { options } }),
    figure('list', { checklist: { items: options } }),
    figure('built', 'yes_no'),
  ],
  dimensions: [],
  materials: [{ id: 'form', label: text }],
  categories: [{ id: 'whole', label: text }],
  fields: [{ id: 'north', label: text }],
} as unknown as Rulebook);

/** What stands in the form where these figures were entered. */
export function entered(figures: Readonly<Record<string, Json>>, rest: Partial<Entered> = {}): Entered {
  const drafts: Record<string, Draft> = {};
  for (const [id, known] of book.figures) drafts[id] = fromJson(known, figures[id]);
  return { city: '', year: '', category: null, fields: [], drafts, materials: {}, ...rest };
}
