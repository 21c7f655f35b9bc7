import type { Fault, Figure } from '../boundary';
import { withoutSubject } from '../page/faults';
import { usePage } from '../page/context';
import { isFilled, type Draft } from '../session/drafts';
import type { Section } from '../session/outline';
import type { State } from '../session/state';
import { SheetTable } from './parts';
import { lastText, valueText } from '../page/values';

/** Every figure with what was entered for it, by section; of one at fault, what is wrong. */
export function AnswersChapter({ state }: { state: State }) {
  const { outline } = usePage();
  return (
    <>
      {outline.sections
        .filter(({ figures }) => figures.length > 0)
        .map((section) => (
          <SectionTable key={section.id ?? ''} section={section} state={state} />
        ))}
    </>
  );
}

function SectionTable({ section, state }: { section: Section; state: State }) {
  const { t, say } = usePage();
  return (
    <SheetTable
      name="answers"
      caption={section.label === undefined ? t.form.city : say(section.label)}
      heads={[t.report.figure, t.report.value, t.print.last, t.report.note]}
    >
      {section.figures.map((figure) => {
        const draft = state.drafts[figure.id];
        return draft === undefined ? null : <Answer key={figure.id} figure={figure} draft={draft} faults={state.faults[`figures/${figure.id}`] ?? []} />;
      })}
    </SheetTable>
  );
}

interface AnswerProps {
  readonly figure: Figure;
  readonly draft: Draft;
  readonly faults: readonly Fault[];
}

function Answer({ figure, draft, faults }: AnswerProps) {
  const page = usePage();
  const { t, say } = page;
  return (
    <tr class={isFilled(draft) ? undefined : 'open'}>
      <th scope="row">{say(figure.label)}</th>
      <td>
        {valueText(page, figure, draft)}
        {faults.map((fault, at) => (
          <p key={at} class="small">
            {t.sentence(withoutSubject(say(fault.message)))} {t.form.countsAsUnknown}
          </p>
        ))}
      </td>
      <td>{lastText(page, draft)}</td>
      <td class="written">{draft.note}</td>
    </tr>
  );
}
