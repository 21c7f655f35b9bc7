import type { RequirementResult } from '../boundary';
import { usePage } from '../page/context';
import { StatusMark } from '../page/marks';
import { partName, partOfInput } from '../page/shared';
import { requirementCounts } from '../result/requirements';
import { namedGapText } from '../result/shortfall';
import { cited, Mark, SheetTable } from './parts';

/** Every requirement in the order of the rulebook: how it stands, by how much it is missed, what decides it, where it is from. */
export function Conditions({ list }: { list: readonly RequirementResult[] }) {
  const { t } = usePage();
  const binding = list.filter(({ effect }) => effect === 'binding');
  const hints = list.filter(({ effect }) => effect === 'hint');
  return (
    <>
      {binding.length > 0 && <p class="para">{t.sentence(requirementCounts(t, binding))}</p>}
      <ConditionTable list={binding} />
      {hints.length > 0 && <ConditionTable list={hints} caption={t.report.hint} />}
    </>
  );
}

function ConditionTable({ list, caption }: { list: readonly RequirementResult[]; caption?: string }) {
  const { t } = usePage();
  if (list.length === 0) return null;
  return (
    <SheetTable
      name="conditions"
      heads={[t.report.condition, t.report.basis, t.report.status, t.report.explained]}
      {...(caption === undefined ? {} : { caption })}
    >
      {list.map((requirement) => (
        <Condition key={requirement.id} requirement={requirement} />
      ))}
    </SheetTable>
  );
}

function Condition({ requirement }: { requirement: RequirementResult }) {
  const page = usePage();
  const { t, say, name, outline } = page;
  const { id, status, basis, gaps } = requirement;
  const rule = outline.rulebook.requirements?.find((known) => known.id === id);
  const source = rule === undefined ? '' : cited(page, rule.standing);
  const lines: (readonly [string, string])[] = gaps.map((gap) => ['', namedGapText(page, gap)]);
  if (status === 'not_met' && rule !== undefined) lines.push([t.result.remedy, say(rule.remedy)]);
  if (requirement.decided_by.length > 0) {
    lines.push([t.result.decidedBy, t.list(requirement.decided_by.map((input) => partName(page, partOfInput(page, input))))]);
  }
  if (source !== '') lines.push([t.report.source, source]);
  return (
    <tr>
      <th scope="row">{name('requirement', id)}</th>
      <td>
        <Mark basis={basis} />
      </td>
      <td>
        <StatusMark status={status} />
      </td>
      <td>
        {lines.map(([what, text], at) => (
          <p key={at}>
            {what !== '' && what + t.colon}
            {text}
          </p>
        ))}
      </td>
    </tr>
  );
}
