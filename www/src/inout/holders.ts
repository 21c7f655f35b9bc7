/** Whom to ask for which figures: departments, by what the rulebook says of who holds a figure. */
import type { Figure } from '../boundary';
import type { Page } from '../page/context';
import type { State } from '../session/state';

/** What a department is asked for. */
export interface Request {
  readonly holder: string;
  readonly figures: readonly Figure[];
}

/** The figures by the department that usually holds them, in the order of the form; those of nobody come last. */
export function requestsFor({ outline, say, t }: Pick<Page, 'outline' | 't' | 'say'>, state: State, onlyMissing: boolean): readonly Request[] {
  // An estimate, and what the city does not collect, are answers.
  const asked = state.assessment.missing.figures.filter(({ state: how }) => how === 'unknown' || how === 'last_year').map(({ id }) => id);
  const byHolder = new Map<string, Figure[]>();
  for (const { figures } of outline.sections) {
    for (const figure of figures) {
      const open = asked.indexOf(figure.id) >= 0 || state.faults[`figures/${figure.id}`] !== undefined;
      if (onlyMissing && !open) continue;
      const holder = figure.holder === undefined ? '' : say(figure.holder);
      byHolder.set(holder, [...(byHolder.get(holder) ?? []), figure]);
    }
  }
  const named = Array.from(byHolder, ([holder, figures]): Request => ({ holder: holder === '' ? t.inout.nobody : holder, figures }));
  return [...named.filter(({ holder }) => holder !== t.inout.nobody), ...named.filter(({ holder }) => holder === t.inout.nobody)];
}
