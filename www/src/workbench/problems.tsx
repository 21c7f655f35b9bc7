import { useMemo } from 'preact/hooks';
import type { Text } from '../boundary';
import { inLanguage, type Texts } from '../texts';
import type { Finding } from './bench';
import { useWorkshop } from './context';
import type { DeskState } from './desk';
import type { Editor } from './editor';
import { placeInWords, type Placeable, type Range } from './places';

/** Something said of a place. */
interface Said extends Placeable {
  readonly message: Text;
  readonly remedy: Text;
}

/** A fault or a finding with its place in the text as it was checked. */
export interface Placed {
  readonly said: Said;
  readonly range: Range;
  readonly line: number;
}

/** Faults or findings in the order of the text. */
export function placed(editor: Editor, all: readonly Said[]): readonly Placed[] {
  const found = all.map((said) => {
    const range = editor.rangeOf(said);
    return { said, range, line: editor.line(range) };
  });
  return found.sort((a, b) => a.range.from - b.range.from);
}

/** What is said of a place, in one text. */
export function words(t: Texts, lang: string, { message, remedy }: Said): string {
  return `${t.sentence(inLanguage(message, lang))} ${t.sentence(inLanguage(remedy, lang))}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function Problem({ item, document }: { item: Placed; document: unknown }) {
  const { lang, t, show } = useWorkshop();
  const { said, range, line } = item;
  const place = placeInWords(document, said.place, lang);
  return (
    <li class="wb-problem">
      <button
        type="button"
        class="wb-problem-place"
        onClick={() => {
          show(range);
        }}
      >
        <span class="wb-line">{t.workbench.problems.line({ line })}</span> {place}
      </button>
      <p>
        <strong>{t.sentence(inLanguage(said.message, lang))}</strong> {t.sentence(inLanguage(said.remedy, lang))}
      </p>
      {said.place !== '' && <code class="wb-pointer">{said.place}</code>}
    </li>
  );
}

function List({ items, document, old }: { items: readonly Placed[]; document: unknown; old: boolean }) {
  return (
    <ol class={old ? 'wb-problems wb-old' : 'wb-problems'}>
      {items.map((item, at) => (
        <Problem key={at} item={item} document={document} />
      ))}
    </ol>
  );
}

/** How the text stands, in a line. */
function standing(t: Texts, { empty, faults }: DeskState): string {
  const own = t.workbench.problems;
  if (empty) return own.nothing;
  return faults.length === 0 ? own.none : own.some({ count: faults.length });
}

interface ProblemsProps {
  readonly state: DeskState;
  readonly faults: readonly Placed[];
  readonly findings: readonly Placed[];
}

/** Everything that keeps the rulebook from loading, and what is odd about one that loads; each with its place and remedy. */
export function Problems({ state, faults, findings }: ProblemsProps) {
  const { t } = useWorkshop();
  const document = useMemo(() => parsed(state.text), [state.text]);
  const own = t.workbench.problems;
  const tone = state.empty || state.checking ? '' : state.faults.length === 0 ? ' wb-good' : ' wb-bad';
  const of = (severity: Finding['severity']): readonly Placed[] =>
    findings.filter(({ said }) => (said as Finding).severity === severity);
  const [warnings, hints] = [of('warning'), of('hint')];
  return (
    <section class="wb-panel wb-check" aria-labelledby="wb-problems">
      <h2 id="wb-problems">{own.title}</h2>
      <p class={`wb-standing${tone}`} data-standing={state.checking ? 'checking' : 'checked'}>
        {/* Spoken once typing has come to something. */}
        <span role="status">{!state.checking && standing(t, state)}</span>
        {state.checking && <span aria-hidden="true">{own.checking}</span>}
      </p>
      {!state.empty && faults.length > 0 && <List items={faults} document={document} old={state.checking} />}
      {!state.empty && state.faults.length === 0 && (
        <>
          {warnings.length > 0 && (
            <details class="more" open data-findings="warning">
              <summary>{own.warnings({ count: warnings.length })}</summary>
              <List items={warnings} document={document} old={state.checking} />
            </details>
          )}
          {hints.length > 0 && (
            <details class="more" data-findings="hint">
              <summary>{own.hints({ count: hints.length })}</summary>
              <List items={hints} document={document} old={state.checking} />
            </details>
          )}
          {state.findings !== null && findings.length === 0 && <p class="block-help">{own.nothingOdd}</p>}
        </>
      )}
    </section>
  );
}
