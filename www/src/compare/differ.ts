/** Where two forms of the same rulebook say different things. */
import { isFilled, type Draft, type NumberDraft } from '../session/drafts';
import { isNumber, prefixOf, readNumber, shifted } from '../session/numerals';
import type { Outline } from '../session/outline';
import { partJson, type Part, type State } from '../session/state';

/** Every part of a submission, in the order of the form. */
export function partsOf(outline: Outline): readonly Part[] {
  const figures = outline.sections.map((section) => section.figures.map(({ id }) => `figures/${id}`));
  const { categories = [], fields = [], materials = [] } = outline.rulebook;
  const chosen = [...(categories.length > 0 ? ['category'] : []), ...(fields.length > 0 ? ['fields'] : [])];
  return ['city', 'year', ...chosen, ...([] as Part[]).concat(...figures), ...materials.map(({ id }) => `materials/${id}`)];
}

/** A number with its unit, the same text for the same amount: 1.5 亿元 and 15000 万元. */
function amount(typed: string, unit: string): string {
  const { number } = readNumber(typed, [unit]);
  if (!isNumber(number)) return number === '' ? '' : `${number} ${unit}`;
  const { power, of } = prefixOf(unit);
  return `${shifted(number, power)} ${of}`;
}

function numberMeant(draft: NumberDraft): readonly string[] {
  const { unit } = draft;
  const now = !isFilled(draft) || draft.notCollected ? [] : draft.estimate ? [draft.low, draft.high] : [draft.text];
  return [...now.map((typed) => amount(typed, unit)), `last ${amount(draft.last, draft.lastUnit)}`];
}

/** What a draft says, as a text: how it is written, its note and its year do not matter. */
function meant(draft: Draft | undefined): string {
  if (draft === undefined) return '';
  const said = (): unknown => {
    switch (draft.kind) {
      case 'number':
        return numberMeant(draft);
      case 'choice':
        return draft.option;
      case 'yes_no':
        return draft.answer;
      case 'checklist':
        return draft.items === null ? null : [...draft.items].sort();
    }
  };
  const value = draft.notCollected && draft.kind !== 'number' ? null : said();
  return JSON.stringify([draft.notCollected, value]);
}

/** Whether two forms say different things of a part; how it is written, its note and its year do not matter. */
export function differs(before: State, after: State, part: Part): boolean {
  const [kind = '', id = ''] = part.split('/');
  switch (kind) {
    case 'figures':
      return meant(before.drafts[id]) !== meant(after.drafts[id]);
    case 'materials':
      return (before.materials[id] === true) !== (after.materials[id] === true);
    case 'fields':
      return JSON.stringify([...before.fields].sort()) !== JSON.stringify([...after.fields].sort());
    default:
      return partJson(before, part) !== partJson(after, part);
  }
}

/** Whether a part would stand in the two submissions in another form, be it by its unit or its note alone. */
export function isWrittenOtherwise(before: State, after: State, part: Part): boolean {
  if (part.startsWith('materials/')) return differs(before, after, part);
  return JSON.stringify(partJson(before, part)) !== JSON.stringify(partJson(after, part));
}

/**
 * The parts that a trial would change in what was entered: only what the trial itself changed since it began. What was entered
 * meanwhile, as by the page around the form, stays.
 */
export function changedIn(outline: Outline, entered: State, began: State, tried: State): readonly Part[] {
  return partsOf(outline).filter((part) => isWrittenOtherwise(began, tried, part) && isWrittenOtherwise(entered, tried, part));
}
