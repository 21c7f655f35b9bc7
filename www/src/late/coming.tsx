/** What is drawn by a late part; until it is there, that it comes, or what to do where it does not. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../page/context';
import { notLoaded } from '../page/shared';
import type { Late } from './late';

interface ComingProps<T> {
  readonly late: Late<T>;
  /** Where it is not closed by what opened it. */
  readonly close?: () => void;
  readonly children: (part: T) => ComponentChildren;
}

export function Coming<T>({ late, close, children }: ComingProps<T>) {
  const { t } = usePage();
  const [part, setPart] = useState(late.now);
  const [failed, setFailed] = useState(false);
  const [again, setAgain] = useState(0);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (part !== null) return undefined;
    let wanted = true;
    void late.come().then((come) => {
      if (!wanted) return;
      setPart(come);
      setFailed(come === null);
    });
    return () => {
      wanted = false;
    };
  }, [late, again]);

  useEffect(() => {
    const { current } = place;
    const root = current?.getRootNode();
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    // The button that was pressed has gone, and neither the part nor anything of the page around has the focus.
    if (root instanceof ShadowRoot && root.activeElement === null && isNowhere) current?.focus();
  }, [part]);

  if (part !== null) {
    if (again === 0) return <>{children(part)}</>;
    return (
      <div ref={place} tabIndex={-1}>
        {children(part)}
      </div>
    );
  }
  return (
    <div class={failed ? 'notice notice-bad coming' : 'notice coming'}>
      <p role="status">{failed ? notLoaded(t) : t.notice.loading}</p>
      {/* They stay while it is tried again, so that the focus keeps its place. */}
      {(failed || again > 0) && (
        <>
          <button
            type="button"
            class="button"
            data-action="load-again"
            aria-disabled={failed ? undefined : 'true'}
            onClick={() => {
              if (!failed) return;
              setFailed(false);
              setAgain(again + 1);
            }}
          >
            {t.notice.loadAgain}
          </button>
          {close !== undefined && (
            <button type="button" class="button" data-action="load-leave" onClick={close}>
              {t.actions.close}
            </button>
          )}
        </>
      )}
    </div>
  );
}
