/** Points explained: the share of an indicator, rounded, and the sums above. */
import type { ComponentChildren } from 'preact';
import type { Decimal, FloorTold, IndicatorTold, OutcomeTold, PartTold, Percent, Places, Points, PointsTold, ScoringTold, SumTold, UnweightedTold } from '../boundary';
import { usePage, type Page } from '../page/context';
import { FitMark, StatusMark } from '../page/marks';
import { rangeText } from '../page/shared';
import { withPlaces } from '../session/numerals';
import { Levers, Passage, RuleLines, WayLines } from './why-inputs';
import { ScoredLines } from './why-scored';
import { toldText } from './why-text';
import { pointsTexts, productText, withoutText } from './why-working';
import { useWhy } from './why';

interface Result {
  readonly max: Decimal | null | undefined;
  readonly score: Points | null | undefined;
  readonly share?: Percent | undefined;
}

/** Points of the most, or a share where the weight is not known. */
function resultText(page: Page, { max, score, share }: Result, places: number): string {
  const { t, outline } = page;
  if (score != null && max != null) return t.result.outOf({ range: rangeText(page, score, places), most: max });
  return share === undefined ? '' : t.result.share({ range: rangeText(page, share, outline.rulebook.rounding.indicator) });
}

/** The low and the high end; a single line where they are one. */
function Ends({ low, high }: { low: string; high: string }) {
  const { t } = usePage();
  if (low === high) return <p class="why-result">{low}</p>;
  return (
    <dl class="why-working why-result">
      <dt>{t.why.lowest}</dt>
      <dd>{low}</dd>
      <dt>{t.why.highest}</dt>
      <dd>{high}</dd>
    </dl>
  );
}

function IndicatorPoints({ points, places, named }: { points: PointsTold; places: number; named: boolean }) {
  const page = usePage();
  return (
    <>
      {named && <p class="why-name">{page.say(points.label)}</p>}
      <Ends {...pointsTexts(page, points, places)} />
      <Levers levers={points.open} />
    </>
  );
}

function Scoring({ scoring, told }: { scoring: ScoringTold; told: IndicatorTold }) {
  const page = usePage();
  const { t } = page;
  const { mode, places } = told.rounding;
  const without = withoutText(page, scoring);
  const several = told.scorings.length > 1 || scoring.categories.length > 1;
  return (
    <>
      <WayLines way={scoring} />
      <Passage title={t.why.scoring}>
        <ScoredLines scored={scoring.scored} />
        {without !== null && <p class="why-note">{without}</p>}
      </Passage>
      <Passage title={t.why.toPoints}>
        <p class="why-note">{mode === 'half_up' ? t.why.halfUp({ places }) : t.why.halfEven({ places })}</p>
        {scoring.categories.map((points) => (
          <IndicatorPoints key={points.id} points={points} places={places} named={several} />
        ))}
      </Passage>
    </>
  );
}

/** An indicator that is scored: what goes in, the score, the points. */
export function IndicatorLines({ told }: { told: IndicatorTold }) {
  return (
    <>
      {told.scorings.map((scoring) => (
        <Scoring scoring={scoring} told={told} />
      ))}
    </>
  );
}

interface PartProps {
  readonly part: PartTold;
  readonly places: number;
  readonly children?: ComponentChildren;
}

function Part({ part, places, children }: PartProps) {
  const page = usePage();
  return (
    <li class="why-pair">
      <span class="why-name">{page.say(part.label)}</span>
      <span class="why-value">{resultText(page, part, places)}</span>
      {children}
    </li>
  );
}

/** A part of a sum that can be asked about itself. */
function AskedPart({ category, within, ...rest }: PartProps & { category: string; within: string }) {
  const { say } = usePage();
  const { kind, id, label } = rest.part;
  const why = useWhy({ of: `${kind}:${id}`, category, label: say(label), within });
  return (
    <Part {...rest}>
      {why.button}
      {why.panel}
    </Part>
  );
}

/** What parts without known weights give together, and how both ends come about. */
function Unweighted({ told, places }: { told: UnweightedTold; places: number }) {
  const page = usePage();
  const { t, say } = page;
  const end = ({ label, product }: UnweightedTold['low']): string => say(label) + t.colon + productText(page, product, places);
  return (
    <>
      <p class="why-note">{t.why.unweighted({ most: told.max })}</p>
      <Ends low={end(told.low)} high={end(told.high)} />
    </>
  );
}

/** The sum written out, at both ends. */
function WrittenOut({ sum, score, places }: { sum: SumTold; score: Points; places: number }) {
  const parts = sum.parts.reduce<Points[]>((list, part) => (part.score == null ? list : [...list, part.score]), []);
  if (sum.unweighted !== undefined) parts.push(sum.unweighted.score);
  const written = (end: 'low' | 'high'): string => {
    const terms = parts.map((part) => withPlaces(part[end], places)).join(' + ');
    return `${terms} = ${withPlaces(score[end], places)}`;
  };
  return <Ends low={written('low')} high={written('high')} />;
}

function Floor({ floor }: { floor: FloorTold }) {
  const { t, say } = usePage();
  const text = t.why.floor({
    of: say(floor.label),
    field: floor.field === undefined ? '' : say(floor.field.label),
    percent: floor.least_percent,
    points: floor.least_points === undefined ? '' : toldText(floor.least_points),
  });
  return (
    <li class="why-pair">
      <span class="why-name">{text}</span> <StatusMark status={floor.status} />
    </li>
  );
}

function Conclusion({ outcome, label }: { outcome: OutcomeTold; label: string }) {
  const { t, say } = usePage();
  const { fields = [], line, blocked_by: blocked, unknown } = outcome;
  const list = (named: readonly { readonly label: Parameters<typeof say>[0] }[]): string => t.list(named.map(({ label }) => say(label)));
  return (
    <Passage title={t.why.conclusion}>
      {outcome.judged ? (
        <p>
          {label}
          {t.colon}
          <FitMark fit={outcome.fit} judged /> {t.eligible[outcome.eligible]}
        </p>
      ) : (
        <p>{t.nothingToPass}</p>
      )}
      {blocked.length > 0 && <p>{t.why.blocked({ requirements: list(blocked) })}</p>}
      {unknown.length > 0 && <p>{t.why.open({ requirements: list(unknown) })}</p>}
      {fields.length > 0 && <p>{t.why.fields({ fields: list(fields) })}</p>}
      {line != null && (
        <>
          <p>
            {t.why.line({ total: line.total })} <StatusMark status={line.total_status} />
          </p>
          <RuleLines rule={line.rule} />
        </>
      )}
    </Passage>
  );
}

interface SumProps {
  readonly sum: SumTold;
  readonly places: number;
  readonly named: boolean;
  /** Whether it is that of a field alone: its parts are then others than those of its category. */
  readonly alone: boolean;
  /** What people call what is explained. */
  readonly title: string;
  /** The question of which it is the answer. */
  readonly within: string;
}

function Sum({ sum, places, named, alone, title, within }: SumProps) {
  const page = usePage();
  const { t, say } = page;
  const { by_option: options = [], floors = [] } = sum;
  return (
    <>
      {named && <p class="why-name">{say(sum.label)}</p>}
      <Passage title={t.why.parts}>
        <ul>
          {sum.parts.map((part) =>
            alone ? (
              <Part key={part.id} part={part} places={places} />
            ) : (
              <AskedPart key={part.id} part={part} places={places} category={sum.id} within={within} />
            ),
          )}
        </ul>
        {sum.unweighted !== undefined && <Unweighted told={sum.unweighted} places={places} />}
        {sum.score == null ? <p class="why-note">{t.why.noSum}</p> : options.length === 0 && <WrittenOut sum={sum} score={sum.score} places={places} />}
        {options.length > 0 && (
          <>
            <p class="why-note">{t.why.byOption}</p>
            <ul>
              {options.map((option) => (
                <li class="why-pair" key={option.id}>
                  <span class="why-name">{say(option.label)}</span>
                  <span class="why-value">{resultText(page, option, places)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Passage>
      {sum.outcome !== undefined && <Conclusion outcome={sum.outcome} label={alone ? title : say(sum.label)} />}
      {floors.length > 0 && (
        <Passage title={t.why.floors}>
          <ul>
            {floors.map((floor) => (
              <Floor floor={floor} />
            ))}
          </ul>
        </Passage>
      )}
      <Levers levers={sum.open} />
    </>
  );
}

interface SumsProps {
  readonly sums: readonly SumTold[];
  readonly kind: 'category' | 'field' | 'dimension' | 'indicator';
  readonly places: Places;
  readonly title: string;
  readonly within: string;
}

/** Points that are sums: the parts, the sum written out, what is concluded from it. */
export function SumsLines({ sums, kind, places, title, within }: SumsProps) {
  const digits = kind === 'dimension' || kind === 'indicator' ? places[kind] : places.total;
  return (
    <>
      {sums.map((sum) => (
        <Sum key={sum.id} sum={sum} places={digits} named={sums.length > 1} alone={kind === 'field'} title={title} within={within} />
      ))}
    </>
  );
}
