import type { CategoryResult } from '../boundary';
import { usePage } from '../page/context';
import { Badge, FitMark } from '../page/marks';
import { pure } from '../page/pure';
import { barLabel, categoryName, lineName, most, rangeText } from '../page/shared';
import { RangeBar } from './range-bar';
import { floorOf } from './shortfall';
import { useWhy } from './why';
import { useReach } from './why-reach';

interface CategoryCardProps {
  readonly category: CategoryResult;
  readonly advised: boolean;
  readonly chosen: boolean;
}

/** A category: whether it fits, its points against the line, what blocks it. */
export const CategoryCard = pure(function CategoryCard({ category, advised, chosen }: CategoryCardProps) {
  const page = usePage();
  const { t, name, outline } = page;
  const { score, line } = category;
  const range = score == null ? '' : rangeText(page, score, outline.rulebook.rounding.total);
  const total = most(category.dimensions);
  const unmet = line == null ? [] : line.floors.filter((floor) => floor.status === 'not_met');
  const label = categoryName(page, category.id);
  const why = useWhy({ of: `category:${category.id}`, category: category.id, label });
  const toLine = useReach({ goal: 'line', id: category.id, label, needed: line != null && line.status !== 'met' });
  const toFit = useReach({ goal: 'fit', id: category.id, label, needed: category.judged && category.fit !== 'fits' });
  return (
    <article part="card" class={advised ? 'card card-advised' : 'card'} data-category={category.id}>
      <header class="card-head">
        <h4>
          {label}
          {chosen && <span class="card-chosen">{t.result.chosen}</span>}
        </h4>
        <FitMark fit={category.fit} judged={category.judged} />
      </header>
      {score != null && (
        <>
          <p class="card-points">
            <strong class="points">{range}</strong> {t.result.pointsWord}
            {line != null && (
              <span class="card-line">
                {t.result.line({ line: lineName(page, line.basis), points: line.total })} <Badge basis={line.basis} />
              </span>
            )}
          </p>
          <RangeBar {...score} most={total} line={line?.total} size="large" label={barLabel(page, range, total, line)} />
        </>
      )}
      <p class="card-eligible">{category.judged ? t.eligible[category.eligible] : t.nothingToPass}</p>
      {category.blocked_by.length > 0 && (
        <p class="card-blocked">
          {t.result.blockedBy}
          {t.colon}
          {t.list(category.blocked_by.map((id) => name('requirement', id)))}
        </p>
      )}
      {unmet.map((floor) => (
        <p class="card-blocked">
          {t.result.blockedBy}
          {t.colon}
          {t.result.floor({ part: floorOf(page, floor), percent: floor.least_percent })}
        </p>
      ))}
      <div class="why-buttons">
        {why.button}
        {toLine.button}
        {toFit.button}
      </div>
      {why.panel}
      {toLine.panel}
      {toFit.panel}
    </article>
  );
});

/** The fields, each scored alone. */
export const Fields = pure(function Fields({ fields }: { fields: readonly CategoryResult[] }) {
  const { t } = usePage();
  if (fields.length === 0) return null;
  return (
    <section class="block" aria-labelledby="r-fields">
      <h3 id="r-fields">{t.result.fields}</h3>
      <p class="block-help">{t.result.fieldsHelp}</p>
      <ul class="bars">
        {fields.map((field) => (
          <FieldRow key={field.id} field={field} />
        ))}
      </ul>
    </section>
  );
});

const FieldRow = pure(function FieldRow({ field }: { field: CategoryResult }) {
  const page = usePage();
  const { name, outline } = page;
  const label = name('field', field.id);
  const why = useWhy({ of: `field:${field.id}`, label });
  const range = field.score == null ? '' : rangeText(page, field.score, outline.rulebook.rounding.total);
  const total = most(field.dimensions);
  return (
    <li class="bar-row" data-field={field.id}>
      <span class="bar-name">
        {label} {why.button}
      </span>
      <FitMark fit={field.fit} judged={field.judged} />
      <span class="bar-number">{range}</span>
      {field.score != null && (
        <RangeBar {...field.score} most={total} line={field.line?.total} label={barLabel(page, range, total, field.line)} />
      )}
      {why.panel}
    </li>
  );
});
