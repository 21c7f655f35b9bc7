/** Looks at what this page may do. What was tried on purpose leaves its refusal among those that are told. */
import { isRefused, refusals } from './refusals';

const ELEMENT = 'infocity-check';
const SCRIPT = 'infocity-check.js';

/** Waits, so many milliseconds. */
const pause = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/**
 * The element's script: in order; running, but read from a disk or in a sandbox, where it cannot be checked; refused by the policy;
 * another file than was built; answered with an error; or not there as a script at all.
 */
export type ScriptState = 'runs' | 'unchecked' | 'sealed' | 'refused' | 'altered' | 'answered' | 'missing' | 'unreadable';

const isDefined = (): boolean => customElements.get(ELEMENT) !== undefined;

/** Loads the script once more, whatever is in it, by a tag of the page: required Trusted Types let no script name another. */
function loadAgain(): Promise<boolean> {
  const again = document.querySelector<HTMLTemplateElement>('#script-again')?.content.querySelector('script');
  return new Promise((resolve) => {
    if (again == null) {
      resolve(false);
      return;
    }
    again.onload = () => {
      resolve(true);
    };
    again.onerror = () => {
      resolve(false);
    };
    document.head.appendChild(again);
  });
}

export async function script(): Promise<ScriptState> {
  if (isDefined()) return 'runs';
  if (isRefused(SCRIPT)) return 'refused';
  if (await loadAgain()) {
    if (!isDefined()) return 'altered';
    // Chromium runs nothing from a disk that has an integrity value.
    if (location.protocol === 'file:') return 'unchecked';
    // To a page without an origin of its own every file is another site's, which integrity refuses unless it is shared.
    return isSandboxed() ? 'sealed' : 'altered';
  }
  // What was refused may be told a moment after it failed to come.
  await pause(500);
  if (isRefused(SCRIPT)) return 'refused';
  const status = scriptStatus();
  if (status === 200) return 'unreadable';
  return status === 0 || status === 404 ? 'missing' : 'answered';
}

/** What the server answered to the element's script; 0 where the browser does not tell. */
export function scriptStatus(): number {
  const [entry] = performance.getEntriesByName(new URL(SCRIPT, location.href).href);
  return (entry as { readonly responseStatus?: number } | undefined)?.responseStatus ?? 0;
}

export interface Started {
  /** The form of the engine that runs; nothing where the element did not start. */
  readonly engine: 'wasm' | 'js' | undefined;
  readonly isStyled: boolean;
}

/** Starts the element itself, out of sight, and takes it away again. It stores nothing. */
export async function start(): Promise<Started> {
  const element = document.createElement(ELEMENT) as HTMLElement & { readonly ready: Promise<void> };
  element.setAttribute('drafts', 'off');
  element.hidden = true;
  document.body.appendChild(element);
  await Promise.race([element.ready, pause(60_000)]);
  // What was refused is told a moment later.
  await pause(100);
  const engine = element.getAttribute('data-engine');
  const root = element.shadowRoot;
  const link = root?.querySelector('link');
  if (link != null && link.sheet === null) await pause(1000);
  const isStyled =
    (root?.adoptedStyleSheets as readonly CSSStyleSheet[] | undefined)?.length === 1 || root?.querySelector('style')?.sheet != null || link?.sheet != null;
  document.body.removeChild(element);
  return { engine: engine === 'wasm' || engine === 'js' ? engine : undefined, isStyled };
}

/** Whether the policy refused WebAssembly when the element asked for it. */
export const isWasmRefused = (): boolean => refusals().some(({ blocked }) => blocked === 'wasm-eval');

export const hasConstructedSheets = (): boolean => 'adoptedStyleSheets' in document && 'replaceSync' in CSSStyleSheet.prototype;

let styleFileLoaded = false;

/** Waits for the file of styles, which the page links. (A sheet that was refused can look like one that is there.) */
export function awaitStyleFile(): void {
  const note = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.id === 'style-file') styleFileLoaded = true;
  };
  document.addEventListener('load', note, true);
}

export const hasStyleFile = (): boolean => styleFileLoaded;

export const mayInline = (): boolean => (window as { infocityInline?: boolean }).infocityInline === true;

export const mayInlineStyle = (): boolean => document.querySelector<HTMLStyleElement>('#style-inline')?.sheet != null;

export function mayStore(): boolean {
  try {
    localStorage.setItem('infocity-check/try', '1');
    localStorage.removeItem('infocity-check/try');
    return true;
  } catch {
    return false;
  }
}

export const isSandboxed = (): boolean => location.protocol !== 'file:' && window.origin === 'null';

export function needsTrustedTypes(): boolean {
  try {
    document.createElement('i').innerHTML = ' ';
    return false;
  } catch {
    return true;
  }
}

/** Whether a worker may run: this script once more, which answers where there is no page. */
export function mayWork(): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (may: boolean): void => {
      resolve(may);
    };
    try {
      const worker = new Worker('selftest.js');
      worker.onmessage = () => {
        worker.terminate();
        settle(true);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        settle(false);
      };
    } catch {
      settle(false);
    }
    setTimeout(settle, 5000, false);
  });
}

/** Puts an element into the page until it has loaded, or not; nothing where neither is told. `look` sees it before it goes. */
function tried<E extends HTMLElement, T>(element: E, look: (element: E) => T): Promise<T | undefined> {
  return new Promise((resolve) => {
    const settle = (seen: T | undefined): void => {
      if (element.parentNode !== null) document.body.removeChild(element);
      resolve(seen);
    };
    element.onload = () => {
      // What was refused is told a moment later.
      setTimeout(() => {
        settle(look(element));
      }, 100);
    };
    element.onerror = () => {
      settle(undefined);
    };
    setTimeout(settle, 10_000, undefined);
    document.body.appendChild(element);
  });
}

/** Whether the files for a frame are in the folder: the style of frame.html can be had also where no frame may show the page. */
async function hasFrameFiles(): Promise<boolean> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.media = 'not all';
  link.href = 'frame.css';
  return (await tried(link, () => true)) === true;
}

/**
 * Whether a page of this site may show frame.html in a frame: its own policy refuses to, or the headers of frame.html. Nothing
 * where that is not there, or where nobody can look into a frame: from a disk, and in a sandbox.
 */
export async function framing(): Promise<'allowed' | 'policy' | 'refused' | undefined> {
  if (!/^https?:$/.test(location.protocol) || isSandboxed()) return undefined;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = 'frame.html';
  const seen = await tried(frame, ({ contentDocument }) => (contentDocument === null ? 'nothing' : contentDocument.querySelector(ELEMENT) === null ? 'another' : 'form'));
  if (seen === 'form') return 'allowed';
  const isPolicy = isRefused('frame.html');
  if ((seen !== 'nothing' && !isPolicy) || !(await hasFrameFiles())) return undefined;
  return isPolicy ? 'policy' : 'refused';
}

/** The files that were asked for, and of these the ones from elsewhere. */
export function requests(): { readonly own: readonly string[]; readonly foreign: readonly string[] } {
  const folder = new URL('.', location.href).href;
  const names = Array.from(new Set(performance.getEntriesByType('resource').map(({ name }) => name))).filter((name) => !/^(data|blob):/.test(name));
  return {
    own: names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length)),
    foreign: names.filter((name) => !name.startsWith(folder)),
  };
}
