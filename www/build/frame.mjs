// The form in a frame: frame.html with its script and style, and the small script of a host that sizes the frame.

import { lateStyle, noticeBeside } from './late.mjs';
import { page, paperSize, title } from './pages.mjs';

// As high as what it shows: the host makes the frame so high, or it scrolls within.
const style = `body{margin:0}${paperSize}${lateStyle}`;

// Whatever the headers around it say, nothing that is entered here can leave it.
const policy = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `style-src 'self'`,
  `img-src data:`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

const framePage = () =>
  page(
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<link rel="stylesheet" href="frame.css">`,
    `<main><infocity-check>${noticeBeside()}</infocity-check></main>`,
    '<script src="frame.js" defer></script>\n<script src="infocity-check.js" defer></script>',
    title,
  );

/**
 * @param {(entry: string) => Promise<string>} script packs a script
 * @returns {Promise<Record<string, string>>} the files by name
 */
export const frameFiles = async (script) => ({
  'frame.html': framePage(),
  'frame.css': style,
  'frame.js': await script('src/frame/framed.ts'),
  'infocity-frame.js': await script('src/frame/host.ts'),
});
