import { usePage } from './context';
import { ProgressBar } from '../form/section';
import { pure } from './pure';

export interface HubEntry {
  readonly id: string;
  readonly title: string;
  readonly filled: number;
  readonly of: number;
}

interface HubProps {
  /** The entries as one text, so that an equal list is not drawn again. */
  readonly entries: string;
  readonly go: (id: string) => void;
}

/** The sections of the form and how far each is filled in. */
export const Hub = pure(function Hub({ entries, go }: HubProps) {
  const { t } = usePage();
  return (
    <nav class="hub" aria-label={t.page.sectionsLabel}>
      <ol>
        {(JSON.parse(entries) as HubEntry[]).map(({ id, title, filled, of }) => (
          <li key={id}>
            <button
              type="button"
              class={filled === of ? 'hub-entry hub-done' : 'hub-entry'}
              onClick={() => {
                go(id);
              }}
            >
              <span class="hub-title">{title}</span>
              <span class="hub-state">{t.form.filled({ filled, of })}</span>
              <ProgressBar filled={filled} of={of} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
});
