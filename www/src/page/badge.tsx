import type { Basis } from '../../generated/engine';
import { usePage } from './context';

/** The standing of a rule, in words and in a tint. */
export function Badge({ basis }: { basis: Basis }) {
  const { t } = usePage();
  return <span class={`badge badge-${basis}`}>{t.basis[basis]}</span>;
}
