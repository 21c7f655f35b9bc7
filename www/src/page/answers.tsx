/** What was entered, as a table on paper. On the screen the form itself shows it. */
import type { Fault, Figure } from '../boundary';
import { isFilled, type Draft, type NumberDraft } from '../session/drafts';
import { readNumber } from '../session/numerals';
import { optionsOf } from '../session/outline';
import type { State } from '../session/state';
import { usePage, type Page } from './context';
import { pure } from './pure';
import { neededMaterials, quantity } from './shared';

function numberText(page: Page, draft: NumberDraft): string {
  const { t } = page;
  const shown = (typed: string): string => {
    const { number } = readNumber(typed, [draft.unit]);
    return number === '' ? '…' : quantity(page, number, draft.unit);
  };
  return draft.estimate ? t.print.estimateOf({ low: shown(draft.low), high: shown(draft.high) }) : shown(draft.text);
}

/** What a draft says, in words. */
export function valueText(page: Page, figure: Figure, draft: Draft): string {
  const { t, say } = page;
  if (draft.notCollected) return t.form.notCollected;
  if (!isFilled(draft)) return t.print.notEntered;
  const label = (id: string): string => {
    const option = optionsOf(figure).find((known) => known.id === id);
    return option === undefined ? id : say(option.label);
  };
  switch (draft.kind) {
    case 'number':
      return numberText(page, draft);
    case 'choice':
      return label(draft.option ?? '');
    case 'yes_no':
      return draft.answer === true ? t.form.yes : t.form.no;
    case 'checklist': {
      const items = draft.items ?? [];
      return items.length === 0 ? t.form.none : t.list(items.map(label));
    }
  }
}

interface AnswerProps {
  readonly figure: Figure;
  readonly draft: Draft;
  readonly faults: readonly Fault[] | undefined;
}

const Answer = pure(function Answer({ figure, draft, faults }: AnswerProps) {
  const page = usePage();
  const { t, say } = page;
  const last = draft.kind === 'number' && draft.last !== '' ? readNumber(draft.last, [draft.lastUnit]).number : '';
  const filled = isFilled(draft);
  return (
    <tr class={filled ? undefined : 'answer-open'}>
      <th scope="row">{say(figure.label)}</th>
      <td>
        {valueText(page, figure, draft)}
        {faults?.map((fault) => ` ${say(fault.message)}`)}
        {last !== '' && draft.kind === 'number' && (
          <span class="answer-last">
            {t.print.last}
            {t.colon}
            {quantity(page, last, draft.lastUnit)}
          </span>
        )}
        {draft.note !== '' && <span class="answer-note">{draft.note}</span>}
      </td>
    </tr>
  );
});

/** Every figure with what was entered for it, by section. */
export function Answers({ state }: { state: State }) {
  const { t, say, outline } = usePage();
  const materials = neededMaterials(outline, state.assessment.materials);
  return (
    <section class="answers" aria-labelledby="p-answers">
      <h2 id="p-answers">{t.print.answers}</h2>
      {outline.sections.map((section) => (
        <table key={section.id ?? ''} class="answer-table">
          <caption>{section.label === undefined ? t.form.city : say(section.label)}</caption>
          <tbody>
            {section.figures.map((figure) => {
              const draft = state.drafts[figure.id];
              return draft === undefined ? null : (
                <Answer key={figure.id} figure={figure} draft={draft} faults={state.faults[`figures/${figure.id}`]} />
              );
            })}
          </tbody>
        </table>
      ))}
      {materials.length > 0 && (
        <table class="answer-table">
          <caption>{t.form.materials}</caption>
          <tbody>
            {materials.map((material) => (
              <tr key={material.id}>
                <th scope="row">{say(material.label)}</th>
                <td>{state.materials[material.id] === true ? t.print.materialReady : t.print.materialNotReady}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Whose result it is and when it was printed: the head of the first sheet. */
export function PaperHead({ state }: { state: State }) {
  const { t } = usePage();
  const city = state.city.trim();
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return (
    <p class="paper-head">
      <strong>{city === '' ? t.print.noCity : t.print.city({ city, year: state.year.trim() })}</strong> {t.print.madeOn({ day })}
    </p>
  );
}
