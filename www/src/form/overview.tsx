import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outline } from '../session/outline';
import { isFilled } from '../session/drafts';
import type { Part, State } from '../session/state';
import { usePage } from '../page/context';
import { PartLink } from '../page/bits';
import { withoutSubject } from '../page/faults';
import { partName } from '../page/shared';
import { progress, ProgressBar } from './section';

/** The part after `from`, in the order of the form and then from its start, of which nothing was entered. */
function nextOpen(outline: Outline, state: State, from: Part): Part | undefined {
  const open = (part: Part): boolean => {
    if (part === 'city') return state.city.trim() === '';
    if (part === 'year') return state.year.trim() === '';
    const draft = state.drafts[part.slice('figures/'.length)];
    return draft !== undefined && !isFilled(draft);
  };
  const figures = outline.sections.map((section) => section.figures.map(({ id }) => `figures/${id}`));
  const parts = ['city', 'year', ...([] as Part[]).concat(...figures)];
  const at = parts.indexOf(from) + 1;
  return [...parts.slice(at), ...parts.slice(0, at)].find(open);
}

/** The part of the form in which something has or last had the focus. */
function useLastPart(place: { readonly current: HTMLElement | null }): { readonly current: Part } {
  const last = useRef<Part>('');
  useEffect(() => {
    const form = place.current?.parentElement;
    const note = ({ target }: Event): void => {
      const row = target instanceof Element ? target.closest('[data-part]') : null;
      if (row !== null) last.current = row.getAttribute('data-part') ?? '';
    };
    form?.addEventListener('focusin', note);
    return () => {
      form?.removeEventListener('focusin', note);
    };
  }, [place]);
  return last;
}

interface OverviewProps {
  readonly state: State;
  /** Counts how often something was done that faults spoil: saving, printing, opening the result. */
  readonly asked: number;
}

/** How far the form is filled in, the way to what is not, and, when asked for, a list of what is wrong. */
export function Overview({ state, asked }: OverviewProps) {
  const page = usePage();
  const { t, outline, goTo } = page;
  const place = useRef<HTMLDivElement>(null);
  const last = useLastPart(place);
  const heading = useRef<HTMLHeadingElement>(null);
  const [listed, setListed] = useState(false);
  const parts = Object.keys(state.faults);
  const count = parts.length;
  const anyFault = count > 0;

  useEffect(() => {
    if (asked > 0 && anyFault) setListed(true);
    // Only what is done asks: a fault that comes later does not.
  }, [asked]);
  useEffect(() => {
    if (!anyFault) setListed(false);
  }, [anyFault]);
  useEffect(() => {
    if (listed) heading.current?.focus();
  }, [listed]);

  const all = outline.sections.map((section) => progress(section, state));
  const filled = all.reduce((sum, section) => sum + section.filled, 0);
  const of = all.reduce((sum, section) => sum + section.of, 0);
  return (
    <div class="overview" ref={place}>
      <div class="overview-line">
        <span class="overview-count">{t.form.filled({ filled, of })}</span>
        <ProgressBar filled={filled} of={of} />
        {filled < of && (
          <button
            type="button"
            class="button"
            data-action="next-open"
            onClick={() => {
              const part = nextOpen(outline, state, last.current) ?? parts[0];
              if (part !== undefined) goTo(part);
            }}
          >
            {t.form.nextOpen}
          </button>
        )}
        {anyFault && !listed && (
          <button
            type="button"
            class="link overview-faults"
            data-action="list-faults"
            onClick={() => {
              setListed(true);
            }}
          >
            {t.form.faults({ count })}
          </button>
        )}
      </div>
      {listed && anyFault && (
        <div class="fault-summary" role="group" aria-labelledby="fault-summary">
          <h2 id="fault-summary" ref={heading} tabIndex={-1}>
            {t.form.faults({ count })}
          </h2>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <PartLink part={part}>{partName(page, part)}</PartLink>
                {t.colon}
                {(state.faults[part] ?? []).slice(0, 1).map((fault) => t.sentence(withoutSubject(page.say(fault.message))))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
