import type { Advice, WarningResult } from '../boundary';
import type { Effect } from '../session/state';
import { usePage } from '../page/context';
import { PartLink } from '../page/bits';
import { pure } from '../page/pure';
import { categoryName, partName, rangeText } from '../page/shared';

/** Which category to go for, with the reason in one sentence. */
export const Conclusion = pure(function Conclusion({ advice }: { advice: Advice }) {
  const page = usePage();
  const { t, name, words } = page;
  return (
    <div class="advice">
      <p class="advice-reason">{words(advice.reason)}</p>
      {advice.fields.length > 0 && (
        <p class="advice-fields">{t.result.adviceFields({ fields: t.list(advice.fields.map((id) => name('field', id))) })}</p>
      )}
    </div>
  );
});

/** What the last entry did to the points, in one line for each category that it moved. */
export const LastEntry = pure(function LastEntry({ effect }: { effect: Effect | null }) {
  const page = usePage();
  const { t, outline } = page;
  const places = outline.rulebook.rounding.total;
  if (effect === null) return <p class="last-entry" />;
  const part = effect.parts > 1 ? t.result.together({ count: effect.parts }) : partName(page, effect.part);
  const moved: string[] = [];
  for (const { id, before, after, turned, fit, judged } of effect.categories) {
    if (before == null || after == null) continue;
    const [was, is] = [rangeText(page, before, places), rangeText(page, after, places)];
    if (was === is && !turned) continue;
    const category = categoryName(page, id);
    const change = was === is ? t.result.effectNone({ category, after: is }) : t.result.effect({ category, before: was, after: is });
    moved.push(turned && judged ? `${change} (${t.fit[fit]})` : change);
  }
  return (
    <p class="last-entry">
      <span class="last-entry-part">{part}</span> {moved.length === 0 ? t.result.noEffect : t.list(moved)}
    </p>
  );
});

/** What looks wrong though it is allowed. */
export const Warnings = pure(function Warnings({ warnings }: { warnings: readonly WarningResult[] }) {
  const { t, words } = usePage();
  if (warnings.length === 0) return null;
  return (
    <section class="warnings" aria-labelledby="r-warnings">
      <h3 id="r-warnings">{t.result.warnings}</h3>
      <ul>
        {warnings.map((warning) => (
          <li>
            {words(warning)}{' '}
            {warning.figures.map((id) => (
              <PartLink part={`figures/${id}`} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
});
