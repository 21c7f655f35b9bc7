// A range of points drawn as a bar: certain points solid, open points hatched, the line as a stroke. The same is written
// beside it, so the drawing is hidden from screen readers.

interface Props {
  low: string;
  high: string;
  max: string;
  line?: string | undefined;
}

/** A decimal as a length of the drawing; drawing is the only use of a binary number. */
function share(value: string, max: string): number {
  const whole = Number(max);
  return whole > 0 ? Math.max(0, Math.min(100, (Number(value) / whole) * 100)) : 0;
}

export function RangeBar({ low, high, max, line }: Props) {
  const certain = share(low, max);
  const open = share(high, max) - certain;
  const strokes = [];
  for (let at = Math.ceil(certain / 2) * 2 + 1; at < certain + open; at += 2) strokes.push(at);
  return (
    <svg class="range-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="range-track" x="0" y="2" width="100" height="6" />
      <rect class="range-open" x={certain} y="2" width={open} height="6" />
      {strokes.map((at) => (
        <line class="range-hatch" x1={at} x2={at} y1="2" y2="8" />
      ))}
      <rect class="range-certain" x="0" y="2" width={certain} height="6" />
      {line !== undefined && <line class="range-line" x1={share(line, max)} x2={share(line, max)} y1="0" y2="10" />}
    </svg>
  );
}
