/** What stands in place of the result while the engine, which judges what was entered, is on its way or cannot be had. */
import { usePage } from '../page/context';
import { notLoaded } from '../page/shared';

export function Unjudged() {
  const { t, store } = usePage();
  return (
    <div class="unjudged">
      <p role="status">{store.lacks ? notLoaded(t) : t.notice.coming}</p>
      {store.lacks && (
        <button
          type="button"
          class="button"
          data-action="load-again"
          onClick={() => {
            store.tryAgain();
          }}
        >
          {t.notice.loadAgain}
        </button>
      )}
    </div>
  );
}
