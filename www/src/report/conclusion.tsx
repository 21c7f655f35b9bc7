import type { CategoryResult, WarningResult } from '../boundary';
import { progress } from '../form/section';
import { usePage } from '../page/context';
import { FitMark } from '../page/marks';
import { categoryName, most, rangeText } from '../page/shared';
import type { State } from '../session/state';
import { floorOf } from '../result/shortfall';
import { Mark, SheetTable } from './parts';

/** Which category to go for and why, and how each stands. */
export function ConclusionChapter({ state }: { state: State }) {
  const page = usePage();
  const { t, name, words, outline } = page;
  const { advice, categories, fields, warnings } = state.assessment;
  const filled = outline.sections.map((section) => progress(section, state));
  const faults = Object.keys(state.faults).length;
  return (
    <>
      <p class="para">
        <strong>{words(advice.reason)}</strong>
        {advice.fields.length > 0 && ` ${t.sentence(t.result.adviceFields({ fields: t.list(advice.fields.map((id) => name('field', id))) }))}`}
      </p>
      <p class="para">
        {t.report.filled({
          filled: filled.reduce((sum, part) => sum + part.filled, 0),
          of: filled.reduce((sum, part) => sum + part.of, 0),
        })}{' '}
        {t.report.unknown} {faults > 0 && t.report.faulty({ count: faults })}
      </p>
      <Standings name="category" list={categories} title={(category) => categoryName(page, category.id)} />
      {categories.map((category) => (
        <Blocked key={category.id} category={category} />
      ))}
      {fields.length > 0 && <Standings name="field" list={fields} title={(field) => name('field', field.id)} />}
      <WarningList warnings={warnings} />
    </>
  );
}

interface StandingsProps {
  readonly name: 'category' | 'field';
  readonly list: readonly CategoryResult[];
  readonly title: (of: CategoryResult) => string;
}

/** How categories, or fields, stand: points against the line, and whether they fit. */
function Standings({ name, list, title }: StandingsProps) {
  const page = usePage();
  const { t, outline } = page;
  const first = name === 'category' ? t.report.subject : t.report.field;
  return (
    <SheetTable name="standings" heads={[first, t.report.points, t.report.line, t.report.eligible, t.report.fit]}>
      {list.map((category) => {
        const { id, score, line, judged, eligible, fit } = category;
        const range = score == null ? t.report.none : rangeText(page, score, outline.rulebook.rounding.total);
        return (
          <tr key={id}>
            <th scope="row">{title(category)}</th>
            <td>{score == null ? range : t.result.outOf({ range, most: most(category.dimensions) })}</td>
            <td>
              {line == null ? (
                t.report.noLine
              ) : (
                <>
                  {line.total} <Mark basis={line.basis} />
                </>
              )}
            </td>
            <td>{judged ? t.eligible[eligible] : t.nothingToPass}</td>
            <td>
              <FitMark fit={fit} judged={judged} />
            </td>
          </tr>
        );
      })}
    </SheetTable>
  );
}

/** What keeps a category from fitting for certain: requirements and floors that are not met. */
function Blocked({ category }: { category: CategoryResult }) {
  const page = usePage();
  const { t, name } = page;
  const floors = (category.line?.floors ?? []).filter(({ status }) => status === 'not_met');
  const list = [
    ...category.blocked_by.map((id) => name('requirement', id)),
    ...floors.map((floor) => t.result.floor({ part: floorOf(page, floor), percent: floor.least_percent })),
  ];
  if (list.length === 0) return null;
  return <p class="para">{t.report.blocked({ category: categoryName(page, category.id), list: t.list(list) })}</p>;
}

function WarningList({ warnings }: { warnings: readonly WarningResult[] }) {
  const { t, words } = usePage();
  if (warnings.length === 0) return null;
  return (
    <>
      <p class="para">{t.report.warnings}</p>
      <ol class="items">
        {warnings.map((warning, at) => (
          <li key={at}>{words(warning)}</li>
        ))}
      </ol>
    </>
  );
}
