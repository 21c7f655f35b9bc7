import type { Assessment, RouteResult } from '../boundary';
import { usePage } from '../page/context';
import { More } from '../page/bits';
import { Badge } from '../page/marks';
import { pure } from '../page/pure';

/** The way the application takes and what happens on it. */
export const Route = pure(function Route({ route }: { route: RouteResult }) {
  const { t, say, outline } = usePage();
  const routes = outline.rulebook.routes ?? [];
  if (routes.length === 0) return null;
  const taken = routes.find(({ id }) => id === route.channel);
  return (
    <section class="block" aria-labelledby="r-route">
      <h3 id="r-route">{t.result.route}</h3>
      {taken === undefined ? (
        <p class="block-help">{t.result.routeOpen}</p>
      ) : (
        <>
          <p class="route-name">
            {say(taken.label)} <Badge basis={taken.standing.basis} />
          </p>
          <ol class="steps">
            {taken.steps.map((step) => (
              <li key={step.id}>
                <span class="step-name">{say(step.label)}</span>
                {step.help !== undefined && <span class="step-help">{say(step.help)}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
});

/** What a city should know beside the rules. */
export const Notes = pure(function Notes() {
  const { t, say, outline } = usePage();
  const notes = outline.rulebook.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <section class="block notes" aria-labelledby="r-notes">
      <h3 id="r-notes">{t.result.notes}</h3>
      {notes.map((note) => (
        <More key={note.id} summary={say(note.label)}>
          <p>
            {say(note.text)} <Badge basis={note.standing.basis} />
          </p>
        </More>
      ))}
    </section>
  );
});

/** What anybody needs to compute the same result again. */
export const Prints = pure(function Prints({ rulebook, submission, engine }: Pick<Assessment, 'rulebook' | 'submission' | 'engine'>) {
  const { t } = usePage();
  return (
    <section class="block prints" aria-labelledby="r-prints">
      <h3 id="r-prints">{t.result.fingerprints}</h3>
      <dl>
        <dt>{t.result.rulebookPrint}</dt>
        <dd>
          {rulebook.id} {rulebook.version} <code>{rulebook.sha256}</code>
        </dd>
        <dt>{t.result.submissionPrint}</dt>
        <dd>
          <code>{submission.sha256}</code>
        </dd>
        <dt>{t.result.engine}</dt>
        <dd>{engine}</dd>
      </dl>
    </section>
  );
});
