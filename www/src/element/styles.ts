/**
 * How the element gets its style under any policy: a constructed sheet where the browser has them; else the exact text
 * whose hash a policy can name, with the nonce that the script has; else a link to the file beside the script, which `style-src 'self'` allows.
 */
// The script that runs can only be asked for while it runs for the first time.
const script = document.currentScript;
// (Beside a script from `data:` or `blob:` there is no file.)
const address = script instanceof HTMLScriptElement && /^[\w-]+:\/\//.test(script.src) ? script.src : undefined;
// What a policy with nonces lets the script do, it lets the script's own style do.
const nonce = script?.nonce;

// What a policy refused once it is not asked for again.
let refused = false;
let constructed: CSSStyleSheet | null | undefined;

function sheet(css: string): CSSStyleSheet | null {
  if (constructed === undefined) {
    constructed = null;
    try {
      if ('adoptedStyleSheets' in document && 'replaceSync' in CSSStyleSheet.prototype) {
        constructed = new CSSStyleSheet();
        constructed.replaceSync(css);
      }
    } catch {
      // A browser that has the name and not the thing.
      constructed = null;
    }
  }
  return constructed;
}

/**
 * Styles a shadow root that is in the document; once is enough. `file` holds the same style beside the script. Answers whether
 * it is by a constructed sheet, which no saved copy of the page has.
 */
export function addStyles(root: ShadowRoot, css: string, file: string): boolean {
  // A constructed sheet serves only the document that it was made in; the element may have been moved into another.
  const shared = root.ownerDocument === document ? sheet(css) : null;
  if (shared !== null) {
    if (root.adoptedStyleSheets.indexOf(shared) === -1) root.adoptedStyleSheets = [...root.adoptedStyleSheets, shared];
    return true;
  }
  if (root.querySelector('style, link') !== null) return false;
  if (!refused || address === undefined) {
    const style = document.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = css;
    root.insertBefore(style, root.firstChild);
    // A policy that forbids the text leaves it without a sheet.
    if (style.sheet !== null || address === undefined) return false;
    root.removeChild(style);
    refused = true;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(file, address).href;
  root.insertBefore(link, root.firstChild);
  return false;
}
