// Choices, yes/no and checklists: each has a way back to "not known yet".

import type { ChoiceOption, Figure } from '../../generated/engine';
import { usePage } from '../page/context';
import type { Draft } from './draft';

interface Props {
  figure: Figure;
  draft: Draft;
}

function Radio(props: { name: string; label: string; help?: string | undefined; checked: boolean; choose: () => void }) {
  return (
    <label class="option">
      <input type="radio" name={props.name} checked={props.checked} onChange={props.choose} />
      <span>
        {props.label} {props.help !== undefined && <span class="option-help">{props.help}</span>}
      </span>
    </label>
  );
}

export function ChoiceControl({ figure, draft, options }: Props & { options: ChoiceOption[] }) {
  const { store, lang, t } = usePage();
  const name = `choice-${figure.id}`;
  return (
    <div class="options">
      {options.map((option) => (
        <Radio
          key={option.id}
          name={name}
          label={option.label[lang]}
          help={option.help?.[lang]}
          checked={draft.option === option.id}
          choose={() => {
            store.setFigure(figure, { option: option.id });
          }}
        />
      ))}
      <Radio
        name={name}
        label={t.field.notKnown}
        checked={draft.option === null}
        choose={() => {
          store.setFigure(figure, { option: null });
        }}
      />
    </div>
  );
}

export function YesNoControl({ figure, draft }: Props) {
  const { store, t } = usePage();
  const answers: [string, boolean | null][] = [
    [t.field.yes, true],
    [t.field.no, false],
    [t.field.notKnown, null],
  ];
  return (
    <div class="options options-inline">
      {answers.map(([label, answer]) => (
        <Radio
          key={label}
          name={`yes-no-${figure.id}`}
          label={label}
          checked={draft.answer === answer}
          choose={() => {
            store.setFigure(figure, { answer });
          }}
        />
      ))}
    </div>
  );
}

export function ChecklistControl({ figure, draft, items }: Props & { items: ChoiceOption[] }) {
  const { store, lang, t } = usePage();
  const ticked = draft.items ?? [];
  const set = (next: string[] | null) => {
    store.setFigure(figure, { items: next });
  };
  return (
    <div class="options">
      {items.map((item) => (
        <label class="option" key={item.id}>
          <input
            type="checkbox"
            checked={ticked.includes(item.id)}
            onChange={(event) => {
              const others = ticked.filter((id) => id !== item.id);
              const next = event.currentTarget.checked ? [...others, item.id] : others;
              // Nothing ticked is not the same as "none of these": that is said below.
              set(next.length > 0 ? next : null);
            }}
          />
          <span>
            {item.label[lang]} {item.help && <span class="option-help">{item.help[lang]}</span>}
          </span>
        </label>
      ))}
      <label class="option">
        <input
          type="checkbox"
          checked={draft.items !== null && ticked.length === 0}
          onChange={(event) => {
            set(event.currentTarget.checked ? [] : null);
          }}
        />
        <span>{t.field.none}</span>
      </label>
    </div>
  );
}
