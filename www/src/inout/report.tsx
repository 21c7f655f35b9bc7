/** What came of a sheet that was opened: what was taken, and by cell what was not. */
import { PartLink } from '../page/bits';
import { lastText, valueText } from '../page/values';
import { usePage, type Page } from '../page/context';
import { withoutSubject } from '../page/faults';
import { ownUnit, partName } from '../page/shared';
import type { CellFault, CellPlace } from '../sheet/back';
import { optionLabels } from '../sheet/columns';
import type { EntryFault } from '../sheet/entries';
import type { SheetReport } from '../sheet/report';
import type { Figure } from '../boundary';
import type { Draft } from '../session/drafts';
import type { Texts } from '../texts';

/** More than this nobody works through in one go. */
const MOST = 50;

/** The report in a sentence. */
export function reportText(t: Texts, report: SheetReport): string {
  const { file } = report;
  const words = t.inout.report;
  if (report.kind !== 'refused') {
    const { kind, count, whole, faults, unknown } = report;
    if (kind === 'not_compared') return words.notCompared({ file, count: faults.length + unknown.length });
    if (count === 0 && faults.length === 0) return words.nothing({ file });
    return whole ? words.entered({ file, count }) : words.merged({ file, count });
  }
  switch (report.reason) {
    case 'no_head': {
      const { id, name, value } = t.inout.columns;
      return words.noHead({ file, id, name, value });
    }
    case 'other_rulebook':
      return words.otherRulebook({ file, id: report.rulebook });
    case 'damaged':
      return words.damaged({ file });
    case 'too_large':
      return words.tooLarge({ file });
  }
}

function placeText({ t }: Page, { sheet, cell }: CellPlace): string {
  if (cell === '') return '';
  return sheet === '' ? t.inout.report.cell({ cell }) : t.inout.report.cellOf({ sheet, cell });
}

function known(page: Page, part: string, { known: list = [] }: EntryFault): string {
  const figure = page.outline.figures.get(part.slice('figures/'.length));
  const options = figure === undefined ? [] : optionLabels(figure, page.say);
  return page.t.list(
    list.map((one) => {
      if ('unit' in one) return page.t.unitChoice(one.unit, ownUnit(page));
      return figure === undefined ? page.name('category', one.option) : (options.find(({ id }) => id === one.option)?.label ?? one.option);
    }),
  );
}

function faultText(page: Page, { part, fault }: CellFault): string {
  const { t, say } = page;
  if ('kind' in fault) {
    const { kind, value } = fault;
    const text = t.inout.faults[kind] as string | ((given: { value: string; known: string }) => string);
    return typeof text === 'string' ? text : text({ value, known: known(page, part, fault) });
  }
  return `${t.sentence(withoutSubject(say(fault.message)))} ${t.sentence(say(fault.remedy))}`;
}

/** What a figure was or is, with all that can have changed of it. */
function draftText(page: Page, figure: Figure, draft: Draft): string {
  return page.t.keep.said({ value: valueText(page, figure, draft), last: lastText(page, draft), note: draft.note });
}

/** What was wrong, unknown or other than before, each with its cell. */
export function SheetReportLists({ report }: { report: SheetReport }) {
  const page = usePage();
  const { t, name } = page;
  if (report.kind === 'refused') return null;
  const { faults, unknown, changed } = report;
  const words = t.inout.report;
  // The fields of the form are those of another submission.
  const isOurs = report.kind === 'read';
  return (
    <>
      {faults.length > 0 && (
        <div class="sheet-faults">
          <p>
            <strong>{words.faults({ count: faults.length })}</strong> {isOurs && words.faultsHelp}
          </p>
          <ul class="fault-list">
            {faults.slice(0, MOST).map((fault) => (
              <li>
                <strong class="cell-place">{placeText(page, fault)}</strong>
                {isOurs ? <PartLink part={fault.part}>{partName(page, fault.part)}</PartLink> : partName(page, fault.part)}
                {t.colon}
                {faultText(page, fault)}
              </li>
            ))}
            {faults.length > MOST && <li>{t.notice.more({ count: faults.length - MOST })}</li>}
          </ul>
        </div>
      )}
      {unknown.length > 0 && (
        <div class="sheet-unknown">
          <p>{words.unknown({ count: unknown.length })}</p>
          <ul class="fault-list">
            {unknown.slice(0, MOST).map((row) => (
              <li>
                <strong class="cell-place">{placeText(page, row)}</strong>
                {row.text}
              </li>
            ))}
            {unknown.length > MOST && <li>{t.notice.more({ count: unknown.length - MOST })}</li>}
          </ul>
        </div>
      )}
      {changed.length > 0 && (
        <div class="sheet-changed">
          <p>{words.changed({ count: changed.length })}</p>
          <ul class="fault-list">
            {changed.map(({ id, before, after }) => {
              const figure = page.outline.figures.get(id);
              if (figure === undefined) return null;
              const told = { label: name('figure', id), before: draftText(page, figure, before), after: draftText(page, figure, after) };
              return <li>{words.change(told)}</li>;
            })}
          </ul>
        </div>
      )}
    </>
  );
}
