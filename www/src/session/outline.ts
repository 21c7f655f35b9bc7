/** A rulebook as the page needs it: looked up by id, its figures in the sections of the form. */
import type { Figure, FigureKind, Indicator, NumberKind, Rulebook, Standing, Text } from '../boundary';

/** A section of the form. */
export interface Section {
  /** The dimension's id; `undefined` for the city as a whole. */
  readonly id: string | undefined;
  readonly label: Text | undefined;
  readonly help: Text | undefined;
  readonly standing: Standing | undefined;
  readonly figures: readonly Figure[];
}

/** What the page knows of a rulebook. */
export interface Outline {
  readonly rulebook: Rulebook;
  readonly sections: readonly Section[];
  readonly figures: ReadonlyMap<string, Figure>;
  /** The figures of which a rule reads last year's value. */
  readonly readsLast: ReadonlySet<string>;
  readonly label: (kind: Labelled, id: string) => Text;
}

/** What has a label and is looked up by id. */
export type Labelled =
  | 'figure'
  | 'derived'
  | 'requirement'
  | 'category'
  | 'field'
  | 'dimension'
  | 'indicator'
  | 'material'
  | 'route';

/** A figure's kind as a tag. */
export type KindTag = 'number' | 'choice' | 'yes_no' | 'checklist';

export function kindTag(kind: FigureKind): KindTag {
  if (kind === 'yes_no') return 'yes_no';
  if ('number' in kind) return 'number';
  return 'choice' in kind ? 'choice' : 'checklist';
}

/** The number kind of a figure that is a number. */
export function numberKind(figure: Figure): NumberKind | undefined {
  return figure.kind !== 'yes_no' && 'number' in figure.kind ? figure.kind.number : undefined;
}

/** Every unit a city may use, the figure's own first. */
export function unitsOf(kind: NumberKind): readonly string[] {
  return [kind.unit, ...(kind.units ?? [])];
}

/** The options of a choice, the items of a checklist; none for other kinds. */
export function optionsOf(figure: Figure): readonly { id: string; label: Text; help?: Text }[] {
  if (figure.kind === 'yes_no' || 'number' in figure.kind) return [];
  return 'choice' in figure.kind ? figure.kind.choice.options : figure.kind.checklist.items;
}

const FORMULA_KEYS = ['of', 'formula', 'condition', 'when'];
const READS_LAST = /\b(?:last|growth)\s*\(\s*([a-z][a-z0-9_]*)\s*\)/g;

/** The names of which a formula anywhere below `part` reads last year's value. */
function lastReadBelow(part: unknown, found: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part as Record<string, unknown>)) {
    if (typeof value === 'string' && FORMULA_KEYS.includes(key)) {
      for (let match = READS_LAST.exec(value); match; match = READS_LAST.exec(value)) found.add(match[1] ?? '');
    } else {
      lastReadBelow(value, found);
    }
  }
}

function indexed<T extends { id: string }>(list: readonly T[] | undefined): ReadonlyMap<string, T> {
  return new Map((list ?? []).map((item): [string, T] => [item.id, item]));
}

function indicatorsBelow(list: readonly Indicator[], into: Map<string, Indicator>): void {
  for (const indicator of list) {
    into.set(indicator.id, indicator);
    indicatorsBelow(indicator.indicators ?? [], into);
  }
}

/** The outline of a rulebook that the engine has accepted. */
export function outline(rulebook: Rulebook): Outline {
  const indicators = new Map<string, Indicator>();
  for (const dimension of rulebook.dimensions) indicatorsBelow(dimension.indicators, indicators);
  const figures = indexed(rulebook.figures);
  const labelled: Record<Labelled, ReadonlyMap<string, { label: Text }>> = {
    figure: figures,
    derived: indexed(rulebook.derived),
    requirement: indexed(rulebook.requirements),
    category: indexed(rulebook.categories),
    field: indexed(rulebook.fields),
    dimension: indexed(rulebook.dimensions),
    indicator: indicators,
    material: indexed(rulebook.materials),
    route: indexed(rulebook.routes),
  };
  const readsLast = new Set<string>();
  lastReadBelow(rulebook, readsLast);
  const inSection = (id: string | undefined) => rulebook.figures.filter((figure) => figure.dimension === id);
  const city: Section = { id: undefined, label: undefined, help: undefined, standing: undefined, figures: inSection(undefined) };
  const sections = rulebook.dimensions.map(
    ({ id, label, help, standing }): Section => ({ id, label, help, standing, figures: inSection(id) }),
  );
  return {
    rulebook,
    sections: [city, ...sections],
    figures,
    readsLast,
    label: (kind, id) => labelled[kind].get(id)?.label ?? { zh: id, en: id },
  };
}
