// A number: one value, an estimate or "not collected"; its unit; last year's value where it is needed.

import type { Figure } from '../../generated/engine';
import { usePage } from '../page/context';
import { numberKind, unitsOf, type Draft, type Mode } from './draft';
import { grouped, readNumber } from './typed-number';

interface NumberProps {
  figure: Figure;
  draft: Draft;
  describedBy: string;
  invalid: boolean;
}

export function NumberControl({ figure, draft, describedBy, invalid }: NumberProps) {
  const { store, t, lang } = usePage();
  const kind = numberKind(figure);
  if (kind === null) return null;
  const units = unitsOf(kind);
  const label = figure.label[lang];
  const set = (change: Partial<Draft>) => {
    store.setFigure(figure, change);
  };
  const input = (name: 'text' | 'low' | 'high' | 'last', id: string, ariaLabel?: string) => (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      class="number"
      value={draft[name]}
      aria-label={ariaLabel}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onInput={(event) => {
        set({ [name]: event.currentTarget.value });
      }}
    />
  );
  const lastYear = store.lastRead(figure.id) && draft.mode !== 'not_collected';
  return (
    <div class="number-control">
      {draft.mode === 'value' && input('text', `input-${figure.id}`)}
      {draft.mode === 'estimate' && (
        <span class="estimate">
          <span aria-hidden="true">{t.field.from}</span> {input('low', `input-${figure.id}`, `${label} ${t.field.from}`)}{' '}
          <span aria-hidden="true">{t.field.to}</span> {input('high', `input-high-${figure.id}`, `${label} ${t.field.to}`)}
        </span>
      )}
      {draft.mode !== 'not_collected' &&
        (units.length > 1 ? (
          <select
            class="unit"
            aria-label={`${label} ${t.field.unit}`}
            value={draft.unit}
            onChange={(event) => {
              set({ unit: event.currentTarget.value });
            }}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {unit}
              </option>
            ))}
          </select>
        ) : (
          <span class="unit unit-only">{kind.unit}</span>
        ))}
      <select
        class="mode"
        id={draft.mode === 'not_collected' ? `input-${figure.id}` : undefined}
        aria-label={`${label} ${t.field.mode}`}
        value={draft.mode}
        onChange={(event) => {
          set({ mode: event.currentTarget.value as Mode });
        }}
      >
        <option value="value">{t.field.value}</option>
        <option value="estimate">{t.field.estimate}</option>
        <option value="not_collected">{t.field.notCollected}</option>
      </select>
      {lastYear && (
        <span class="last">
          <label for={`input-last-${figure.id}`}>{t.field.last}</label> {input('last', `input-last-${figure.id}`)}
          <span class="unit unit-only">{draft.unit}</span>
        </span>
      )}
      <Echo draft={draft} units={units} />
    </div>
  );
}

/** How the value was read, where that is not what stands in the field. */
function Echo({ draft, units }: { draft: Draft; units: string[] }) {
  const { t } = usePage();
  if (draft.mode !== 'value' || draft.text.trim() === '') return <p class="echo" />;
  const { digits } = readNumber(draft.text, units);
  const isNumber = /^-?\d+(\.\d+)?$/.test(digits);
  const shown = `${grouped(digits)} ${draft.unit}`.trim();
  return <p class="echo">{isNumber && shown !== draft.text.trim() && digits !== draft.text.trim() ? t.field.read(shown) : ''}</p>;
}
