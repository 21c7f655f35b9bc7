import { useState } from 'preact/hooks';
import type { Fault, Figure } from '../boundary';
import { EnteredMark } from '../compare/entered-mark';
import type { Draft, NumberDraft } from '../session/drafts';
import { isNumber, readNumber } from '../session/numerals';
import { numberKind, optionsOf } from '../session/outline';
import { usePage } from '../page/context';
import { FaultLines } from '../page/faults';
import { FigureHelp } from './figure-help';
import { Badge } from '../page/marks';
import { LastYearEntry, NumberEntry } from './number-entry';
import { ChecklistEntry, ChoiceEntry, YesNoEntry } from './option-entry';
import { pure } from '../page/pure';
import { echo } from '../page/shared';

interface FigureRowProps {
  readonly figure: Figure;
  readonly draft: Draft;
  readonly faults: readonly Fault[] | undefined;
}

/** One figure of the form. */
export const FigureRow = pure(function FigureRow({ figure, draft, faults }: FigureRowProps) {
  const { store, t, say, outline } = usePage();
  const [helpOpen, setHelpOpen] = useState(false);
  const { id } = figure;
  const part = `figures/${id}`;
  const label = say(figure.label);
  const kind = numberKind(figure);
  const invalid = faults !== undefined;
  const lastInvalid = faults?.some((fault) => fault.place.includes('/last')) ?? false;
  const nowInvalid = faults?.some((fault) => !fault.place.includes('/last')) ?? false;
  const change = (next: Draft, composing = false): void => {
    store.editFigure(id, next, composing);
  };
  const entry = { id, label, describedBy: `b-${id}`, change };
  return (
    <div
      class={invalid ? 'row row-invalid' : 'row'}
      data-part={part}
      onFocusOut={() => {
        store.leave(part);
      }}
    >
      <div class="row-label">
        {kind === undefined ? <span class="label">{label}</span> : <label class="label" for={`f-${id}`}>{label}</label>}
        <span class="row-meta">
          <Badge basis={figure.standing.basis} />
          <button
            type="button"
            class="help-toggle"
            aria-expanded={helpOpen ? 'true' : 'false'}
            aria-controls={`h-${id}`}
            aria-label={t.form.helpOf({ label })}
            onClick={() => {
              setHelpOpen(!helpOpen);
            }}
          >
            {t.form.help}
          </button>
        </span>
      </div>
      <div class="row-entry">
        {draft.kind === 'number' && kind !== undefined && (
          <NumberEntry {...entry} kind={kind} draft={draft} invalid={nowInvalid} />
        )}
        {draft.kind === 'choice' && <ChoiceEntry {...entry} draft={draft} options={optionsOf(figure)} />}
        {draft.kind === 'yes_no' && <YesNoEntry {...entry} draft={draft} />}
        {draft.kind === 'checklist' && <ChecklistEntry {...entry} draft={draft} items={optionsOf(figure)} />}
        <div class={draft.kind === 'number' ? 'below below-number' : 'below'} id={`b-${id}`} aria-live="polite">
          {faults === undefined ? draft.kind === 'number' && <Echo id={id} draft={draft} /> : <FaultLines faults={faults} />}
        </div>
        {draft.kind === 'number' && kind !== undefined && outline.readsLast.has(id) && (
          <LastYearEntry {...entry} kind={kind} draft={draft} invalid={lastInvalid} />
        )}
        <EnteredMark part={part} />
      </div>
      <div class="help" id={`h-${id}`} hidden={!helpOpen}>
        {helpOpen && <FigureHelp figure={figure} draft={draft} change={change} />}
      </div>
    </div>
  );
});

/** How the number was read. */
function Echo({ id, draft }: { id: string; draft: NumberDraft }) {
  const page = usePage();
  if (draft.notCollected) return <span class="echo">{page.t.form.notCollectedNote}</span>;
  if (draft.estimate) return null;
  const { number } = readNumber(draft.text, [draft.unit]);
  if (!isNumber(number)) return null;
  const plain = number === draft.text && number.replace(/\D/g, '').length < 4;
  return plain ? null : <span class="echo">{echo(page, id, number, draft.unit)}</span>;
}
