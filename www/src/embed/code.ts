/** The code to paste, and what belongs to it: files to put on the server, headers to send. */
import { escaped } from '../../build/markup.mjs';
import { rulebookBlock } from '../element/offline';
import { folderOf, isChecked, langAsked, originOf, type Choices } from './choices';

/** What the build says of its files. */
export interface Build {
  readonly version: string;
  /** The files' `integrity` values. */
  readonly integrity: Readonly<Record<string, string | undefined>>;
  /** The policy inside the single file. */
  readonly policy: string;
}

/** A header, and whose: of a file by its name, or where `null`, of the page that the code is pasted into. */
export interface Header {
  readonly of: string | null;
  readonly name: string;
  readonly value: string;
}

function attributes(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
}

/** What is chosen of the element, by the names of its attributes. */
export function wishes(choices: Choices): readonly (readonly [string, string])[] {
  const { theme, category, drafts } = choices;
  const all: readonly (readonly [string, string])[] = [
    ['lang', langAsked(choices)],
    ['theme', theme],
    ['category', category],
    ['drafts', drafts ? '' : 'off'],
  ];
  return all.filter(([, value]) => value !== '');
}

function script(choices: Choices, { integrity }: Build, file: string): string {
  const value = isChecked(choices) ? integrity[file] : undefined;
  const checked: readonly (readonly [string, string])[] =
    value === undefined
      ? []
      : [
          ['integrity', value],
          ['crossorigin', 'anonymous'],
        ];
  return `<script${attributes([['src', folderOf(choices) + file], ...checked])} defer></script>`;
}

/** The address of a page with what is chosen as its query. */
function address(choices: Choices, file: string, among: readonly string[]): string {
  const query = wishes(choices).filter(([name]) => among.includes(name));
  const pairs = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return folderOf(choices) + file + (pairs === '' ? '' : `?${pairs}`);
}

/** The address of the frame's page. */
export function frameAddress(choices: Choices): string {
  return address(choices, 'frame.html', ['lang', 'theme', 'category', 'drafts']);
}

/** The address of the single file, which can only be asked for a language. */
export function fileAddress(choices: Choices): string {
  return address(choices, 'infocity-check.html', ['lang']);
}

/**
 * What is pasted into the host's page; `title` names the form in the language chosen, `late` says in it what is wrong where the
 * element does not appear, given a link to the form to print.
 */
export function codeFor(choices: Choices, build: Build, title: string, late: (form: (name: string) => string) => string): string {
  const { form, rulebook, sizes } = choices;
  switch (form) {
    case 'script': {
      const content = late((name) => `<a href="${escaped(folderOf(choices))}form.html">${name}</a>`) + (rulebook.text === null ? '' : rulebookBlock(rulebook.text));
      return `${script(choices, build, 'infocity-check.js')}\n<infocity-check${attributes(wishes(choices))}>${content}</infocity-check>\n`;
    }
    case 'frame': {
      const frame = attributes([
        ['src', frameAddress(choices)],
        ['title', title],
        ['width', '100%'],
        ['height', '900'],
      ]);
      return `<iframe${frame}></iframe>\n${sizes ? `${script(choices, build, 'infocity-frame.js')}\n` : ''}`;
    }
    case 'file':
      return `<a href="${escaped(fileAddress(choices))}">${escaped(title)}</a>\n`;
  }
}

/** What is pasted inside the element of frame.html, for a rulebook that does not come with the script. */
export function frameCode({ form, rulebook }: Choices): string | null {
  return form === 'frame' && rulebook.text !== null ? `${rulebookBlock(rulebook.text)}\n` : null;
}

/** The files that have to be in the folder. */
export function filesFor({ form, sizes }: Choices): readonly string[] {
  // Where the element does not appear, the form to print does.
  const element = ['infocity-check.js', 'infocity-check.css', 'form.html', 'form.css'];
  switch (form) {
    case 'script':
      return element;
    case 'frame':
      return ['frame.html', 'frame.js', 'frame.css', ...element, ...(sizes ? ['infocity-frame.js'] : [])];
    case 'file':
      return ['infocity-check.html'];
  }
}

/** The headers that let it work, where headers are sent. */
export function headersFor(choices: Choices, build: Build): readonly Header[] {
  const { form, sizes } = choices;
  const origin = originOf(choices);
  const isOwn = origin === `'self'`;
  const name = 'Content-Security-Policy';
  const shared: readonly Header[] =
    isChecked(choices) && !isOwn && (form === 'script' || sizes)
      ? [{ of: form === 'script' ? 'infocity-check.js' : 'infocity-frame.js', name: 'Access-Control-Allow-Origin', value: '*' }]
      : [];
  switch (form) {
    case 'script':
      return [{ of: null, name, value: `script-src ${origin} 'wasm-unsafe-eval'; style-src ${origin}` }, ...shared];
    case 'frame':
      return [
        { of: null, name, value: `frame-src ${origin}${sizes ? `; script-src ${origin}` : ''}` },
        {
          of: 'frame.html',
          name,
          value: `script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; frame-ancestors ${isOwn ? `'self'` : 'https://www.example.gov.cn'}`,
        },
        ...shared,
      ];
    case 'file':
      return [{ of: 'infocity-check.html', name, value: build.policy }];
  }
}
