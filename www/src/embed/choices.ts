/** What can be chosen about how the form comes into a host's page. */
import type { Text } from '../boundary';
import { langOf } from '../texts';

/** As a script and an element; in a frame; as a page of its own that is linked to. */
export const FORMS = ['script', 'frame', 'file'] as const;
export type Form = (typeof FORMS)[number];

/** A rulebook that can be chosen. */
export interface Offered {
  readonly id: string;
  readonly title: Text;
  readonly version: string;
  readonly categories: readonly { readonly id: string; readonly label: Text }[];
  /** Its JSON text; `null` for the one that comes with the script. */
  readonly text: string | null;
}

export interface Choices {
  readonly form: Form;
  readonly rulebook: Offered;
  /** The tag of a language; empty for that of the page. */
  readonly lang: string;
  /** `light`, `dark`; empty for what the system prefers. */
  readonly theme: string;
  /** A category's id; empty where the person chooses. */
  readonly category: string;
  /** Whether a draft may be kept on the device. */
  readonly drafts: boolean;
  /** Whether the browser is to check the scripts; `null` where that was not chosen. */
  readonly integrity: boolean | null;
  /** Whether a script of the host gives the frame its height. */
  readonly sizes: boolean;
  /** The address of the folder with the files, as it was typed. */
  readonly folder: string;
}

export function beginning(rulebook: Offered): Choices {
  return { form: 'script', rulebook, lang: '', theme: '', category: '', drafts: true, integrity: null, sizes: true, folder: '' };
}

/** The language to ask for. A frame begins in the first one, which it need not be asked for. */
export function langAsked({ form, lang }: Choices): string {
  return form === 'frame' && lang === langOf('') ? '' : lang;
}

/** The folder's address, ready for a file's name. Browsers read a backslash as a slash, policies do not. */
export function folderOf({ folder }: Choices): string {
  const typed = folder.trim().replace(/\\/g, '/');
  return typed === '' || typed.endsWith('/') ? typed : `${typed}/`;
}

/** Where the files come from, in the words of a policy. */
export function originOf(choices: Choices): string {
  const address = folderOf(choices);
  const [origin] = /^https?:\/\/[^/?#]+/i.exec(address.startsWith('//') ? `https:${address}` : address) ?? [];
  return origin ?? `'self'`;
}

/** Whether the browser checks the scripts: unless chosen otherwise, those of another site. */
export function isChecked(choices: Choices): boolean {
  return choices.integrity ?? originOf(choices) !== `'self'`;
}

/** What the file of a rulebook holds; `null` where it is none. (Whether it holds together, the preview says.) */
export function offeredIn(text: string): Offered | null {
  try {
    const { format, id, title, version, categories } = JSON.parse(text) as Partial<Offered & { format: unknown }>;
    if (typeof format !== 'string' || !format.startsWith('infocity-rulebook/')) return null;
    if (typeof id !== 'string' || typeof title?.zh !== 'string' || typeof version !== 'string') return null;
    return { id, title, version, categories: Array.isArray(categories) ? categories : [], text };
  } catch {
    return null;
  }
}
