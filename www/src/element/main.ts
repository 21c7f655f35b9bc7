import { InfocityCheck } from './infocity-check';

// The browser has checked the script by now. In a copy of the page on a disk these would keep it from running: a file has no
// origin with which it could be shared.
const running = document.currentScript;
for (const name of ['integrity', 'crossorigin']) running?.removeAttribute(name);

// A page may carry the script twice.
if (customElements.get('infocity-check') === undefined) customElements.define('infocity-check', InfocityCheck);
