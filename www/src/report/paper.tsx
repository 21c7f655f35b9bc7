import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useConnected } from '../page/connected';
import { PageContext, type Page } from '../page/context';
import { drawing } from '../page/untouched';
import type { State } from '../session/state';
import { Report } from './report';

interface PaperProps {
  readonly page: Page;
  readonly state: State;
  /** What has to be said above it, where it is not of what was entered. */
  readonly caution: string | null;
}

/**
 * Where the report stands while the page is printed. It is drawn when the browser says that it prints, at once, and taken
 * away afterwards: on the screen it costs nothing. What prints in its own right (`data-prints`) takes its place.
 */
export function Paper({ page, state, caution }: PaperProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<PaperProps>({ page, state, caution });
  shown.current = { page, state, caution };
  const connected = useConnected();

  useLayoutEffect(() => {
    if (!connected) return undefined;
    const draw = (): void => {
      const { current } = place;
      if (current === null || current.parentNode?.querySelector('[data-prints]') != null) return;
      // What is concluded without the engine is not what was entered.
      if (shown.current.page.store.waits) return;
      const report = (
        <PageContext.Provider value={shown.current.page}>
          <Report state={shown.current.state} day={new Date()} caution={shown.current.caution} />
        </PageContext.Provider>
      );
      drawing(() => {
        render(report, current);
      });
    };
    const remove = (): void => {
      const { current } = place;
      if (current === null) return;
      drawing(() => {
        render(null, current);
      });
    };
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', remove);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', remove);
    };
  }, [connected]);

  return <div ref={place} class="paper" part="report" />;
}
