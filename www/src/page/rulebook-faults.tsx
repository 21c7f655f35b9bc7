import type { Fault } from '../../generated/engine';
import type { Lang } from '../engine/engine';
import { texts } from '../texts/texts';

/** What is shown in place of the form when the rulebook has faults. */
export function RulebookFaults({ faults, lang }: { faults: Fault[]; lang: Lang }) {
  return (
    <div class="faults" role="alert">
      <p>{texts[lang].rulebookFaults}</p>
      <FaultList faults={faults} lang={lang} />
    </div>
  );
}

export function FaultList({ faults, lang }: { faults: Fault[]; lang: Lang }) {
  return (
    <ul>
      {faults.map((fault) => (
        <li>
          {fault.message[lang]}
          {lang === 'zh' ? '；' : '; '}
          {fault.remedy[lang]}
        </li>
      ))}
    </ul>
  );
}
