import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { PageContext, type Page } from '../page/context';
import type { State } from '../session/state';
import { Report } from './report';

interface PaperProps {
  readonly page: Page;
  readonly state: State;
}

/**
 * Where the report stands while the page is printed. It is drawn when the browser says that it prints, at once, and taken
 * away afterwards: on the screen it costs nothing.
 */
export function Paper({ page, state }: PaperProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<PaperProps>({ page, state });
  shown.current = { page, state };

  useEffect(() => {
    const draw = (): void => {
      const { current } = place;
      if (current === null) return;
      const report = (
        <PageContext.Provider value={shown.current.page}>
          <Report state={shown.current.state} day={new Date()} />
        </PageContext.Provider>
      );
      render(report, current);
    };
    const remove = (): void => {
      if (place.current !== null) render(null, place.current);
    };
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', remove);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', remove);
    };
  }, []);

  return <div ref={place} class="paper" />;
}
