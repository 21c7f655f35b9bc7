/** Sums and differences of decimals, by their digits: no float touches what is shown. */
import { compared, shifted } from './numerals';

function fraction(number: string): string {
  return number.split('.')[1] ?? '';
}

/** The digits of the number times ten to `places`, without its sign. */
function digits(number: string, places: number): string {
  return shifted(number.replace('-', ''), places);
}

/** The whole numbers `a` and `b`, of which `a` is not the smaller, added or (`sign` -1) subtracted. */
function combined(a: string, b: string, sign: 1 | -1): string {
  let carried = 0;
  let result = '';
  for (let at = 1; at <= a.length; at += 1) {
    const digit = Number(a.charAt(a.length - at)) + sign * Number(b.charAt(b.length - at)) + carried;
    carried = digit > 9 ? 1 : digit < 0 ? -1 : 0;
    result = String(digit - 10 * carried) + result;
  }
  return carried === 1 ? `1${result}` : result;
}

/** `a + b`, exactly; both in the engine's grammar, the result without needless zeros. */
export function plus(a: string, b: string): string {
  return minus(a, b.startsWith('-') ? b.slice(1) : `-${b}`);
}

/** `a - b`, exactly; both in the engine's grammar, the result without needless zeros. */
export function minus(a: string, b: string): string {
  const places = Math.max(fraction(a).length, fraction(b).length);
  const [x, y] = [digits(a, places), digits(b, places)];
  const [below, adds] = [a.startsWith('-'), a.startsWith('-') !== b.startsWith('-')];
  const less = compared(x, y) < 0;
  const [larger, smaller] = less ? [y, x] : [x, y];
  const size = shifted(combined(larger, smaller, adds ? 1 : -1), -places);
  // Of the same sign, the larger one decides: -3 - -5 is above zero.
  const negative = adds ? below : below !== less;
  return negative && size !== '0' ? `-${size}` : size;
}
