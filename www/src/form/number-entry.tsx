import type { NumberKind } from '../boundary';
import type { NumberDraft } from '../session/drafts';
import { unitsOf } from '../session/outline';
import { usePage, type Page } from '../page/context';
import { ownUnit } from '../page/shared';
import { ConvertOffer, useSwitched } from './convert-offer';

interface NumberEntryProps {
  readonly id: string;
  readonly label: string;
  readonly kind: NumberKind;
  readonly draft: NumberDraft;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly change: (draft: NumberDraft, composing?: boolean) => void;
}

const EXACT = ['text'] as const;
const ESTIMATE = ['low', 'high'] as const;
const LAST = ['last'] as const;

/** The number, its unit and in which way it is given. */
export function NumberEntry(props: NumberEntryProps) {
  const { id, label, kind, draft, change } = props;
  const page = usePage();
  const { t } = page;
  const units = unitsOf(kind);
  const boxes = draft.estimate ? ESTIMATE : EXACT;
  const switched = useSwitched(draft, boxes);
  return (
    <div class="number-line">
      {draft.notCollected ? (
        <span class="number-none" id={`f-${id}`} tabIndex={-1}>
          {t.form.notCollected}
        </span>
      ) : draft.estimate ? (
        <span class="number-pair">
          <TextBox {...props} field="low" boxId={`f-${id}`} name={t.form.fromOf({ label })} placeholder={t.form.low} />
          <span class="number-to" aria-hidden="true">
            {t.form.to}
          </span>
          <TextBox {...props} field="high" boxId={`f-${id}-high`} name={t.form.toOf({ label })} placeholder={t.form.high} />
        </span>
      ) : (
        <TextBox {...props} field="text" boxId={`f-${id}`} />
      )}
      <UnitBox
        page={page}
        units={units}
        unit={draft.unit}
        name={t.form.unitOf({ label })}
        choose={(unit) => {
          switched.note(draft.unit);
          change({ ...draft, unit, lastUnit: draft.last === '' ? unit : draft.lastUnit });
        }}
      />
      <select
        class="mode"
        aria-label={t.form.modeOf({ label })}
        value={draft.notCollected ? 'none' : draft.estimate ? 'estimate' : 'exact'}
        onChange={(event) => {
          const mode = event.currentTarget.value;
          change({ ...draft, notCollected: mode === 'none', estimate: mode === 'estimate' });
        }}
      >
        <option value="exact">{t.form.exact}</option>
        <option value="estimate">{t.form.estimate}</option>
        <option value="none">{t.form.notCollected}</option>
      </select>
      <ConvertOffer draft={draft} boxes={boxes} from={switched.from} unit={draft.unit} change={change} />
    </div>
  );
}

/** Last year's value, where a rule reads it. */
export function LastYearEntry(props: NumberEntryProps) {
  const { id, label, kind, draft, change } = props;
  const page = usePage();
  const { t } = page;
  const units = unitsOf(kind);
  const switched = useSwitched(draft, LAST);
  return (
    <div class="number-line number-last">
      <span class="last-box">
        <label class="last-label" for={`f-${id}-last`}>
          {t.form.last} <span class="hidden">{label}</span>
        </label>
        <TextBox {...props} field="last" boxId={`f-${id}-last`} />
      </span>
      <UnitBox
        page={page}
        units={units}
        unit={draft.lastUnit}
        name={t.form.unitOf({ label: t.form.lastOf({ label }) })}
        choose={(lastUnit) => {
          switched.note(draft.lastUnit);
          change({ ...draft, lastUnit });
        }}
      />
      <span class="last-help">{t.form.lastHelp}</span>
      <ConvertOffer draft={draft} boxes={LAST} from={switched.from} unit={draft.lastUnit} change={change} />
    </div>
  );
}

interface TextBoxProps extends NumberEntryProps {
  readonly field: 'text' | 'low' | 'high' | 'last';
  readonly boxId: string;
  readonly name?: string;
  readonly placeholder?: string;
}

function TextBox({ draft, field, boxId, name, placeholder, invalid, describedBy, change }: TextBoxProps) {
  return (
    <input
      id={boxId}
      class="number"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      value={draft[field]}
      placeholder={placeholder}
      aria-label={name}
      aria-invalid={invalid ? 'true' : undefined}
      aria-describedby={describedBy}
      onInput={(event) => {
        change({ ...draft, [field]: event.currentTarget.value }, (event as InputEvent).isComposing);
      }}
      onCompositionEnd={(event) => {
        change({ ...draft, [field]: event.currentTarget.value });
      }}
    />
  );
}

interface UnitBoxProps {
  readonly page: Page;
  readonly units: readonly string[];
  readonly unit: string;
  readonly name: string;
  readonly choose: (unit: string) => void;
}

function UnitBox({ page, units, unit, name, choose }: UnitBoxProps) {
  const label = (symbol: string): string => page.t.unitChoice(symbol, ownUnit(page));
  if (units.length === 1) return <span class="unit unit-only">{label(unit)}</span>;
  return (
    <select
      class="unit"
      aria-label={name}
      value={unit}
      onChange={(event) => {
        choose(event.currentTarget.value);
      }}
    >
      {units.map((symbol) => (
        <option value={symbol}>{label(symbol)}</option>
      ))}
    </select>
  );
}
