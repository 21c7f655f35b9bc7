/** Texts with placeholders, as the catalogues (`zh.json` …) write them; build/texts.mjs says how and checks them. */

export type Given = Readonly<Record<string, string | number>>;

function value(name: string, given: Given): string {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  const text = String(given[small] ?? '');
  return small === name ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function replaced(template: string, given: Given): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => value(name, given));
}

/** The template with its placeholders replaced; `[…{name}…]` is left out where `name` is empty. */
export function fill(template: string, given: Given): string {
  return template.replace(/\[([^\]]*)\]|\{\w+\}/g, (part, optional: string | undefined) => {
    if (optional === undefined) return replaced(part, given);
    const empty = (optional.match(/\{\w+\}/g) ?? []).some((name) => value(name.slice(1, -1), given) === '');
    return empty ? '' : replaced(optional, given);
  });
}

/** A text, its plural forms, or a group of texts. */
export type Part = string | { readonly [key: string]: Part };

type Compiled = string | ((given: Given) => string) | { readonly [key: string]: Compiled };

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The plural form for a number; browsers that know no plurals take the general one. */
function formFor(tag: string): (count: number) => string {
  if (typeof Intl !== 'object' || !('PluralRules' in Intl)) return () => 'other';
  const rules = new Intl.PluralRules(tag);
  return (count) => rules.select(count);
}

/** A catalogue in use: texts as they are, texts with placeholders as functions of them. */
export function compiled(catalogue: Part, tag: string): Compiled {
  const form = formFor(tag);
  const one = (part: Part): Compiled => {
    if (typeof part === 'string') return /\{\w+\}/.test(part) ? (given) => fill(part, given) : part;
    const { other } = part;
    if (typeof other === 'string' && Object.keys(part).every((key) => FORMS.indexOf(key) !== -1)) {
      return (given) => {
        const wanted = part[form(Number(given['count']))];
        return fill(typeof wanted === 'string' ? wanted : other, given);
      };
    }
    const group: Record<string, Compiled> = {};
    for (const key of Object.keys(part)) group[key] = one(part[key] ?? '');
    return group;
  };
  return one(catalogue);
}
