/**
 * The form of a rulebook on paper, empty: for whoever has no script or a browser too old. Made when the pages are built, from
 * the rulebook as data and the words that the page itself uses.
 */
import words from 'infocity:paper';
import { escaped } from '../../build/markup.mjs';
import type { Figure, Rulebook, Text } from '../boundary';
import { kindTag, numberKind, optionsOf, outline, unitsOf, type Outline, type Section } from '../session/outline';
import { inLanguage, languages, textsIn, type Lang, type Texts } from '../texts';
import { compiled } from '../texts/template';
import type { Catalogue } from '../../generated/texts';

interface Sheet {
  readonly outline: Outline;
  readonly lang: Lang;
  readonly t: Texts;
  readonly own: Catalogue['paper'];
}

const box = '<i class="box"></i>';
const room = (mark = ''): string => `<i class="room${mark}"></i>`;

const said = ({ lang }: Sheet, text: Text): string => escaped(inLanguage(text, lang));

function unit({ t, lang, outline: { rulebook } }: Sheet, symbol: string): string {
  const own = (rulebook.units ?? []).find((known) => known.unit === symbol);
  return escaped(t.unit(symbol, () => (own === undefined ? undefined : inLanguage(own.label, lang))));
}

/** What stands under the name of a figure: its definition, where it is found, who holds it. */
function about(sheet: Sheet, { help, find, holder }: Figure): string {
  const { form, colon } = sheet.t;
  const line = (name: string, text: Text | undefined): string => (text === undefined ? '' : `<p>${name}${colon}${said(sheet, text)}</p>`);
  return `<p>${said(sheet, help)}</p>${line(form.find, find)}${line(form.holder, holder)}`;
}

/** The room to write in. */
function entry(sheet: Sheet, figure: Figure): string {
  const { t, own, outline } = sheet;
  const number = numberKind(figure);
  if (number !== undefined) {
    const [first = '', ...others] = unitsOf(number).map((symbol) => unit(sheet, symbol));
    const value = `<p>${room()} ${first}</p>`;
    const last = outline.readsLast.has(figure.id) ? `<p>${t.form.last} ${room()} ${first}</p>` : '';
    const other = others.length > 0 ? `<p class="small">${own.otherUnits({ units: t.list(others) })}</p>` : '';
    return value + last + other;
  }
  if (kindTag(figure.kind) === 'yes_no') return `<p>${box} ${t.form.yes}　${box} ${t.form.no}</p>`;
  const options = optionsOf(figure).map(({ label, help }) => `<p>${box} ${said(sheet, label)}${help === undefined ? '' : ` <span class="small">${said(sheet, help)}</span>`}</p>`);
  return options.join('') + (kindTag(figure.kind) === 'checklist' ? `<p>${box} ${t.form.none}</p>` : `<p class="small">${own.oneOnly}</p>`);
}

function figureRow(sheet: Sheet, figure: Figure): string {
  const { t, own } = sheet;
  const rest = figure.fixed === true ? '' : `<p class="small">${box} ${t.form.notCollected}</p>`;
  return `<tr><th scope="row"><b>${said(sheet, figure.label)}</b>${about(sheet, figure)}</th><td>${entry(sheet, figure)}${rest}<p class="small">${own.source} ${room(' long')}</p></td></tr>`;
}

function table(sheet: Sheet, rows: readonly string[], right: string): string {
  return `<table><thead><tr><th scope="col">${sheet.own.asked}</th><th scope="col">${right}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function city(sheet: Sheet): string {
  const { t, own, outline } = sheet;
  const { categories, fields } = outline.rulebook;
  const row = (name: string, help: string, cell: string): string => `<tr><th scope="row"><b>${name}</b><p>${help}</p></th><td>${cell}</td></tr>`;
  const choices = (list: readonly { label: Text }[]): string => list.map(({ label }) => `<p>${box} ${said(sheet, label)}</p>`).join('');
  const rows = [
    row(t.form.cityName, t.form.cityHelp, `<p>${room(' long')}</p>`),
    row(t.form.year, own.yearHelp, `<p>${room()}</p>`),
    ...((categories ?? []).length > 0 ? [row(t.form.category, t.form.categoryHelp, choices(categories ?? []))] : []),
    ...((fields ?? []).length > 0 ? [row(t.form.fields, own.fieldsHelp, choices(fields ?? []))] : []),
  ];
  return rows.join('\n');
}

function section(sheet: Sheet, { id, label, figures }: Section): string {
  const { t, own } = sheet;
  const name = label === undefined ? t.form.city : said(sheet, label);
  const rows = figures.map((figure) => figureRow(sheet, figure));
  if (id === undefined) rows.unshift(city(sheet));
  return rows.length === 0 ? '' : `<h2>${name}</h2>\n${table(sheet, rows, own.answer)}`;
}

function requirements(sheet: Sheet): string {
  const { t, own, outline } = sheet;
  const list = outline.rulebook.requirements ?? [];
  if (list.length === 0) return '';
  const rows = list.map(({ label, remedy, effect, standing }) => {
    const marks = `${t.effect[effect]}${t.separator}${t.basis[standing.basis]}`;
    return `<tr><th scope="row"><b>${said(sheet, label)}</b><p>${marks}</p></th><td>${said(sheet, remedy)}</td></tr>`;
  });
  return `<h2>${own.requirements}</h2><p>${own.requirementsHelp}</p>\n${table(sheet, rows, own.remedy)}`;
}

function materials(sheet: Sheet): string {
  const { t, own, outline } = sheet;
  const list = outline.rulebook.materials ?? [];
  if (list.length === 0) return '';
  const rows = list.map(({ label, help }) => `<tr><th scope="row"><b>${said(sheet, label)}</b><p>${said(sheet, help)}</p></th><td><p>${box} ${own.ready}</p></td></tr>`);
  return `<h2>${t.form.materials}</h2>\n${table(sheet, rows, own.answer)}`;
}

/** The form in one language. */
function sheetIn(rulebook: Rulebook, lang: Lang, tag: string): string {
  const own = compiled(words.languages.find((known) => known.tag === tag)?.texts ?? '', tag) as unknown as Catalogue['paper'];
  const sheet: Sheet = { outline: outline(rulebook), lang, t: textsIn(lang), own };
  const { id, version, title } = rulebook;
  const sections = sheet.outline.sections.map((part) => section(sheet, part));
  return `<section lang="${tag}" class="sheet sheet-${lang}">
<h1>${escaped(own.title({ title: inLanguage(title, lang) }))}</h1>
<p class="small">${escaped(id)} ${escaped(sheet.t.page.version({ version }))}</p>
<p>${sheet.t.page.selfCheck}</p>
<p>${own.how}</p>
${sections.join('\n')}
${requirements(sheet)}
${materials(sheet)}
</section>`;
}

/** The form in every language, of which one is shown at a time: chosen without a script. */
export function paperForm(rulebookText: string): string {
  const rulebook = JSON.parse(rulebookText) as Rulebook;
  const ways = languages.map(({ lang, name, tag }, at) => `<input type="radio" name="sheet" id="sheet-${lang}"${at === 0 ? ' checked' : ''}><label for="sheet-${lang}" lang="${tag}">${name}</label>`);
  return `<div class="paper">\n${ways.join('\n')}\n${languages.map(({ lang, tag }) => sheetIn(rulebook, lang, tag)).join('\n')}\n</div>`;
}
