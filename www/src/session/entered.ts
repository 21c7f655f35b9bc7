/** Everything a person entered, as typed: what a step back, a kept draft and an opened file restore. */
import { emptyDraft, type Draft } from './drafts';
import type { Outline } from './outline';
import type { Part, State } from './state';

/** The part of the state that people enter; what is wrong in it included. */
export type Entered = Pick<State, 'city' | 'year' | 'category' | 'fields' | 'drafts' | 'materials'>;

/** What stands in the form. */
export function enteredOf({ city, year, category, fields, drafts, materials }: Entered): Entered {
  return { city, year, category, fields, drafts, materials };
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The parts in which two differ. */
export function differing(a: Entered, b: Entered): readonly Part[] {
  const parts: Part[] = [];
  for (const part of ['city', 'year', 'category', 'fields'] as const) if (!same(a[part], b[part])) parts.push(part);
  for (const [kind, one, other] of [
    ['figures', a.drafts, b.drafts],
    ['materials', a.materials, b.materials],
  ] as const) {
    if (one === other) continue;
    for (const id of Object.keys({ ...one, ...other })) if (!same(one[id], other[id])) parts.push(`${kind}/${id}`);
  }
  return parts;
}

/** The figures of which something was entered: a value, last year's, a note or another unit. */
export function touched(outline: Outline, drafts: Readonly<Record<string, Draft>>): readonly string[] {
  return Object.keys(drafts).filter((id) => {
    const figure = outline.figures.get(id);
    return figure !== undefined && !same(drafts[id], emptyDraft(figure));
  });
}

/** Whether nothing at all was entered. */
export function isEmpty(outline: Outline, { city, year, category, fields, materials, drafts }: Entered): boolean {
  const others = city + year + (category ?? '') + fields.join('') + Object.keys(materials).join('');
  return others === '' && touched(outline, drafts).length === 0;
}
