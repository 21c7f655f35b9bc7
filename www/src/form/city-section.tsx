import type { ComponentChildren } from 'preact';
import type { Fault } from '../boundary';
import { EnteredMark } from '../compare/entered-mark';
import type { Part, State } from '../session/state';
import { usePage } from '../page/context';
import { SpokenFaults } from '../page/faults';
import { OptionGroup, Radios } from './option-entry';
import { pure } from '../page/pure';
import { yearHelp } from '../page/shared';

interface LineProps {
  readonly part: Part;
  readonly label: string;
  readonly help: string;
  readonly faults?: readonly Fault[] | undefined;
  readonly isGroup?: boolean;
  readonly children: ComponentChildren;
}

/** A line of the form that is no figure of the rulebook. */
function Line({ part, label, help, faults, isGroup, children }: LineProps) {
  const { store } = usePage();
  return (
    <div
      part="figure"
      class={faults === undefined ? 'row' : 'row row-invalid'}
      data-part={part}
      onFocusOut={() => {
        store.leave(part);
      }}
    >
      <div class="row-label">
        {isGroup === true ? (
          <span class="label" part="label">
            {label}
          </span>
        ) : (
          <label class="label" part="label" for={`f-${part}`}>
            {label}
          </label>
        )}
      </div>
      <div class="row-entry">
        {children}
        <div class="below" id={`b-${part}`}>
          {faults === undefined && <span class="echo">{help}</span>}
          <SpokenFaults faults={faults} />
        </div>
        <EnteredMark part={part} />
      </div>
    </div>
  );
}

interface CityLinesProps {
  readonly city: string;
  readonly year: string;
  readonly category: string | null;
  readonly fields: readonly string[];
  readonly faults: State['faults'];
}

/** Who applies, for which year and as what. */
export const CityLines = pure(function CityLines({ city, year, category, fields, faults }: CityLinesProps) {
  const page = usePage();
  const { store, outline, t, say } = page;
  const categories = outline.rulebook.categories ?? [];
  const choosing = categories.filter((known) => known.fields === 'choose');
  const asksFields = choosing.length > 0 && (category === null || choosing.some((known) => known.id === category));
  const text = (part: 'city' | 'year', value: string) => ({
    id: `f-${part}`,
    type: 'text',
    autocomplete: 'off',
    value,
    'aria-describedby': `b-${part}`,
    'aria-invalid': faults[part] === undefined ? undefined : ('true' as const),
    onInput: (event: { currentTarget: HTMLInputElement; isComposing?: boolean }) => {
      store.edit(part, { [part]: event.currentTarget.value }, event.isComposing);
    },
    onCompositionEnd: (event: { currentTarget: HTMLInputElement }) => {
      store.edit(part, { [part]: event.currentTarget.value });
    },
  });
  return (
    <>
      <Line part="city" label={t.form.cityName} help={t.form.cityHelp} faults={faults['city']}>
        <input class="text" {...text('city', city)} />
      </Line>
      <Line part="year" label={t.form.year} help={yearHelp(page)} faults={faults['year']}>
        <input class="number year" inputMode="numeric" {...text('year', year)} />
      </Line>
      {categories.length > 0 && (
        <Line part="category" label={t.form.category} help={t.form.categoryHelp} faults={faults['category']} isGroup>
          <Radios
            name="category"
            legend={t.form.category}
            describedBy="b-category"
            chosen={category ?? ''}
            choices={[
              ...categories.map((known) => ({ value: known.id, label: say(known.label) })),
              { value: '', label: t.form.categoryOpen, quiet: true },
            ]}
            choose={(value) => {
              store.edit('category', { category: value === '' ? null : value });
            }}
          />
        </Line>
      )}
      {asksFields && (
        <Line
          part="fields"
          label={t.form.fields}
          help={t.form.fieldsHelp({ category: t.list(choosing.map((known) => say(known.label))) })}
          faults={faults['fields']}
          isGroup
        >
          <OptionGroup legend={t.form.fields} describedBy="b-fields" look="row">
            {(outline.rulebook.fields ?? []).map((field, at) => (
              <label class="option">
                <input
                  type="checkbox"
                  id={at === 0 ? 'f-fields' : undefined}
                  checked={fields.includes(field.id)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked;
                    const all = (outline.rulebook.fields ?? []).map((known) => known.id);
                    const chosen = all.filter((id) => (id === field.id ? on : fields.includes(id)));
                    store.edit('fields', { fields: chosen });
                  }}
                />
                <span class="option-text">{say(field.label)}</span>
              </label>
            ))}
          </OptionGroup>
        </Line>
      )}
    </>
  );
});
