import type { CategoryResult } from '../boundary';
import { usePage, type Page } from '../page/context';
import { pure } from '../page/pure';
import { categoryName, rangeText } from '../page/shared';
import { axesOf, direction, placed, ring, type Axis, type Sheet } from './radar-shape';

const SHEET: Sheet = { width: 360, radius: 82, size: 14 };
const RINGS = [0.25, 0.5, 0.75, 1];

/** The radar in words: the same points, and what each dimension must reach. */
function inWords(page: Page, category: CategoryResult, axes: readonly Axis[]): string {
  const { t, name, outline } = page;
  const items = category.dimensions.map(({ id, score, weight }) => {
    const floor = category.line?.floors.find(({ dimension }) => dimension === id);
    return t.radar.axis({
      dimension: name('dimension', id),
      range: rangeText(page, score, outline.rulebook.rounding.dimension),
      most: weight,
      floor: floor?.least_percent ?? '',
    });
  });
  return t.radar.label({ category: categoryName(page, category.id), count: axes.length, axes: items.join(t.radar.between) });
}

interface RadarProps {
  readonly category: CategoryResult;
  /** A name that no other radar of the page has: its hatching is found by it. */
  readonly id: string;
}

/**
 * The share of each dimension's points that is reached: certain within the solid line, open up to the dashed one, and what
 * the category asks at least as a dotted line. Nothing where there are too few dimensions, or too many to name.
 */
export const Radar = pure(function Radar({ category, id }: RadarProps) {
  const page = usePage();
  const { t, name } = page;
  const axes = axesOf(category);
  if (axes.length === 0) return null;
  const { width, radius, size } = SHEET;
  const { labels, above, below } = placed(axes.map((axis) => name('dimension', axis.id)), SHEET);
  const centre = { x: width / 2, y: above + 2 };
  const high = ring(axes.map((axis) => axis.high), radius, centre);
  const low = ring(axes.map((axis) => axis.low), radius, centre);
  const open = axes.some((axis) => axis.low < axis.high);
  const floors = axes.filter(({ floor }) => floor !== undefined);
  return (
    <figure class="radar">
      <svg viewBox={`0 0 ${width} ${Math.ceil(above + below + 4)}`} role="img" aria-label={inWords(page, category, axes)} focusable="false">
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="radar-between" width="5" height="5" />
          <path class="radar-hatch" d="M0 0V5" />
        </pattern>
        {RINGS.map((part) => (
          <path key={part} class={part === 1 ? 'radar-rim' : 'radar-ring'} d={ring(axes.map(() => part), radius, centre)} />
        ))}
        {axes.map((axis, at) => {
          const { x, y } = direction(at, axes.length);
          return <path key={axis.id} class="radar-ring" d={`M${centre.x} ${centre.y}l${radius * x} ${radius * y}`} />;
        })}
        {open && <path d={high + low} fill={`url(#${id})`} fill-rule="evenodd" />}
        <path class="radar-certain" d={low} />
        {open && <path class="radar-high" d={high} />}
        {floors.length === axes.length ? (
          <path class="radar-floor" d={ring(axes.map(({ floor = 0 }) => floor), radius, centre)} />
        ) : (
          axes.map(({ floor, id: dimension }, at) => {
            if (floor === undefined) return null;
            const { x, y } = direction(at, axes.length);
            const [right, down] = [centre.x + floor * radius * x, centre.y + floor * radius * y];
            return <path key={dimension} class="radar-floor" d={`M${right - 7 * y} ${down + 7 * x}l${14 * y} ${-14 * x}`} />;
          })
        )}
        {labels.map(({ lines, anchor, x, y }, at) => (
          <text key={axes[at]?.id} class="radar-name" text-anchor={anchor} font-size={size}>
            {lines.map((line, below) => (
              <tspan key={below} x={x} y={centre.y + y + below * size * 1.25}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </svg>
      <figcaption class="key" aria-hidden="true">
        {t.radar.key} <Key name="radar-certain" means={t.result.certain} />
        {open && <Key name="radar-high" means={t.radar.atMost} />}
        {floors.length > 0 && <Key name="radar-floor" means={t.radar.floor} />}
      </figcaption>
    </figure>
  );
});

function Key({ name, means }: { name: string; means: string }) {
  return (
    <span class="radar-key">
      <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true" focusable="false">
        <path class={name} d="M1 5H27" />
      </svg>{' '}
      {means}
    </span>
  );
}
