import { useMemo } from 'preact/hooks';
import { PageContext, pageOf } from '../page/context';
import { FaultList } from '../page/faults';
import { useFilePicker } from '../page/file-picker';
import { categoryName, rangeText } from '../page/shared';
import { CategoryCard } from '../result/categories';
import { Conclusion } from '../result/conclusion';
import { builtIn, exampleName, type Example } from './built-in';
import { useWorkshop } from './context';
import { NOTHING } from '../session/parts';
import { idIn, type DeskState, type Source, type Trial } from './desk';

/** The examples that belong to the first of these rulebooks that comes with some. */
function examplesFor(ids: readonly (string | null)[]): readonly Example[] {
  for (const id of ids) {
    const known = builtIn.find((book) => book.id === id);
    if (known !== undefined) return known.examples;
  }
  return [];
}

/** Chooses the city that is tried. */
function CityChoice({ trial, base }: { trial: Trial; base: Source | null }) {
  const { desk, lang, t } = useWorkshop();
  const [picker, pick] = useFilePicker({
    name: 'submission',
    take: ([file]) => {
      if (file !== undefined) void desk.tryFile(file);
    },
  });
  const own = t.workbench.trial;
  // A rulebook that is given a name of its own keeps the examples of the one it came from.
  const baseId = useMemo(() => (base === null ? null : idIn(base.text)), [base]);
  const examples = examplesFor([trial.store.outline.rulebook.id, baseId]);
  return (
    <div class="wb-city">
      <label for="wb-example">{own.example}</label>
      <select
        id="wb-example"
        value=""
        onChange={(event) => {
          const found = examples.find(({ name }) => name === event.currentTarget.value);
          desk.tryCity(found?.text ?? NOTHING, found?.name ?? '');
          event.currentTarget.value = '';
        }}
      >
        <option value="" disabled hidden>
          {own.choose}
        </option>
        <option value="-">{own.nobody}</option>
        {examples.map((example) => (
          <option key={example.name} value={example.name}>
            {exampleName(example, lang)}
          </option>
        ))}
      </select>
      {picker}
      <button type="button" class="button" data-action="try-file" onClick={pick}>
        {own.file}
      </button>
    </div>
  );
}

/** What the city comes to under the rulebook as edited, beside what it came to under the version it came from. */
export function TrialPanel({ state, toCity }: { state: DeskState; toCity: () => void }) {
  const { desk, lang, t } = useWorkshop();
  const { trial, base } = state;
  const own = t.workbench.trial;
  const assessment = trial?.store.state.assessment;
  const before = useMemo(() => desk.assessmentBefore(), [desk, assessment, base]);
  const page = useMemo(() => (trial === null ? null : pageOf(trial.store, lang, toCity)), [trial?.store, lang, toCity]);
  const old = state.faults.length > 0 || state.checking;
  if (trial === null || page === null || assessment === undefined) {
    return (
      <section class="wb-panel" aria-labelledby="wb-trial">
        <h2 id="wb-trial">{own.title}</h2>
        <p class="block-help">{own.none}</p>
      </section>
    );
  }
  const { city, year } = trial.store.state;
  const places = trial.store.outline.rulebook.rounding.total;
  return (
    <PageContext.Provider value={page}>
      <section class="wb-panel" aria-labelledby="wb-trial">
        <h2 id="wb-trial">{own.title}</h2>
        <p class="wb-who">{city.trim() === '' ? own.nobody : t.print.city({ city: city.trim(), year: year.trim() })}</p>
        <CityChoice trial={trial} base={base} />
        {state.faults.length > 0 && <p class="wb-note">{own.old}</p>}
        <div class={old ? 'wb-result wb-old' : 'wb-result'} data-trial={trial.number}>
          <Conclusion advice={assessment.advice} />
          <h3 class="hidden">{t.result.categories}</h3>
          <div class="cards">
            {assessment.categories.map((category) => {
              const was = before?.categories.find(({ id }) => id === category.id)?.score;
              const now = category.score;
              return (
                <div key={category.id}>
                  <CategoryCard category={category} advised={category.id === assessment.advice.category} chosen={category.id === trial.store.state.category} />
                  {was != null && now != null && (
                    <p class="wb-before" data-before={category.id}>
                      {was.low === now.low && was.high === now.high
                        ? own.same
                        : own.before({ category: categoryName(page, category.id), range: rangeText(page, was, places) })}
                    </p>
                  )}
                </div>
              );
            })}
          </div>
        </div>
        {trial.leftOut.length > 0 && (
          <div class="wb-note">
            <p>{own.leftOut({ count: trial.leftOut.length })}</p>
            <FaultList faults={trial.leftOut} most={5} />
          </div>
        )}
        <button type="button" class="button" data-action="to-city" onClick={toCity}>
          {own.whole}
        </button>
      </section>
    </PageContext.Provider>
  );
}
