/** What a copy of the page shows in which no script runs: that it does not run, and what had been entered. */
import { isEmpty, touched } from '../session/entered';
import type { Part } from '../session/state';
import { entryText } from '../compare/entry-text';
import { languages, textsIn } from '../texts';
import type { Page } from './context';
import { asksForAnApplication } from './head';
import { categoryName, partName, rangeText } from './shared';

/** `page` is none where there is no form. */
export function Still({ page }: { page: Page | null }) {
  return (
    <>
      {languages.map(({ lang, tag }) => (
        <p key={lang} lang={tag}>
          {textsIn(lang).page.still}
        </p>
      ))}
      {page !== null && <AsSaved page={page} />}
    </>
  );
}

function AsSaved({ page }: { page: Page }) {
  const { t, store, outline } = page;
  const { state } = store;
  if (isEmpty(outline, state)) return null;
  const said = (['city', 'year'] as const).filter((part) => state[part].trim() !== '');
  const parts: readonly Part[] = [...said, ...touched(outline, state.drafts).map((id) => `figures/${id}`)];
  return (
    <div lang={t.language.tag}>
      <p>
        {t.page.stillEntered} {asksForAnApplication(outline.rulebook) ? t.page.selfCheck : t.page.selfCheckMeasuring}
      </p>
      <ul>
        {parts.map((part) => {
          const { value, last } = entryText(page, state, part);
          return (
            <li key={part}>
              {partName(page, part)}
              {t.colon}
              {t.list([value, last, state.faults[part] === undefined ? '' : t.compare.atFault].filter((words) => words !== ''))}
            </li>
          );
        })}
      </ul>
      <ul>
        {(store.isUnjudged ? [] : state.assessment.categories).map(({ id, score, judged, fit }) => (
          <li key={id}>
            {categoryName(page, id)}
            {t.colon}
            {score != null && `${rangeText(page, score, outline.rulebook.rounding.total)} ${t.result.pointsWord}`}
            {score != null && judged && t.separator}
            {judged && t.fit[fit]}
          </li>
        ))}
      </ul>
    </div>
  );
}
