// The empty form to print, for those without JavaScript or with a browser too old for it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { documentPage } from './documents.mjs';
import { embed } from './embed.mjs';
import { textsOf } from './grouped.mjs';
import { paperStyle } from './late.mjs';
import { root, www } from './paths.mjs';

const { outputFiles } = await build({
  entryPoints: [join(www, 'src/paper/form.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  plugins: [textsOf('paper'), embed()],
});
const { paperForm } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

/** The flagship's form. */
export const form = paperForm(readFileSync(join(root, 'rulebooks/miit-2019-63/rulebook.json'), 'utf8'));

/** The form as a page of its own, and its style. */
export const formFiles = () => ({
  'form.html': documentPage({ title: '空白填报表 · Empty form', style: 'form.css', body: `<main>\n${form}\n</main>` }),
  'form.css': `@page{size:A4;margin:18mm 16mm}body{margin:0}\n${paperStyle}`,
});
