import type { Fault } from '../../generated/engine';
import { usePage } from '../page/context';

/** What is wrong with a field and what helps; takes no room while nothing is wrong. */
export function FaultMessage({ id, faults }: { id: string; faults: Fault[] }) {
  const { lang } = usePage();
  // The field's own name stands above it: the message begins after the place it names.
  const words = (text: string) => text.replace(/^[^:：]*[:：]\s*/, '');
  return (
    <div id={id} class="fault" role={faults.length > 0 ? 'alert' : undefined}>
      {faults.map((fault) => (
        <p>
          {words(fault.message[lang])}
          {lang === 'zh' ? '；' : '; '}
          {fault.remedy[lang]}
        </p>
      ))}
    </div>
  );
}
