/** The preview: each pasted line, the figure that it goes to and how it is read. */
import type { Figure } from '../boundary';
import { fromJson } from '../session/drafts';
import { unitsOf, numberKind } from '../session/outline';
import { readingEcho } from '../form/echo';
import { sectionKey } from '../form/section';
import { usePage, type Page } from '../page/context';
import { valueText } from '../page/values';
import { withoutSubject } from '../page/faults';
import { ownUnit } from '../page/shared';
import type { State } from '../session/state';
import type { NumberRead, OptionRead, Read } from './plan';
import type { Choice, Row } from './rows';

interface LinesProps {
  readonly rows: readonly Row[];
  readonly drafts: State['drafts'];
  /** Whether the lines have names, and with them a figure to choose. */
  readonly named: boolean;
  readonly choose: (line: number, choice: Choice) => void;
}

/** A name for a line, for those who do not see where it stands. */
function lineName({ t }: Page, { line }: Row): string {
  return line.label === '' ? t.table.unnamed({ number: line.key + 1 }) : line.label;
}

function FigureChoice({ row, choose }: { row: Row; choose: LinesProps['choose'] }) {
  const page = usePage();
  const { t, say, outline } = page;
  return (
    <select
      class="paste-figure"
      aria-label={t.table.figureOf({ label: lineName(page, row) })}
      value={row.figure?.id ?? ''}
      onChange={(event) => {
        const figure = event.currentTarget.value;
        choose(row.line.key, { figure, taken: figure !== '' });
      }}
    >
      <option value="">{t.table.leaveOut}</option>
      {outline.sections.map((section) => (
        <optgroup key={sectionKey(section)} label={section.label === undefined ? t.form.city : say(section.label)}>
          {section.figures.map((figure) => (
            <option key={figure.id} value={figure.id}>
              {say(figure.label)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function UnitChoice({ row, read, choose }: { row: Row; read: NumberRead; choose: LinesProps['choose'] }) {
  const page = usePage();
  const { t } = page;
  const kind = row.figure === undefined ? undefined : numberKind(row.figure);
  const units = kind === undefined ? [] : unitsOf(kind);
  if (read.refusal !== undefined || (read.unitFault === undefined && units.length < 2)) return null;
  // A unit that was written and fits needs no choice.
  if (read.unitFault === undefined && read.from !== 'form' && read.from !== 'chosen') return null;
  return (
    <select
      class="paste-unit"
      aria-label={t.table.unitOf({ label: lineName(page, row) })}
      value={read.unitFault === undefined ? read.unit : ''}
      onChange={(event) => {
        const unit = event.currentTarget.value;
        if (unit !== '') choose(row.line.key, { unit });
      }}
    >
      {read.unitFault !== undefined && <option value="">{t.table.chooseUnit}</option>}
      {units.map((unit) => (
        <option key={unit} value={unit}>
          {t.unitChoice(unit, ownUnit(page))}
        </option>
      ))}
    </select>
  );
}

function optionText(page: Page, figure: Figure, value: NonNullable<OptionRead['value']>): string {
  const said = valueText(page, figure, fromJson(figure, value));
  return typeof value === 'boolean' || value.length === 0 ? said : page.t.form.readAs({ value: said });
}

/** How a cell was read, or why it was not. */
function ReadText({ figure, read, cell }: { figure: Figure; read: Read; cell: string }) {
  const page = usePage();
  const { t } = page;
  if (read.kind === 'none') return <span class="echo">{cell === '' ? '' : t.table.noValue}</span>;
  if (read.kind === 'not_collected') return <span>{t.form.notCollected}</span>;
  if (read.kind === 'option') {
    return read.value === undefined ? <span class="paste-wrong">{t.table.optionNotRead({ text: cell })}</span> : <span>{optionText(page, figure, read.value)}</span>;
  }
  if (read.refusal !== undefined) {
    return (
      <span class="paste-wrong">
        {t.sentence(t.table.notRead({ text: cell }))} {read.refusal !== 'number' && t.reading.refused[read.refusal]}
      </span>
    );
  }
  if (read.unitFault !== undefined) return <span class="paste-wrong">{t.table.unitFault({ unit: read.unitFault })}</span>;
  return <span>{readingEcho(page, figure.id, read.reading, read.unit)}</span>;
}

function Reading({ row, drafts, choose }: { row: Row; drafts: State['drafts']; choose: LinesProps['choose'] }) {
  const page = usePage();
  const { t, say, outline } = page;
  const { figure, value, last, line } = row;
  const draft = figure === undefined ? undefined : drafts[figure.id];
  if (figure === undefined || draft === undefined) return null;
  const unitOf = value.kind === 'number' ? value : last.kind === 'number' ? last : undefined;
  const kind = numberKind(figure);
  const assumed = unitOf?.from === 'form' && unitOf.refusal === undefined && kind !== undefined && unitsOf(kind).length > 1;
  return (
    <>
      <ReadText figure={figure} read={value} cell={line.value} />
      {line.last !== '' && (
        <span class="paste-last">
          {t.form.last}
          {t.colon}
          {outline.readsLast.has(figure.id) ? <ReadText figure={figure} read={last} cell={line.last} /> : t.table.lastUnused}
        </span>
      )}
      {unitOf !== undefined && <UnitChoice row={row} read={unitOf} choose={choose} />}
      {assumed && <span class="paste-mark">{t.table.unitAssumed({ unit: t.unit(unitOf.unit, ownUnit(page)) })}</span>}
      {row.stands === 'same' && <span class="echo paste-said">{t.table.same}</span>}
      {row.stands === 'other' && <span class="paste-mark">{t.table.overwrites({ value: valueText(page, figure, draft) })}</span>}
      {row.faults.map((fault) => (
        <span class="paste-wrong">
          {t.sentence(withoutSubject(say(fault.message)))} {t.sentence(say(fault.remedy))}
        </span>
      ))}
    </>
  );
}

/** Every line of what was pasted. */
export function Lines({ rows, drafts, named, choose }: LinesProps) {
  const page = usePage();
  const { t, say } = page;
  return (
    <table class="paste-lines">
      <thead>
        <tr>
          <th scope="col">{t.table.take}</th>
          <th scope="col">{t.table.pasted}</th>
          <th scope="col">{t.table.figure}</th>
          <th scope="col">{t.table.read}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { line, figure, json, taken, doubtful } = row;
          return (
            <tr key={line.key} class={doubtful && !taken ? 'paste-doubtful' : undefined} data-line={line.key}>
              <td class="paste-take">
                <input
                  type="checkbox"
                  aria-label={t.table.takeOf({ label: lineName(page, row) })}
                  checked={taken}
                  disabled={json === undefined}
                  onChange={(event) => {
                    choose(line.key, { taken: event.currentTarget.checked });
                  }}
                />
              </td>
              <td class="paste-as">
                {line.label !== '' && <span class="paste-label">{line.label}</span>}
                <span class="paste-cell">{[line.value || line.last, line.unit].filter((part) => part !== '').join(' ')}</span>
              </td>
              <td>
                {named ? <FigureChoice row={row} choose={choose} /> : figure === undefined ? t.table.beyond : say(figure.label)}
                {named && doubtful && <strong class="paste-mark">{t.table.confirm}</strong>}
                {named && figure === undefined && <span class="echo paste-said">{t.table.notFound}</span>}
              </td>
              <td class="paste-reading">
                <Reading row={row} drafts={drafts} choose={choose} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
