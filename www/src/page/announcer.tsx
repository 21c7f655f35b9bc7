import { useEffect, useState } from 'preact/hooks';
import type { Effect } from '../session/state';
import { usePage } from './context';
import { categoryName, rangeText } from './shared';

/** How long typing pauses before the result is spoken, in milliseconds. */
const PAUSE = 1000;

/** Says to a screen reader what the last entry came to, once typing pauses. */
export function Announcer({ effect }: { effect: Effect | null }) {
  const page = usePage();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (effect === null) return undefined;
    const timer = window.setTimeout(() => {
      const { t, outline } = page;
      const places = outline.rulebook.rounding.total;
      const parts = effect.categories.map(({ id, after, fit, judged }) =>
        t.result.announced({
          category: categoryName(page, id),
          range: after == null ? '' : rangeText(page, after, places),
          fit: judged ? t.fit[fit] : t.scoredOnly,
        }),
      );
      setSaid(parts.join('; '));
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
    };
  }, [effect, page]);
  return (
    <div class="hidden" aria-live="polite" data-live="">
      {said}
    </div>
  );
}
