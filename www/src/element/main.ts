import { define } from './define';

// The browser has checked the script by now. In a copy of the page on a disk these would keep it from running: a file has no
// origin with which it could be shared.
const running = document.currentScript;
for (const name of ['integrity', 'crossorigin']) running?.removeAttribute(name);

define();
