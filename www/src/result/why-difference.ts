/** How far one decimal is from another. By digits: nothing is lost, whatever their length. */

interface Digits {
  readonly negative: boolean;
  readonly digits: string;
}

function scaled(number: string, places: number): Digits {
  const negative = number.charAt(0) === '-';
  const [whole = '', fraction = ''] = number.replace('-', '').split('.');
  return { negative, digits: whole + fraction.padEnd(places, '0') };
}

/** The sum of two whole numbers of the same length, or their difference where the first is not the smaller. */
function combined(a: string, b: string, sign: 1 | -1): string {
  let carried = 0;
  let result = '';
  for (let at = a.length - 1; at >= 0; at -= 1) {
    const digit = Number(a.charAt(at)) + sign * Number(b.charAt(at)) + carried;
    carried = digit > 9 ? 1 : digit < 0 ? -1 : 0;
    result = String(digit - 10 * carried) + result;
  }
  return carried === 1 ? `1${result}` : result;
}

/** Whether the second decimal is the greater, and by how much they differ. */
export function difference(from: string, to: string): { readonly up: boolean; readonly by: string } {
  const places = Math.max(...[from, to].map((number) => (number.split('.')[1] ?? '').length));
  const [a, b] = [scaled(from, places), scaled(to, places)];
  const length = Math.max(a.digits.length, b.digits.length);
  const [x, y] = [a.digits.padStart(length, '0'), b.digits.padStart(length, '0')];
  const apart = a.negative !== b.negative;
  const [greater, smaller] = x < y ? [y, x] : [x, y];
  const digits = combined(greater, smaller, apart ? 1 : -1).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/, '');
  const fraction = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '');
  const up = apart ? a.negative : a.negative ? y < x : x < y;
  return { up, by: fraction === '' ? whole : `${whole}.${fraction}` };
}
