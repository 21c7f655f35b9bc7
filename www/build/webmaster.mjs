// The page for webmasters, in both languages: its text in src/webmaster, with this build's version and integrity values.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentPage } from './documents.mjs';
import { escaped } from './markup.mjs';
import { www } from './paths.mjs';
import { version } from './version.mjs';

const read = (name) => readFileSync(join(www, 'src/webmaster', name), 'utf8');

/** Policies, the tag that goes with each, and the engine that runs then: the table, and what its test tries. */
export const policies = JSON.parse(read('policies.json'));

const words = {
  zh: { head: ['策略', '脚本标签', 'Chromium 97 起、当前 Firefox 和 WebKit', 'Chromium 97 以前', '说明'], none: '无', js: '纯 JavaScript' },
  en: { head: ['Policy', 'Tag of the script', 'Chromium 97 and later, current Firefox and WebKit', 'before Chromium 97', 'Notes'], none: 'none', js: 'plain JavaScript' },
};
const code = (text) => `<code>${escaped(text)}</code>`;

function table(lang) {
  const { head, none, js } = words[lang];
  const engine = (form) => (form === 'js' ? js : 'WebAssembly');
  const rows = policies.map(({ policy, tag, now, before97, says }) => {
    const shown = (text) => code(text.replace(/'\{integrity\}'/g, "'sha384-…'").replace(/\{integrity\}/g, 'sha384-…').replace(/\{nonce\}/g, 'R4nd0m'));
    const cells = [policy === '' ? none : shown(policy), shown(tag), engine(now), engine(before97), escaped(says[lang])];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<div class="table policies"><table>\n<tr>${head.map((name) => `<th>${name}</th>`).join('')}</tr>\n${rows.join('\n')}\n</table></div>`;
}

/**
 * @param {(name: string) => string} integrity of a built file
 * @returns {string} the page
 */
export function webmasterPage(integrity) {
  const text = (lang) =>
    read(`${lang}.html`)
      .replace('{policies}', () => table(lang))
      .replace(/\{version\}/g, version)
      .replace(/\{integrity:([^}]+)\}/g, (_, name) => integrity(name));
  return documentPage({
    title: '网站管理员说明 · For webmasters',
    body: `<main>\n<p><a href="#en" lang="en" hreflang="en">English</a></p>\n${text('zh')}</main>\n<main id="en" lang="en">\n${text('en')}</main>`,
  });
}
