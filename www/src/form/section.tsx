import type { Decimal } from '../boundary';
import { isFilled } from '../session/drafts';
import type { Section } from '../session/outline';
import type { State } from '../session/state';
import { usePage } from '../page/context';
import { pure } from '../page/pure';
import { CityLines } from './city-section';
import { FigureRow } from './figure-row';

/** The key of a section: its dimension, or the city as a whole. */
export function sectionKey(section: Section): string {
  return section.id ?? 'city';
}

/** How many of a section's entries are filled in and free of faults, and of how many. */
export function progress(section: Section, state: State): { filled: number; of: number } {
  const figures = section.figures.map(({ id }) => {
    const draft = state.drafts[id];
    return draft !== undefined && isFilled(draft) && state.faults[`figures/${id}`] === undefined;
  });
  if (section.id === undefined) {
    figures.push(state.city.trim() !== '', state.year.trim() !== '' && state.faults['year'] === undefined);
  }
  return { filled: figures.filter(Boolean).length, of: figures.length };
}

/** How far a section is filled in, as a thin bar. */
export function ProgressBar({ filled, of }: { filled: number; of: number }) {
  return (
    <svg class="progress" width="100%" height="4" aria-hidden="true" focusable="false">
      <rect class="progress-track" width="100%" height="4" />
      <rect class="progress-done" width={`${of === 0 ? 0 : (100 * filled) / of}%`} height="4" />
    </svg>
  );
}

interface SectionHeadProps {
  readonly id: string;
  readonly title: string;
  readonly filled: number;
  readonly of: number;
  readonly open: Decimal | undefined;
  readonly expanded: boolean;
  readonly toggle: (id: string) => void;
}

export const SectionHead = pure(function SectionHead({ id, title, filled, of, open, expanded, toggle }: SectionHeadProps) {
  const { t } = usePage();
  return (
    <h2 class="section-head" part="section-head">
      <button
        type="button"
        class="section-toggle"
        aria-expanded={expanded ? 'true' : 'false'}
        onClick={() => {
          toggle(id);
        }}
      >
        <svg class="chevron" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
          <path d="M2.5 4.5L6 8l3.5-3.5" />
        </svg>
        <span class="section-title">{title}</span>
        <span class="section-state">
          {t.form.filled({ filled, of })}
          {open !== undefined && Number(open) > 0 && <span class="section-open">{t.form.openPoints({ points: open })}</span>}
        </span>
      </button>
    </h2>
  );
});

interface SectionProps {
  readonly section: Section;
  readonly title: string;
  readonly state: State;
  readonly open: Decimal | undefined;
  readonly expanded: boolean;
  readonly toggle: (id: string) => void;
}

/** A section of the form: what concerns the city as a whole, or one dimension. */
export function FormSection({ section, title, state, open, expanded, toggle }: SectionProps) {
  const { say } = usePage();
  const { drafts, faults } = state;
  return (
    <section part="section" class={expanded ? 'section' : 'section section-closed'} data-section={sectionKey(section)}>
      <SectionHead {...progress(section, state)} id={sectionKey(section)} title={title} open={open} expanded={expanded} toggle={toggle} />
      <div class="section-body">
        {section.help !== undefined && <p class="section-help">{say(section.help)}</p>}
        {section.id === undefined && (
          <CityLines city={state.city} year={state.year} category={state.category} fields={state.fields} faults={faults} />
        )}
        {section.figures.map((figure) => {
          const draft = drafts[figure.id];
          return draft === undefined ? null : (
            <FigureRow key={figure.id} figure={figure} draft={draft} faults={faults[`figures/${figure.id}`]} />
          );
        })}
      </div>
    </section>
  );
}
