import type { RequirementResult, Status } from '../boundary';
import { usePage } from '../page/context';
import { PartLink } from '../page/bits';
import { Badge, StatusMark } from '../page/marks';
import { pure } from '../page/pure';
import { partOfInput } from '../page/shared';
import type { Texts } from '../texts';
import { namedGapText } from './shortfall';
import { useWhy } from './why';
import { useReach } from './why-reach';

const ORDER: readonly Status[] = ['not_met', 'undetermined', 'met'];

/** How many of some requirements are met, not met and open. */
export function requirementCounts({ result }: Texts, list: readonly RequirementResult[]): string {
  const count = (status: Status): number => list.filter((requirement) => requirement.status === status).length;
  return result.requirementCounts({ met: count('met'), not: count('not_met'), open: count('undetermined') });
}

interface RequirementsProps {
  readonly list: readonly RequirementResult[];
  /** The category chosen; what holds for others only stands apart. */
  readonly category: string | null;
}

/** Every requirement: those not met first, then those that are open, then those met; hints apart. */
export const Requirements = pure(function Requirements({ list, category }: RequirementsProps) {
  const { t } = usePage();
  if (list.length === 0) return null;
  const holds = ({ applies_to: of }: RequirementResult): boolean => category === null || of.indexOf(category) >= 0;
  const binding = list.filter((requirement) => holds(requirement) && requirement.effect === 'binding');
  const hints = list.filter((requirement) => holds(requirement) && requirement.effect === 'hint');
  const others = list.filter((requirement) => !holds(requirement));
  return (
    <section class="block" aria-labelledby="r-requirements">
      <h3 id="r-requirements">{t.result.requirements}</h3>
      <p class="block-help">{requirementCounts(t, binding)}</p>
      <RequirementList list={binding} />
      {hints.length > 0 && <h4 class="block-sub">{t.effect.hint}</h4>}
      {hints.length > 0 && <RequirementList list={hints} />}
      {others.length > 0 && <h4 class="block-sub">{t.result.ofOtherCategories}</h4>}
      {others.length > 0 && <RequirementList list={others} />}
    </section>
  );
});

function RequirementList({ list }: { list: readonly RequirementResult[] }) {
  // One list: what is open in an item stays so when its status, and with it its place, becomes another.
  const sorted = ([] as RequirementResult[]).concat(...ORDER.map((status) => list.filter((requirement) => requirement.status === status)));
  return (
    <ul class="requirements">
      {sorted.map((requirement) => (
        <RequirementItem key={requirement.id} requirement={requirement} />
      ))}
    </ul>
  );
}

const RequirementItem = pure(function RequirementItem({ requirement }: { requirement: RequirementResult }) {
  const page = usePage();
  const { t, say, name, outline } = page;
  const { id, status, gaps } = requirement;
  const rule = outline.rulebook.requirements?.find((known) => known.id === id);
  const label = name('requirement', id);
  const why = useWhy({ of: `requirement:${id}`, label });
  const reach = useReach({ goal: 'requirement', id, label, needed: status !== 'met' });
  return (
    <li class={`requirement requirement-${status}`} data-requirement={id}>
      <StatusMark status={status} />
      <div class="requirement-body">
        <p class="requirement-label">
          {label} <Badge basis={requirement.basis} />
        </p>
        {gaps.map((gap) => (
          <p class="requirement-gap">{namedGapText(page, gap)}</p>
        ))}
        {status === 'not_met' && rule !== undefined && (
          <p class="requirement-remedy">
            {t.result.remedy}
            {t.colon}
            {say(rule.remedy)}
          </p>
        )}
        {status !== 'met' && requirement.decided_by.length > 0 && (
          <p class="requirement-decided">
            {t.result.decidedBy}
            {t.colon}
            {requirement.decided_by.map((input, at) => (
              <>
                {at > 0 && t.separator}
                <PartLink part={partOfInput(page, input)} />
              </>
            ))}
          </p>
        )}
        <div class="why-buttons">
          {why.button}
          {reach.button}
        </div>
        {why.panel}
        {reach.panel}
      </div>
    </li>
  );
});
