// How esbuild packs everything of the page.

import { target } from './paths.mjs';

/** One small file of text that old browsers read, handed back rather than written. */
export const packing = { bundle: true, minify: true, write: false, target, charset: 'utf8', legalComments: 'none' };

/** With what the element's sources are written in: Preact's JSX, styles as text. */
export const packingElement = { ...packing, jsx: 'automatic', jsxImportSource: 'preact', loader: { '.css': 'text' } };
