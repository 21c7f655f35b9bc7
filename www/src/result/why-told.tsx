/** An explanation in words: what it consists of, and the rules it rests on. */
import type { Explanation } from '../boundary';
import { usePage } from '../page/context';
import { Passage, RuleLines } from './why-inputs';
import { IndicatorLines, SumsLines } from './why-points';
import { RequirementLines } from './why-requirement';

function About({ explanation, path }: { explanation: Explanation; path: string }) {
  const { say } = usePage();
  if ('scorings' in explanation) return <IndicatorLines told={explanation} />;
  if ('condition' in explanation) return <RequirementLines told={explanation} />;
  const { kind, places } = explanation;
  if (!('categories' in explanation) || (kind !== 'category' && kind !== 'field' && kind !== 'dimension' && kind !== 'indicator')) return null;
  return <SumsLines sums={explanation.categories} kind={kind} places={places} title={say(explanation.label)} within={path} />;
}

export function Told({ explanation, path }: { explanation: Explanation; path: string }) {
  const { t, say } = usePage();
  const { help, rule, weight_rule: weightRule } = explanation;
  return (
    <>
      {help !== undefined && <p>{say(help)}</p>}
      <About explanation={explanation} path={path} />
      <Passage title={t.why.rests}>
        <RuleLines rule={rule} />
      </Passage>
      {weightRule !== undefined && (
        <Passage title={t.why.pointsRest}>
          <RuleLines rule={weightRule} />
        </Passage>
      )}
      {JSON.stringify(explanation).indexOf('"rounded":true') >= 0 && <p class="why-note">{t.why.rounded}</p>}
    </>
  );
}
