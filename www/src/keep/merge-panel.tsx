/** Merging files: which of them, what they contradict each other in, and what is taken. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fromJson, type Json } from '../session/drafts';
import { admitFiles, type Admitted } from '../session/admit';
import { joined } from '../session/carry';
import { planMerge, stranger, takenFrom, valuesOf, type Candidate, type Chosen, type Conflict } from '../session/merge';
import type { Part, State } from '../session/state';
import { valueText } from '../page/values';
import { usePage, type Page } from '../page/context';
import { FaultList } from '../page/faults';
import { partName, quantity } from '../page/shared';
import { useKeep } from './context';
import { reportLines } from './report-panel';

/** A part's value in words. */
function partText(page: Page, part: Part, value: Json): { readonly value: string; readonly last: string; readonly note: string } {
  const { t, outline } = page;
  const plain = (text: string) => ({ value: text, last: '', note: '' });
  const figure = outline.figures.get(part.slice('figures/'.length));
  if (value === null) return plain(t.print.notEntered);
  if (part.startsWith('figures/') && figure !== undefined) {
    const draft = fromJson(figure, value);
    const last = draft.kind === 'number' && draft.last !== '' ? quantity(page, draft.last, draft.lastUnit) : '';
    return { value: valueText(page, figure, draft), last, note: draft.note };
  }
  const kind = part === 'category' ? 'category' : 'field';
  if (part === 'category' || part === 'fields') {
    return plain(t.list((Array.isArray(value) ? (value as readonly string[]) : [value as string]).map((id) => page.name(kind, id))));
  }
  return plain(value as string);
}

interface FileLineProps {
  readonly file: Admitted;
  readonly state: State;
  readonly included: boolean;
  readonly include: (on: boolean) => void;
}

function FileLine({ file, state, included, include }: FileLineProps) {
  const page = usePage();
  const { t } = page;
  if (file.kind === 'admitted') {
    const { name } = file.file;
    const other = stranger(state, file.file);
    return (
      <li>
        <label class="option">
          <input
            type="checkbox"
            checked={included}
            onChange={(event) => {
              include(event.currentTarget.checked);
            }}
          />
          <span class="option-text">{name}</span>
        </label>
        {other !== undefined && (
          <p class="keep-warning">
            {t.keep.stranger({ city: other.city || t.keep.noCity, year: other.year, ownCity: state.city.trim() || t.keep.noCity, ownYear: state.year.trim() })}
          </p>
        )}
        {file.report !== null && (
          <div class="keep-warning">
            <p>{t.keep.report({ from: file.report.from, to: file.report.to })}</p>
            <ul>
              {reportLines(page, file.report).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </div>
        )}
      </li>
    );
  }
  return (
    <li class="keep-bad">
      <p>
        {file.kind === 'refused'
          ? t.keep.fileRefused({ file: file.name })
          : t.notice[file.kind === 'too_large' ? 'tooLarge' : 'unreadable']({ file: file.name })}
      </p>
      {file.kind === 'refused' && <FaultList faults={file.faults} />}
    </li>
  );
}

interface ConflictLineProps {
  readonly conflict: Conflict;
  readonly chosen: string | undefined;
  readonly choose: (value: string) => void;
}

function ConflictLine({ conflict: { part, candidates }, chosen, choose }: ConflictLineProps) {
  const page = usePage();
  const { t } = page;
  const one = ({ from, value }: Candidate, at: number) => {
    const said = partText(page, part, value);
    return (
      <label class="option" key={at}>
        <input
          type="radio"
          name={`merge-${part}`}
          value={String(at)}
          checked={chosen === JSON.stringify(value)}
          onChange={() => {
            choose(JSON.stringify(value));
          }}
        />
        <span class="option-text">
          {from.length === 0 ? t.keep.mine({ value: said.value }) : t.keep.theirs({ value: said.value, file: t.list(from) })}
          {(said.last !== '' || said.note !== '') && <span class="option-help">{t.keep.detail({ last: said.last, note: said.note }).trim()}</span>}
        </span>
      </label>
    );
  };
  return (
    <fieldset class="keep-conflict" data-conflict={part}>
      <legend>{partName(page, part)}</legend>
      {candidates.map(one)}
    </fieldset>
  );
}

/** What merging the chosen files comes to, decided before anything is entered. */
export function MergePanel({ state, files }: { state: State; files: readonly File[] }) {
  const page = usePage();
  const { t, store, outline } = page;
  const { merge } = useKeep();
  const heading = useRef<HTMLHeadingElement>(null);
  const [admitted, setAdmitted] = useState<readonly Admitted[] | null>(null);
  const [included, setIncluded] = useState<Readonly<Record<number, boolean>>>({});
  const [chosen, setChosen] = useState<Chosen>({});

  useEffect(() => {
    let wanted = true;
    setAdmitted(null);
    setIncluded({});
    setChosen({});
    heading.current?.focus();
    void admitFiles(store, files).then((all) => {
      if (wanted) setAdmitted(all);
    });
    return () => {
      wanted = false;
    };
  }, [store, files]);

  // What another city or year has is taken only where that is said.
  const isIncluded = (file: Admitted, at: number): boolean =>
    file.kind === 'admitted' && (included[at] ?? stranger(state, file.file) === undefined);
  const taking = JSON.stringify((admitted ?? []).map(isIncluded));
  const plan = useMemo(() => {
    const on = JSON.parse(taking) as readonly boolean[];
    const theirs = (admitted ?? []).filter((_, at) => on[at] === true);
    return planMerge(outline, state, theirs.map((file) => (file.kind === 'admitted' ? file.file : { name: '', submission: {} })));
  }, [admitted, taking, outline, state]);
  const values = valuesOf(plan, chosen);
  const count = Object.keys(values).length;
  const close = (): void => {
    merge(null);
  };

  return (
    <section class="keep-panel keep-merge" aria-labelledby="keep-merge" aria-busy={admitted === null ? 'true' : undefined}>
      <h2 id="keep-merge" ref={heading} tabIndex={-1}>
        {t.keep.mergeTitle}
      </h2>
      {admitted !== null && (
        <>
          <ul class="keep-files">
            {admitted.map((file, at) => (
              <FileLine
                key={at}
                file={file}
                state={state}
                included={isIncluded(file, at)}
                include={(on) => {
                  setIncluded({ ...included, [at]: on });
                }}
              />
            ))}
          </ul>
          <p role="status">{t.keep.mergeCounts({ taken: Object.keys(plan.taken).length, same: plan.same, conflicts: plan.conflicts.length })}</p>
          {plan.conflicts.length > 0 && (
            <>
              <p class="keep-help">{t.keep.conflictHelp}</p>
              {plan.conflicts.map((conflict) => (
                <ConflictLine
                  key={conflict.part}
                  conflict={conflict}
                  chosen={chosen[conflict.part]}
                  choose={(value) => {
                    setChosen({ ...chosen, [conflict.part]: value });
                  }}
                />
              ))}
            </>
          )}
        </>
      )}
      <p class="keep-buttons">
        <button
          type="button"
          class="button button-main"
          data-action="merge-apply"
          aria-disabled={count === 0 ? 'true' : undefined}
          onClick={() => {
            if (count === 0) return;
            store.enterAll(values);
            const reports = (admitted ?? []).map((file, at) => (file.kind === 'admitted' && isIncluded(file, at) ? file.report : null));
            store.told({ kind: 'merged', from: takenFrom(plan, chosen) }, joined([state.report, ...reports]));
            close();
          }}
        >
          {t.keep.mergeApply({ count })}
        </button>
        <button type="button" class="button" data-action="merge-cancel" onClick={close}>
          {t.actions.cancel}
        </button>
      </p>
    </section>
  );
}
