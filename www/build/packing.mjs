// How esbuild packs everything of the page.

import { target, www } from './paths.mjs';

/**
 * One small file of text that old browsers read, handed back rather than written. What is named by its content is named the same
 * from whatever folder the build is called.
 */
export const packing = { bundle: true, minify: true, write: false, target, charset: 'utf8', legalComments: 'none', absWorkingDir: www };

/** With what the element's sources are written in: Preact's JSX, styles as text. */
export const packingElement = { ...packing, jsx: 'automatic', jsxImportSource: 'preact', loader: { '.css': 'text' } };
