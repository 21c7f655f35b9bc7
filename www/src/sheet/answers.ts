/** How people answer in cells, in a file or pasted: yes and no, that a figure is not collected, that there is nothing. */
import { languages, textsIn, type Texts } from '../texts';

/** The page's words in every language. */
export const everyText = languages.map(({ lang }) => ({ lang, t: textsIn(lang) }));

/** A text without what may be written in several ways. */
export function same(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, '').replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':').toLowerCase();
}

const YES = ['true', 'yes', 'y', '是', '√', '✓', '✔', '☑', '有', '对', '已建', '建成'];
const NO = ['false', 'no', 'n', '否', '不是', '×', '✗', '✘', '无', '没有', '未建'];
const NOTHING = ['无', '没有', 'none'];
const NOT_COLLECTED = ['不统计', '本市不统计', '未统计', '不掌握', '无统计', '无此项统计', '没有统计', 'not collected'].map(same);
const BLANK = /^(?:[-\u2010-\u2015\u2212/\\.…*]*|n\/?a|na|暂无|无数据|缺|空|未知|unknown)$/i;

/** Whether it says that there is no value: nothing is known then, not even that the city does not collect the figure. */
export function isBlank(text: string): boolean {
  return BLANK.test(text.trim());
}

function isOneOf(text: string, words: readonly string[], own: (t: Texts) => string): boolean {
  const plain = same(text);
  return words.indexOf(plain) >= 0 || everyText.some(({ t }) => same(own(t)) === plain);
}

/** Whether it says that the city does not collect the figure. */
export function isNotCollected(text: string): boolean {
  return isOneOf(text, NOT_COLLECTED, (t) => t.form.notCollected);
}

/** Whether it says that there are none. */
export function isNothing(text: string): boolean {
  return isOneOf(text, NOTHING, (t) => t.form.none);
}

/** Yes or no; `undefined` where it says neither. */
export function readFlag(text: string): boolean | undefined {
  if (isOneOf(text, YES, (t) => t.form.yes) || isOneOf(text, [], (t) => t.report.materialState.ready)) return true;
  if (isOneOf(text, NO, (t) => t.form.no) || isOneOf(text, [], (t) => t.report.materialState.missing)) return false;
  return undefined;
}

/** The same where a spreadsheet's own yes and no, or a column of ones and zeros, may stand. */
export function readBit(text: string): boolean | undefined {
  const bit = text.trim();
  return bit === '1' ? true : bit === '0' ? false : readFlag(text);
}
