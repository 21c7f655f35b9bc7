// The self-test: its page with what it looks for, and what is said where its script does not run.

import { documentPage } from './documents.mjs';
import { checkedCatalogues } from './texts.mjs';

/**
 * The page. Its first script, before its style, hears what a policy refuses; then come, on purpose, an inline script and an inline
 * style. The element's script stands there once more, to be tried where it did not run.
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
<template id="script-again"><script src="infocity-check.js"></script></template>
`,
    body: `<nav>${ways.join(' ')}</nav>\n<main>\n${said.join('\n')}\n</main>`,
  });
}
