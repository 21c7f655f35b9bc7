/** What the toolbar offers of a second submission. */
import type { JSX } from 'preact';
import { usePage } from '../page/context';
import { JSON_FILES, useFilePicker } from '../page/file-picker';
import { LanguageSwitch } from '../page/language-switch';
import { SHEET_FILES } from '../sheet/kinds';
import { useBeside } from './context';

/** Starts a trial. */
export function TryButton() {
  const { t } = usePage();
  const beside = useBeside();
  if (beside === null) return null;
  const { second, tryOut } = beside;
  const busy = second.kind === 'preparing';
  return (
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
  );
}

/** The field for the file of another submission, to show it beside this one; `null` where nothing can be shown beside. */
export function useComparePicker(): readonly [JSX.Element, (() => void) | null] {
  const beside = useBeside();
  const [drawn, open] = useFilePicker({
    name: 'compare',
    accept: `${JSON_FILES},${SHEET_FILES}`,
    take: ([file]) => {
      if (file !== undefined) beside?.compareWith(file);
    },
  });
  return [drawn, beside === null ? null : open];
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
