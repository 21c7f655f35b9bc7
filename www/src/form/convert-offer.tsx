import { useState } from 'preact/hooks';
import type { NumberDraft } from '../session/drafts';
import { converted, readNumber } from '../session/numerals';
import { usePage } from '../page/context';
import { quantity } from '../page/shared';

type Box = 'text' | 'low' | 'high' | 'last';

/** What stood in the boxes when their unit was changed. */
interface Switched {
  readonly from: string;
  readonly stood: string;
}

const standing = (draft: NumberDraft, boxes: readonly Box[]): string => JSON.stringify(boxes.map((box) => draft[box]));

/** The boxes with what stands in them in another unit; `undefined` where one cannot be converted or none is filled. */
function convertedBoxes(draft: NumberDraft, boxes: readonly Box[], from: string, to: string): Partial<NumberDraft> | undefined {
  const change: Partial<Record<Box, string>> = {};
  for (const box of boxes) {
    if (draft[box].trim() === '') continue;
    const number = converted(readNumber(draft[box]).number, from, to);
    if (number === undefined) return undefined;
    change[box] = number;
  }
  return Object.keys(change).length === 0 ? undefined : change;
}

/** Remembers that a unit was changed over what stands in `boxes`; changing it back and forth keeps the first unit. */
export function useSwitched(draft: NumberDraft, boxes: readonly Box[]): { from: string | undefined; note: (from: string) => void } {
  const [switched, setSwitched] = useState<Switched | null>(null);
  const stood = standing(draft, boxes);
  const valid = switched !== null && switched.stood === stood;
  return {
    from: valid ? switched.from : undefined,
    note: (from) => {
      if (!valid) setSwitched({ from, stood });
    },
  };
}

interface ConvertOfferProps {
  readonly draft: NumberDraft;
  readonly boxes: readonly Box[];
  readonly from: string | undefined;
  readonly unit: string;
  readonly change: (draft: NumberDraft) => void;
}

/** After the unit was changed: offers to convert what stands there, which otherwise keeps its digits. */
export function ConvertOffer({ draft, boxes, from, unit, change }: ConvertOfferProps) {
  const page = usePage();
  if (from === undefined || from === unit || draft.notCollected) return null;
  const boxesNow = convertedBoxes(draft, boxes, from, unit);
  if (boxesNow === undefined) return null;
  const values = boxes.map((box) => boxesNow[box]).filter((number): number is string => number !== undefined);
  return (
    <button
      type="button"
      class="link convert"
      onClick={(event) => {
        // The button goes away with the click: the focus goes to what it changed.
        const line = event.currentTarget.closest('.row-entry');
        change({ ...draft, ...boxesNow });
        line?.querySelector<HTMLElement>(boxes.includes('last') ? '.number-last input' : 'input.number')?.focus();
      }}
    >
      {page.t.form.convert({ value: values.map((number) => quantity(page, number, unit)).join(` ${page.t.form.to} `) })}
    </button>
  );
}
