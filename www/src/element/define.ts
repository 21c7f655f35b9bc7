import { InfocityCheck } from './infocity-check';

const NAME = 'infocity-check';

/** Defines the element, unless a script that came before on the same page has: its class is answered with, whichever it is. */
export function define(): typeof InfocityCheck {
  const before = customElements.get(NAME);
  if (before !== undefined) return before as typeof InfocityCheck;
  customElements.define(NAME, InfocityCheck);
  return InfocityCheck;
}
