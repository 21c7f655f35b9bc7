import { inLanguage, languages, type Lang } from '../texts';
import type { RulebookDiff } from './bench';
import { useWorkshop } from './context';
import { changesOf, propertiesOf } from './difference';

type RuleChange = RulebookDiff['changes'][number];
type PropertyChange = RuleChange['properties'][number];
type StandingChange = RulebookDiff['standings']['replaced'][number];
type Effect = RuleChange['effect'];

/** The strongest first. */
const EFFECTS: readonly Effect[] = ['result', 'procedure', 'sources', 'words'];

const KIND: Readonly<Record<string, 'added' | 'removed' | 'changed'>> = { added: 'added', removed: 'removed' };

type Told = NonNullable<PropertyChange['from']>;

/** What was and what is; in another language where both are the same in the page's. */
function Sides({ from, to }: { from: Told | null | undefined; to: Told | null | undefined }) {
  const { lang, t } = useWorkshop();
  const own = t.workbench.difference;
  const differs = (other: Lang): boolean =>
    from == null || to == null || inLanguage(from.words, other) !== inLanguage(to.words, other);
  const shown = [lang, ...languages.map((language) => language.lang)].find(differs) ?? lang;
  return (
    <>
      {from != null && (
        <p class="wb-was">
          <span class="wb-side-word">{own.was}</span> <del>{inLanguage(from.words, shown)}</del>
        </p>
      )}
      {to != null && (
        <p class="wb-is">
          <span class="wb-side-word">{own.is}</span> <ins>{inLanguage(to.words, shown)}</ins>
        </p>
      )}
    </>
  );
}

function Property({ property }: { property: PropertyChange }) {
  const { lang, t } = useWorkshop();
  const own = t.workbench.difference;
  return (
    <li class="wb-property">
      <p>
        {inLanguage(property.name, lang)}
        {property.same_meaning && <span class="block-help"> {own.sameMeaning}</span>}
      </p>
      <Sides from={property.from} to={property.to} />
    </li>
  );
}

/** A rule with those of its changes that can do this much. */
function Rule({ change, effect }: { change: RuleChange; effect: Effect }) {
  const { lang, t, showPlace } = useWorkshop();
  const own = t.workbench.difference;
  const label = inLanguage(change.label, lang);
  const place = change.new;
  const properties = propertiesOf(change, effect);
  return (
    <li class="wb-change" data-change={change.kind} data-id={change.id}>
      <p>
        <span class={`wb-kind wb-kind-${KIND[change.kind] ?? 'changed'}`}>{own.kinds[change.kind]}</span>{' '}
        {own.subjects[change.subject]}{' '}
        {place == null ? (
          label
        ) : (
          <button
            type="button"
            class="link"
            onClick={() => {
              showPlace(place);
            }}
          >
            {label === '' ? change.id : label}
          </button>
        )}
        {change.id !== '' && <code class="wb-pointer"> {change.id}</code>}
      </p>
      <Sides from={change.from} to={change.to} />
      {properties.length > 0 && (
        <ul class="wb-properties">
          {properties.map((property) => (
            <Property key={property.path} property={property} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Standings({ title, list }: { title: string; list: readonly StandingChange[] }) {
  const { lang, t, showPlace } = useWorkshop();
  if (list.length === 0) return null;
  return (
    <details class="more">
      <summary>{title}</summary>
      <ul class="plain">
        {list.map((standing) => (
          <li key={standing.place + standing.path}>
            <button
              type="button"
              class="link"
              onClick={() => {
                showPlace(standing.place);
              }}
            >
              {t.list([inLanguage(standing.label, lang), inLanguage(standing.of, lang)].filter((part) => part !== ''))}
            </button>
            {t.colon}
            {[standing.from, standing.to].map((basis) => (basis == null ? '—' : t.basis[basis])).join(' → ')}
            {standing.cited != null && ` · ${inLanguage(standing.cited, lang)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The difference as the engine tells it: by what it can do, rule by rule. */
export function DifferenceInWords({ diff }: { diff: RulebookDiff }) {
  const { t } = useWorkshop();
  const own = t.workbench.difference;
  const { changes, version, standings } = diff;
  const { verdict, least } = version;
  const counts = EFFECTS.map((effect) => changes.reduce((sum, change) => sum + changesOf(change, effect), 0));
  const versions = { old: diff.old.version, new: diff.new.version, least };
  return (
    <>
      <p class="wb-count" role="status">
        {changes.length === 0 ? own.none : own.some({ count: counts.reduce((sum, count) => sum + count, 0) })}
      </p>
      {verdict === 'other_rulebook' && <p class="block-help">{own.otherRulebook}</p>}
      {verdict !== 'other_rulebook' && verdict !== 'nothing_changed' && (
        <p class={verdict === 'fits' ? 'block-help' : 'wb-note'} data-version={verdict}>
          {own.versions[verdict](versions)}
        </p>
      )}
      {EFFECTS.map((effect, which) => {
        const list = changes.filter((change) => changesOf(change, effect) > 0);
        return (
          list.length > 0 && (
            <section key={effect} aria-labelledby={`wb-${effect}`}>
              <h3 id={`wb-${effect}`} class="wb-effect">
                {own.effects[effect]({ count: counts[which] ?? 0 })}
              </h3>
              <ol class="wb-changes">
                {list.map((change, at) => (
                  <Rule key={at} change={change} effect={effect} />
                ))}
              </ol>
            </section>
          )
        );
      })}
      {changes.length > 0 && (
        <section aria-labelledby="wb-standings">
          <h3 id="wb-standings" class="wb-effect">
            {own.standings.title}
          </h3>
          <Standings title={own.standings.replaced({ count: standings.replaced.length })} list={standings.replaced} />
          <Standings title={own.standings.introduced({ count: standings.introduced.length })} list={standings.introduced} />
          <Standings title={own.standings.removed({ count: standings.removed.length })} list={standings.removed} />
          <Standings title={own.standings.others({ count: standings.others.length })} list={standings.others} />
          <p class="block-help">{own.standings.remaining({ count: standings.remaining.length })}</p>
        </section>
      )}
    </>
  );
}
