// node build/build.mjs: from www/src and both forms of both engines (www/generated) to the files in www/dist.

import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { appFiles } from './app.mjs';
import { embed } from './embed.mjs';
import { embedFiles } from './embed-page.mjs';
import { frameFiles } from './frame.mjs';
import { textsOf } from './grouped.mjs';
import { notices, noticesFile, packagesIn } from './notices.mjs';
import { writePackage } from './package.mjs';
import { packing, packingElement } from './packing.mjs';
import { indexPage, indexStyle, singleFile, workbenchPage, workbenchStyle } from './pages.mjs';
import { form, formFiles } from './paper.mjs';
import { selftestPage } from './selftest.mjs';
import { dist, generated, www } from './paths.mjs';
import { webmasterPage } from './webmaster.mjs';

const bundled = new Set();

/** At the beginning of a file: that it is UTF-8. */
const MARK = '\ufeff';

/**
 * A style in ASCII, or a script that says itself how it is encoded: in a page of another encoding, or from a server that names none
 * or a wrong one, it is read rightly. (A mark in a style would not be in the style element whose hash a policy allows.)
 */
async function pack(entry, options) {
  const isStyle = entry.endsWith('.css');
  const { outputFiles, metafile } = await build({
    entryPoints: [join(www, entry)],
    ...packing,
    ...(isStyle && { charset: 'ascii' }),
    ...options,
    metafile: true,
    // esbuild has said itself what is wrong.
  }).catch(() => process.exit(1));
  for (const name of packagesIn(metafile)) bundled.add(name);
  const [{ text }] = outputFiles;
  return isStyle ? text : MARK + text;
}

const digest = (algorithm, text, encoding) => createHash(algorithm).update(text, 'utf8').digest(encoding);
const policyHash = (text) => `'sha256-${digest('sha256', text, 'base64')}'`;
const integrity = (text) => `sha384-${digest('sha384', text, 'base64')}`;

// The same text is the file beside the script, the element's import, and what the single file's policy allows.
const css = await pack('src/element/element.css');
writeFileSync(join(generated, 'element.css'), css);

const workbenchCss = await pack('src/workbench/workbench.css');
writeFileSync(join(generated, 'workbench.css'), workbenchCss);

await writePackage(css);

const script = (entry, options) =>
  pack(entry, {
    format: 'iife',
    ...packingElement,
    plugins: [embed(options)],
  });
const js = await script('src/element/main.ts');
const inElement = new Set(bundled);
const workbench = await script('src/workbench/main.ts', { workbench: true });
// esbuild writes neither; inside a page they would end the script or turn it into a comment.
if (/<\/script|<!--/i.test(js)) throw new Error('the script cannot stand inside a page: it contains </script or <!--');

const files = {
  'infocity-check.js': js,
  'infocity-check.css': css,
  'infocity-check.html': singleFile(js.replace(MARK, ''), css, policyHash, form, notices(inElement)),
  'index.html': indexPage(),
  'index.css': indexStyle,
  'workbench.html': workbenchPage(),
  'workbench.page.css': workbenchStyle,
  'workbench.css': workbenchCss,
  'workbench.js': workbench,
  ...(await frameFiles(script)),
  ...formFiles(),
  'document.css': await pack('src/documents/document.css'),
};
Object.assign(files, await embedFiles({ pack, script, files, integrity }));
files['selftest.js'] = await pack('src/selftest/main.ts', { format: 'iife', plugins: [textsOf('selftest')] });
const integrityOf = (name) => integrity(files[name]);
files['selftest.html'] = selftestPage(integrityOf);
files['webmaster.html'] = webmasterPage(integrityOf);
Object.assign(files, await appFiles((entry) => pack(entry, { format: 'iife', plugins: [textsOf('app')] }), files));
const toCopy = ['infocity-check.css', 'infocity-check.js', 'infocity-frame.js'].map((name) => [name, integrity(files[name])]);
files['integrity.json'] = `${JSON.stringify(Object.fromEntries(toCopy), null, 2)}\n`;
files[noticesFile] = notices(bundled);
// Last: its date says that all of it is there.
files.SHA256SUMS = Object.keys(files)
  .sort()
  .map((name) => `${digest('sha256', files[name], 'hex')}  ${name}\n`)
  .join('');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
