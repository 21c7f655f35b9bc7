/** What a policy refused on this page, and which sentence says what to do. Heard from the first line of the page on. */

export interface Refusal {
  readonly directive: string;
  /** An address, or a word of the browser's: `inline`, `eval`, `wasm-eval`, `trusted-types-sink`. */
  readonly blocked: string;
}

export type Remedy = 'inline' | 'inlineStyle' | 'wasm' | 'eval' | 'trusted' | 'worker' | 'frame' | 'icon' | 'script' | 'style' | 'pageStyle' | 'foreign';

const refused: Refusal[] = [];

export function listen(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    const directive = violatedDirective.split(' ')[0] ?? '';
    if (!refused.some((known) => known.directive === directive && known.blocked === blockedURI)) refused.push({ directive, blocked: blockedURI });
  });
}

export const refusals = (): readonly Refusal[] => refused;

/** Whether a file of ours was refused. */
export const isRefused = (file: string): boolean => refused.some(({ blocked }) => new RegExp(`/${file}(\\?|$)`).test(blocked));

/** Whether an address is of the files by which it is seen whether the page may stand in a frame. */
export const isOfFrame = (address: string): boolean => /(^|\/)frame\.(html|css)$/.test(address);

export function remedyFor({ directive, blocked }: Refusal): Remedy {
  if (/^require-trusted-types-for|^trusted-types/.test(directive) || blocked.startsWith('trusted-types')) return 'trusted';
  if (isOfFrame(blocked)) return 'frame';
  // Workers are asked about by these where a policy names no worker-src.
  if (/^(worker|child)-src/.test(directive) || blocked.endsWith('/selftest.js')) return 'worker';
  if (blocked === 'wasm-eval') return 'wasm';
  if (blocked === 'eval') return 'eval';
  if (/^style-src/.test(directive)) {
    if (blocked === 'inline') return 'inlineStyle';
    if (blocked.endsWith('/document.css')) return 'pageStyle';
    return blocked.endsWith('/infocity-check.css') ? 'style' : 'foreign';
  }
  if (/^img-src/.test(directive) && blocked.startsWith('data')) return 'icon';
  if (/^(script|default)-src/.test(directive)) return blocked === 'inline' ? 'inline' : /\/infocity-check\.js$/.test(blocked) ? 'script' : 'foreign';
  return 'foreign';
}
