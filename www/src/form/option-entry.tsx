import type { ComponentChildren } from 'preact';
import type { ChoiceOption } from '../boundary';
import type { ChecklistDraft, ChoiceDraft, Draft, YesNoDraft } from '../session/drafts';
import { usePage } from '../page/context';

interface EntryProps<D extends Draft> {
  readonly id: string;
  readonly label: string;
  readonly draft: D;
  readonly describedBy: string;
  readonly change: (draft: D) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly quiet?: boolean;
}

/** More options than this, where none needs a descriptor, stand in a list that opens. */
const MOST_RADIOS = 6;
const UNKNOWN = '';
const NOT_COLLECTED = '\u0000';

interface RadiosProps {
  readonly name: string;
  readonly legend: string;
  readonly describedBy: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

interface OptionGroupProps {
  readonly legend: string;
  readonly describedBy: string;
  readonly look: 'row' | 'list';
  readonly children: ComponentChildren;
}

/** Options with a name for all of them. (A fieldset itself cannot lay out what is in it before Chromium 86.) */
export function OptionGroup({ legend, describedBy, look, children }: OptionGroupProps) {
  return (
    <fieldset aria-describedby={describedBy}>
      <legend class="hidden">{legend}</legend>
      <div class={look === 'list' ? 'options options-list' : 'options'}>{children}</div>
    </fieldset>
  );
}

/** A group of radio buttons, in a row where no choice needs a descriptor. */
export function Radios({ name, legend, describedBy, choices, chosen, choose }: RadiosProps) {
  const described = choices.some((choice) => choice.help !== undefined);
  return (
    <OptionGroup legend={legend} describedBy={describedBy} look={described ? 'list' : 'row'}>
      {choices.map((choice, at) => (
        <label class={choice.quiet === true ? 'option option-quiet' : 'option'}>
          <input
            type="radio"
            id={at === 0 ? `f-${name}` : undefined}
            name={name}
            value={choice.value}
            checked={choice.value === chosen}
            onChange={() => {
              choose(choice.value);
            }}
          />
          <span class="option-text">
            {choice.label}
            {choice.help !== undefined && <span class="option-help">{choice.help}</span>}
          </span>
        </label>
      ))}
    </OptionGroup>
  );
}

export function YesNoEntry({ id, label, draft, describedBy, change }: EntryProps<YesNoDraft>) {
  const { t } = usePage();
  const chosen = draft.notCollected ? NOT_COLLECTED : draft.answer === null ? UNKNOWN : String(draft.answer);
  const choices: Choice[] = [
    { value: 'true', label: t.form.yes },
    { value: 'false', label: t.form.no },
    { value: UNKNOWN, label: t.form.notKnown, quiet: true },
  ];
  if (draft.notCollected) choices.push({ value: NOT_COLLECTED, label: t.form.notCollected, quiet: true });
  return (
    <Radios
      name={id}
      legend={label}
      describedBy={describedBy}
      choices={choices}
      chosen={chosen}
      choose={(value) => {
        const answer = value === 'true' ? true : value === 'false' ? false : null;
        change({ ...draft, answer, notCollected: value === NOT_COLLECTED });
      }}
    />
  );
}

export function ChoiceEntry(props: EntryProps<ChoiceDraft> & { readonly options: readonly ChoiceOption[] }) {
  const { id, label, draft, describedBy, change, options } = props;
  const { t, say } = usePage();
  const chosen = draft.notCollected ? NOT_COLLECTED : (draft.option ?? UNKNOWN);
  const choices: Choice[] = options.map((option) => ({
    value: option.id,
    label: say(option.label),
    help: option.help === undefined ? undefined : say(option.help),
  }));
  choices.push({ value: UNKNOWN, label: t.form.notKnown, quiet: true });
  if (draft.notCollected) choices.push({ value: NOT_COLLECTED, label: t.form.notCollected, quiet: true });
  const choose = (value: string): void => {
    const option = value === UNKNOWN || value === NOT_COLLECTED ? null : value;
    change({ ...draft, option, notCollected: value === NOT_COLLECTED });
  };
  const inList = options.length > MOST_RADIOS && options.every((option) => option.help === undefined);
  if (!inList) {
    return <Radios name={id} legend={label} describedBy={describedBy} choices={choices} chosen={chosen} choose={choose} />;
  }
  return (
    <select
      id={`f-${id}`}
      class="choice-list"
      aria-label={label}
      aria-describedby={describedBy}
      value={chosen}
      onChange={(event) => {
        choose(event.currentTarget.value);
      }}
    >
      {choices.map((choice) => (
        <option value={choice.value}>{choice.label}</option>
      ))}
    </select>
  );
}

export function ChecklistEntry(props: EntryProps<ChecklistDraft> & { readonly items: readonly ChoiceOption[] }) {
  const { id, label, draft, describedBy, change, items } = props;
  const { t, say } = usePage();
  const ticked = draft.items ?? [];
  const toggle = (item: string, on: boolean): void => {
    // In the order of the form, so that the order of ticking leaves no trace.
    const now = items.map((known) => known.id).filter((known) => (known === item ? on : ticked.includes(known)));
    change({ ...draft, items: now.length === 0 ? null : now, notCollected: false });
  };
  return (
    <OptionGroup legend={label} describedBy={describedBy} look="list">
      {items.map((item, at) => (
        <label class="option">
          <input
            type="checkbox"
            id={at === 0 ? `f-${id}` : undefined}
            checked={ticked.includes(item.id)}
            onChange={(event) => {
              toggle(item.id, event.currentTarget.checked);
            }}
          />
          <span class="option-text">
            {say(item.label)}
            {item.help !== undefined && <span class="option-help">{say(item.help)}</span>}
          </span>
        </label>
      ))}
      <label class="option option-quiet">
        <input
          type="checkbox"
          checked={draft.items !== null && ticked.length === 0}
          onChange={(event) => {
            change({ ...draft, items: event.currentTarget.checked ? [] : null, notCollected: false });
          }}
        />
        <span class="option-text">{t.form.none}</span>
      </label>
      {draft.notCollected && (
        <label class="option option-quiet">
          <input
            type="checkbox"
            checked
            onChange={() => {
              change({ ...draft, notCollected: false });
            }}
          />
          <span class="option-text">{t.form.notCollected}</span>
        </label>
      )}
    </OptionGroup>
  );
}
