/**
 * The single file again, with what was entered in it. Its script keeps every byte, since the policy names the script's hash;
 * what was entered stands inside the element as data, which no policy asks about.
 *
 * The text of the script can be had without a request only where it stands in the page itself. A page that embeds the
 * script by its address can therefore not be kept as one file, and does not offer it.
 */
import parts from 'infocity:page';
import { compact, escaped } from '../../build/markup.mjs';

// The script that runs can only be asked for while it runs for the first time.
const running = document.currentScript;
const own = running instanceof HTMLScriptElement && running.hasAttribute('data-single-file') ? running : null;
const POLICY = 'meta[http-equiv="Content-Security-Policy"]';

/** Data of a page, each as JSON text. */
export interface PageData {
  /** The rulebook, where it is not the one that comes with the script. */
  readonly rulebook: string | null;
  readonly submission: string;
}

/** JSON inside a page: `<` could end the element that holds it. */
function block(json: string, mark: string): string {
  return `<script type="application/json"${mark}>${json.replace(/</g, '\\u003c')}</script>`;
}

/** A rulebook as data of a page, to stand inside the element. */
export const rulebookBlock = (text: string): string => block(compact(text), '');

/** The element's content that holds the data. */
export function contentFor({ rulebook, submission }: PageData): string {
  return (rulebook === null ? '' : block(rulebook, '')) + block(submission, ' data-submission');
}

/** Whether this page is the single file, and can be kept as one. */
export const isSingleFile = own !== null;

/** The licences of what is in the page: a comment at its end, as the build has put it there. */
function licences(): string {
  const comments = Array.from(document.body.childNodes).filter((node) => node instanceof Comment);
  // (Written out in this file, the signs around it would turn the script that stands in a page into a comment.)
  return comments.slice(-1).map((comment) => new XMLSerializer().serializeToString(comment)).join('');
}

/** The single file with data in it, under a title and in a language. */
export function pageWith(data: PageData, title: string, lang: string): string {
  const policy = document.querySelector(POLICY)?.getAttribute('content') ?? '';
  const between = [lang, escaped(title), escaped(policy), contentFor(data), own?.textContent ?? '', licences()];
  return parts.map((part, at) => part + (between[at] ?? '')).join('');
}

/** The rulebook that stands inside an element as data. */
export function rulebookIn(element: Element): string | null {
  return element.querySelector('script[type="application/json"]:not([data-submission])')?.textContent ?? null;
}

/** The submission that stands inside an element as data. */
export function submissionIn(element: Element): string | null {
  return element.querySelector('script[type="application/json"][data-submission]')?.textContent ?? null;
}
