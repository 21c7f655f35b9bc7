import { InfocityCheck } from './infocity-check';

// A page may carry the script twice.
if (customElements.get('infocity-check') === undefined) customElements.define('infocity-check', InfocityCheck);
