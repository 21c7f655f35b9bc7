/** The late part with what opens beside the form: whom to ask, files to merge, two submissions compared. */
export { ComparisonView } from '../compare/comparison-view';
export { Requests } from '../inout/requests';
export { MergePanel } from '../keep/merge-panel';
