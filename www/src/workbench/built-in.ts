/** What comes with the workbench: the rulebooks with examples of cities, and two to begin from. */
import rulebooks from 'infocity:rulebooks';
import type { Text } from '../boundary';
import { inLanguage, type Lang } from '../texts';
import complete from './complete.rulebook.json';
import template from './template.rulebook.json';

export interface BuiltIn {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly text: string;
  readonly examples: readonly Example[];
}

export interface Example {
  /** The file's name without its ending. */
  readonly name: string;
  readonly city: string;
  readonly year: string;
  readonly text: string;
}

function example({ name, text }: { readonly name: string; readonly text: string }): Example {
  const { city, year } = JSON.parse(text) as { city?: string; year?: number | string };
  return { name, text, city: city ?? '', year: year === undefined ? '' : String(year) };
}

export const builtIn: readonly BuiltIn[] = rulebooks.map(({ text, examples }) => {
  const { id, version, title } = JSON.parse(text) as { id: string; version: string; title: Text };
  return { id, version, title, text, examples: examples.map(example) };
});

/** A rulebook as text, dated today. */
function dated(rulebook: object): string {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return `${JSON.stringify({ ...rulebook, checked_on: today }, null, 2)}\n`;
}

/** An empty rulebook that loads. */
export const emptyRulebook = (): string => dated(template);

/** A small rulebook in which every kind of rule stands once. */
export const completeRulebook = (): string => dated(complete);

/** An example's name for people. */
export function exampleName({ name, city, year }: Example, lang: Lang): string {
  const who = [city, year].filter((part) => part !== '').join(' ');
  return who === '' ? name : lang === 'zh' ? `${who}（${name}）` : `${who} (${name})`;
}

export function titleOf(known: BuiltIn, lang: Lang): string {
  return `${inLanguage(known.title, lang)} ${known.version}`;
}
