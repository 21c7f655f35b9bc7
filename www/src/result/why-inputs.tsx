/** What goes into a result: figures, benchmarks and what is derived from them; what makes it uncertain; what it rests on. */
import type { ComponentChildren } from 'preact';
import type { BenchmarkUse, ChoiceTold, InputTold, Lever, RuleTold, StepTold, Text, Undefined, Way } from '../boundary';
import { More, PartLink } from '../page/bits';
import { usePage, type Page } from '../page/context';
import { Badge } from '../page/marks';
import { partOfInput } from '../page/shared';
import { inputText, inWords, rangeOf, sayInWords, toldText } from './why-text';
import { choiceText, exceptionText, yearText } from './why-working';

/** How many of the figures that make a result uncertain are named. */
const FIRST = 8;

/** A part of an explanation with its heading. */
export function Passage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="why-passage">
      <h4 class="why-heading">{title}</h4>
      {children}
    </div>
  );
}

/** What a rule rests on: its kind, the document and place, the words, the reason. */
export function RuleLines({ rule }: { rule: RuleTold }) {
  const { t, say } = usePage();
  const source = rule.source === undefined ? '' : say(rule.source);
  return (
    <div class="standing">
      <p>
        <Badge basis={rule.basis} /> {t.basisMeans[rule.basis]}
      </p>
      {source !== '' && <p>{rule.article === undefined ? source : t.why.article({ source, article: rule.article })}</p>}
      {rule.quote !== undefined && <blockquote lang="zh-CN">{rule.quote}</blockquote>}
      {rule.note !== undefined && <p>{say(rule.note)}</p>}
    </div>
  );
}

/** The same in a word, to be opened for more where there is more. */
function RuleMore({ rule }: { rule: RuleTold }) {
  const { t } = usePage();
  if (rule.source === undefined && rule.quote === undefined && rule.note === undefined) return <Badge basis={rule.basis} />;
  const summary = (
    <>
      <Badge basis={rule.basis} /> {t.why.rests}
    </>
  );
  return (
    <More summary={summary}>
      <RuleLines rule={rule} />
    </More>
  );
}

/** The way to where an input is entered. */
export function InputLink({ id, label, lastYear }: { id: string; label: Text; lastYear: boolean }) {
  const page = usePage();
  const name = page.say(label);
  return <PartLink part={partOfInput(page, id)}>{lastYear ? page.t.why.lastYear({ label: name }) : name}</PartLink>;
}

function Input({ input }: { input: InputTold }) {
  const page = usePage();
  const { t } = page;
  const remarks = [
    input.state === 'known' ? '' : t.why.states[input.state],
    input.year === undefined ? '' : t.why.ofYear({ year: input.year }),
    input.note === undefined ? '' : t.why.cityNote({ note: input.note }),
  ].filter((remark) => remark !== '');
  return (
    <li class="why-pair">
      <span class="why-name">
        <InputLink id={input.id} label={input.label} lastYear={input.last_year} />
      </span>
      <span class="why-value">{inputText(page, input)}</span>
      {remarks.length > 0 && <span class="why-note">{remarks.join(' · ')}</span>}
    </li>
  );
}

function Benchmark({ benchmark }: { benchmark: BenchmarkUse }) {
  const page = usePage();
  return (
    <li class="why-pair">
      <span class="why-name">{page.say(benchmark.label)}</span>
      <span class="why-value">{rangeOf(page, benchmark.value)}</span>
      <span class="why-note">{yearText(page, benchmark)}</span>
      <RuleMore rule={benchmark.rule} />
    </li>
  );
}

/** Which way of each choice was taken. */
export function Choices({ choices }: { choices: readonly ChoiceTold[] | undefined }) {
  const page = usePage();
  return (
    <>
      {(choices ?? []).map((choice) => (
        <p class="why-note">{choiceText(page, choice)}</p>
      ))}
    </>
  );
}

/** Why there is, or may be, no value. */
export function Exceptions({ list }: { list: readonly Undefined[] | undefined }) {
  const page = usePage();
  return (
    <>
      {(list ?? []).map((one) => (
        <p class="why-note">{exceptionText(page, one)}</p>
      ))}
    </>
  );
}

function Step({ step }: { step: StepTold }) {
  const page = usePage();
  const { t, say } = page;
  return (
    <li class="why-step">
      <p class="why-name">{say(step.label)}</p>
      <dl class="why-working">
        <dt>{t.why.formula}</dt>
        <dd>{say(step.formula.labels)}</dd>
        <dt>{t.why.values}</dt>
        <dd>{sayInWords(page, step.formula.values)}</dd>
        <dt>{t.why.result}</dt>
        <dd class="why-value">{rangeOf(page, step.value)}</dd>
      </dl>
      <Choices choices={step.choices} />
      <Exceptions list={step.undefined} />
      {step.when_undefined !== undefined && <p class="why-note">{t.why.whenUndefined({ value: inWords(page, step.when_undefined) })}</p>}
      <RuleMore rule={step.rule} />
    </li>
  );
}

/** The figures and benchmarks that a result reads, and what is derived from them, in the order of computation. */
export function WayLines({ way }: { way: Way }) {
  const { t } = usePage();
  return (
    <>
      {way.figures.length > 0 && (
        <Passage title={t.why.figures}>
          <ul>
            {way.figures.map((input) => (
              <Input input={input} />
            ))}
          </ul>
        </Passage>
      )}
      {way.benchmarks.length > 0 && (
        <Passage title={t.why.benchmarks}>
          <ul>
            {way.benchmarks.map((benchmark) => (
              <Benchmark benchmark={benchmark} />
            ))}
          </ul>
        </Passage>
      )}
      {way.steps.length > 0 && (
        <Passage title={t.why.steps}>
          <ol class="why-steps">
            {way.steps.map((step) => (
              <Step step={step} />
            ))}
          </ol>
        </Passage>
      )}
    </>
  );
}

/** At which values of a figure an end of the result is found. */
function foundAt(page: Page, at: readonly Text[], tried: number): string {
  const { t } = page;
  if (at.length === 0) return t.why.nowhere;
  return at.length === tried ? t.why.anywhere : at.map((text) => sayInWords(page, text)).join(t.why.or);
}

/** The figures that make a result uncertain, the one that would narrow it most first. */
export function Levers({ levers }: { levers: readonly Lever[] }) {
  const page = usePage();
  const { t } = page;
  if (levers.length === 0) return null;
  const effect = ({ jointly, narrows }: Lever): string => {
    if (jointly === true) return t.why.jointly;
    return narrows == null ? t.why.noMeasure : t.why.narrows({ by: toldText(narrows) });
  };
  return (
    <Passage title={t.why.range}>
      <p class="why-note">{t.why.rangeHelp}</p>
      <ul>
        {levers.slice(0, FIRST).map((lever) => (
          <li class="why-pair">
            <span class="why-name">
              <InputLink id={lever.id} label={lever.label} lastYear={lever.last_year} />
            </span>
            <span class="why-note">
              {effect(lever)}
              {lever.jointly !== true &&
                ` · ${t.why.at({ low: foundAt(page, lever.low_at, lever.tried), high: foundAt(page, lever.high_at, lever.tried) })}`}
            </span>
          </li>
        ))}
      </ul>
      {levers.length > FIRST && <p class="why-note">{t.notice.more({ count: levers.length - FIRST })}</p>}
    </Passage>
  );
}
