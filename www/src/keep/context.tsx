/** What the parts of the page that keep what was entered have in common. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Keeper, Keeping } from '../session/keeper';
import { PageContext, type Page } from '../page/context';

interface Keep {
  /** `null` where the page is part of something that keeps nothing. */
  readonly keeper: Keeper | null;
  readonly keeping: Keeping | null;
}

const KeepContext = createContext<Keep>({ keeper: null, keeping: null });

/** What there is of drafts. */
export function useKeep(): Keep {
  return useContext(KeepContext);
}

interface ProvidedProps {
  readonly page: Page;
  readonly keeper: Keeper | null;
  readonly children: ComponentChildren;
}

/** Gives the page, and what it keeps, to everything within. */
export function Provided({ page, keeper, children }: ProvidedProps) {
  const [keeping, setKeeping] = useState<Keeping | null>(keeper?.keeping ?? null);
  useEffect(() => {
    setKeeping(keeper?.keeping ?? null);
    return keeper?.subscribe(setKeeping);
  }, [keeper]);
  const keep = useMemo((): Keep => ({ keeper, keeping }), [keeper, keeping]);
  return (
    <PageContext.Provider value={page}>
      <KeepContext.Provider value={keep}>{children}</KeepContext.Provider>
    </PageContext.Provider>
  );
}
