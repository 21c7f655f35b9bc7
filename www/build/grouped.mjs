// The texts of one group of the catalogues, for a script that says nothing else.

import { checkedCatalogues } from './texts.mjs';
import { version } from './version.mjs';

/** A plug-in of esbuild: the texts of a group by language, and the version, under `infocity:` and the group's name. */
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
