/** The workbench: the rulebook's text, what is wrong with it, a city under it, and what was changed. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { download } from '../element/download';
import { App } from '../page/app';
import { useFilePicker } from '../page/file-picker';
import { textsIn, type Lang } from '../texts';
import type { Finding } from './bench';
import { WorkshopContext, type Workshop } from './context';
import type { Desk, DeskState } from './desk';
import { DifferenceView } from './difference-view';
import { Editor, type Mark } from './editor';
import { Head } from './head';
import { nameFor } from './name';
import { placed, Problems, words, type Placed } from './problems';
import { usePublishing } from './publishing';
import { Start } from './start';
import { TrialPanel } from './trial-panel';
import type { Range } from './places';

const VIEWS = ['text', 'city', 'difference'] as const;
type View = (typeof VIEWS)[number];

interface WorkbenchProps {
  readonly desk: Desk;
  readonly lang: Lang;
  readonly language: (tag: string) => void;
}

function useDesk(desk: Desk): DeskState {
  const [state, setState] = useState(desk.state);
  useLayoutEffect(() => {
    const look = (): void => {
      setState(desk.state);
    };
    look();
    return desk.subscribe(look);
  }, [desk]);
  return state;
}

export function Workbench({ desk, lang, language }: WorkbenchProps) {
  const state = useDesk(desk);
  const t = textsIn(lang);
  const [view, setView] = useState<View>('text');
  const [startOpen, setStartOpen] = useState(true);
  const [checkFirst, setCheckFirst] = useState(false);
  const [faults, setFaults] = useState<readonly Placed[]>([]);
  const [findings, setFindings] = useState<readonly Placed[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const [picker, pickFile] = useFilePicker({
    name: 'rulebook',
    take: ([file]) => {
      if (file !== undefined) void desk.openFile(file);
    },
  });
  const publishing = usePublishing(desk);
  const editor = useRef<Editor | null>(null);

  useLayoutEffect(() => {
    const parent = place.current;
    if (parent === null) return undefined;
    const made = new Editor(parent, t, (typed) => {
      desk.typed(typed);
    });
    editor.current = made;
    desk.take(made);
    return () => {
      made.destroy();
    };
    // The editor keeps what is typed: it is made once.
  }, [desk]);

  useEffect(() => {
    editor.current?.say(t);
  }, [t]);

  // What is said belongs to the text that was checked: while it is that, it has a place there.
  useLayoutEffect(() => {
    const now = editor.current;
    if (now === null || state.checking) return;
    const wrong = placed(now, state.faults);
    const odd = state.faults.length > 0 ? [] : placed(now, state.findings ?? []);
    setFaults(wrong);
    setFindings(odd);
    const mark = (severity: Mark['severity']) => ({ said, range }: Placed): Mark => ({ range, severity, words: words(t, lang, said) });
    const warnings = odd.filter(({ said }) => (said as Finding).severity === 'warning');
    now.mark([...wrong.map(mark('error')), ...warnings.map(mark('warning'))]);
  }, [state.faults, state.findings, state.checking, t, lang]);

  // On a narrow screen the check stands before a text with faults; it does not move while somebody writes.
  const arrange = useCallback(() => {
    if (place.current?.matches(':focus-within') === false) setCheckFirst(desk.state.faults.length > 0);
  }, [desk]);
  useLayoutEffect(arrange, [state.faults, arrange]);

  useEffect(() => {
    if (!state.empty) setStartOpen(false);
  }, [state.empty]);

  const show = useCallback((range: Range) => {
    setView('text');
    // First it must be seen again.
    window.requestAnimationFrame(() => {
      editor.current?.measure();
      editor.current?.show(range);
    });
  }, []);
  const workshop = useMemo<Workshop>(
    () => ({
      desk,
      lang,
      t,
      show,
      showPlace: (pointer) => {
        const range = editor.current?.rangeOfPlace(pointer);
        if (range !== undefined) show(range);
      },
    }),
    [desk, lang, t, show],
  );
  const closeStart = useCallback(() => {
    setStartOpen(false);
    setView('text');
  }, []);
  const toCity = useCallback(() => {
    setView('city');
  }, []);
  const keep = (): void => {
    const text = desk.text();
    const name = nameFor(text, '.rulebook.json');
    download(text.endsWith('\n') ? text : `${text}\n`, name);
    desk.downloaded(name);
  };
  const trial = state.trial;
  const actions = { language };
  return (
    <WorkshopContext.Provider value={workshop}>
      <div class="page wb" lang={t.language.tag} data-ready="" data-view={view}>
        <Head
          state={state}
          startOpen={startOpen}
          toggleStart={() => {
            setStartOpen(!startOpen);
          }}
          pickFile={pickFile}
          download={keep}
          publish={publishing.begin}
          pickPage={publishing.pick}
          language={language}
        />
        {picker}
        {publishing.picker}
        {startOpen && <Start pickFile={pickFile} done={closeStart} />}
        <div class="tabs wb-tabs" role="group" aria-label={t.workbench.views.label}>
          {VIEWS.map((known) => (
            <button
              key={known}
              type="button"
              class="tab"
              data-tab={known}
              aria-pressed={known === view ? 'true' : 'false'}
              onClick={() => {
                setView(known);
              }}
            >
              {t.workbench.views[known]}
            </button>
          ))}
        </div>
        <div class={checkFirst ? 'wb-text wb-check-first' : 'wb-text'} hidden={view !== 'text'}>
          <div
            class="wb-editor"
            ref={place}
            onFocusOut={() => {
              window.requestAnimationFrame(arrange);
            }}
          />
          <div class="wb-side">
            <Problems state={state} faults={faults} findings={findings} />
            <TrialPanel state={state} toCity={toCity} />
          </div>
        </div>
        {view === 'city' && (
          <div class="wb-whole">
            {trial === null ? (
              <p class="block-help">{t.workbench.trial.none}</p>
            ) : (
              <>
                {state.faults.length > 0 && <p class="wb-note">{t.workbench.trial.old}</p>}
                <App key={trial.number} store={trial.store} lang={lang} actions={actions} keeper={null} />
              </>
            )}
          </div>
        )}
        {view === 'difference' && <DifferenceView state={state} />}
      </div>
    </WorkshopContext.Provider>
  );
}
