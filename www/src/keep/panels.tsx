import { useEffect, useRef } from 'preact/hooks';
import { useBeside } from '../compare/context';
import { Coming } from '../late/coming';
import { lateWindows } from '../late/inside';
import { usePage } from '../page/context';
import type { State } from '../session/state';
import { useKeep } from './context';
import { DraftOffers } from './drafts';
import { ReportPanel } from './report-panel';

/** What there is to decide or to read before the form: offered drafts, another version's report, files to merge. */
export function KeepPanels({ state }: { state: State }) {
  const { store } = usePage();
  const { keeping } = useKeep();
  const { merging } = state;
  // A draft would be restored beneath the trial, unseen.
  const trying = useBeside()?.second.kind === 'trial';
  const place = useRef<HTMLDivElement>(null);
  const shown = (trying ? 0 : (keeping?.offers.length ?? 0)) + (state.report === null ? 0 : 1) + (merging === null ? 0 : 1);
  const before = useRef(shown);
  useEffect(() => {
    const { current } = place;
    const root = current?.getRootNode();
    // What had the focus has gone with its panel: the way on by keyboard begins here.
    if (shown < before.current && root instanceof ShadowRoot && root.activeElement === null) current?.focus();
    before.current = shown;
  }, [shown]);
  return (
    <div ref={place} class="keep-panels" tabIndex={-1}>
      {!trying && <DraftOffers />}
      {state.report !== null && <ReportPanel report={state.report} />}
      {merging !== null && (
        <Coming
          late={lateWindows}
          close={() => {
            store.merge(null);
          }}
        >
          {({ MergePanel }) => <MergePanel state={state} merging={merging} />}
        </Coming>
      )}
    </div>
  );
}
