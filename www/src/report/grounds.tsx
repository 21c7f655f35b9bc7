import type { Assessment, Basis } from '../boundary';
import { usePage } from '../page/context';
import { Mark, PartTitle } from './parts';

const MARKS: readonly Basis[] = ['official', 'interpretation', 'reported', 'reference'];

/** What the report rests on, what its marks mean, what a city should know, and how to verify it. */
export function GroundsChapter({ rulebook, submission, engine }: Pick<Assessment, 'rulebook' | 'submission' | 'engine'>) {
  const { t, say, outline } = usePage();
  const { summary, checked_on: day, last_round: round, valid, sources, notes = [] } = outline.rulebook;
  let number = 0;
  const next = (): number => (number += 1);
  return (
    <>
      <p class="para">
        {say(summary)} {t.page.heldOn({ day, round: String(round?.year ?? ''), from: valid?.from ?? '', to: valid?.to ?? '' })}
      </p>
      <PartTitle number={next()} title={t.report.marks} />
      <ul class="items plain-items">
        {MARKS.map((basis) => (
          <li key={basis}>
            <Mark basis={basis} /> {t.report.mark({ basis: t.basis[basis], means: t.basisMeans[basis] })}
          </li>
        ))}
      </ul>
      <PartTitle number={next()} title={t.report.sources} />
      <ol class="items">
        {sources.map(({ id, title, number: issued, issuer, date, note }) => (
          <li key={id}>
            {[say(title), issued].filter(Boolean).join(' ')}
            {t.separator}
            {t.list([say(issuer), date ?? ''].filter((part) => part !== ''))}
            {note !== undefined && <p class="small">{say(note)}</p>}
          </li>
        ))}
      </ol>
      {notes.length > 0 && <PartTitle number={next()} title={t.report.notes} />}
      {notes.length > 0 && (
        <ol class="items">
          {notes.map(({ id, label, text, standing }) => (
            <li key={id}>
              <strong>{say(label)}</strong> <Mark basis={standing.basis} />
              <p>{say(text)}</p>
            </li>
          ))}
        </ol>
      )}
      <PartTitle number={next()} title={t.report.verify} />
      <p class="para">{t.report.verifyHelp}</p>
      <table class="sheet sheet-facts">
        <tbody>
          <tr>
            <th scope="row">{t.report.rulebookPrint}</th>
            <td>
              <code>{rulebook.sha256}</code>
            </td>
          </tr>
          <tr>
            <th scope="row">{t.report.submissionPrint}</th>
            <td>
              <code>{submission.sha256}</code>
            </td>
          </tr>
          <tr>
            <th scope="row">{t.report.engine}</th>
            <td>{t.report.engineVersion({ version: engine })}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
