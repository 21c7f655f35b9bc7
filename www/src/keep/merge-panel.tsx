/** Merging files: which of them, what they contradict each other in, and what is taken. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fromJson, type Json } from '../session/drafts';
import { admitFiles, type Admitted } from '../session/admit';
import { joined } from '../session/carry';
import { intoEmpty, planMerge, stranger, takenFrom, valuesOf, type Candidate, type Chosen, type Conflict } from '../session/merge';
import type { Merging, Part, State } from '../session/state';
import type { ReadSheet } from '../sheet/report';
import type { Texts } from '../texts';
import { lastText, valueText } from '../page/values';
import { usePage, type Page } from '../page/context';
import { FaultList } from '../page/faults';
import { reportText } from '../inout/report';
import { notLoaded, partName } from '../page/shared';
import { SheetOfFile, isPartlyRead, mergedSheet } from './merged-sheet';
import { reportLines } from './report-panel';

/** A part's value in words. */
function partText(page: Page, part: Part, value: Json): { readonly value: string; readonly last: string; readonly note: string } {
  const { t, outline } = page;
  const plain = (text: string) => ({ value: text, last: '', note: '' });
  const figure = outline.figures.get(part.slice('figures/'.length));
  if (value === null) return plain(t.print.notEntered);
  if (part.startsWith('figures/') && figure !== undefined) {
    const draft = fromJson(figure, value);
    return { value: valueText(page, figure, draft), last: lastText(page, draft), note: draft.note };
  }
  const kind = part === 'category' ? 'category' : 'field';
  if (part === 'category' || part === 'fields') {
    return plain(t.list((Array.isArray(value) ? (value as readonly string[]) : [value as string]).map((id) => page.name(kind, id))));
  }
  return plain(value as string);
}

function refusalText(t: Texts, file: Exclude<Admitted, { readonly kind: 'admitted' }>): string {
  switch (file.kind) {
    case 'refused':
      return t.keep.fileRefused({ file: file.name });
    case 'no_sheet':
      return reportText(t, file.refusal);
    case 'too_large':
      return t.notice.tooLarge({ file: file.name });
    case 'foreign':
      return t.notice.foreign[file.is]({ file: file.name });
    case 'unreadable':
      return t.notice.unreadable({ file: file.name });
    case 'not_loaded':
      return file.name + t.colon + notLoaded(t);
  }
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
            {t.keep.stranger({ city: other.city, year: other.year, ownCity: state.city.trim(), ownYear: state.year.trim() })}
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
        {file.sheet !== null && <SheetOfFile sheet={mergedSheet(name, file.sheet)} />}
      </li>
    );
  }
  return (
    <li class="keep-bad">
      <p>{refusalText(t, file)}</p>
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

type Taken = Extract<Admitted, { readonly kind: 'admitted' }>;

/** What merging the chosen files comes to, decided before anything is entered. */
export function MergePanel({ state, merging: { files, opened } }: { state: State; merging: Merging }) {
  const page = usePage();
  const { t, store, outline } = page;
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
  const { taken, plan } = useMemo(() => {
    const on = JSON.parse(taking) as readonly boolean[];
    const theirs = (admitted ?? []).filter((file, at): file is Taken => file.kind === 'admitted' && on[at] === true);
    return { taken: theirs, plan: planMerge(outline, state, theirs.map(({ file }) => file)) };
  }, [admitted, taking, outline, state]);
  const values = valuesOf(plan, chosen);
  const count = Object.keys(values).length;
  const close = (): void => {
    store.merge(null);
  };

  return (
    <section class="keep-panel keep-merge" aria-labelledby="keep-merge" aria-busy={admitted === null ? 'true' : undefined}>
      <h2 id="keep-merge" ref={heading} tabIndex={-1}>
        {t.keep.mergeTitle}
      </h2>
      {opened && <p>{t.merging.opened({ file: files[0]?.name ?? '' })}</p>}
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
            store.enterAll(taken.reduceRight((all, { sheet }) => ({ ...intoEmpty(outline, state, sheet?.wrong ?? {}), ...all }), values));
            const sheets = taken.map(({ file, sheet }) => (sheet === null ? null : mergedSheet(file.name, sheet)));
            store.notify(
              { kind: 'merged', from: takenFrom(plan, chosen), sheets: sheets.filter((sheet): sheet is ReadSheet => sheet !== null && isPartlyRead(sheet)) },
              joined([state.report, ...taken.map(({ report }) => report)]),
            );
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
