import type { CategoryResult } from '../boundary';
import { usePage } from '../page/context';
import { barLabel, categoryName, most, rangeText } from '../page/shared';
import { Radar } from '../result/radar';
import { RangeBar } from '../result/range-bar';
import { scoreRows } from '../result/score-rows';
import { Mark, PartTitle, SheetTable } from './parts';

/** The points of every category: the radar, then dimensions and indicators with their bars. */
export function Scores({ categories }: { categories: readonly CategoryResult[] }) {
  return (
    <>
      {categories.map((category, at) => (
        <CategoryScores key={category.id} category={category} number={categories.length > 1 ? at + 1 : undefined} />
      ))}
    </>
  );
}

function CategoryScores({ category, number }: { category: CategoryResult; number: number | undefined }) {
  const page = usePage();
  const { t, outline } = page;
  const rows = scoreRows(page, category);
  const { score, line } = category;
  const range = score == null ? '' : rangeText(page, score, outline.rulebook.rounding.total);
  const total = most(category.dimensions);
  return (
    <>
      <div class="keep">
        {number !== undefined && <PartTitle number={number} title={categoryName(page, category.id)} />}
        <Radar category={category} id={`radar-${category.id}`} />
      </div>
      <SheetTable name="scores" heads={[t.report.rule, t.report.basis, t.report.points, t.report.most, t.report.share]}>
        {rows.map(({ key, name, basis, depth, points, most, score: own }) => (
          <tr key={key} class={`depth-${Math.min(depth, 3)}`}>
            <th scope="row">{name}</th>
            <td>{basis !== undefined && <Mark basis={basis} />}</td>
            <td class="amount">{points}</td>
            <td class="amount">{most ?? t.result.weightUnknown}</td>
            <td>
              {own !== undefined && most !== undefined && (
                <RangeBar {...own} most={most} label={t.result.bar({ range: points, most, line: '', points: '' })} />
              )}
            </td>
          </tr>
        ))}
        {score != null && (
          <tr class="depth-0">
            <th scope="row">{t.report.total}</th>
            <td />
            <td class="amount">{range}</td>
            <td class="amount">{total}</td>
            <td>
              <RangeBar {...score} most={total} line={line?.total} label={barLabel(page, range, total, line)} />
            </td>
          </tr>
        )}
      </SheetTable>
      {rows.some(({ most }) => most === undefined) && <p class="small">{t.result.unweightedHelp}</p>}
    </>
  );
}
