/** What the chapters of the report are made of. */
import type { ComponentChildren } from 'preact';
import type { Basis, Standing } from '../boundary';
import { usePage, type Page } from '../page/context';

/** The number of a heading as the language writes it: `numerals` are its numerals from one on. */
export function ordinal(number: number, numerals: string): string {
  return numerals.split(' ')[number - 1] ?? String(number);
}

interface HeadedProps {
  readonly number: number;
  readonly title: string;
}

interface ChapterProps extends HeadedProps {
  /** Names the chapter for its style. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** A chapter: 一、 */
export function Chapter({ name, number, title, children }: ChapterProps) {
  const { t } = usePage();
  return (
    <section class={`chapter chapter-${name}`}>
      <h2>{t.report.chapter({ number: ordinal(number, t.report.numerals), title })}</h2>
      {children}
    </section>
  );
}

/** The heading of a part of a chapter: （一） */
export function PartTitle({ number, title }: HeadedProps) {
  const { t } = usePage();
  return <h3>{t.report.part({ number: ordinal(number, t.report.numerals), title })}</h3>;
}

interface SheetTableProps {
  /** Names the kind of table, for its widths. */
  readonly name: string;
  readonly caption?: string;
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}

/** A table whose heads stand on every sheet that it reaches; its caption is among them, so that it never stands alone. */
export function SheetTable({ name, caption, heads, children }: SheetTableProps) {
  return (
    <div class="sheet-place">
      <table class={`sheet sheet-${name}`}>
        <colgroup>
          {heads.map((_, at) => (
            <col key={at} />
          ))}
        </colgroup>
        <thead>
          {caption !== undefined && (
            <tr>
              <th class="sheet-caption" colSpan={heads.length} scope="colgroup">
                {caption}
              </th>
            </tr>
          )}
          <tr>
            {heads.map((head, at) => (
              <th key={at} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What a rule rests on, in a word. */
export function Mark({ basis }: { basis: Basis }) {
  const { t } = usePage();
  return <span class={`basis basis-${basis}`}>{t.basis[basis]}</span>;
}

/** The document that a rule cites, with the place in it; nothing where it cites none. */
export function cited({ outline, say }: Page, { source, article }: Standing): string {
  const known = outline.rulebook.sources.find(({ id }) => id === source);
  return known === undefined ? '' : [say(known.title), known.number, article].filter(Boolean).join(' ');
}
