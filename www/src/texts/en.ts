import type { Texts } from './texts';

export const en: Texts = {
  title: 'Self-assessment',
  selfCheck:
    'A self-check before applying, not a decision of the ministry. Everything is computed on this device; nothing is sent or stored.',
  language: '中文',
  loading: 'Starting …',
  rulebookFaults: 'The rulebook has faults and cannot be used:',
  actions: {
    open: 'Open', save: 'Save', print: 'Print', clear: 'Clear', clearAsk: 'This removes everything entered and cannot be undone.', clearYes: 'Clear all', cancel: 'Cancel',
  },
  opened: (file) => `“${file}” is open.`,
  notOpened: (file) => `“${file}” cannot be opened; what was entered stays as it is:`,
  saveName: (city, year) => `${[city || 'submission', year].filter(Boolean).join('-')}.json`,
  sections: { city: 'The city', materials: 'Materials', progress: (filled, of) => `${filled} of ${of} entered` },
  head: { city: 'City', year: 'Year of the figures', yearHelp: 'Four digits, such as 2021; benchmarks are those of the year.', category: 'Category', undecided: 'Not decided', fields: 'Fields' },
  field: {
    unit: 'Unit', last: 'Last year', from: 'from', to: 'to', mode: 'How it is given', value: 'A value', estimate: 'An estimate', notCollected: 'Not collected by the city',
    yes: 'Yes', no: 'No', notKnown: 'Not known yet', none: 'None of these', about: 'Definition and source', find: 'Where to find it', holder: 'Who usually holds it', standing: 'Basis',
    read: (value) => `read as ${value}`, notEntered: 'not entered',
  },
  basis: { official: 'official', interpretation: 'interpretation', reported: 'reported', reference: 'reference assumption' },
  fit: { fits: 'fits', does_not_fit: 'does not fit', undetermined: 'undetermined' },
  eligible: { eligible: 'eligible', not_eligible: 'not eligible', undetermined: 'eligibility undetermined' },
  status: { met: 'met', not_met: 'not met', undetermined: 'undetermined' },
  result: {
    heading: 'Assessment', advice: 'Advice', categories: 'Categories', overall: 'Total', fields: 'Fields', fieldsNote: 'each scored alone', line: 'line', points: 'points',
    dimensions: 'Dimensions', indicators: 'Indicators', requirements: 'Requirements', hint: 'a hint, not a condition', decidedBy: 'decided by', next: 'Enter these next',
    nextNote: 'they decide most', missing: 'Missing', route: 'Route and steps', routeOpen: 'Shown once the administrative level is known.', warnings: 'Please check', notes: 'Notes', materials: 'Materials not ready',
    none: 'none', blockedBy: 'not met', fingerprint: 'fingerprints', engine: 'engine', sources: 'Sources', checkedOn: 'Rules checked on', certain: 'certain', open: 'open',
  },
  opens: (points) => `${points} points open`,
  decides: (requirements) => `decides: ${requirements}`,
  more: (count) => `and ${count} more`,
  gap: (of, comparison, need, have, short, unit) => {
    const gap = unit === '%' ? `${short} percentage points` : `${short} ${unit}`.trim();
    return `${of} needs ${comparison} ${need} ${unit}, is ${have} ${unit}: ${gap} away`;
  },
  lastYearMissing: 'last year’s value is missing',
  show: { result: 'Show the result', form: 'Back to the form' },
  announce: (category, range) => `${category} ${range} points`,
  range: (low, high) => (low === high ? low : `${low}–${high}`),
  outOf: (range, max) => `${range} / ${max}`,
  list: (items) => items.join(', '),
  colon: ': ',
};
