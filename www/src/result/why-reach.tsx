/** What it would take: searched for when asked, and marked where the figures have changed since. */
import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { GoalReach } from '../boundary';
import { Coming } from '../late/coming';
import { lateWhy } from '../late/inside';
import { usePage } from '../page/context';
import { useDisclosure } from './disclosure';
import { useAssessment } from './why';

interface Goal {
  readonly goal: GoalReach['goal'];
  /** The requirement's or the category's id. */
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** Whether it is not reached yet. */
  readonly needed: boolean;
}

/** The button “what it would take” of something that is not reached, and what it opens. */
export function useReach({ goal, id, label, needed }: Goal): { readonly button: ComponentChild; readonly panel: ComponentChild } {
  const { ask, of, askLine, ofLine, askFit, ofFit } = usePage().t.why.reach;
  const [text, about] = { requirement: [ask, of] as const, line: [askLine, ofLine] as const, fit: [askFit, ofFit] as const }[goal];
  return useDisclosure({
    id: `reach-${goal}-${id}`,
    text,
    label: about({ label }),
    needed,
    panel: () => <Answer goal={goal} id={id} />,
  });
}

interface Found {
  readonly goal: GoalReach | undefined;
  /** The submission that was searched. */
  readonly submission: string;
}

function Answer({ goal, id }: Pick<Goal, 'goal' | 'id'>) {
  const { store, t } = usePage();
  const { submission } = useAssessment();
  const [found, setFound] = useState<Found | null>(null);
  const [search, setSearch] = useState(0);
  const state = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The search holds the page up: that it goes on must be seen before.
    let timer = 0;
    let wanted = true;
    const look = (): void => {
      if (!wanted) return;
      const reach = goal === 'requirement' ? store.reach(id) : store.reach(undefined, id);
      setFound({ goal: reach?.goals.find((one) => one.goal === goal && one.id === id), submission: store.state.assessment.submission.sha256 });
    };
    const frame = window.requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        store.whenThere(look);
      }, 0);
    });
    return () => {
      wanted = false;
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
    // Figures that change do not search again: that is for whoever asked to do.
  }, [store, goal, id, search]);
  const stale = found !== null && found.submission !== submission.sha256;
  const again = (): void => {
    setFound(null);
    setSearch(search + 1);
    // The button goes; the focus stays with what is said in its place.
    state.current?.focus();
  };
  const { searching, stale: changed, nothing, again: askAgain } = t.why.reach;
  const said = found === null ? searching : found.goal === undefined ? nothing : stale ? changed : '';
  return (
    <>
      <p ref={state} class="why-state" tabIndex={-1}>
        {/* That figures have changed is no news to whoever changed one: it is not read out. */}
        <span role="status">{stale ? '' : said}</span>
        {stale && said}
        {found !== null && said !== '' && (
          <button type="button" class="link" onClick={again}>
            {askAgain}
          </button>
        )}
      </p>
      {found?.goal !== undefined && (
        <div class={stale ? 'why-outdated' : undefined}>
          <Lines goal={found.goal} />
        </div>
      )}
    </>
  );
}

function Lines({ goal }: { goal: GoalReach }) {
  return <Coming late={lateWhy}>{({ GoalLines }) => <GoalLines goal={goal} />}</Coming>;
}
