// The way the application takes, what to check, what to know, and the fingerprints.

import { Badge } from '../page/badge';
import { usePage } from '../page/context';

export function Route() {
  const { store, t, lang } = usePage();
  const routes = store.rulebook.routes ?? [];
  if (routes.length === 0) return null;
  const route = routes.find((found) => found.id === store.assessment.route.channel);
  return (
    <section>
      <h3>{t.result.route}</h3>
      {route ? (
        <>
          <p>
            <strong>{route.label[lang]}</strong> <Badge basis={route.standing.basis} />
          </p>
          <ol class="steps">
            {route.steps.map((step) => (
              <li key={step.id}>
                {step.label[lang]} {step.help && <span class="note">{step.help[lang]}</span>}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p class="note">{t.result.routeOpen}</p>
      )}
    </section>
  );
}

export function Warnings() {
  const { store, t, lang } = usePage();
  const { warnings } = store.assessment;
  if (warnings.length === 0) return null;
  const certain = warnings.filter((warning) => warning.figures.length > 0);
  const general = warnings.filter((warning) => warning.figures.length === 0);
  const list = (found: typeof warnings) => (
    <ul>
      {found.map((warning) => (
        <li>{store.engine.words(warning, lang)}</li>
      ))}
    </ul>
  );
  return (
    <section class="warnings">
      <h3>{t.result.warnings}</h3>
      {list([...certain, ...general])}
    </section>
  );
}

export function Notes() {
  const { store, t, lang } = usePage();
  const notes = store.rulebook.notes ?? [];
  return (
    <section>
      <h3>{t.result.notes}</h3>
      {notes.map((note) => (
        <details class="about" key={note.id}>
          <summary>{note.label[lang]}</summary>
          <p>
            {note.text[lang]} <Badge basis={note.standing.basis} />
          </p>
        </details>
      ))}
      <details class="about">
        <summary>{t.result.sources}</summary>
        <ul class="sources">
          {(store.rulebook.sources ?? []).map((source) => (
            <li key={source.id}>
              {source.issuer[lang]}
              {t.colon}
              {source.title[lang]} {source.number} {source.date} {source.note && <span class="note">{source.note[lang]}</span>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What a report is made from, so that anybody can recompute it. */
export function Prints() {
  const { store, t } = usePage();
  const { rulebook, submission, engine } = store.assessment;
  return (
    <footer class="prints">
      <p>
        {rulebook.id} {rulebook.version} · {t.result.checkedOn} {store.rulebook.checked_on} · {t.result.engine} {engine}
      </p>
      <p>
        {t.result.fingerprint} <span class="hash">{rulebook.sha256}</span> <span class="hash">{submission.sha256}</span>
      </p>
    </footer>
  );
}
