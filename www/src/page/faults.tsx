import type { Fault } from '../boundary';
import { usePage, type Page } from './context';

/** The message without what it is about: for where that is plain to see. */
export function withoutSubject(message: string): string {
  // The engine puts first what a message is about, and a colon behind it.
  const [colon] = /：|: /.exec(message) ?? [''];
  return message.slice(message.indexOf(colon) + colon.length);
}

/** The message with the name that people know in place of the id. */
function withName(page: Page, fault: Fault): string {
  const message = page.say(fault.message);
  if (!page.outline.figures.has(fault.id)) return message;
  return page.name('figure', fault.id) + page.t.colon + withoutSubject(message);
}

interface FaultLinesProps {
  readonly faults: readonly Fault[];
  /** What helps, where more is known than the engine says. */
  readonly remedy: ((fault: Fault) => string | undefined) | undefined;
}

function FaultLines({ faults, remedy }: FaultLinesProps) {
  const page = usePage();
  const { t, say } = page;
  return (
    <div class="fault">
      {faults.map((fault) => (
        <p>
          <strong>{t.sentence(withoutSubject(say(fault.message)))}</strong> {remedy?.(fault) ?? t.sentence(say(fault.remedy))}
        </p>
      ))}
      <p class="fault-note">{t.form.countsAsUnknown}</p>
    </div>
  );
}

interface SpokenFaultsProps {
  readonly faults: readonly Fault[] | undefined;
  /** What helps, where more is known than the engine says. */
  readonly remedy?: (fault: Fault) => string | undefined;
}

/** What is wrong with a field and what helps, read out as it comes. How a value was read is not: the result it makes is. */
export function SpokenFaults({ faults, remedy }: SpokenFaultsProps) {
  return <div aria-live="polite">{faults !== undefined && <FaultLines faults={faults} remedy={remedy} />}</div>;
}

/** The faults of a file. */
export function FaultList({ faults, most = 20 }: { faults: readonly Fault[]; most?: number }) {
  const page = usePage();
  const { t, say } = page;
  return (
    <ul class="fault-list">
      {faults.slice(0, most).map((fault) => (
        <li>
          <strong>{t.sentence(withName(page, fault))}</strong> {t.sentence(say(fault.remedy))}
        </li>
      ))}
      {faults.length > most && <li>{t.notice.more({ count: faults.length - most })}</li>}
    </ul>
  );
}
