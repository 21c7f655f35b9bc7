/** Units in English. A unit that is not known here is shown as it is written. */
import { prefixOf } from '../session/numerals';

const ONE: Readonly<Record<string, string>> = {
  元: 'yuan',
  人: 'persons',
  户: 'households',
  件: 'items',
  个: 'units',
  项: 'items',
  次: 'times',
  家: 'firms',
  台: 'sets',
  部: 'sets',
  村: 'villages',
  条: 'lines',
  天: 'days',
  小时: 'hours',
  公里: 'km',
  平方米: 'm²',
  平方公里: 'km²',
};

const PREFIX: Readonly<Record<string, string>> = {
  百: 'hundred',
  千: 'thousand',
  万: '10,000',
  百万: 'million',
  千万: '10 million',
  亿: '100 million',
  万亿: 'trillion',
};

/** The English name of a unit. */
export function englishUnit(symbol: string): string {
  const [above = '', below] = symbol.split('/');
  if (below !== undefined) return `${englishUnit(above)} per ${englishUnit(below).replace(/s$/, '')}`;
  const { prefix, of } = prefixOf(symbol);
  const one = ONE[of];
  if (one === undefined) return symbol;
  return prefix === '' ? one : `${PREFIX[prefix] ?? prefix} ${one}`;
}
