import type { Fault } from '../boundary';
import { inLanguage, textsIn, type Lang } from '../texts';

interface BrokenProps {
  readonly faults: readonly Fault[];
  readonly message: string;
  readonly lang: Lang;
}

/** What stands in place of the form where there can be none. */
export function Broken({ faults, message, lang }: BrokenProps) {
  return (
    <div class="page broken" part="broken" role="alert" lang={textsIn(lang).language.tag}>
      <p>{message}</p>
      <ul class="fault-list">
        {faults.map((fault) => (
          <li>
            <code>{fault.place}</code> {inLanguage(fault.message, lang)} {inLanguage(fault.remedy, lang)}
          </li>
        ))}
      </ul>
    </div>
  );
}
