/** Small marks that say how something stands, by shape and word and only then by colour. */
import type { Basis, Fit, Status } from '../boundary';
import { usePage } from './context';

type Tone = 'good' | 'bad' | 'open';

const TONE_OF_FIT: Readonly<Record<Fit, Tone>> = { fits: 'good', does_not_fit: 'bad', undetermined: 'open' };
const TONE_OF_STATUS: Readonly<Record<Status, Tone>> = { met: 'good', not_met: 'bad', undetermined: 'open' };

/** A tick, a cross or a half-filled circle. */
export function Sign({ tone }: { tone: Tone }) {
  return (
    <svg class={`sign sign-${tone}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="7" class="sign-ring" />
      {tone === 'good' && <path d="M4.6 8.3l2.4 2.4 4.4-5" class="sign-stroke" />}
      {tone === 'bad' && <path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" class="sign-stroke" />}
      {tone === 'open' && <path d="M8 3.6a4.4 4.4 0 0 1 0 8.8z" class="sign-half" />}
    </svg>
  );
}

/** Whether a category fits; that it is only scored, where there is nothing to meet. */
export function FitMark({ fit, judged }: { fit: Fit; judged: boolean }) {
  const { t } = usePage();
  if (!judged) return <span class="mark">{t.scoredOnly}</span>;
  const tone = TONE_OF_FIT[fit];
  return (
    <span class={`mark mark-${tone}`}>
      <Sign tone={tone} />
      {t.fit[fit]}
    </span>
  );
}

export function StatusMark({ status }: { status: Status }) {
  const { t } = usePage();
  const tone = TONE_OF_STATUS[status];
  return (
    <span class={`mark mark-${tone}`}>
      <Sign tone={tone} />
      {t.status[status]}
    </span>
  );
}

/** What a rule rests on, in a word. */
export function Badge({ basis }: { basis: Basis }) {
  const { t } = usePage();
  return (
    <span class={`badge badge-${basis}`} title={t.basisMeans[basis]}>
      {t.basis[basis]}
    </span>
  );
}
