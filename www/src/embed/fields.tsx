/** The fields of the page: each with its name, and what there is to say of it below. */
import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
}

function Help({ id, help }: { id: string; help: string | undefined }) {
  return help === undefined ? null : (
    <p class="em-help" id={`${id}-help`}>
      {help}
    </p>
  );
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

export function Select({ id, label, help, value, options, choose }: SelectProps) {
  return (
    <div class="em-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => {
          choose(event.currentTarget.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Help id={id} help={help} />
    </div>
  );
}

interface CheckProps extends FieldProps {
  readonly checked: boolean;
  readonly choose: (checked: boolean) => void;
}

export function Check({ id, label, help, checked, choose }: CheckProps) {
  return (
    <div class="em-field">
      <label class="option">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
          onChange={(event) => {
            choose(event.currentTarget.checked);
          }}
        />
        <span class="option-text">{label}</span>
      </label>
      <Help id={id} help={help} />
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly change: (value: string) => void;
}

export function TextField({ id, label, help, value, change }: TextProps) {
  return (
    <div class="em-field">
      <label for={id}>{label}</label>
      <input
        class="em-text"
        type="text"
        id={id}
        value={value}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onInput={(event) => {
          change(event.currentTarget.value);
        }}
      />
      <Help id={id} help={help} />
    </div>
  );
}

/** A part of the page under a heading. */
export function Panel({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="em-panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
