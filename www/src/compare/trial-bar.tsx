import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../page/context';
import { useRoom } from '../page/room';
import type { State } from '../session/state';
import type { Beside } from './context';
import { differs, partsOf } from './differ';

interface TrialBarProps extends Pick<Beside, 'compare' | 'keep' | 'drop'> {
  readonly entered: State;
  readonly tried: State;
  readonly compares: boolean;
}

/** Above everything while a trial is on: that it is one, how much it changed, and the ways out of it. */
export function TrialBar({ entered, tried, compares, compare, keep, drop }: TrialBarProps) {
  const { t, outline } = usePage();
  const bar = useRef<HTMLDivElement>(null);
  useRoom(bar, '--trial-height');
  // The button that was pressed has gone: what came of it is read out, and the Tab key goes on from here.
  useLayoutEffect(() => {
    bar.current?.focus({ preventScroll: true });
  }, []);
  const count = partsOf(outline).filter((part) => differs(entered, tried, part)).length;
  return (
    <div class="trial-bar" ref={bar} role="group" aria-label={t.compare.trying} aria-describedby="trial-said" tabIndex={-1}>
      <p class="trial-said" id="trial-said">
        <strong>{t.compare.trying}</strong>{' '}
        <span class="trial-note">{t.compare.untouched}</span>{' '}
        <span class="trial-count">{count === 0 ? t.compare.none : t.compare.changed({ count })}</span>
      </p>
      <div class="trial-ways">
        <button
          type="button"
          class="button"
          data-action="compare"
          aria-expanded={compares ? 'true' : 'false'}
          onClick={() => {
            compare(!compares);
          }}
        >
          {compares ? t.compare.back : t.compare.compare}
        </button>
        <button type="button" class="button button-main" data-action="keep" title={t.compare.keepHelp} onClick={keep}>
          {t.compare.keep}
        </button>
        <button type="button" class="button" data-action="drop" title={t.compare.dropHelp} onClick={drop}>
          {t.compare.drop}
        </button>
      </div>
    </div>
  );
}
