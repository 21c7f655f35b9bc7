import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Decimal, Points } from '../boundary';
import { usePage, type Page } from '../page/context';
import { FitMark, StatusMark } from '../page/marks';
import { categoryName, partName, rangeText } from '../page/shared';
import { differenceText } from '../result/shortfall';
import { withPlaces } from '../session/numerals';
import type { State } from '../session/state';
import { compared, onlyDifferent, type CategoryRows, type Change, type EntryRow, type PointsRow, type Unknowns } from './comparison';
import { entryText } from './entry-text';

/** One of the two that are compared. */
interface Side {
  readonly label: string;
  readonly state: State;
}

interface ComparisonViewProps {
  readonly title: string;
  readonly before: Side;
  readonly after: Side;
  readonly unknowns: Unknowns;
  readonly close: () => void;
}

function signed(number: Decimal, written: (size: string) => string): string {
  const below = number.startsWith('-');
  const size = written(below ? number.slice(1) : number);
  return number === '0' ? size : (below ? '\u2212' : '+') + size;
}

/** How far something moved, in words; `written` prints a number without its sign. */
function changeText({ t }: Page, change: Change | null, differs: boolean, written: (size: string) => string): ComponentChildren {
  if (change === null) return differs ? t.compare.differ : t.compare.same;
  const [low, high] = [signed(change.low, written), signed(change.high, written)];
  if (change.kind === 'range') return t.compare.range({ low, high });
  if (change.low === '0' && change.high === '0') return differs ? t.compare.differ : t.compare.same;
  if (change.kind === 'number') return low;
  return (
    <>
      <span class="compare-end">{t.compare.lowEnd({ change: low })}</span> <span class="compare-end">{t.compare.highEnd({ change: high })}</span>
    </>
  );
}

function whose(page: Page, { city, year }: State): string {
  const { print, compare } = page.t;
  return city.trim() === '' ? compare.noCity : print.city({ city: city.trim(), year: year.trim() });
}

interface RowProps {
  readonly name: string;
  readonly differs: boolean;
  readonly before: ComponentChildren;
  readonly after: ComponentChildren;
  readonly change: ComponentChildren;
  readonly isBelow?: boolean;
}

// On a narrow screen the cells of a row stand below its name: the roles keep it a table.
function Row({ name, differs, before, after, change, isBelow = false }: RowProps) {
  return (
    <tr role="row" class={differs ? 'compare-differs' : undefined}>
      <th scope="row" role="rowheader" class={isBelow ? 'compare-below' : undefined}>
        {name}
      </th>
      <td role="cell">{before}</td>
      <td role="cell">{after}</td>
      <td role="cell">{change}</td>
    </tr>
  );
}

interface TableProps {
  readonly id: string;
  readonly caption: string;
  readonly labels: readonly [string, string];
  readonly children: ComponentChildren;
}

function Table({ id, caption, labels, children }: TableProps) {
  const { t } = usePage();
  return (
    <table class="compare-table" role="table" data-compare={id}>
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" />
          {[...labels, t.compare.change].map((label) => (
            <th key={label} scope="col" role="columnheader">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

function PointsLine({ row, name, places, isBelow = false }: { row: PointsRow; name: string; places: number; isBelow?: boolean }) {
  const page = usePage();
  const shown = (points: Points | null): string => (points === null ? '' : rangeText(page, points, places));
  const change = changeText(page, row.change, row.differs, (size) => withPlaces(size, places));
  return <Row name={name} differs={row.differs} before={shown(row.before)} after={shown(row.after)} change={change} isBelow={isBelow} />;
}

function CategoryTable({ rows, labels }: { rows: CategoryRows; labels: readonly [string, string] }) {
  const page = usePage();
  const { t, name, outline } = page;
  const { rounding } = outline.rulebook;
  const { fit } = rows;
  return (
    <Table id={rows.id} caption={categoryName(page, rows.id)} labels={labels}>
      <PointsLine row={rows.total} name={t.result.overall} places={rounding.total} />
      {fit !== null && (
        <Row
          name={t.compare.fit}
          differs={fit.differs}
          before={<FitMark fit={fit.before} judged />}
          after={<FitMark fit={fit.after} judged />}
          change={fit.differs ? t.compare.differ : t.compare.same}
        />
      )}
      {rows.dimensions.map((row) => (
        <PointsLine key={row.id} row={row} name={name('dimension', row.id)} places={rounding.dimension} isBelow />
      ))}
    </Table>
  );
}

function EntryLine({ row, before, after }: { row: EntryRow; before: State; after: State }) {
  const page = usePage();
  const { t } = page;
  const { part, change, differs } = row;
  const amount = (size: string): string => differenceText(page, size, change?.unit ?? '');
  const cell = (state: State): ComponentChildren => {
    const { value, last } = entryText(page, state, part);
    return (
      <>
        {value}
        {last !== '' && <span class="compare-note">{last}</span>}
        {state.faults[part] !== undefined && <span class="compare-note">{t.compare.atFault}</span>}
      </>
    );
  };
  return (
    <Row name={partName(page, part)} differs={differs} before={cell(before)} after={cell(after)} change={changeText(page, change, differs, amount)} />
  );
}

/** Two submissions side by side: results, requirements and what was entered, at first only where they differ. */
export function ComparisonView({ title, before, after, unknowns, close }: ComparisonViewProps) {
  const page = usePage();
  const { t, name, outline } = page;
  const [all, setAll] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const everything = useMemo(() => compared(outline, before.state, after.state, unknowns), [outline, before.state, after.state, unknowns]);
  const shown = all ? everything : onlyDifferent(everything);
  const { categories, fields, requirements, entries } = shown;
  const labels: readonly [string, string] = [before.label, after.label];
  const nothing = categories.length + fields.length + requirements.length + entries.length === 0;
  return (
    <section
      class="compare"
      data-prints=""
      aria-labelledby="c-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="compare-head">
        <h2 id="c-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <label class="option compare-all">
          <input
            type="checkbox"
            data-action="only-different"
            checked={!all}
            onChange={(event) => {
              setAll(!event.currentTarget.checked);
            }}
          />
          <span class="option-text">{t.compare.onlyDifferent}</span>
        </label>
        <button
          type="button"
          class="button"
          data-action="print-comparison"
          onClick={() => {
            window.print();
          }}
        >
          {t.compare.print}
        </button>
        <button type="button" class="button" data-action="close-comparison" onClick={close}>
          {t.actions.close}
        </button>
      </div>
      <dl class="compare-sides">
        {[before, after].map(({ label, state }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{whose(page, state)}</dd>
          </div>
        ))}
      </dl>
      <p class="block-help">{unknowns === 'same' ? t.compare.aboutTrial : t.compare.aboutOther}</p>
      {nothing && <p class="compare-nothing">{t.compare.nothing}</p>}
      {categories.map((rows) => (
        <CategoryTable key={rows.id} rows={rows} labels={labels} />
      ))}
      {fields.length > 0 && (
        <Table id="fields" caption={t.result.fields} labels={labels}>
          {fields.map((row) => (
            <PointsLine key={row.id} row={row} name={name('field', row.id)} places={outline.rulebook.rounding.total} />
          ))}
        </Table>
      )}
      {requirements.length > 0 && (
        <Table id="requirements" caption={t.result.requirements} labels={labels}>
          {requirements.map((row) => (
            <Row
              key={row.id}
              name={name('requirement', row.id)}
              differs={row.differs}
              before={<StatusMark status={row.before} />}
              after={<StatusMark status={row.after} />}
              change={row.differs ? t.compare.differ : t.compare.same}
            />
          ))}
        </Table>
      )}
      {entries.length > 0 && (
        <Table id="entries" caption={t.report.answers} labels={labels}>
          {entries.map((row) => (
            <EntryLine key={row.part} row={row} before={before.state} after={after.state} />
          ))}
        </Table>
      )}
    </section>
  );
}
