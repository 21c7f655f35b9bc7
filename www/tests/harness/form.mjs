// The page's form as a user meets it: fields by their figure, the result by what it says.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths.mjs';

const flagship = join(root, 'rulebooks/miit-2019-63');
const json = (...path) => JSON.parse(readFileSync(join(flagship, ...path), 'utf8'));

export const rulebook = json('rulebook.json');
export const example = (name) => json('examples', `${name}.submission.json`);
export const golden = (name) => json('examples', `${name}.assessment.json`);

/** A selector inside the element. */
export const at = (selector) => `infocity-check >>> ${selector}`;

export const figure = (id) => {
  const found = rulebook.figures.find((known) => known.id === id);
  if (!found) throw new Error(`the flagship has no figure ${id}`);
  return found;
};

/** Points as the page prints them, from an assessment's decimals. */
export function range({ low, high }, places = rulebook.rounding.total) {
  const fixed = (text) => {
    const [whole, fraction = ''] = text.split('.');
    return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
  };
  return low === high ? fixed(low) : `${fixed(low)}–${fixed(high)}`;
}

const optionsOf = (kind) => kind.choice?.options ?? kind.checklist?.items;

/** Enters one figure of a submission the way a user would: by keys and clicks. */
export async function enter(page, id, value) {
  const { kind } = figure(id);
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { value };
  if (kind.number) {
    if (given.unit && kind.number.units?.length) await page.choose(at(`[data-part="figures/${id}"] select.unit`), given.unit);
    await page.type(at(`#f-${id}`), given.value);
    if (given.last) await page.type(at(`#f-${id}-last`), given.last.value ?? given.last);
  } else if (kind === 'yes_no') {
    await page.click(at(`[data-part="figures/${id}"] input[value="${given.value}"]`));
  } else if (kind.choice) {
    const within = at(`[data-part="figures/${id}"]`);
    const inList = await page.eval((selector) => window.__find(`${selector} select.choice-list`) !== null, within);
    if (inList) await page.choose(`${within} select.choice-list`, given.value);
    else await page.click(`${within} input[value="${given.value}"]`);
  } else {
    for (const item of given.value) {
      const place = optionsOf(kind).findIndex((known) => known.id === item);
      await page.click(at(`[data-part="figures/${id}"] .option:nth-of-type(${place + 1}) input`));
    }
  }
}

/** The text of a category's card. */
export const card = (page, id) => page.text(at(`[data-category="${id}"]`));

/** Waits until the element's text shows what is given. */
export async function shows(page, selector, text) {
  await page.until(
    (selector, text) => {
      const element = window.__find(selector);
      return element !== null && element.innerText.includes(text);
    },
    at(selector),
    text,
  );
}

/** Gives files to one of the page's file pickers: the one for opening, else the one of a name. */
export async function give(page, paths, picker) {
  const selector = at(picker === undefined ? 'input[type=file]' : `[data-picker="${picker}"]`);
  const { result } = await page.send('Runtime.evaluate', { expression: `window.__find(${JSON.stringify(selector)})` });
  await page.send('DOM.setFileInputFiles', { files: [paths].flat(), objectId: result.objectId });
}

/** What a field holds. */
export const value = (page, selector) => page.eval((s) => window.__find(s).value, at(selector));

export const exists = (page, selector) => page.eval((s) => window.__find(s) !== null, at(selector));

/** What was entered, as a host is told. */
export const submissionIn = (page) => page.eval(() => document.querySelector('infocity-check').submission);

/** Waits until the focus is on what a selector names: it may come a moment after what it goes to is shown. */
export const focuses = (page, selector) =>
  page.until((selector) => {
    const { activeElement } = document.querySelector('infocity-check').shadowRoot;
    return activeElement !== null && activeElement.matches(selector);
  }, selector);

/** The part of the form that has the focus; `null` outside it. */
export const focusedPart = (page) =>
  page.eval(() => {
    const { activeElement } = document.querySelector('infocity-check').shadowRoot;
    const row = activeElement && activeElement.closest('[data-part]');
    return row && row.getAttribute('data-part');
  });

/** Gives the element a language and a theme. */
export const looks = (page, lang, theme) =>
  page.eval(
    (lang, theme) => {
      const element = document.querySelector('infocity-check');
      element.setAttribute('lang', lang);
      element.setAttribute('theme', theme);
    },
    lang,
    theme,
  );

/** Gives the element a submission, as a host does, and waits until it is assessed. */
export async function submit(page, submission) {
  await page.eval((submission) => {
    document.querySelector('infocity-check').submission = submission;
  }, submission);
  await page.until((city) => document.querySelector('infocity-check').assessment.submission.city === city, submission.city ?? '');
}

/** Gives the element a rulebook, as text or as an object, and waits for its form. */
export const follow = (page, rulebook) =>
  page.eval((rulebook) => {
    const check = document.querySelector('infocity-check');
    check.rulebook = rulebook;
    return check.ready;
  }, rulebook);

/** Pastes a text onto a field; answers whether the browser's own pasting was left to go on. */
export const paste = (page, selector, text) =>
  page.eval(
    (selector, text) => {
      const field = window.__find(selector);
      field.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      return field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
    },
    at(selector),
    text,
  );
