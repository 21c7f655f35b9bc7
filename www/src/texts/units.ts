/** Units by their name in a language. A unit that is not known is shown as it is written. */
import type { Catalogue } from '../../generated/texts';
import { prefixOf } from '../session/numerals';

/** The name that a rulebook gives to a unit of its own. */
export type OwnUnit = (symbol: string) => string | undefined;

type Names = Readonly<Record<string, string | undefined>>;

/** The name of a unit, of several or (`each`) of one: “persons”, “yuan per person”. */
export function unitIn(units: Catalogue['units'], symbol: string, own: OwnUnit, each = false): string {
  const named = own(symbol);
  if (named !== undefined) return named;
  const [above = '', below] = symbol.split('/');
  if (below !== undefined) {
    return units.rate({ above: unitIn(units, above, own), below: unitIn(units, below, own, true) });
  }
  const { prefix, of } = prefixOf(symbol);
  if (prefix === '') return ((each ? units.each : units.one) as Names)[of] ?? symbol;
  const one = (units.one as Names)[of];
  return one === undefined ? symbol : units.prefixed({ prefix: (units.prefix as Names)[prefix] ?? prefix, unit: one });
}
