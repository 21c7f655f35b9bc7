import type { State } from '../session/state';
import { usePage } from '../page/context';
import { categoryInFocus } from '../page/shared';
import { CategoryCard, Fields } from './categories';
import { Conclusion, LastEntry, Warnings } from './conclusion';
import { Dimensions } from './dimensions';
import { MissingLists, Next } from './missing';
import { Requirements } from './requirements';
import { Unjudged } from './unjudged';
import { Notes, Prints, Route } from './route';

/** Everything concluded from what was entered. */
export function Result({ state }: { state: State }) {
  const { t, store } = usePage();
  return (
    <div class="result" part="result" role="region" aria-labelledby="r-title">
      <h2 id="r-title" class="result-title" part="result-title" tabIndex={-1}>
        {t.result.title}
      </h2>
      {store.isUnjudged ? <Unjudged /> : <Concluded state={state} />}
    </div>
  );
}

function Concluded({ state }: { state: State }) {
  const { t } = usePage();
  const { assessment } = state;
  return (
    <>
      <Conclusion advice={assessment.advice} />
      <section aria-labelledby="r-categories">
        <h3 id="r-categories" class="hidden">
          {t.result.categories}
        </h3>
        <div class="cards">
          {assessment.categories.map((category) => (
            <CategoryCard key={category.id} category={category} advised={category.id === assessment.advice.category} chosen={category.id === state.category} />
          ))}
        </div>
        <LastEntry effect={state.effect} />
      </section>
      <Warnings warnings={assessment.warnings} />
      <Next figures={assessment.missing.figures} />
      <Dimensions categories={assessment.categories} inFocus={categoryInFocus(state)?.id ?? ''} />
      <Fields fields={assessment.fields} />
      <Requirements list={assessment.requirements} category={state.category} />
      <MissingLists missing={assessment.missing} />
      <Route route={assessment.route} />
      <Notes />
      <Prints rulebook={assessment.rulebook} submission={assessment.submission} engine={assessment.engine} />
    </>
  );
}
