/** What it would take, in words: from what to what, by how much; what cannot be reached and how far one gets. */
import type { Effected, FloorResult, GoalReach, Limit, MissingState, ReachValue, ReachWay } from '../boundary';
import { PartLink } from '../page/bits';
import { usePage, type Page } from '../page/context';
import { comparisonSign, partOfInput, quantity } from '../page/shared';
import { minus } from '../session/decimals';
import { optionsOf } from '../session/outline';
import { floorOf } from './shortfall';

function optionName(page: Page, figure: string, id: string): string {
  const known = page.outline.figures.get(figure);
  const option = known === undefined ? undefined : optionsOf(known).find((one) => one.id === id);
  return option === undefined ? id : page.say(option.label);
}

function valueText(page: Page, { figure, unit }: ReachWay, value: ReachValue): string {
  const { t } = page;
  if (typeof value === 'boolean') return value ? t.form.yes : t.form.no;
  if (typeof value === 'string') return unit === undefined ? optionName(page, figure, value) : quantity(page, value, unit);
  if (Array.isArray(value)) return value.length === 0 ? t.form.none : t.list(value.map((item) => optionName(page, figure, item)));
  const [low, high] = value.between;
  if (low == null) return high == null ? t.why.anyValue : t.form.atMost({ value: quantity(page, high, unit ?? '') });
  if (high == null) return t.form.atLeast({ value: quantity(page, low, unit ?? '') });
  return t.result.range({ low: quantity(page, low, ''), high: quantity(page, high, unit ?? '') });
}

/** How a figure that is not known is known so far. */
function nowText(page: Page, way: ReachWay): string {
  const { reach } = page.t.why;
  const states: Readonly<Record<MissingState, string>> = {
    unknown: reach.notEntered,
    last_year: reach.notEntered,
    not_collected: reach.notCollected,
    estimate: way.from == null ? reach.notEntered : reach.estimated({ range: valueText(page, way, way.from) }),
  };
  return way.state === undefined ? '' : states[way.state];
}

/** What is ticked and unticked from one list of items to another. */
function itemsText(page: Page, figure: string, from: readonly string[], to: readonly string[]): string {
  const { reach } = page.t.why;
  const names = (list: readonly string[]): string => page.t.list(list.map((item) => optionName(page, figure, item)));
  const [added, left] = [to.filter((item) => from.indexOf(item) < 0), from.filter((item) => to.indexOf(item) < 0)];
  const parts = [added.length === 0 ? '' : reach.add({ items: names(added) }), left.length === 0 ? '' : reach.leaveOut({ items: names(left) })];
  return parts.filter((part) => part !== '').join(' · ');
}

/** From what to what a figure would have to change, and by how much. */
export function changeText(page: Page, way: ReachWay): string {
  const { reach } = page.t.why;
  const { from, to, unit, sense, figure } = way;
  const target = valueText(page, way, to);
  if (unit !== undefined && typeof to === 'string') {
    let change: string;
    if (typeof from === 'string') {
      const less = minus(from, to);
      const told = { from: valueText(page, way, from), to: target, by: quantity(page, less.replace('-', ''), unit) };
      change = less.startsWith('-') ? reach.raise(told) : reach.lower(told);
    } else {
      const told = { now: nowText(page, way), to: target };
      change = sense === 'at_least' ? reach.atLeast(told) : sense === 'at_most' ? reach.atMost(told) : reach.exactly(told);
    }
    return sense === 'exactly' ? reach.onlyThis({ change }) : change;
  }
  if (Array.isArray(to)) {
    return Array.isArray(from) ? itemsText(page, figure, from, to) : reach.include({ now: nowText(page, way), to: target });
  }
  return from == null ? reach.choose({ now: nowText(page, way), to: target }) : reach.change({ from: valueText(page, way, from), to: target });
}

/** The name of what a rule compares, where it is one thing; else the formula as the rulebook writes it. */
function formulaName(page: Page, formula: string): string {
  const { outline, name, t } = page;
  const [, counted] = /^count\((\w+)\)$/.exec(formula) ?? [];
  if (counted !== undefined && outline.figures.has(counted)) return t.why.reach.itemsOf({ figure: name('figure', counted) });
  for (const kind of ['derived', 'figure', 'indicator'] as const) {
    const label = name(kind, formula);
    if (label !== formula) return label;
  }
  return formula;
}

function effectText(page: Page, { of, from, to, unit }: Effected): string {
  const { reach } = page.t.why;
  const named = formulaName(page, of);
  if (unit === undefined) return from == null ? reach.pointsBecome({ of: named, to }) : reach.points({ of: named, from, to });
  return reach.value({ of: named, from: from == null ? '' : quantity(page, from, unit), to: quantity(page, to, unit) });
}

function Way({ way }: { way: ReachWay }) {
  const page = usePage();
  const { effects = [] } = way;
  return (
    <li class="why-way">
      <PartLink part={`figures/${way.figure}`} />
      {page.t.colon}
      {changeText(page, way)}
      {effects.length > 0 && <span class="why-note">{effects.map((effect) => effectText(page, effect)).join(' · ')}</span>}
    </li>
  );
}

const LAST = /^last\((\w+)\)$/;

/** Links to where inputs are entered. */
function Inputs({ ids }: { ids: readonly string[] }) {
  const page = usePage();
  const { t } = page;
  return (
    <>
      {ids.map((id, at) => {
        const [, last] = LAST.exec(id) ?? [];
        return (
          <>
            {at > 0 && t.separator}
            {last === undefined ? (
              <PartLink part={partOfInput(page, id)} />
            ) : (
              <PartLink part={`figures/${last}`}>{t.why.lastYear({ label: page.name('figure', last) })}</PartLink>
            )}
          </>
        );
      })}
    </>
  );
}

/** What stays short, in words. */
export function limitText(page: Page, { what, of, need = '', best = '', comparison = '', unit = '', decided_by: deciders = [] }: Limit): string {
  const { t, name } = page;
  const { reach } = t.why;
  switch (what) {
    case 'total':
      return reach.limitPoints({ of: t.result.overall, best, need });
    case 'dimension':
      return reach.limitPoints({ of: name('dimension', of), best, need });
    case 'indicator':
      return reach.limitIndicator({ of: name('indicator', of), need: quantity(page, need, unit) });
    case 'comparison': {
      const told = { of: formulaName(page, of), best: quantity(page, best, unit), need: quantity(page, need, unit), comparison: comparisonSign(comparison) };
      return comparison.charAt(0) === '<' ? reach.limitLeast(told) : reach.limitMost(told);
    }
    default: {
      const requirement = name('requirement', of);
      return deciders.length > 0 ? reach.limitFixed({ requirement }) : reach.limitAlways({ requirement });
    }
  }
}

function floorText(page: Page, floor: FloorResult): string {
  const { t, name } = page;
  return t.why.floor({
    of: floorOf(page, floor),
    field: floor.field === undefined ? '' : name('field', floor.field),
    percent: floor.least_percent,
    points: '',
  });
}

function outcomeText(page: Page, { outcome, ways = [], set }: GoalReach): string {
  const { reach } = page.t.why;
  const count = set?.figures.length ?? 0;
  switch (outcome) {
    case 'certain':
      return reach.certain;
    case 'ways':
      return ways.length === 1 ? reach.oneWay : reach.ways;
    case 'set':
      if (count === 1) return reach.oneWay;
      return set?.smallest === true ? reach.set({ count }) : reach.setUnproved({ count });
    case 'unreachable':
      return reach.unreachable;
    case 'waits':
      return reach.waits;
    default:
      return reach.undecided;
  }
}

/** What it would take to reach a goal. */
export function GoalLines({ goal }: { goal: GoalReach }) {
  const page = usePage();
  const { reach } = page.t.why;
  const { ways = [], set, limits = [], waits_for: waitsFor = [], eased_by: easedBy = [], not_searched: notSearched = [], floors = [] } = goal;
  return (
    <>
      {floors.length > 0 && <p>{reach.floors({ floors: page.t.list(floors.map((floor) => floorText(page, floor))) })}</p>}
      {easedBy.length > 0 && (
        <p>
          {reach.easedBy}
          <Inputs ids={easedBy} />
        </p>
      )}
      <p class="why-result">
        {outcomeText(page, goal)}
        {waitsFor.length > 0 && <Inputs ids={waitsFor} />}
      </p>
      {ways.length > 0 && (
        <ul class="why-ways">
          {ways.map((way) => (
            <Way key={way.figure} way={way} />
          ))}
        </ul>
      )}
      {set !== undefined && (
        <ol class="why-ways">
          {set.figures.map((way) => (
            <Way key={way.figure} way={way} />
          ))}
        </ol>
      )}
      {limits.length > 0 && (
        <ul class="why-ways">
          {limits.map((limit) => (
            <li class="why-way">
              {limitText(page, limit)}
              {limit.what === 'requirement' && <Inputs ids={limit.decided_by ?? []} />}
            </li>
          ))}
        </ul>
      )}
      {notSearched.length > 0 && (
        <p class="why-note">
          {reach.notSearched}
          <Inputs ids={notSearched} />
        </p>
      )}
      <p class="why-note">{reach.premise}</p>
    </>
  );
}
