// One figure: its label, its control, what is wrong with it, and what there is to know about it.

import { useEffect, useState } from 'preact/hooks';
import type { Figure } from '../../generated/engine';
import { Badge } from '../page/badge';
import { usePage } from '../page/context';
import { ChecklistControl, ChoiceControl, YesNoControl } from './choice-controls';
import { numberKind } from './draft';
import { FaultMessage } from './fault-message';
import { NumberControl } from './number-control';

/** How long typing pauses before a fault is told, in milliseconds. */
const PAUSE = 900;

export function FigureField({ figure }: { figure: Figure }) {
  const { store, lang } = usePage();
  const found = store.faults[`figures/${figure.id}`] ?? [];
  const draft = store.draft(figure);
  const [left, setLeft] = useState(false);
  const typed = `${draft.mode}|${draft.text}|${draft.low}|${draft.high}|${draft.unit}|${draft.last}`;
  useEffect(() => {
    setLeft(false);
    const timer = setTimeout(() => {
      setLeft(true);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [typed]);
  const faults = left ? found : [];
  const isNumber = numberKind(figure) !== null;
  const describedBy = `about-${figure.id} fault-${figure.id}`;
  const control = () => {
    if (typeof figure.kind === 'object' && 'choice' in figure.kind) {
      return <ChoiceControl figure={figure} options={figure.kind.choice.options} draft={draft} />;
    }
    if (typeof figure.kind === 'object' && 'checklist' in figure.kind) {
      return <ChecklistControl figure={figure} items={figure.kind.checklist.items} draft={draft} />;
    }
    if (isNumber) return <NumberControl figure={figure} draft={draft} describedBy={describedBy} invalid={faults.length > 0} />;
    return <YesNoControl figure={figure} draft={draft} />;
  };
  const label = figure.label[lang];
  const parts = (
    <>
      {control()}
      <FaultMessage id={`fault-${figure.id}`} faults={faults} />
      <About figure={figure} />
    </>
  );
  const leave = () => {
    setLeft(true);
  };
  const className = faults.length > 0 ? 'field field-bad' : 'field';
  return isNumber ? (
    <div id={`figure-${figure.id}`} class={className} onFocusOut={leave}>
      <label class="label" for={`input-${figure.id}`}>
        {label}
      </label>
      {parts}
    </div>
  ) : (
    <fieldset id={`figure-${figure.id}`} class={className} aria-describedby={describedBy} onFocusOut={leave}>
      <legend class="label">{label}</legend>
      {parts}
    </fieldset>
  );
}

function About({ figure }: { figure: Figure }) {
  const { store, lang, t } = usePage();
  const { standing } = figure;
  const source = (store.rulebook.sources ?? []).find((known) => known.id === standing.source);
  return (
    <details class="about">
      <summary>
        <span id={`about-${figure.id}`}>{t.field.about}</span>
      </summary>
      <p>{figure.help[lang]}</p>
      {figure.find && (
        <p>
          {t.field.find}
          {t.colon}
          {figure.find[lang]}
        </p>
      )}
      {figure.holder && (
        <p>
          {t.field.holder}
          {t.colon}
          {figure.holder[lang]}
        </p>
      )}
      <p>
        <Badge basis={standing.basis} /> {source?.title[lang]} {source?.number} {standing.article}{' '}
        {standing.quote && <q>{standing.quote}</q>} {standing.note?.[lang]}
      </p>
    </details>
  );
}
