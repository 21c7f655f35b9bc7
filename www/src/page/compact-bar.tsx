import type { CategoryResult } from '../boundary';
import { RangeBar } from '../result/range-bar';
import { usePage } from './context';
import { Sign } from './marks';
import { pure } from './pure';
import { barLabel, categoryName, most, rangeText } from './shared';

interface CompactBarProps {
  readonly categories: readonly CategoryResult[];
  readonly showsResult: boolean;
  readonly toggle: () => void;
}

/** On a narrow screen: the result in short, always in view, and the way to all of it. */
export const CompactBar = pure(function CompactBar({ categories, showsResult, toggle }: CompactBarProps) {
  const page = usePage();
  const { t, outline } = page;
  return (
    <div class="compact">
      <ul class="compact-list">
        {categories.slice(0, 2).map((category) => {
          const tone = category.fit === 'fits' ? 'good' : category.fit === 'does_not_fit' ? 'bad' : 'open';
          const total = most(category.dimensions);
          const range = category.score == null ? '' : rangeText(page, category.score, outline.rulebook.rounding.total);
          return (
            <li key={category.id}>
              <span class="compact-name">
                {category.judged && <Sign tone={tone} />} {categoryName(page, category.id)}
                <span class="hidden">{category.judged ? t.fit[category.fit] : t.scoredOnly}</span>
              </span>
              <span class="compact-range">{range}</span>
              {category.score != null && (
                <RangeBar {...category.score} most={total} line={category.line?.total} label={barLabel(page, range, total, category.line)} />
              )}
            </li>
          );
        })}
      </ul>
      <button type="button" class="button button-main" data-action="view" onClick={toggle}>
        {showsResult ? t.actions.backToForm : t.actions.showResult}
      </button>
    </div>
  );
});
