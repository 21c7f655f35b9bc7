/** The steps of a computation as lines of text, for the page and for paper. */
import type { BandTold, BenchmarkUse, ChoiceTold, Formulation, ItemTold, OnLine, PartScored, PointsTold, Product, Scored, ScoredBy, ScoringTold, ToldRange, Undefined } from '../boundary';
import type { Page } from '../page/context';
import { withPlaces } from '../session/numerals';
import { inWords, rangeOf, sayInWords, shareText, toldText } from './why-text';

/** Which year's value of a benchmark was used. */
export function yearText({ t }: Page, { year_use: use, year }: BenchmarkUse): string {
  if (use === 'any_year') return t.why.years.anyYear;
  if (use === 'missing') return t.why.years.missing;
  return t.why.years[use]({ year: year ?? '' });
}

/** Which way of a choice was taken. */
export function choiceText({ t, say }: Page, { label, chosen }: ChoiceTold): string {
  return chosen == null ? t.why.notChosen({ of: say(label) }) : t.why.chosen({ of: say(label), chosen: say(chosen.label) });
}

/** Why there is, or may be, no value. */
export function exceptionText({ t, say }: Page, { cause, certain, labels }: Undefined): string {
  const of = say(labels);
  const { zero, mayBeZero, noYear, mayHaveNoYear } = t.why.exceptions;
  if (cause === 'zero_denominator') return certain ? zero({ of }) : mayBeZero({ of });
  return certain ? noYear({ of }) : mayHaveNoYear({ of });
}

/** The ends of a band. */
export function bandText(page: Page, { from, to }: BandTold): string {
  const ends = [
    from === undefined ? '' : `${from.included ? '≥' : '>'} ${inWords(page, from.at)}`,
    to === undefined ? '' : `${to.included ? '≤' : '<'} ${inWords(page, to.at)}`,
  ].filter((end) => end !== '');
  return ends.length === 0 ? page.t.why.anyValue : ends.join(page.t.why.comma);
}

function onLine(page: Page, which: string, { value, place, working, score }: OnLine): string {
  const { scored } = page.t.why;
  const told = { which, value: toldText(value), score: toldText(score) };
  if (typeof place === 'object' && working !== undefined) {
    const [from, to] = place.between;
    return scored.between({ ...told, from: inWords(page, from), to: inWords(page, to), working: inWords(page, working) });
  }
  return place === 'last' ? scored.last(told) : scored.first(told);
}

export type LineTold = Extract<ScoredBy, { function: 'line' }>;

/** Where on the line the value lies, at both ends of what it may be. */
export function lineTexts(page: Page, { at_low: low, at_high: high }: LineTold): readonly string[] {
  const { scored } = page.t.why;
  const both = low !== undefined && high !== undefined;
  const texts: string[] = [];
  if (low !== undefined) texts.push(onLine(page, both ? scored.atLeast : '', low));
  if (high !== undefined) texts.push(onLine(page, both ? scored.atGreatest : '', high));
  return texts;
}

/** A share times the most points, and what it is rounded to; of 100 where the weight is not known. */
export function productText({ t, say }: Page, product: Product, places: number, hasWeight = true): string {
  const told = {
    share: toldText(product.share),
    points: toldText(product.points),
    shown: withPlaces(product.shown, places),
    option: product.option === undefined ? '' : say(product.option.label),
  };
  return hasWeight ? t.why.product({ ...told, most: product.max }) : t.why.productShare(told);
}

/** How an indicator's points come about, at both ends. */
export function pointsTexts(page: Page, { low, high, share }: PointsTold, places: number): { readonly low: string; readonly high: string } {
  const text = (product: Product): string => productText(page, product, places, share === undefined);
  return { low: text(low), high: text(high) };
}

/** Whether a formula is a name alone, which needs no second telling of its value. */
export const isName = ({ written }: Formulation): boolean => /^\w+$/.test(written);

/** A value behind its name, with what was put in between. */
export function formulaText(page: Page, name: string, formula: Formulation, value: ToldRange): string {
  return [name, ...(isName(formula) ? [] : [sayInWords(page, formula.values)]), rangeOf(page, value)].join(' = ');
}

/** What a part of a score is called. */
export function partTitle({ t, say }: Page, { field, percent }: PartScored, at: number): string {
  return field === undefined ? t.why.scored.part({ number: at + 1, percent: percent ?? '' }) : say(field);
}

/** How a score function scores, and out of how much. */
export function howText({ t, say }: Page, by: ScoredBy): string {
  const { scored } = t.why;
  switch (by.function) {
    case 'bands':
      return scored.bands({ most: toldText(by.out_of) });
    case 'line':
      return scored.line({ most: toldText(by.out_of) });
    case 'options':
      return scored.options({ of: say(by.of.label), most: toldText(by.out_of) });
    case 'items':
      return scored.items({ of: say(by.of.label), most: toldText(by.out_of) });
    case 'best_of':
      return scored.bestOf;
    case 'sum_of':
      return scored.sumOf;
    default:
      return by.all ? scored.everyField : scored.bestField;
  }
}

export type ItemsTold = Extract<ScoredBy, { function: 'items' }>;

/** What the ticked items come to, and the most that counts. */
export function sumText(page: Page, by: ItemsTold): string {
  return page.t.why.scored.sum({ sum: shareText(page, by), cap: toldText(by.cap) });
}

/** Whether an item is ticked, if that is known. */
export function tickOf({ ticked }: ItemTold): 'yes' | 'no' | 'open' {
  return ticked == null ? 'open' : ticked ? 'yes' : 'no';
}

/** Whether what is scored has, or may have, no value somewhere. */
function withoutValue(scored: Scored): boolean {
  switch (scored.function) {
    case 'bands':
    case 'line':
      return scored.of.value.state === 'none' || scored.of.value.may_be_undefined === true;
    case 'options':
    case 'items':
      return false;
    default:
      return scored.parts.some((part) => withoutValue(part.scored));
  }
}

/** What counts where what is scored has no value; nothing where it certainly has one. */
export function withoutText({ t }: Page, { scored, when_undefined_percent: percent }: ScoringTold): string | null {
  if (!withoutValue(scored)) return null;
  return percent === undefined ? t.why.withoutRule : t.why.withoutValue({ percent });
}
