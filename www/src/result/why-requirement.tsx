/** A requirement explained: its condition part by part, and what decides it. */
import type { ConditionTold, Decider, RequirementTold } from '../boundary';
import { usePage, type Page } from '../page/context';
import { StatusMark } from '../page/marks';
import { gapText } from './shortfall';
import { Choices, Exceptions, InputLink, Passage, WayLines } from './why-inputs';
import { sayInWords } from './why-text';

function jointText({ t }: Page, { joint, least }: ConditionTold): string | undefined {
  if (joint === 'comparison' || joint === 'question') return undefined;
  return joint === 'at_least' ? t.why.joints.atLeast({ least: least ?? 0 }) : t.why.joints[joint];
}

function Condition({ condition }: { condition: ConditionTold }) {
  const page = usePage();
  const { t, say } = page;
  const joint = jointText(page, condition);
  if (joint === undefined) {
    return (
      <li class="why-pair">
        <span class="why-name">
          {say(condition.labels)}
          {t.colon}
          <span class="why-value">{sayInWords(page, condition.values)}</span>
        </span>
        <StatusMark status={condition.status} />
        {condition.gap !== undefined && <p class="why-note">{gapText(page, condition.gap, '')}</p>}
        <Choices choices={condition.choices} />
        <Exceptions list={condition.undefined} />
      </li>
    );
  }
  return (
    <li class="why-pair">
      <span class="why-name">{joint}</span>
      <StatusMark status={condition.status} />
      <ul class="why-below">
        {(condition.parts ?? []).map((part) => (
          <Condition condition={part} />
        ))}
      </ul>
    </li>
  );
}

function DeciderLine({ decider }: { decider: Decider }) {
  const page = usePage();
  const { t } = page;
  const outcomes = (decider.outcomes ?? []).map(({ at, last_year: lastYear, status }) => {
    const value = sayInWords(page, at);
    return (lastYear ? t.why.lastYear({ label: value }) : value) + t.colon + t.status[status];
  });
  return (
    <li class="why-pair">
      <span class="why-name">
        <InputLink id={decider.id} label={decider.label} lastYear={false} />
      </span>
      <span class="why-note">{outcomes.join(' · ')}</span>
    </li>
  );
}

/** The condition with the values put in, and, while it is open, what each figure alone would make it. */
export function RequirementLines({ told }: { told: RequirementTold }) {
  const { t, say } = usePage();
  const { fields = [] } = told;
  const open = told.decided_by.filter(({ outcomes = [] }) => outcomes.length > 0);
  return (
    <>
      <p>{t.why.appliesTo({ categories: t.list(told.applies_to.map(({ label }) => say(label))) })}</p>
      {fields.length > 0 && <p>{t.why.onlyFields({ fields: t.list(fields.map(({ label }) => say(label))) })}</p>}
      <WayLines way={told} />
      <Passage title={t.why.condition}>
        <ul>
          <Condition condition={told.condition} />
        </ul>
        {told.when_undefined !== undefined && <p class="why-note">{t.why.undefinedAs({ status: t.status[told.when_undefined] })}</p>}
      </Passage>
      {open.length > 0 && (
        <Passage title={t.why.deciders}>
          <ul>
            {open.map((decider) => (
              <DeciderLine key={decider.id} decider={decider} />
            ))}
          </ul>
        </Passage>
      )}
    </>
  );
}
