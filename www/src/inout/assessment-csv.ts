/** The assessment as a table: a row for each thing that is concluded. */
import type { Assessment, Basis, CategoryResult, IndicatorResult, Points } from '../boundary';
import type { Page } from '../page/context';
import { categoryName, most } from '../page/shared';
import { csvText, type CsvCell } from '../sheet/csv';
import type { Texts } from '../texts';

type Kind = keyof Texts['inout']['csv']['kinds'];

interface Line {
  readonly kind: Kind;
  readonly of?: string;
  readonly id: string;
  readonly name: string;
  readonly state?: string;
  readonly points?: Points | null | undefined;
  readonly most?: string | null | undefined;
  /** The points that depend on what is missing. */
  readonly open?: string | null | undefined;
  readonly line?: string | undefined;
  readonly basis?: Basis;
}

function indicatorLines(page: Page, list: readonly IndicatorResult[], of: string): readonly Line[] {
  const { t, name } = page;
  return list.reduce<readonly Line[]>((all, indicator) => {
    const { id, score, max, share, basis } = indicator;
    const state = share === undefined ? '' : t.inout.csv.share({ low: share.low, high: share.high });
    const own: Line = { kind: 'indicator', of, id, name: name('indicator', id), state, points: score, most: max, basis };
    // Left out where there are none.
    return [...all, own, ...indicatorLines(page, (indicator as Partial<IndicatorResult>).indicators ?? [], of)];
  }, []);
}

function categoryLines(page: Page, kind: 'category' | 'field', result: CategoryResult): readonly Line[] {
  const { t, name } = page;
  const own = kind === 'field' ? name('field', result.id) : categoryName(page, result.id);
  const head: Line = {
    kind,
    of: result.category === undefined ? '' : name('category', result.category),
    id: result.id,
    name: own,
    state: result.judged ? t.fit[result.fit] : t.scoredOnly,
    points: result.score,
    most: most(result.dimensions),
    line: result.line?.total,
    ...(result.line == null ? {} : { basis: result.line.basis }),
  };
  return result.dimensions.reduce<readonly Line[]>(
    (all, { id, weight, score, indicators }) => [
      ...all,
      { kind: 'dimension', of: own, id, name: name('dimension', id), points: score, most: weight },
      ...indicatorLines(page, indicators, own),
    ],
    [head],
  );
}

function row(page: Page, { kind, of = '', id, name, state = '', points, most: greatest, open, line, basis }: Line): readonly CsvCell[] {
  const { t } = page;
  const number = (text: string | null | undefined): CsvCell => ({ text: text ?? '', number: true });
  return [
    { text: t.inout.csv.kinds[kind] },
    { text: of },
    { text: id },
    { text: name },
    { text: state },
    number(points?.low),
    number(points?.high),
    number(greatest),
    number(line),
    number(open),
    { text: basis === undefined ? '' : t.basis[basis] },
  ];
}

/** Everything concluded, with the points as decimals and the words of the page's language. */
export function assessmentCsv(page: Page, { categories, fields, requirements, missing }: Assessment): string {
  const { t, name } = page;
  const words = t.inout.csv;
  const lines: readonly Line[] = [
    ...categories.reduce<readonly Line[]>((all, result) => [...all, ...categoryLines(page, 'category', result)], []),
    ...fields.reduce<readonly Line[]>((all, result) => [...all, ...categoryLines(page, 'field', result)], []),
    ...requirements.map(({ id, status, basis, effect, applies_to: of }): Line => ({
      kind: effect === 'hint' ? 'hint' : 'requirement',
      of: t.list(of.map((category) => categoryName(page, category))),
      id,
      name: name('requirement', id),
      state: t.status[status],
      basis,
    })),
    ...missing.figures.map(({ id, state, open }): Line => ({
      kind: 'figure',
      id,
      name: name('figure', id),
      state: t.missingState[state] || words.missing,
      open,
    })),
    ...missing.materials.map(({ id }): Line => ({ kind: 'material', id, name: name('material', id), state: words.missing })),
  ];
  const { kind, category, id, name: label, state, low, high, most: greatest, line, open, basis } = words;
  const head = [kind, category, id, label, state, low, high, greatest, line, open, basis].map((text): CsvCell => ({ text }));
  return csvText([head, ...lines.map((each) => row(page, each))]);
}
