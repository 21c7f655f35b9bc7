// The self-test: its page with what it looks for, and its script with the texts that only it says.

import { documentPage } from './documents.mjs';
import { checkedCatalogues } from './texts.mjs';
import { version } from './version.mjs';

/** A plug-in of esbuild: the texts of a group by language, under `infocity:` and the group's name. */
export const textsOf = (group) => ({
  name: group,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^infocity:${group}$`) }, ({ path }) => ({ path, namespace: group }));
    onLoad({ filter: /.*/, namespace: group }, () => {
      const languages = Object.values(checkedCatalogues()).map((catalogue) => ({ tag: catalogue.language.tag, texts: catalogue[group] }));
      return { contents: JSON.stringify({ version, languages }), loader: 'json' };
    });
  },
});

/**
 * The page. Its first script hears what a policy refuses; then come, on purpose, an inline script and an inline style.
 * @param {(name: string) => string} integrity of a built file
 */
export function selftestPage(integrity) {
  const all = Object.values(checkedCatalogues());
  const said = all.map(({ language, selftest }) => `<p lang="${language.tag}">${selftest.blocked}</p>`);
  const ways = all.map(({ language }) => `<a href="?lang=${language.tag.split('-')[0]}" lang="${language.tag}" hreflang="${language.tag}">${language.name}</a>`);
  return documentPage({
    title: all[0].selftest.title,
    head: `<script src="selftest.js"></script>
<script>infocityInline = true</script>
<style id="style-inline">html{}</style>
<link id="style-file" rel="stylesheet" media="not all" href="infocity-check.css">
<script src="infocity-check.js" integrity="${integrity('infocity-check.js')}" defer></script>
`,
    body: `<nav>${ways.join(' ')}</nav>\n<main>\n${said.join('\n')}\n</main>`,
  });
}
