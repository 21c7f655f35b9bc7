import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Text } from '../boundary';
import { inLanguage, type Lang } from '../texts';
import type { RulebookDiff } from './bench';
import { useWorkshop } from './context';
import type { DeskState } from './desk';
import { differences, type Difference } from './difference';
import { DifferenceInWords } from './difference-in-words';
import { placeInWords } from './places';

/** How much of a value is shown. */
const MOST = 400;

function short(value: unknown, lang: Lang): string {
  if (typeof value === 'object' && value !== null) {
    const { zh } = value as Partial<Text>;
    if (typeof zh === 'string') return inLanguage(value as Text, lang);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

function Change({ change, before, after }: { change: Difference; before: unknown; after: unknown }) {
  const { lang, t, showPlace } = useWorkshop();
  const own = t.workbench.difference;
  const removed = change.kind === 'removed';
  const words = placeInWords(removed ? before : after, change.place, lang);
  return (
    <li class="wb-change" data-change={change.kind}>
      <p>
        <span class={`wb-kind wb-kind-${change.kind}`}>{own.kinds[change.kind]}</span>{' '}
        {removed ? (
          words
        ) : (
          <button
            type="button"
            class="link"
            onClick={() => {
              showPlace(change.place);
            }}
          >
            {words}
          </button>
        )}
      </p>
      {change.kind !== 'added' && (
        <p class="wb-was">
          <span class="wb-side-word">{own.was}</span> <del>{short(change.before, lang)}</del>
        </p>
      )}
      {!removed && (
        <p class="wb-is">
          <span class="wb-side-word">{own.is}</span> <ins>{short(change.after, lang)}</ins>
        </p>
      )}
    </li>
  );
}

function read(text: string): { readonly document: unknown } | null {
  try {
    return { document: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** The difference of the texts, place by place, while one of them does not load. */
function PlaceByPlace({ before, after }: { before: string; after: string }) {
  const { t } = useWorkshop();
  const own = t.workbench.difference;
  const [old, now] = useMemo(() => [read(before), read(after)], [before, after]);
  const found = useMemo(() => (old === null || now === null ? null : differences(old.document, now.document)), [old, now]);
  if (found === null) return <p class="wb-note">{own.unreadable}</p>;
  return (
    <>
      <p class="wb-note">{own.placeByPlace}</p>
      <p class="wb-count">{found.length === 0 ? own.none : own.some({ count: found.length })}</p>
      <ol class="wb-changes">
        {found.map((change, at) => (
          <Change key={at} change={change} before={old?.document} after={now?.document} />
        ))}
      </ol>
    </>
  );
}

/** What was changed since the rulebook was opened. */
export function DifferenceView({ state }: { state: DeskState }) {
  const { desk, t } = useWorkshop();
  const own = t.workbench.difference;
  const { base, trial, checking, faults } = state;
  const [found, setFound] = useState<{ readonly trial: unknown; readonly base: unknown; readonly diff: RulebookDiff | null } | null>(null);
  const loads = !checking && faults.length === 0 && trial !== null;
  useEffect(() => {
    if (!loads) return undefined;
    let wanted = true;
    void desk.difference().then((diff) => {
      if (wanted) setFound({ trial: trial.number, base, diff });
    });
    return () => {
      wanted = false;
    };
  }, [desk, loads, trial?.number, base]);
  const known = loads && found !== null && found.trial === trial.number && found.base === base;
  return (
    <section class="wb-difference" aria-labelledby="wb-difference">
      <h2 id="wb-difference">{own.title}</h2>
      {base === null ? (
        <p class="block-help">{own.noBase}</p>
      ) : (
        <>
          <p class="block-help">{own.against({ source: base.name === '' ? t.workbench.sources[base.kind] : base.name })}</p>
          {known && found.diff !== null && <DifferenceInWords diff={found.diff} />}
          {!checking && (!loads || (known && found.diff === null)) && <PlaceByPlace before={base.text} after={state.text} />}
        </>
      )}
    </section>
  );
}
