import type { State } from '../session/state';
import { useKeep } from './context';
import { DraftOffers } from './drafts';
import { MergePanel } from './merge-panel';
import { ReportPanel } from './report-panel';

/** What there is to decide or to read before the form: offered drafts, another version's report, files to merge. */
export function KeepPanels({ state }: { state: State }) {
  const { merging } = useKeep();
  return (
    <div class="keep-panels">
      <DraftOffers />
      {state.report !== null && <ReportPanel report={state.report} />}
      {merging !== null && <MergePanel state={state} files={merging} />}
    </div>
  );
}
