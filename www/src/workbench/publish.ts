/**
 * A page to publish: the single file `infocity-check.html` with a rulebook in it, as `infocity bundle` makes it at the command
 * line. The page's policy lets its script run by a hash, and the rulebook is data, so that nothing else changes.
 */
import { escaped } from '../../build/markup.mjs';
import { rulebookBlock } from '../element/offline';

/** The file that a page is made of; `make build` leaves it beside the workbench. */
export const SINGLE_FILE = 'infocity-check.html';

/** The text with what stands between the first two marks replaced; `null` where they are not there. */
function between(text: string, start: string, end: string, content: (before: string) => string): string | null {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length);
  if (from === -1 || to === -1) return null;
  const inside = from + start.length;
  return text.slice(0, inside) + content(text.slice(inside, to)) + text.slice(to);
}

/** The page; `null` where `page` is not the single file. */
export function publish(page: string, rulebook: string, title: string): string | null {
  if (!page.includes('<script data-single-file>')) return null;
  const titled = between(page, '<title>', '</title>', () => escaped(title));
  if (titled === null) return null;
  // What says that the script does not run stays; the form to print is that of another rulebook.
  const late = /^<div class="late">.*?<\/div>/;
  return between(titled, '<infocity-check>', '</infocity-check>', (before) => (late.exec(before)?.[0] ?? '') + rulebookBlock(rulebook));
}

/** The single file from beside the workbench; `null` where it is not there, or the policy or a disk does not let it be read. */
export async function besideUs(): Promise<string | null> {
  if (!/^https?:$/.test(window.location.protocol)) return null;
  try {
    const answer = await window.fetch(SINGLE_FILE, { credentials: 'same-origin' });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
