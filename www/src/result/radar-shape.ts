/** Where the lines of a radar run and how its labels break. Only drawing: points become JavaScript numbers here and go nowhere else. */
import type { CategoryResult, Decimal, DimensionResult } from '../boundary';
import { percent } from './range-bar';

/** A dimension on its axis, each share between 0 at the centre and 1 at the rim. */
export interface Axis {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  /** The least share that the category asks of the dimension, where it asks any. */
  readonly floor: number | undefined;
}

/** A point of the drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Fewer axes make no area, more leave no room for their names. */
const [FEWEST, MOST] = [3, 10];

function share(points: Decimal, most: Decimal): number {
  return percent(points, most) / 100;
}

function axisOf(dimension: DimensionResult, { line }: CategoryResult): Axis {
  const floors = (line?.floors ?? []).filter((floor) => floor.dimension === dimension.id);
  const least = floors.map((floor) => share(floor.least_percent, '100'));
  return {
    id: dimension.id,
    low: share(dimension.score.low, dimension.weight),
    high: share(dimension.score.high, dimension.weight),
    floor: least.length === 0 ? undefined : Math.max(...least),
  };
}

/** An axis for each dimension of a category; none where a radar would say nothing. */
export function axesOf(category: CategoryResult): readonly Axis[] {
  const { dimensions } = category;
  return dimensions.length < FEWEST || dimensions.length > MOST ? [] : dimensions.map((dimension) => axisOf(dimension, category));
}

/** The direction of an axis: the first points up, the others follow clockwise. */
export function direction(at: number, of: number): Spot {
  const angle = (2 * Math.PI * at) / of - Math.PI / 2;
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

function rounded(number: number): string {
  return String(Math.round(number * 100) / 100);
}

/** The closed line through a share of each axis, as the data of an SVG path. */
export function ring(shares: readonly number[], radius: number, centre: Spot): string {
  const spots = shares.map((part, at) => {
    const { x, y } = direction(at, shares.length);
    return `${rounded(centre.x + part * radius * x)} ${rounded(centre.y + part * radius * y)}`;
  });
  return `M${spots.join('L')}Z`;
}

const WIDE = /[\u2e80-\uffef]/;
const PIECES = /[（《“「『]*(?:[^\s\u2e80-\uffef（《“「『]+|[\u2e80-\uffef])[）》”」』、，。：；]*|\s+/g;

/** About how wide a letter is, in ems. */
function widthOfSign(sign: string): number {
  if (WIDE.test(sign)) return 1;
  if (/[ fijlrt'’.,:;()[\]|-]/.test(sign)) return 0.35;
  return /[A-Zmw%&@]/.test(sign) ? 0.76 : 0.56;
}

/** About how wide a text is, in ems. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + widthOfSign(sign), 0);
}

/** A piece that is wider than a line, in parts that are not. */
function parts(piece: string, width: number): readonly string[] {
  if (widthOf(piece) <= width) return [piece];
  const most = Math.max(1, Math.floor((piece.length * width) / widthOf(piece)));
  return piece.match(new RegExp(`.{1,${most}}`, 'g')) ?? [];
}

function broken(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    for (const part of parts(piece, width)) {
      if (widthOf((line + part).trim()) <= width) {
        line += part;
      } else {
        if (line.trim() !== '') lines.push(line.trim());
        line = part.trim();
      }
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/** The text in lines of at most `width` ems, as even as can be, broken between words, in Chinese between any two characters. */
export function linesOf(text: string, width: number): readonly string[] {
  let lines = broken(text, width);
  const widest = Math.max(0, ...(text.match(PIECES) ?? []).map(widthOf));
  for (let less = width - 0.5; less >= widest; less -= 0.5) {
    const narrower = broken(text, less);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

/** The name of an axis, placed beside its end. */
export interface Label {
  readonly lines: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  /** The base of the first line. */
  readonly y: number;
}

/** How a radar lies on its sheet: `size` is that of the letters. */
export interface Sheet {
  readonly width: number;
  readonly radius: number;
  readonly size: number;
}

/** The names of the axes placed around a centre at height 0, and how far they reach above and below it. */
export function placed(names: readonly string[], { width, radius, size }: Sheet): { labels: readonly Label[]; above: number; below: number } {
  const pitch = size * 1.25;
  const reach = radius + 8;
  // Of many axes the next ones stand close: the names at top and bottom leave theirs the room.
  const narrow = names.length > 6 ? 2 * reach * direction(1, names.length).x - size : width * 0.6;
  let [above, below] = [radius, radius];
  const labels = names.map((name, at): Label => {
    const { x: right, y: down } = direction(at, names.length);
    const x = width / 2 + reach * right;
    const anchor = right > 0.1 ? 'start' : right < -0.1 ? 'end' : 'middle';
    const room = anchor === 'middle' ? narrow : anchor === 'start' ? width - x : x;
    const lines = linesOf(name, room / size);
    const height = lines.length * pitch;
    const middle = reach * down + (down * height) / 2;
    above = Math.max(above, height / 2 - middle);
    below = Math.max(below, height / 2 + middle);
    return { lines, anchor, x, y: middle - height / 2 + size };
  });
  return { labels, above, below };
}
