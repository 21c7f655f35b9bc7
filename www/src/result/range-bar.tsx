import type { Decimal } from '../boundary';

interface RangeBarProps {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly most: Decimal;
  readonly line?: Decimal | undefined;
  /** What the bar says in words. */
  readonly label: string;
  readonly size?: 'large' | 'small';
}

/** How much of the most some points are, in percent; only for drawing. */
export function percent(value: Decimal, most: Decimal): number {
  const share = (100 * Number(value)) / Number(most);
  return Number.isFinite(share) ? Math.max(0, Math.min(100, share)) : 0;
}

/** A range of points: what is certain is filled, what is open is outlined and hatched, the line is a stroke. */
export function RangeBar({ low, high, most, line, label, size = 'small' }: RangeBarProps) {
  const [from, to] = [percent(low, most), percent(high, most)];
  const large = size === 'large';
  const [height, top, thick] = large ? [22, 4, 14] : [12, 2, 8];
  const at = line === undefined ? undefined : percent(line, most);
  return (
    <svg class={`range range-${size}`} width="100%" height={height} role="img" aria-label={label} focusable="false">
      <rect class="range-track" x="0" y={top} width="100%" height={thick} />
      {to > from && <rect class="range-open" x={`${from}%`} y={top} width={`${to - from}%`} height={thick} />}
      {to > from && (
        // As thick as the bar and dashed: one element for all strokes of the hatch.
        <line class="range-hatch" x1={`${from}%`} x2={`${to}%`} y1={height / 2} y2={height / 2} stroke-width={thick - 2} />
      )}
      {to > from && <rect class="range-edge" x={`${from}%`} y={top} width={`${to - from}%`} height={thick} />}
      {from > 0 && <rect class="range-certain" x="0" y={top} width={`${from}%`} height={thick} />}
      {from > 0 && from === to && <line class="range-end" x1={`${from}%`} x2={`${from}%`} y1={top} y2={top + thick} />}
      {at !== undefined && <line class="range-line" x1={`${at}%`} x2={`${at}%`} y1="0" y2={height} />}
    </svg>
  );
}
