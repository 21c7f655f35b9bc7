// What a person types or pastes as a number, in the engine's strict grammar.

/** Digits as the engine reads them, and the unit that stood behind them. */
export interface TypedNumber {
  digits: string;
  unit: string | null;
}

/**
 * Full-width characters become half-width, separators of thousands and blanks go, a unit that the figure may have is
 * split off. What is no number even then is left as it is: the engine says what is wrong with it.
 */
export function readNumber(text: string, units: readonly string[]): TypedNumber {
  let plain = text
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replace(/。/g, '.')
    .trim();
  let unit: string | null = null;
  const longestFirst = [...units].sort((a, b) => b.length - a.length);
  for (const symbol of longestFirst) {
    const written = symbol.normalize('NFKC');
    if (written !== '' && plain.endsWith(written) && plain.length > written.length) {
      unit = symbol;
      plain = plain.slice(0, -written.length).trim();
      break;
    }
  }
  // Separators of thousands stand between groups of three; anything else with a comma is left to be told of.
  if (/^-?\d{1,3}([,、 ]\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replace(/[,、 ]/g, '');
  const bare = plain.replace(/\s/g, '');
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare)) {
    plain = bare
      .replace(/^\+/, '')
      .replace(/\.$/, '')
      .replace(/^(-?)\./, '$10.');
  }
  return { digits: plain, unit };
}

/** A canonical decimal with separators of thousands, as Chinese statistics print it. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const body = whole.slice(sign.length).replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + body + (fraction === undefined ? '' : `.${fraction}`);
}

/** A decimal with exactly so many places. */
export function fixed(digits: string, places: number): string {
  const [whole = '0', fraction = ''] = digits.split('.');
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
}
