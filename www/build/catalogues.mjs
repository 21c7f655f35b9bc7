// What the catalogues of texts must have in common, and TypeScript's type of them. (build/texts.mjs reads them.)
//
// A catalogue is an object of texts, in groups. `{name}` is a placeholder, `{Name}` the same with a capital; `[…{name}…]` is
// left out where `name` is empty. A text that depends on `{count}` may be an object of plural forms (`one`, `other` …).

/** The language that all others are held to. */
export const first = 'zh';
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];

const isGroup = (part) => typeof part === 'object' && part !== null && !Array.isArray(part);
const isPlural = (part) => isGroup(part) && 'other' in part && Object.keys(part).every((key) => forms.includes(key));

/** The placeholders of a template, each once, in order. */
const placeholders = (template) => {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name.charAt(0).toLowerCase() + name.slice(1));
  return [...new Set(names)].sort();
};

/** What is wrong with a template by itself. */
function malformed(template) {
  const rest = template.replace(/\{[A-Za-z][A-Za-z0-9]*\}/g, 'x').replace(/\[[^[\]]*\]/g, 'x');
  const [sign] = /[{}[\]]/.exec(rest) ?? [];
  return sign === undefined ? [] : [`has a ${sign} that belongs to no placeholder`];
}

/** What is wrong with the forms of one text, of which the first language's placeholders are given. */
function wrongForms(part, names) {
  if (isPlural(part) && !names.includes('count')) return ['has plural forms, and no placeholder {count}'];
  const wrong = [];
  for (const [form, template] of isPlural(part) ? Object.entries(part) : [['', part]]) {
    const at = form === '' ? '' : `form ${form} `;
    if (typeof template !== 'string') {
      wrong.push(`${at}is not a text`);
      continue;
    }
    wrong.push(...malformed(template).map((fault) => at + fault));
    const own = placeholders(template);
    for (const name of own) if (!names.includes(name)) wrong.push(`${at}has a placeholder {${name}} that ${first}.json has not`);
    // Only a plural form may do without the number: “one figure”.
    const needed = form === '' || form === 'other' ? names : names.filter((name) => name !== 'count');
    for (const name of needed) if (!own.includes(name)) wrong.push(`${at}lacks the placeholder {${name}}`);
  }
  return wrong;
}

const placeholdersOf = (part) => placeholders(isPlural(part) ? String(part.other) : String(part));

/**
 * Everything by which catalogues differ from the first: file, key and placeholder.
 * @param {Readonly<Record<string, unknown>>} catalogues by language
 * @returns {string[]}
 */
export function faultsOf(catalogues) {
  const faults = [];
  if (!isGroup(catalogues[first])) return [`${first}.json: is missing; every other language is held to it`];
  const compare = (file, at, model, part) => {
    const say = (what) => faults.push(`${file}.json: ${at === '' ? 'the file' : at}: ${what}`);
    if (part === undefined) say('is missing');
    else if (!isGroup(model) || isPlural(model)) {
      if (isGroup(part) && !isPlural(part)) say('is a group, and must be a text');
      else wrongForms(part, placeholdersOf(model)).forEach(say);
      if (model !== '' && part === '') say('is empty');
    } else if (!isGroup(part)) say('is a text, and must be a group');
    else {
      const below = (key) => (at === '' ? key : `${at}.${key}`);
      for (const key of Object.keys(model)) compare(file, below(key), model[key], part[key]);
      for (const key of Object.keys(part)) if (!(key in model)) faults.push(`${file}.json: ${below(key)}: is not in ${first}.json`);
    }
  };
  for (const [file, catalogue] of Object.entries(catalogues)) compare(file, '', catalogues[first], catalogue);
  return faults;
}

/** TypeScript's type of a catalogue. */
export function typeOf(part, indent = '') {
  if (!isGroup(part) || isPlural(part)) {
    const names = placeholdersOf(part);
    if (names.length === 0) return 'string';
    return `(given: { ${names.map((name) => `readonly ${name}: ${name === 'count' ? 'number' : 'string | number'}`).join('; ')} }) => string`;
  }
  const lines = Object.keys(part).map((key) => `${indent}  readonly ${JSON.stringify(key)}: ${typeOf(part[key], `${indent}  `)};\n`);
  return `{\n${lines.join('')}${indent}}`;
}
