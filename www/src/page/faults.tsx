import type { Fault } from '../boundary';
import { usePage } from './context';

/** What is wrong and what helps, as the engine says it. */
export function FaultLines({ faults }: { faults: readonly Fault[] }) {
  const { t, say } = usePage();
  return (
    <div class="fault">
      {faults.map((fault) => (
        <p>
          <strong>{say(fault.message)}</strong> {say(fault.remedy)}
        </p>
      ))}
      <p class="fault-note">{t.form.countsAsUnknown}</p>
    </div>
  );
}

/** The faults of a file. */
export function FaultList({ faults, most = 20 }: { faults: readonly Fault[]; most?: number }) {
  const { t, say } = usePage();
  return (
    <ul class="fault-list">
      {faults.slice(0, most).map((fault) => (
        <li>
          <strong>{say(fault.message)}</strong> {say(fault.remedy)}
        </li>
      ))}
      {faults.length > most && <li>{t.notice.more(faults.length - most)}</li>}
    </ul>
  );
}
