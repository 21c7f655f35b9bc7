// What is missing: the figures that decide most, and the materials.

import type { MissingFigure } from '../../generated/engine';
import { fixed } from '../form/typed-number';
import { labelOf, usePage } from '../page/context';

/** How many figures are named at once. */
const FIRST = 5;

export function NextFigures() {
  const { store, t } = usePage();
  const open = store.assessment.missing.figures.filter((figure) => figure.state !== 'not_collected');
  if (open.length === 0) return null;
  const more = open.length - FIRST;
  return (
    <section>
      <h3>
        {t.result.next} <span class="note">{t.result.nextNote}</span>
      </h3>
      <ol class="next">
        {open.slice(0, FIRST).map((figure) => (
          <Next key={figure.id} figure={figure} />
        ))}
      </ol>
      {more > 0 && (
        <details class="about">
          <summary>{t.more(more)}</summary>
          <ol class="next" start={FIRST + 1}>
            {open.slice(FIRST).map((figure) => (
              <Next key={figure.id} figure={figure} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Next({ figure }: { figure: MissingFigure }) {
  const { store, t, lang, goTo } = usePage();
  const effects = [];
  if (figure.state === 'last_year') effects.push(t.lastYearMissing);
  if (Number(figure.open) > 0) effects.push(t.opens(fixed(figure.open, store.rulebook.rounding.indicator)));
  const requirements = figure.decides.map((id) => labelOf(store.rulebook.requirements ?? [], id, lang));
  return (
    <li>
      <button
        type="button"
        class="link"
        onClick={() => {
          goTo(figure.id);
        }}
      >
        {labelOf(store.rulebook.figures, figure.id, lang)}
      </button>{' '}
      <span class="note">{t.list(effects)}</span>
      {requirements.length > 0 && <p class="note">{t.decides(t.list(requirements))}</p>}
    </li>
  );
}

export function Materials() {
  const { store, t, lang } = usePage();
  const { materials } = store.assessment.missing;
  if (materials.length === 0) return null;
  return (
    <section>
      <h3>{t.result.materials}</h3>
      <p>{t.list(materials.map((material) => labelOf(store.rulebook.materials ?? [], material.id, lang)))}</p>
    </section>
  );
}
