/** How a number was read, said beside it; and what helps where it was not. */
import type { NumberDraft } from '../session/drafts';
import { inSmallest, isNumber, readNumber, type Reading } from '../session/numerals';
import { numberKind, unitsOf } from '../session/outline';
import { whyRefused } from '../session/refusals';
import { usePage, type Page } from '../page/context';
import { echo, quantity } from '../page/shared';

/** Two ends with their unit, one of which may be open. */
function endsText({ t, ...page }: Page, low: string, high: string, unit: string): string {
  const of = (number: string): string => quantity({ t, ...page }, number, unit);
  if (high === '') return t.form.atLeast({ value: of(low) });
  return low === '' ? t.form.atMost({ value: of(high) }) : t.reading.between({ low: of(low), high: of(high) });
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

/** What helps where something typed was read as no number. */
export function Refused({ draft }: { draft: NumberDraft }) {
  const { t } = usePage();
  const boxes = draft.estimate ? [draft.low, draft.high] : [draft.text];
  const reasons = [
    ...(draft.notCollected ? [] : boxes.map((text) => whyRefused(text, [draft.unit], !draft.estimate))),
    whyRefused(draft.last, [draft.lastUnit]),
  ];
  const why = reasons.find((reason) => reason !== undefined);
  return why === undefined ? null : <p class="fault refused">{t.reading.refused[why]}</p>;
}
