/** The language of the page around the element, as a translator changes it. */
import { tagPreferred } from '../texts';

const { documentElement: page } = document;
const written = page.lang;

/**
 * Calls back where the page turns to another language than it was written in, and with `null` where it turns back. Of a language
 * that there are no texts in, a reader is likelier to read English.
 */
export function onLanguage(turned: (tag: string | null) => void): MutationObserver {
  const observer = new MutationObserver(() => {
    turned(page.lang === written ? null : tagPreferred([page.lang, 'en']));
  });
  observer.observe(page, { attributes: true, attributeFilter: ['lang'] });
  return observer;
}
