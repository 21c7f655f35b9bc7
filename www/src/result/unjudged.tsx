/** What stands in place of the result while the engine, which judges what was entered, is on its way or cannot be had. */
import { usePage } from '../page/context';

export function Unjudged() {
  const { t, store } = usePage();
  return (
    <div class="unjudged">
      <p role="status">{store.lacks ? t.notice.lacking : t.notice.coming}</p>
      {store.lacks && (
        <button
          type="button"
          class="button"
          data-action="load-again"
          onClick={(event) => {
            // The button goes: the focus stays with the result.
            event.currentTarget.closest('.result')?.querySelector<HTMLElement>('.result-title')?.focus();
            store.tryAgain();
          }}
        >
          {t.notice.loadAgain}
        </button>
      )}
    </div>
  );
}
