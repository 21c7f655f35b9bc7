/**
 * frame.js, for frame.html: hands the address's wishes to the element before it starts, and tells the host how high the page is.
 * It tells nobody but the host: the origin that the address names by `?host=`, else that of the page around it which greets.
 */
import { isGreeting, sized } from './message';

const WISHES = ['rulebook', 'category', 'theme', 'drafts'];

const asked = new URLSearchParams(location.search);
const element = document.querySelector('infocity-check');
for (const name of WISHES) {
  const wish = asked.get(name);
  // These are ids and words. Whatever else somebody writes into an address is not shown on the page.
  if (wish !== null) element?.setAttribute(name, /^[\w.-]{1,80}$/.test(wish) ? wish : '?');
}

/** The origin that an address names, if it is nothing but one. */
function originIn(text: string): string | null {
  try {
    return /^https?:\/\/[^/?#@\\]+$/i.test(text) ? new URL(text).origin : null;
  } catch {
    return null;
  }
}

const named = asked.get('host');
let host = named === null ? null : originIn(named);
let told = 0;

function tell(): void {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (host === null || window.parent === window || height === told || height === 0) return;
  told = height;
  window.parent.postMessage(sized(height), host);
}

window.addEventListener('message', ({ data, origin, source }) => {
  if (source !== window.parent || !isGreeting(data)) return;
  // A page without an origin of its own (a file, a sandbox) cannot be told anything that no other page could hear.
  if (named === null ? origin === 'null' : origin !== host) return;
  host = origin;
  told = 0;
  tell();
});

new ResizeObserver(tell).observe(document.documentElement);
