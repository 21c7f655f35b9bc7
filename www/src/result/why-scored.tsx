/** How a score function came to its score: which band, between which points, which option. */
import type { FormulaTold, Hit, ItemTold, PartScored, Scored, ScoredBy } from '../boundary';
import { usePage } from '../page/context';
import { Choices, Exceptions } from './why-inputs';
import { inWords, rangeOf, sayInWords, shareText, toldText } from './why-text';
import { bandText, lineTexts, type LineTold } from './why-working';

const SIGN_OF_HIT: Readonly<Record<Hit, string>> = { yes: '→', maybe: '?', no: '' };

/** A score that counts, may count or does not, by a sign and to those who do not see it by words. */
function ScoreRow({ hit, name, score }: { hit: Hit; name: string; score: string }) {
  const { t } = usePage();
  return (
    <tr class={`why-hit-${hit}`}>
      <td class="why-sign">
        <span aria-hidden="true">{SIGN_OF_HIT[hit]}</span>
        <span class="hidden">{t.why.hits[hit]}</span>
      </td>
      <th scope="row">{name}</th>
      <td class="why-value">{score}</td>
    </tr>
  );
}

/** What is scored, with its value. */
function Value({ of }: { of: FormulaTold }) {
  const page = usePage();
  const { say } = page;
  // A name alone needs no second telling of its value.
  const isName = /^\w+$/.test(of.written);
  return (
    <>
      <p>
        {say(of.labels)} = {!isName && `${sayInWords(page, of.values)} = `}
        <span class="why-value">{rangeOf(page, of.value)}</span>
      </p>
      <Choices choices={of.choices} />
      <Exceptions list={of.undefined} />
    </>
  );
}

function Line({ by }: { by: LineTold }) {
  const page = usePage();
  const { scored } = page.t.why;
  const points = by.points.map(({ at, score }) => scored.gives({ value: inWords(page, at), score: toldText(score) }));
  return (
    <>
      <p class="why-note">{scored.line({ most: toldText(by.out_of) })}</p>
      <Value of={by.of} />
      <p>{scored.straight({ points: points.join(page.t.why.comma) })}</p>
      {lineTexts(page, by).map((text) => (
        <p>{text}</p>
      ))}
    </>
  );
}

function tickOf({ ticked }: ItemTold): 'yes' | 'no' | 'open' {
  return ticked == null ? 'open' : ticked ? 'yes' : 'no';
}

const SIGN_OF_TICK = { yes: '✓', no: '', open: '?' };

function Items({ by }: { by: Extract<ScoredBy, { function: 'items' }> }) {
  const { t, say } = usePage();
  const [low, high] = [toldText(by.low), toldText(by.high)];
  const sum = low === high ? low : t.result.range({ low, high });
  return (
    <>
      <p class="why-note">{t.why.scored.items({ of: say(by.of.label), most: toldText(by.out_of) })}</p>
      <table class="why-table">
        <tbody>
          {by.items.map((item) => {
            const tick = tickOf(item);
            return (
              <tr class={tick === 'no' ? 'why-hit-no' : 'why-hit-yes'}>
                <td class="why-sign">
                  <span aria-hidden="true">{SIGN_OF_TICK[tick]}</span>
                  <span class="hidden">{t.why.ticks[tick]}</span>
                </td>
                <th scope="row">{say(item.label)}</th>
                <td class="why-value">{toldText(item.score)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{t.why.scored.sum({ sum, cap: toldText(by.cap) })}</p>
    </>
  );
}

function Parts({ how, parts }: { how: string; parts: readonly PartScored[] }) {
  const { t, say } = usePage();
  return (
    <>
      <p class="why-note">{how}</p>
      <ol class="why-parts">
        {parts.map((part, at) => (
          <li class={`why-hit-${part.hit}`}>
            <p class="why-name">
              {part.field === undefined ? t.why.scored.part({ number: at + 1, percent: part.percent ?? '' }) : say(part.field)}
              {part.hit !== 'yes' && <span class="why-note"> {t.why.hits[part.hit]}</span>}
            </p>
            <ScoredLines scored={part.scored} />
          </li>
        ))}
      </ol>
    </>
  );
}

function By({ by }: { by: ScoredBy }) {
  const page = usePage();
  const { t, say } = page;
  const { scored } = t.why;
  switch (by.function) {
    case 'bands':
      return (
        <>
          <p class="why-note">{scored.bands({ most: toldText(by.out_of) })}</p>
          <Value of={by.of} />
          <table class="why-table">
            <tbody>
              {by.bands.map((band) => (
                <ScoreRow hit={band.hit} name={bandText(page, band)} score={toldText(band.score)} />
              ))}
            </tbody>
          </table>
        </>
      );
    case 'line':
      return <Line by={by} />;
    case 'options':
      return (
        <>
          <p class="why-note">{scored.options({ of: say(by.of.label), most: toldText(by.out_of) })}</p>
          <table class="why-table">
            <tbody>
              {by.options.map((option) => (
                <ScoreRow hit={option.hit} name={say(option.label)} score={toldText(option.score)} />
              ))}
            </tbody>
          </table>
        </>
      );
    case 'items':
      return <Items by={by} />;
    case 'best_of':
      return <Parts how={scored.bestOf} parts={by.parts} />;
    case 'sum_of':
      return <Parts how={scored.sumOf} parts={by.parts} />;
    default:
      return <Parts how={by.all ? scored.everyField : scored.bestField} parts={by.parts} />;
  }
}

/** A score function at work, and the share of the points that it gives. */
export function ScoredLines({ scored }: { scored: Scored }) {
  const page = usePage();
  return (
    <>
      <By by={scored} />
      <p>{page.t.why.scored.share({ share: shareText(page, scored.share) })}</p>
    </>
  );
}

/** Whether what is scored has, or may have, no value somewhere. */
export function withoutValue(scored: Scored): boolean {
  switch (scored.function) {
    case 'bands':
    case 'line':
      return scored.of.value.state === 'none' || scored.of.value.may_be_undefined === true;
    case 'options':
    case 'items':
      return false;
    default:
      return scored.parts.some((part) => withoutValue(part.scored));
  }
}
