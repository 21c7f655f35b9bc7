/** How people write numbers, before it is known which unit they mean: signs, separators, “about”, numerals in characters. */

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const BLANK = /[\s\u00a0\u2000-\u200a\u202f\u3000]+/g;
const MINUS = /^(?:[\u2212\u2010-\u2015]|负(?=[\d.]))/;
const STRICT = /^-?\d+(\.\d+)?$/;
const IN_GROUPS = /^-?[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+)(?:\.\d+)?$/;

/** Half-width forms and simplified words of size, without what cannot be seen. */
export function tidied(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3002/g, '.')
    .replace(/\u301c/g, '~')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/萬/g, '万')
    .replace(/億/g, '亿')
    .replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '$1')
    .trim()
    .replace(MINUS, '-')
    .replace(/^\+/, '');
}

/** Whether a text is a number in the engine's grammar. */
export function isNumber(text: string): boolean {
  return STRICT.test(text);
}

/** The number in the engine's grammar that digits with separators stand for; `undefined` where they are none or could be two. */
export function plainNumber(text: string): string | undefined {
  const plain = IN_GROUPS.test(text) ? text.replace(/[, ']/g, '') : text;
  const number = plain.replace(/^(-?)\./, '$10.').replace(/^(-?\d+)\.$/, '$1');
  return isNumber(number) ? number : undefined;
}

const ABOUT_BEFORE = /^(?:大约|约为|约|近|≈|~)\s*(?=[-\d.百零一二三四五六七八九十两])/;
const ABOUT_BEHIND = /\s*(?:左右|上下)$/;

/** The text without a word that makes its number approximate, and whether there was one. */
export function withoutAbout(text: string): { rest: string; about: boolean } {
  const rest = text.replace(ABOUT_BEFORE, '').replace(ABOUT_BEHIND, '');
  return { rest, about: rest !== text };
}

/** Another number in the place of the one that was typed, with the word that made that one approximate. */
export function withAbout(typed: string, number: string): string {
  const text = tidied(typed);
  return [ABOUT_BEFORE.exec(text)?.[0] ?? '', number, ABOUT_BEHIND.exec(text)?.[0] ?? ''].map((part) => part.trim()).join('');
}

/** The two ends that a text gives, such as `100-120`, `100至120`; what stands at each is not judged here. */
export function rangeEnds(text: string): readonly [string, string] | undefined {
  const words = /^([^~至到]*[^~至到\s])\s*(?:~|至|到)\s*([^~至到]+)$/.exec(text);
  // With a dash neither end can have a sign, and a second dash is a date or a code.
  const dash = words ?? /^([^-\u2010-\u2015\u2212]*[^-\u2010-\u2015\u2212\s])\s*(?:[-\u2010-\u2015\u2212]|\u2014\u2014)\s*([^-\u2010-\u2015\u2212]+)$/.exec(text);
  const [, low, high] = dash ?? [];
  if (low === undefined || high === undefined) return undefined;
  // 010-8888 is a telephone number, 2021-03 a month.
  return /^-?0\d/.test(low) || /^-?0\d/.test(high) ? undefined : [low, high];
}

const DIGITS = '零一二三四五六七八九';
const PLACES = ['千', '百', '十', ''];

/** Four places as digits; that nothing is left out shows in writing them again. */
function digitsOf(characters: string): string {
  return PLACES.map((place) => {
    const found = new RegExp(place === '' ? '([一二三四五六七八九])$' : `(.?)${place}`).exec(characters);
    // Ten itself may go without its one: 十二.
    return found === null ? '0' : String(DIGITS.indexOf(found[1] === '' ? '一' : (found[1] ?? '')));
  }).join('');
}

/** Groups of four digits in characters: 0120, 0000 is 一百二十万. */
function charactersOf(groups: readonly string[]): string {
  let written = '';
  groups.forEach((group, at) => {
    let gap = false;
    group.split('').forEach((digit, place) => {
      if (digit !== '0') written += (gap && written !== '' ? '零' : '') + DIGITS.charAt(Number(digit)) + (PLACES[place] ?? '');
      gap = digit === '0';
    });
    if (group !== '0000') written += ['亿', '万', ''][at] ?? '';
  });
  return written.replace(/^一十/, '十');
}

/** A whole number in characters, such as 一百二十万, as digits; `undefined` where a place is left out, as in 一百二. */
export function wholeInCharacters(text: string): string | undefined {
  const said = text.replace(/两(?=[百千万亿])/g, '二').replace(/〇/g, '零').replace(/^一十/, '十');
  if (said === '零') return '0';
  const parts = /^(?:([^万亿]+)亿)?(?:([^万亿]+)万)?([^万亿]*)$/.exec(said);
  if (parts === null) return undefined;
  const groups = [parts[1], parts[2], parts[3]].map((part) => digitsOf(part ?? ''));
  const sound = said !== '' && groups.every((group) => /^\d{4}$/.test(group));
  return sound && charactersOf(groups) === said ? groups.join('').replace(/^0+/, '') : undefined;
}
