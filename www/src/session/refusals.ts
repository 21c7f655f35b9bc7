/** Why a text was read as no number, where that can be told, so that the page can say what helps. */
import { readNumber } from './numerals';
import { isNumber, tidied } from './written';

/** What keeps a text from being a number. */
export type Refusal =
  | 'brackets'
  | 'exponent'
  | 'date'
  | 'points'
  | 'comma'
  | 'range'
  | 'vague'
  | 'trillion'
  | 'share'
  | 'characters'
  | 'unit';

const SIGNS: readonly (readonly [Refusal, RegExp])[] = [
  ['brackets', /^[([【〔].*\d.*[)\]】〕]/],
  ['exponent', /\d\s*(?:e\s*[-+]?\d|[×x*]\s*10)/i],
  ['date', /^\d{4}\s*[-/年]\s*\d{1,2}(?:\s*[-/月]\s*\d{0,2}日?)?$|^\d{4}\.\d{1,2}\.\d{1,2}$/],
  ['points', /\d\.\d+\.\d/],
  ['vague', /\d\s*[余多]|[超逾达]|以[上下内]|不[足到]|以来|[<>≤≥]/],
  ['range', /\d\D*(?:[-~至到±/\u2010-\u2015]|之间)\D*\d/],
  ['comma', /^-?\d[\d.]*[,、 '][\d.,、 ']*$/],
  ['trillion', /兆/],
  ['share', /[%‰]|分之/],
  ['characters', /[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾佰仟]/],
  ['unit', /\d/],
];

/** What keeps a typed text from being read; `undefined` where it is read, empty, or nothing is known. */
export function whyRefused(typed: string, units: readonly string[], rangeAllowed = false): Refusal | undefined {
  const text = tidied(typed);
  if (text === '') return undefined;
  const { number, between } = readNumber(text, units);
  if (between !== undefined) return rangeAllowed ? undefined : 'range';
  if (isNumber(number)) return undefined;
  return SIGNS.find(([, sign]) => sign.test(text))?.[0];
}
