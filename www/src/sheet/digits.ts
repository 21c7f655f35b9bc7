/** The decimal digits of numbers in a workbook, where they are binary and shown with 15 digits. */
import { shifted } from '../session/numerals';

/** How many significant digits a spreadsheet keeps. */
const KEPT = 15;
/** A number further from 1 than this many digits is none that a city enters. */
const FURTHEST = 400;

function significant(digits: string): string {
  return digits.replace('-', '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
}

/** Whether a spreadsheet keeps all digits of a number in the engine's grammar. */
export function isKept(number: string): boolean {
  return significant(number).length <= KEPT && number.replace(/\D/g, '').length <= 2 * KEPT;
}

/** One more in the last place. */
function nextUp(digits: string): string {
  const [, head = '', nines = ''] = /^(\d*?)(9*)$/.exec(digits) ?? [];
  const last = head === '' ? '1' : head.slice(0, -1) + String(Number(head.slice(-1)) + 1);
  return last + '0'.repeat(nines.length);
}

/** A number as a workbook's file writes it, with the digits that a spreadsheet shows; `undefined` where it is none. */
export function shownDigits(written: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(written.trim()) ?? [];
  if (whole === '' || written.length > FURTHEST) return undefined;
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  // The place of the last digit, as a power of ten.
  const last = Number(exponent) - fraction.length;
  if (Math.abs(last) > FURTHEST) return undefined;
  const beyond = digits.length - KEPT;
  const kept = beyond <= 0 ? digits : digits.slice(0, KEPT);
  const rounded = beyond > 0 && digits.charAt(KEPT) >= '5' ? nextUp(kept) : kept;
  const number = shifted(rounded, last + Math.max(beyond, 0));
  return number === '0' ? number : sign + number;
}
