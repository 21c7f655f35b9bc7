// embed.html: the page that gives webmasters the code to embed the form, with its script and style.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { page } from './pages.mjs';
import { generated } from './paths.mjs';
import { version } from './version.mjs';

const style = 'body{margin:0}\n';

/** What the page says of the build, as data inside it. */
function buildData(files, integrity) {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(files['infocity-check.html']);
  const checked = Object.fromEntries(['infocity-check.js', 'infocity-frame.js'].map((name) => [name, integrity(files[name])]));
  return JSON.stringify({ version, integrity: checked, policy });
}

const embedPage = (data) =>
  page(
    '<link rel="stylesheet" href="embed.page.css">',
    `<main id="infocity-embed"></main>\n<script type="application/json" data-build>${data}</script>`,
    '<script src="infocity-check.js" defer></script>\n<script src="embed.js" defer></script>',
    '嵌入代码 · Code to embed',
  );

/**
 * @param {{ pack: (entry: string) => Promise<string>, script: (entry: string, options: object) => Promise<string>,
 *   files: Record<string, string>, integrity: (text: string) => string }} given how to pack a style or a script, what is built so far
 * @returns {Promise<Record<string, string>>} the files by name
 */
export async function embedFiles({ pack, script, files, integrity }) {
  const css = await pack('src/embed/embed.css');
  writeFileSync(join(generated, 'embed.css'), css);
  return {
    'embed.html': embedPage(buildData(files, integrity)),
    'embed.page.css': style,
    'embed.css': css,
    'embed.js': await script('src/embed/main.ts', { texts: ['language', 'embed'] }),
  };
}
