import type { CategoryResult } from '../../generated/engine';
import { Badge } from '../page/badge';
import { labelOf, usePage } from '../page/context';
import { RangeBar } from './range-bar';
import { categoryName, totalRange } from './summary';

/** One card a category: fit, points against the line, and what blocks it. */
export function Categories() {
  const { store, t, lang } = usePage();
  return (
    <div class="cards">
      {store.assessment.categories.map((category) => (
        <Card key={category.id} category={category} name={categoryName(store, category, t, lang)} />
      ))}
    </div>
  );
}

function Card({ category, name }: { category: CategoryResult; name: string }) {
  const { store, t, lang } = usePage();
  const { line, score } = category;
  const requirements = store.rulebook.requirements ?? [];
  const blocked = category.blocked_by.map((id) => labelOf(requirements, id, lang));
  return (
    <section class="card">
      <h3>
        {name} <span class={`fit fit-${category.fit}`}>{t.fit[category.fit]}</span>
      </h3>
      <p class="card-eligible">{t.eligible[category.eligible]}</p>
      {score && (
        <>
          <p class="card-points">
            <span class="points">{totalRange(store, category, t)}</span> {t.result.points}
          </p>
          <RangeBar low={score.low} high={score.high} max="100" line={line?.total} />
        </>
      )}
      {line && (
        <p class="card-line">
          {t.result.line} {line.total} <Badge basis={line.basis} /> {t.status[line.status]}
        </p>
      )}
      {blocked.length > 0 && (
        <p class="card-blocked">
          {t.result.blockedBy}
          {t.colon}
          {t.list(blocked)}
        </p>
      )}
    </section>
  );
}

/** The fields, each scored alone. */
export function Fields() {
  const { store, t, lang } = usePage();
  const { fields } = store.assessment;
  if (fields.length === 0) return null;
  return (
    <section>
      <h3>
        {t.result.fields} <span class="note">{t.result.fieldsNote}</span>
      </h3>
      <ul class="bars">
        {fields.map((field) => (
          <li key={field.id}>
            <p class="bar-label">
              <span>{labelOf(store.rulebook.fields ?? [], field.id, lang)}</span>
              <span>
                {totalRange(store, field, t)} <span class={`fit fit-${field.fit}`}>{t.fit[field.fit]}</span>
              </span>
            </p>
            {field.score && <RangeBar low={field.score.low} high={field.score.high} max="100" line={field.line?.total} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
