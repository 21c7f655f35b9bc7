// The result, always in view: advice, categories, dimensions, requirements, what is missing, the way to go.

import { usePage } from '../page/context';
import { Categories, Fields } from './categories';
import { Dimensions } from './dimensions';
import { Materials, NextFigures } from './missing';
import { Requirements } from './requirements';
import { Notes, Prints, Route, Warnings } from './route';

export function Result() {
  const { store, t, lang } = usePage();
  const { advice } = store.assessment;
  return (
    <div class="result">
      <h2 class="result-heading">{t.result.heading}</h2>
      <p class="advice">
        <strong>
          {t.result.advice}
          {t.colon}
        </strong>
        {store.engine.words(advice.reason, lang)}
      </p>
      <Warnings />
      <Categories />
      <Fields />
      <NextFigures />
      <Dimensions />
      <Requirements />
      <Materials />
      <Route />
      <Notes />
      <Prints />
    </div>
  );
}
