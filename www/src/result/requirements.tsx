// The application conditions: first those not met, then the undecided, then those met.

import type { Requirement, RequirementResult } from '../../generated/engine';
import { Badge } from '../page/badge';
import { comparedName, labelOf, usePage } from '../page/context';

const ORDER = ['not_met', 'undetermined', 'met'] as const;
const MARKS = { met: '✓', not_met: '✗', undetermined: '?' } as const;

export function Requirements() {
  const { store, t } = usePage();
  const { requirements } = store.assessment;
  if (requirements.length === 0) return null;
  const inOrder = ['binding', 'hint'].flatMap((effect) =>
    ORDER.flatMap((status) => requirements.filter((found) => found.effect === effect && found.status === status)),
  );
  return (
    <section>
      <h3>{t.result.requirements}</h3>
      <ul class="requirements">
        {inOrder.map((requirement) => (
          <Item key={requirement.id} requirement={requirement} />
        ))}
      </ul>
    </section>
  );
}

function Item({ requirement }: { requirement: RequirementResult }) {
  const { store, t, lang } = usePage();
  const document = (store.rulebook.requirements ?? []).find((found) => found.id === requirement.id);
  return (
    <li class={`requirement requirement-${requirement.status}`}>
      <p>
        <span class="mark" aria-hidden="true">
          {MARKS[requirement.status]}
        </span>
        <span class="visually-hidden">
          {t.status[requirement.status]}
          {t.colon}
        </span>
        {document?.label[lang] ?? requirement.id} <Badge basis={requirement.basis} />{' '}
        {requirement.effect === 'hint' && <span class="note">{t.result.hint}</span>}
      </p>
      {requirement.gaps.map((gap) => (
        <p class="gap" key={gap.of}>
          {t.gap(comparedName(store.rulebook, gap.of, lang), gap.comparison, gap.need, gap.have, gap.short, gap.unit)}
        </p>
      ))}
      {requirement.status === 'undetermined' && requirement.effect === 'binding' && (
        <DecidedBy figures={requirement.decided_by} />
      )}
      {requirement.status === 'not_met' && document && <p class="remedy">{document.remedy[lang]}</p>}
      {document && <Source document={document} />}
    </li>
  );
}

function DecidedBy({ figures }: { figures: string[] }) {
  const { store, t, lang, goTo } = usePage();
  const known = figures.filter((id) => store.rulebook.figures.some((figure) => figure.id === id));
  if (known.length === 0) return null;
  return (
    <p class="note">
      {t.result.decidedBy}
      {t.colon}
      {known.map((id, index) => (
        <>
          {index > 0 && t.list(['', ''])}
          <button
            type="button"
            class="link"
            onClick={() => {
              goTo(id);
            }}
          >
            {labelOf(store.rulebook.figures, id, lang)}
          </button>
        </>
      ))}
    </p>
  );
}

function Source({ document }: { document: Requirement }) {
  const { store, t, lang } = usePage();
  const { standing } = document;
  const source = (store.rulebook.sources ?? []).find((known) => known.id === standing.source);
  return (
    <details class="about">
      <summary>{t.field.standing}</summary>
      <p>
        {source?.title[lang]} {source?.number} {standing.article} {standing.quote && <q>{standing.quote}</q>}
      </p>
      {standing.note && <p>{standing.note[lang]}</p>}
    </details>
  );
}
