// The page: head, form, and the result beside it.

import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../generated/engine';
import type { Lang } from '../engine/engine';
import { Form } from '../form/form';
import { Result } from '../result/result';
import { Summary, summaryLine } from '../result/summary';
import { texts } from '../texts/texts';
import { PageProvider } from './context';
import { FaultList } from './rulebook-faults';
import type { Store } from './store';
import { Toolbar } from './toolbar';

export interface Actions {
  open: (file: File) => Promise<Fault[]>;
  save: () => void;
  print: () => void;
  setLang: (lang: Lang) => void;
}

interface FileNews {
  file: string;
  faults: Fault[];
}

export function App({ store, lang, actions }: { store: Store; lang: Lang; actions: Actions }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [showResult, setShowResult] = useState(false);
  const [news, setNews] = useState<FileNews | null>(null);
  const [announced, setAnnounced] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const t = texts[lang];

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(() => {
      redraw(undefined);
      // Told once typing pauses, so that a screen reader is not interrupted by every key.
      clearTimeout(timer);
      timer = setTimeout(() => {
        setAnnounced(summaryLine(store, t, lang));
      }, 1200);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, lang]);

  const goTo = (figure: string) => {
    setShowResult(false);
    // The form may be hidden on a phone until the next frame.
    requestAnimationFrame(() => {
      const field = root.current?.querySelector<HTMLElement>(`#figure-${figure}`);
      const control = field?.querySelector<HTMLElement>('input, select, textarea');
      field?.scrollIntoView({ block: 'center' });
      control?.focus({ preventScroll: true });
    });
  };
  const open = (file: File) => {
    void actions.open(file).then((faults) => {
      setNews({ file: file.name, faults });
    });
  };

  return (
    <PageProvider value={{ store, lang, t, goTo }}>
      <div class={showResult ? 'page show-result' : 'page'} lang={lang === 'zh' ? 'zh-CN' : 'en'} ref={root}>
        <header class="head">
          <div class="head-title">
            <h1>{store.rulebook.title[lang]}</h1>
            <p class="self-check">{t.selfCheck}</p>
          </div>
          <Toolbar lang={lang} actions={{ ...actions, open }} />
        </header>
        {news && (
          <div class={news.faults.length > 0 ? 'news news-bad' : 'news'} role="status">
            <p>{news.faults.length > 0 ? t.notOpened(news.file) : t.opened(news.file)}</p>
            {news.faults.length > 0 && <FaultList faults={news.faults} lang={lang} />}
          </div>
        )}
        <p class="standing-note">{store.rulebook.summary[lang]}</p>
        <div class="columns">
          <main class="form-column">
            <Form />
          </main>
          <aside class="result-column" aria-label={t.result.heading}>
            <Result />
          </aside>
        </div>
        <div class="bar">
          <Summary />
          <button
            type="button"
            class="primary"
            onClick={() => {
              setShowResult(!showResult);
              // The element scrolls with its page: show the part from its top.
              root.current?.scrollIntoView({ block: 'start' });
            }}
          >
            {showResult ? t.show.form : t.show.result}
          </button>
        </div>
        <p class="visually-hidden" role="status" aria-live="polite">
          {announced}
        </p>
      </div>
    </PageProvider>
  );
}
