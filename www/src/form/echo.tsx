/** How a number was read, said beside it; and what helps where it was not. */
import type { Fault } from '../boundary';
import type { Draft, NumberDraft } from '../session/drafts';
import { grouped, inSmallest, isNumber, readNumber, type Reading } from '../session/numerals';
import { numberKind, unitsOf } from '../session/outline';
import { whyRefused } from '../session/refusals';
import { usePage, type Page } from '../page/context';
import { echo, quantity } from '../page/shared';

/** Two ends with their unit, one of which may be open. */
function endsText(page: Page, low: string, high: string, unit: string): string {
  const { t } = page;
  if (high === '') return t.form.atLeast({ value: quantity(page, low, unit) });
  const most = quantity(page, high, unit);
  return low === '' ? t.form.atMost({ value: most }) : t.reading.between({ low: grouped(low), high: most });
}

/** How a range was read, with the same in the smallest unit. */
function rangeEcho(page: Page, figure: string, low: string, high: string, unit: string): string {
  const known = page.outline.figures.get(figure);
  const kind = known === undefined ? undefined : numberKind(known);
  const small = [low, high].map((number) => (kind === undefined ? undefined : inSmallest(number, unit, unitsOf(kind))));
  const smallUnit = (small[0] ?? small[1])?.unit;
  const same = smallUnit === undefined ? '' : page.t.form.same({ value: endsText(page, small[0]?.number ?? '', small[1]?.number ?? '', smallUnit) });
  return page.t.form.readAs({ value: endsText(page, low, high, unit) + same });
}

/** How a text was read; empty where it is no number. */
export function readingEcho(page: Page, figure: string, { number, between, about }: Reading, unit: string): string {
  const said =
    between !== undefined
      ? rangeEcho(page, figure, ...between, unit) + page.t.reading.asEstimate
      : isNumber(number)
        ? echo(page, figure, number, unit)
        : '';
  return said === '' || about === undefined ? said : said + page.t.reading.about;
}

/** Whether a text says plainly what it is: few digits and nothing else. */
function isPlain(text: string, { number }: Reading): boolean {
  return text.trim() === '' || (number === text && number.replace(/\D/g, '').length < 4);
}

function Said({ page, id, text, unit }: { page: Page; id: string; text: string; unit: string }) {
  const reading = readNumber(text, [unit]);
  const said = isPlain(text, reading) ? '' : readingEcho(page, id, reading, unit);
  return said === '' ? null : <span class="echo">{said}</span>;
}

/** How this year's value, or each end of its estimate, was read. */
export function Echo({ id, draft }: { id: string; draft: NumberDraft }) {
  const page = usePage();
  if (draft.notCollected) return <span class="echo">{page.t.form.notCollectedNote}</span>;
  if (!draft.estimate) return <Said page={page} id={id} text={draft.text} unit={draft.unit} />;
  const readings = [draft.low, draft.high].map((text) => readNumber(text, [draft.unit]));
  const [low = '', high = ''] = readings.map(({ number }) => number);
  const wrong = [low, high].some((number) => number !== '' && !isNumber(number));
  const plain = [draft.low, draft.high].every((text, at) => isPlain(text, readings[at] ?? { number: '' }));
  if (wrong || plain || low + high === '') return null;
  const about = readings.some((reading) => reading.about !== undefined);
  return <span class="echo">{rangeEcho(page, id, low, high, draft.unit) + (about ? page.t.reading.about : '')}</span>;
}

/** How last year's value was read. */
export function LastEcho({ id, draft }: { id: string; draft: NumberDraft }) {
  return <Said page={usePage()} id={id} text={draft.last} unit={draft.lastUnit} />;
}

/** What helps where a text was read as no number, in place of what the engine says of every such text. */
export function remedyFor({ t }: Page, draft: Draft, { code, place }: Fault): string | undefined {
  if (draft.kind !== 'number' || code !== 'malformed_number') return undefined;
  const last = place.includes('/last');
  const boxes = last ? [draft.last] : draft.estimate ? [draft.low, draft.high] : [draft.text];
  const units = [last ? draft.lastUnit : draft.unit];
  const why = boxes.map((text) => whyRefused(text, units, !last && !draft.estimate)).find((reason) => reason !== undefined);
  return why === undefined ? undefined : t.reading.refused[why];
}
