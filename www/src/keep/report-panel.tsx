import { useEffect, useRef } from 'preact/hooks';
import type { Difference, Report, Said } from '../session/carry';
import { usePage, type Page } from '../page/context';
import { CopyButton } from './copy';

function saidText({ t }: Page, { value, last, note, notCollected }: Said): string {
  const answer = value === 'true' ? t.form.yes : value === 'false' ? t.form.no : value;
  return t.keep.said({ value: answer === '' && notCollected ? t.form.notCollected : answer, last, note });
}

/** What became of something entered, in one line. */
function differenceText(page: Page, { fate, of, id, name, was, now }: Difference): string {
  const { t, say, outline } = page;
  const known = page.name(of, id);
  const called = name !== undefined && !outline.figures.has(id) ? say(name) : known;
  return t.keep.fate[fate]({ name: called, was: saidText(page, was), now: saidText(page, now) });
}

/** The report as lines of text. */
export function reportLines(page: Page, { differences }: Report): readonly string[] {
  return differences.map((difference) => differenceText(page, difference));
}

/** What changed from the version that a file or a draft was entered for; it stays until it is closed. */
export function ReportPanel({ report }: { report: Report }) {
  const page = usePage();
  const { t, store } = page;
  const heading = useRef<HTMLHeadingElement>(null);
  const lines = reportLines(page, report);
  const title = report.from === report.to ? t.keep.reportDamaged : t.keep.report({ from: report.from, to: report.to });
  useEffect(() => {
    heading.current?.focus();
  }, [report]);
  return (
    <section class="keep-panel keep-report" aria-labelledby="keep-report">
      <h2 id="keep-report" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {lines.length === 0 ? (
        <p>{t.keep.reportNothing}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <p class="keep-buttons">
        {lines.length > 0 && <CopyButton text={[title, ...lines].join('\n')} label={t.keep.copy} />}
        <button
          type="button"
          class="button"
          data-action="report-close"
          onClick={() => {
            store.dismissReport();
          }}
        >
          {t.actions.close}
        </button>
      </p>
    </section>
  );
}
