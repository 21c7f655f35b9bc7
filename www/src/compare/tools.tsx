/** What the toolbar offers of a second submission. */
import { useRef } from 'preact/hooks';
import { usePage } from '../page/context';
import { LanguageSwitch } from '../page/language-switch';
import { useBeside } from './context';

/** Starts a trial, or shows another submission beside this one. */
export function SecondTools() {
  const { t } = usePage();
  const beside = useBeside();
  const picker = useRef<HTMLInputElement>(null);
  if (beside === null) return null;
  const { second, tryOut, compareWith } = beside;
  const busy = second.kind === 'preparing';
  return (
    <>
      <button
        type="button"
        class="button"
        data-action="try"
        title={t.compare.tryHelp}
        aria-disabled={busy ? 'true' : undefined}
        onClick={() => {
          if (!busy) tryOut();
        }}
      >
        {t.compare.try}
      </button>
      <button
        type="button"
        class="button"
        data-action="compare-with"
        title={t.compare.withHelp}
        onClick={() => picker.current?.click()}
      >
        {t.compare.with}
      </button>
      <input
        ref={picker}
        class="hidden"
        type="file"
        data-picker="compare"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) compareWith(file);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** In a trial, in place of the toolbar: why there is none. */
export function TrialTools({ language }: { language: (tag: string) => void }) {
  const { t, lang } = usePage();
  return (
    <div class="toolbar trial-tools">
      <span class="trial-closed">{t.compare.closed}</span>
      <LanguageSwitch lang={lang} label={t.page.language} choose={language} />
    </div>
  );
}
