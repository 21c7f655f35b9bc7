/** Numbers and texts of explanations as the page writes them. */
import type { InputTold, ShareTold, Text, Told, ToldRange } from '../boundary';
import type { Page } from '../page/context';
import { behind, quantity } from '../page/shared';
import { grouped } from '../session/numerals';

/** A unit behind a number or a range; only one that is written in Chinese has another name in some language. */
const UNIT = /([\d\]∞]) ([^\s()（）[\],，、;；“”÷×+<>≥≤=]*[\u3400-\u9fff][^\s()（）[\],，、;；“”÷×+<>≥≤=]*)/g;

/** What the engine wrote with numbers in it: digits in groups, units by their names. A year stays as it is. */
export function inWords(page: Page, text: string): string {
  return text
    .replace(UNIT, (_, before: string, unit: string) => before + behind(page, unit))
    .replace(/([\d\]]) (?=[%‰])/g, '$1')
    .replace(/\d+(?:\.\d+)?/g, (number, at: number) => (text.charAt(at + number.length) === '年' ? number : grouped(number)));
}

/** The same of a text in several languages. */
export function sayInWords(page: Page, text: Text): string {
  return inWords(page, page.say(text));
}

/** A number; rounded for reading it has a sign before it that says so. */
export function toldText(told: Told): string {
  return (told.rounded === true ? '≈' : '') + grouped(told.decimal);
}

/** Two ends as a range; one number where they are the same. */
function between(page: Page, low: string, high: string): string {
  return low === high ? low : page.t.result.range({ low, high });
}

/** The share of the points that a score comes to. */
export function shareText(page: Page, { low, high }: ShareTold): string {
  return between(page, toldText(low), toldText(high));
}

/** All values that a number may have, with its unit. */
export function rangeOf(page: Page, range: ToldRange): string {
  const { t } = page;
  if (range.state === 'none') return t.why.noValue;
  const [low, high] = [range.low, range.high].map((end) => (end == null ? undefined : toldText(end)));
  const withUnit = (number: string): string => quantity(page, number, range.unit);
  let text = t.why.anyValue;
  if (low !== undefined && high !== undefined) text = withUnit(between(page, low, high));
  else if (low !== undefined) text = t.form.atLeast({ value: withUnit(low) });
  else if (high !== undefined) text = t.form.atMost({ value: withUnit(high) });
  return range.may_be_undefined === true ? t.why.orNoValue({ value: text }) : text;
}

/** The value of a figure as it was read; a range as elsewhere on the page. */
export function inputText(page: Page, input: InputTold): string {
  const text = page.say(input.value);
  const isNumber = /^(?:≈?-?\d+(?:\.\d+)?|\[.+\])(?: \S+)?$/.test(text) && page.outline.figures.has(input.id);
  if (!isNumber) return text;
  return inWords(page, text).replace(/^\[(.+?), (.+)\]/, (_, low: string, high: string) => between(page, low, high));
}
