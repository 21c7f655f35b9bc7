import { useState } from 'preact/hooks';
import type { Fault, Figure } from '../boundary';
import { EnteredMark } from '../compare/entered-mark';
import type { Draft } from '../session/drafts';
import { numberKind, optionsOf } from '../session/outline';
import { usePage } from '../page/context';
import { SpokenFaults } from '../page/faults';
import { FigureHelp } from './figure-help';
import { NoteEntry, NoteToggle } from './note-entry';
import { Echo, LastEcho, remedyFor } from './echo';
import { Badge } from '../page/marks';
import { LastYearEntry, NumberEntry } from './number-entry';
import { ChecklistEntry, ChoiceEntry, YesNoEntry } from './option-entry';
import { pure } from '../page/pure';

interface FigureRowProps {
  readonly figure: Figure;
  readonly draft: Draft;
  readonly faults: readonly Fault[] | undefined;
}

/** One figure of the form. */
export const FigureRow = pure(function FigureRow({ figure, draft, faults }: FigureRowProps) {
  const page = usePage();
  const { store, t, say, outline } = page;
  const [helpOpen, setHelpOpen] = useState(false);
  const [noteOpen, setNoteOpen] = useState(false);
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
      part="figure"
      class={invalid ? 'row row-invalid' : 'row'}
      data-part={part}
      onFocusOut={() => {
        store.leave(part);
      }}
    >
      <div class="row-label">
        {kind === undefined ? (
          <span class="label" part="label">
            {label}
          </span>
        ) : (
          <label class="label" part="label" for={`f-${id}`}>
            {label}
          </label>
        )}
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
          <NoteToggle
            id={id}
            label={label}
            note={draft.note}
            open={noteOpen}
            toggle={() => {
              setNoteOpen(!noteOpen);
            }}
          />
        </span>
      </div>
      <div class="row-entry">
        {draft.kind === 'number' && kind !== undefined && (
          <NumberEntry {...entry} kind={kind} draft={draft} invalid={nowInvalid} />
        )}
        {draft.kind === 'choice' && <ChoiceEntry {...entry} draft={draft} options={optionsOf(figure)} />}
        {draft.kind === 'yes_no' && <YesNoEntry {...entry} draft={draft} />}
        {draft.kind === 'checklist' && <ChecklistEntry {...entry} draft={draft} items={optionsOf(figure)} />}
        <div class={draft.kind === 'number' ? 'below below-number' : 'below'} id={`b-${id}`}>
          {faults === undefined && draft.kind === 'number' && <Echo id={id} draft={draft} />}
          <SpokenFaults faults={faults} remedy={(fault) => remedyFor(page, draft, fault)} />
        </div>
        {draft.kind === 'number' && kind !== undefined && outline.readsLast.has(id) && (
          <>
            <LastYearEntry {...entry} describedBy={`l-${id} b-${id}`} kind={kind} draft={draft} invalid={lastInvalid} />
            <div class="below below-last" id={`l-${id}`}>
              {!lastInvalid && <LastEcho id={id} draft={draft} />}
            </div>
          </>
        )}
        {noteOpen && <NoteEntry id={id} label={label} draft={draft} change={change} />}
        <EnteredMark part={part} />
      </div>
      <div class="help" id={`h-${id}`} hidden={!helpOpen}>
        {helpOpen && <FigureHelp figure={figure} />}
      </div>
    </div>
  );
});
