/** A sheet of paper for each department that is asked: what for, and where to write it. */
import type { Figure } from '../boundary';
import { helpOf } from '../form/help-text';
import { valueText } from '../page/values';
import { usePage, type Page } from '../page/context';
import { ownUnit, quantity } from '../page/shared';
import { isFilled, type Draft } from '../session/drafts';
import { readNumber, readYear } from '../session/numerals';
import { numberKind, optionsOf } from '../session/outline';
import type { State } from '../session/state';
import type { Request } from './holders';

/** A box to tick by hand. */
const BOX = '□ ';

/** What stands where the value is written: what was entered, or boxes where there is something to choose from. */
function valueLines(page: Page, figure: Figure, draft: Draft): readonly string[] {
  const { t, say } = page;
  if (isFilled(draft)) return [valueText(page, figure, draft)];
  if (draft.kind === 'number') return [];
  const labels = draft.kind === 'yes_no' ? [t.form.yes, t.form.no] : optionsOf(figure).map(({ label }) => say(label));
  return [...labels, ...(draft.kind === 'checklist' ? [t.form.none] : [])].map((label) => BOX + label);
}

export function Letters({ requests, state }: { requests: readonly Request[]; state: State }) {
  return (
    <div class="letters" data-letters="" data-prints="">
      {requests.map((request) => (
        <Letter key={request.holder} request={request} state={state} />
      ))}
    </div>
  );
}

function Letter({ request: { holder, figures }, state }: { request: Request; state: State }) {
  const page = usePage();
  const { t, say, outline } = page;
  const { requests: words, columns } = t.inout;
  const year = readYear(state.year);
  return (
    <section class="letter">
      <h2 class="letter-title">{t.inout.requestTitle({ holder })}</h2>
      <p>{words.to({ holder })}</p>
      <p class="letter-intro">
        {t.inout.requestIntro({ city: state.city.trim(), year, system: say(outline.rulebook.title), count: figures.length })}
      </p>
      <table class="letter-table">
        <thead>
          <tr>
            <th class="letter-number">{words.number}</th>
            <th class="letter-figure">{columns.name}</th>
            <th class="letter-unit">{columns.unit}</th>
            <th class="letter-value">{words.value({ year })}</th>
            <th class="letter-note">{columns.note}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, at) => {
            const draft = state.drafts[figure.id];
            return draft === undefined ? null : <LetterRow key={figure.id} figure={figure} number={at + 1} draft={draft} />;
          })}
        </tbody>
      </table>
      <div class="letter-foot">
        <p>{words.signature}</p>
        <p>{words.phone}</p>
        <p>{words.seal}</p>
        <p>{words.day}</p>
      </div>
    </section>
  );
}

function LetterRow({ figure, number, draft }: { figure: Figure; number: number; draft: Draft }) {
  const page = usePage();
  const { t, say, outline } = page;
  const kind = numberKind(figure);
  const unit = kind === undefined ? '' : t.unit(draft.kind === 'number' ? draft.unit : kind.unit, ownUnit(page));
  return (
    <tr>
      <td class="letter-number">{number}</td>
      <td>
        <strong>{say(figure.label)}</strong>
        {helpOf(page, figure)
          .split('\n')
          .map((line) => (
            <span class="letter-help">{line}</span>
          ))}
      </td>
      <td>{unit}</td>
      <td>
        {valueLines(page, figure, draft).map((line) => (
          <span class="letter-line">{line}</span>
        ))}
        {outline.readsLast.has(figure.id) && (
          <span class="letter-last">
            {t.form.last}
            {t.colon}
            {draft.kind === 'number' && draft.last !== '' && quantity(page, readNumber(draft.last, [draft.lastUnit]).number, draft.lastUnit)}
          </span>
        )}
      </td>
      <td>{draft.note}</td>
    </tr>
  );
}
