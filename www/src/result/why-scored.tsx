/** How a score function came to its score: which band, between which points, which option. */
import type { FormulaTold, Hit, PartScored, Scored, ScoredBy } from '../boundary';
import { usePage } from '../page/context';
import { Choices, Exceptions } from './why-inputs';
import { inWords, rangeOf, sayInWords, shareText, toldText } from './why-text';
import { bandText, howText, isName, lineTexts, partTitle, sumText, tickOf, type ItemsTold, type LineTold } from './why-working';

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
  return (
    <>
      <p>
        {say(of.labels)} = {!isName(of) && `${sayInWords(page, of.values)} = `}
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
      <Value of={by.of} />
      <p>{scored.straight({ points: points.join(page.t.why.comma) })}</p>
      {lineTexts(page, by).map((text) => (
        <p>{text}</p>
      ))}
    </>
  );
}

const SIGN_OF_TICK = { yes: '✓', no: '', open: '?' };

function Items({ by }: { by: ItemsTold }) {
  const page = usePage();
  const { t, say } = page;
  return (
    <>
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
      <p>{sumText(page, by)}</p>
    </>
  );
}

function Parts({ parts }: { parts: readonly PartScored[] }) {
  const page = usePage();
  return (
    <ol class="why-parts">
      {parts.map((part, at) => (
        <li class={`why-hit-${part.hit}`}>
          <p class="why-name">
            {partTitle(page, part, at)}
            {part.hit !== 'yes' && <span class="why-note"> {page.t.why.hits[part.hit]}</span>}
          </p>
          <ScoredLines scored={part.scored} />
        </li>
      ))}
    </ol>
  );
}

function By({ by }: { by: ScoredBy }) {
  const page = usePage();
  switch (by.function) {
    case 'bands':
      return (
        <>
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
        <table class="why-table">
          <tbody>
            {by.options.map((option) => (
              <ScoreRow hit={option.hit} name={page.say(option.label)} score={toldText(option.score)} />
            ))}
          </tbody>
        </table>
      );
    case 'items':
      return <Items by={by} />;
    default:
      return <Parts parts={by.parts} />;
  }
}

/** A score function at work, and the share of the points that it gives. */
export function ScoredLines({ scored }: { scored: Scored }) {
  const page = usePage();
  return (
    <>
      <p class="why-note">{howText(page, scored)}</p>
      <By by={scored} />
      <p>{page.t.why.scored.share({ share: shareText(page, scored.share) })}</p>
    </>
  );
}
