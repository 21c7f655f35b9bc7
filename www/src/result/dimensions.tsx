// The dimensions of a category as ranges, their indicators on demand.

import { useState } from 'preact/hooks';
import type { DimensionResult, Indicator, IndicatorResult } from '../../generated/engine';
import { fixed } from '../form/typed-number';
import { Badge } from '../page/badge';
import { labelOf, usePage } from '../page/context';
import { RangeBar } from './range-bar';
import { categoryName } from './summary';

export function Dimensions() {
  const { store, t, lang } = usePage();
  const { categories } = store.assessment;
  const [picked, setPicked] = useState<string | null>(null);
  const wanted = picked ?? store.head.category;
  const category = categories.find((found) => found.id === wanted) ?? categories[0];
  if (!category) return null;
  return (
    <section>
      <h3>{t.result.dimensions}</h3>
      {categories.length > 1 && (
        <div class="tabs" role="group" aria-label={t.result.categories}>
          {categories.map((found) => (
            <button
              type="button"
              key={found.id}
              aria-pressed={found === category}
              onClick={() => {
                setPicked(found.id);
              }}
            >
              {categoryName(store, found, t, lang)}
            </button>
          ))}
        </div>
      )}
      <ul class="bars">
        {category.dimensions.map((dimension) => (
          <Dimension key={dimension.id} dimension={dimension} />
        ))}
      </ul>
    </section>
  );
}

function Dimension({ dimension }: { dimension: DimensionResult }) {
  const { store, t, lang } = usePage();
  const { rulebook } = store;
  const places = rulebook.rounding.dimension;
  const document = rulebook.dimensions.find((found) => found.id === dimension.id);
  const range = t.range(fixed(dimension.score.low, places), fixed(dimension.score.high, places));
  return (
    <li>
      <p class="bar-label">
        <span>{labelOf(rulebook.dimensions, dimension.id, lang)}</span>
        <span>{t.outOf(range, dimension.weight)}</span>
      </p>
      <RangeBar low={dimension.score.low} high={dimension.score.high} max={dimension.weight} />
      <details class="about">
        <summary>{t.result.indicators}</summary>
        <Indicators documents={document?.indicators ?? []} results={dimension.indicators} />
      </details>
    </li>
  );
}

function Indicators({ documents, results }: { documents: Indicator[]; results: IndicatorResult[] }) {
  const { store, t, lang } = usePage();
  const places = store.rulebook.rounding.indicator;
  return (
    <ul class="indicators">
      {results.map((result) => {
        const document = documents.find((found) => found.id === result.id);
        const range = t.range(fixed(result.score.low, places), fixed(result.score.high, places));
        return (
          <li key={result.id}>
            <p class="bar-label">
              <span>
                {document?.label[lang] ?? result.id} <Badge basis={result.basis} />
              </span>
              <span>{t.outOf(range, result.max)}</span>
            </p>
            {document?.standing.note && <p class="note">{document.standing.note[lang]}</p>}
            {result.indicators && <Indicators documents={document?.indicators ?? []} results={result.indicators} />}
          </li>
        );
      })}
    </ul>
  );
}
