/** The help for a figure as lines of text, for sheets and letters. */
import type { Figure } from '../boundary';
import type { Page } from '../page/context';
import { numberKind, optionsOf } from '../session/outline';
import { domain } from './figure-help';

/** How a figure, or one item of its checklist, is filled in. */
export function helpOf({ t, say, outline }: Pick<Page, 'outline' | 't' | 'say'>, figure: Figure, item?: string): string {
  const kind = numberKind(figure);
  const options = optionsOf(figure);
  const own = options.find(({ id }) => id === item);
  const range = kind === undefined ? '' : domain({ t, say, outline }, kind);
  const told = [own?.help === undefined ? '' : say(own.help), item === undefined || options[0]?.id === item ? say(figure.help) : ''];
  if (item === undefined) {
    for (const { label, help } of options) if (help !== undefined) told.push(say(label) + t.colon + say(help));
  }
  if (range !== '') told.push(t.form.domain + t.colon + range);
  if (figure.find !== undefined && told[1] !== '') told.push(t.form.find + t.colon + say(figure.find));
  return told.filter((line) => line !== '').join('\n');
}
