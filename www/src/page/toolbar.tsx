import { useRef, useState } from 'preact/hooks';
import type { Lang } from '../engine/engine';
import { usePage } from './context';

interface ToolbarActions {
  open: (file: File) => void;
  save: () => void;
  print: () => void;
  setLang: (lang: Lang) => void;
}

export function Toolbar({ lang, actions }: { lang: Lang; actions: ToolbarActions }) {
  const { store, t } = usePage();
  const [asking, setAsking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="toolbar">
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t.actions.open}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) actions.open(file);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" onClick={() => input.current?.click()}>
        {t.actions.open}
      </button>
      <button type="button" onClick={actions.save}>
        {t.actions.save}
      </button>
      <button type="button" onClick={actions.print}>
        {t.actions.print}
      </button>
      <button
        type="button"
        aria-expanded={asking}
        onClick={() => {
          setAsking(!asking);
        }}
      >
        {t.actions.clear}
      </button>
      <button
        type="button"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => {
          actions.setLang(lang === 'zh' ? 'en' : 'zh');
        }}
      >
        {t.language}
      </button>
      {asking && (
        <div class="ask" role="group" aria-label={t.actions.clear}>
          <p>{t.actions.clearAsk}</p>
          <button
            type="button"
            class="danger"
            onClick={() => {
              store.clear();
              setAsking(false);
            }}
          >
            {t.actions.clearYes}
          </button>
          <button
            type="button"
            onClick={() => {
              setAsking(false);
            }}
          >
            {t.actions.cancel}
          </button>
        </div>
      )}
    </div>
  );
}
