// The policies that a host's page may have, and what the page does under each.
//
// `engine` says what a policy allows: 'any' (WebAssembly in every browser), 'word' (where 'wasm-unsafe-eval' is known), 'none'.
// What is refused and reported is documented: at most one question whether WebAssembly may run, and in browsers without
// constructed style sheets one style element.

/** @typedef {{ nonce: string, script: string, style: string }} Given a nonce, and the hashes of script and style */

const self = "script-src 'self'; style-src 'self'";

export const policies = [
  { name: 'none', engine: 'any' },
  { name: 'self', engine: 'none', header: () => self },
  { name: 'self, WebAssembly', engine: 'word', header: () => "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" },
  { name: 'self, eval', engine: 'any', header: () => "script-src 'self' 'unsafe-eval'; style-src 'self'" },
  {
    name: 'nonces',
    engine: 'none',
    header: ({ nonce }) => `script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`,
    attributes: ({ nonce }) => ` nonce="${nonce}"`,
  },
  {
    name: 'hashes',
    engine: 'none',
    header: ({ script, style }) => `script-src '${script}'; style-src '${style}'`,
    attributes: ({ script }) => ` integrity="${script}"`,
  },
  { name: 'Trusted Types', engine: 'none', header: () => `${self}; require-trusted-types-for 'script'; trusted-types 'none'` },
  {
    name: 'nothing else',
    engine: 'none',
    header: () => `default-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ${self}`,
  },
  { name: 'sandbox', engine: 'any', header: () => 'sandbox allow-scripts allow-downloads' },
  // The single file's, in its own meta tag.
  { name: 'its own', engine: 'word' },
];

/** The engine that a browser gets under a policy. */
export const engineIn = ({ knowsWord }, { engine }) => (engine === 'any' || (engine === 'word' && knowsWord) ? 'wasm' : 'js');

/** What a browser reports as refused under a policy, by what was blocked. */
export function refusedIn({ knowsWord, asksBy, constructs, reportsAllowed }, { name, engine, header }) {
  if (header === undefined || name === 'sandbox') return [];
  const refused = [];
  // The style is there by its nonce or its hash.
  if (!constructs && name !== 'nonces' && name !== 'hashes') refused.push('inline');
  if (engine === 'any') return reportsAllowed ? [...refused, 'eval'] : refused;
  if (knowsWord) return engine === 'word' || asksBy === null ? refused : [...refused, asksBy];
  // Who writes nonces is not asked.
  return name === 'nonces' ? refused : [...refused, 'eval'];
}
