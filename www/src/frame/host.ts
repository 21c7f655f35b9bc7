/**
 * infocity-frame.js, for the page of a host: gives each frame with the form in it the height of what it shows. A frame is one
 * whose address ends in frame.html, or that has the attribute `data-infocity-frame`. What else is on the page is let alone;
 * a `max-height` of the host's style sheet still holds, and then the frame scrolls within. That a frame loads is not told outside
 * a shadow root, so none is greeted there: one whose address names the host speaks unasked, and is found in open roots.
 */
import { greeting, heightIn } from './message';

function isOurs(node: EventTarget | null): node is HTMLIFrameElement {
  if (!(node instanceof HTMLIFrameElement)) return false;
  return node.hasAttribute('data-infocity-frame') || /\/frame\.html$/.test(addressOf(node)?.pathname ?? '');
}

function addressOf(frame: HTMLIFrameElement): URL | null {
  try {
    return new URL(frame.src);
  } catch {
    return null;
  }
}

/** The origin that the framed page speaks from: in a sandbox that gives it none of its own, `null` as text. */
function originOf(frame: HTMLIFrameElement): string {
  const isSealed = frame.hasAttribute('sandbox') && !/(^|\s)allow-same-origin(\s|$)/i.test(frame.getAttribute('sandbox') ?? '');
  return isSealed ? 'null' : (addressOf(frame)?.origin ?? 'null');
}

function greet(frame: HTMLIFrameElement): void {
  const origin = originOf(frame);
  // No origin can be named to a page that has none; there is nothing in a greeting to keep from anybody.
  frame.contentWindow?.postMessage(greeting, origin === 'null' ? '*' : origin);
}

/** Whether a frame still holds the empty page that every frame begins with. */
function isEmpty(frame: HTMLIFrameElement): boolean {
  return frame.contentDocument?.URL === 'about:blank';
}

/** The frame that a window is in: in the document, or in a shadow root that is open. */
function frameOf(source: MessageEventSource, root: Document | ShadowRoot = document): HTMLIFrameElement | undefined {
  const frame = Array.from(root.querySelectorAll('iframe')).find(({ contentWindow }) => contentWindow === source);
  if (frame !== undefined) return frame;
  for (const { shadowRoot } of Array.from(root.querySelectorAll('*'))) {
    const within = shadowRoot === null ? undefined : frameOf(source, shadowRoot);
    if (within !== undefined) return within;
  }
  return undefined;
}

/** How much higher than its content a frame is, by the host's style. */
function around(frame: HTMLIFrameElement): number {
  const { boxSizing, borderTopWidth, borderBottomWidth, paddingTop, paddingBottom } = getComputedStyle(frame);
  if (boxSizing !== 'border-box') return 0;
  return [borderTopWidth, borderBottomWidth, paddingTop, paddingBottom].reduce((sum, width) => sum + parseFloat(width), 0);
}

window.addEventListener('message', ({ data, origin, source }) => {
  const height = heightIn(data);
  if (height === null || source === null) return;
  const frame = frameOf(source);
  if (frame === undefined || !isOurs(frame) || originOf(frame) !== origin) return;
  frame.style.height = `${height + around(frame)}px`;
});

// Loads do not bubble, but they can be caught on their way: also those of frames that are added later.
document.addEventListener(
  'load',
  ({ target }) => {
    if (isOurs(target)) greet(target);
  },
  true,
);
for (const frame of Array.from(document.querySelectorAll('iframe'))) if (isOurs(frame) && !isEmpty(frame)) greet(frame);
