import type { Missing, MissingFigure } from '../boundary';
import { usePage } from '../page/context';
import { More, PartLink } from '../page/bits';
import { pure } from '../page/pure';

/** How many figures are named as those to enter next. */
const FIRST = 5;

function Reason({ figure }: { figure: MissingFigure }) {
  const { t } = usePage();
  const reasons: string[] = [];
  if (t.missingState[figure.state] !== '') reasons.push(t.missingState[figure.state]);
  const { open: points, worth: part } = figure;
  if (Number(points) > 0) reasons.push(part === points ? t.result.opens({ points }) : t.result.opensShared({ points, part }));
  if (figure.decides.length > 0) reasons.push(t.result.decides({ count: figure.decides.length }));
  return <span class="reason">{reasons.join(' · ')}</span>;
}

/** The figures that decide most. */
export const Next = pure(function Next({ figures }: { figures: readonly MissingFigure[] }) {
  const { t } = usePage();
  const first = figures.filter(({ state }) => state !== 'not_collected').slice(0, FIRST);
  return (
    <section class="block" aria-labelledby="r-next">
      <h3 id="r-next">{t.result.next}</h3>
      {first.length === 0 ? (
        <p class="block-help">{t.result.nothingOpen}</p>
      ) : (
        <ol class="next">
          {first.map((figure) => (
            <li key={figure.id}>
              <PartLink part={`figures/${figure.id}`} /> <Reason figure={figure} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
});

/** Everything that is missing, each thing once. */
export const MissingLists = pure(function MissingLists({ missing }: { missing: Missing }) {
  const { t, name } = usePage();
  const { figures, materials, requirements } = missing;
  return (
    <section class="block" aria-labelledby="r-missing">
      <h3 id="r-missing">{t.result.missing}</h3>
      {figures.length + materials.length + requirements.length === 0 && <p class="block-help">{t.result.nothingMissing}</p>}
      {requirements.length > 0 && (
        <More summary={t.result.missingRequirements({ count: requirements.length })}>
          <ul class="plain">
            {requirements.map(({ id }) => (
              <li key={id}>{name('requirement', id)}</li>
            ))}
          </ul>
        </More>
      )}
      {figures.length > 0 && (
        <More summary={t.result.missingFigures({ count: figures.length })}>
          <ol class="plain">
            {figures.map((figure) => (
              <li key={figure.id}>
                <PartLink part={`figures/${figure.id}`} /> <Reason figure={figure} />
              </li>
            ))}
          </ol>
        </More>
      )}
      {materials.length > 0 && (
        <More summary={t.result.missingMaterials({ count: materials.length })}>
          <ul class="plain">
            {materials.map(({ id }) => (
              <li key={id}>
                <PartLink part={`materials/${id}`} />
              </li>
            ))}
          </ul>
        </More>
      )}
    </section>
  );
});
