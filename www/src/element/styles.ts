// How the element gets its style under any policy: a constructed sheet; else a link to the file beside the script, which
// a policy of `style-src 'self'` allows; else the exact text whose hash a single file's policy names.

import css from '../../generated/element.css';

const script = document.currentScript;
const address = script instanceof HTMLScriptElement ? script.src : '';

export function addStyles(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
      return;
    } catch {
      // A browser that cannot construct style sheets.
    }
  }
  if (address === '') {
    const style = document.createElement('style');
    style.textContent = css;
    root.appendChild(style);
    return;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address.replace(/[^/]*$/, 'infocity-check.css');
  root.appendChild(link);
}
