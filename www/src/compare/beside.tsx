import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { openFile } from '../inout/open';
import { App } from '../page/app';
import { ConnectedContext } from '../page/connected';
import { painted } from '../page/painted';
import type { Actions } from '../page/toolbar';
import type { Keeper } from '../session/keeper';
import { partJson, partsJson, type Notice, type Part, type State } from '../session/state';
import type { Store } from '../session/store';
import type { Lang } from '../texts';
import { BesideContext, type Beside, type Said, type Second } from './context';
import { changedIn, partsOf } from './differ';

interface WithSecondProps {
  readonly store: Store;
  readonly lang: Lang;
  readonly actions: Actions;
  /** Keeps what is entered, never a trial; `null` where nothing is kept. */
  readonly keeper: Keeper | null;
  /** Whether the element is in the document. */
  readonly connected: boolean;
}

/** What was entered, followed only while it is `needed`: else each key would draw again whatever asks for it. */
function useEntered(store: Store, needed: boolean): State | null {
  const [, setEntered] = useState(store.state);
  useLayoutEffect(() => (needed ? store.subscribe(setEntered) : undefined), [store, needed]);
  return needed ? store.state : null;
}

/** The parts that a trial would change in what was entered. */
function changedParts({ outline, state }: Store, { began, store }: Extract<Second, { kind: 'trial' }>): readonly Part[] {
  return changedIn(outline, state, began, store.state);
}

/** Asks before a page with a trial that changed something is left; what was entered has a guard of its own. */
function useGuard(entered: Store, second: Second, connected: boolean): void {
  useLayoutEffect(() => {
    if (second.kind !== 'trial' || !connected) return undefined;
    const guard = (event: BeforeUnloadEvent): void => {
      if (changedParts(entered, second).length === 0) return;
      event.preventDefault();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- browsers before 2024 ask only if this is set
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', guard);
    return () => {
      window.removeEventListener('beforeunload', guard);
    };
  }, [entered, second, connected]);
}

/** What keeps a file that was opened from being compared with, by what was said of it then. */
function amissIn(notice: Notice): Notice | null {
  if (notice.kind === 'opened') return null;
  if (notice.kind !== 'sheet' || notice.report.kind !== 'read') return notice;
  const { faults, unknown, count } = notice.report;
  if (faults.length + unknown.length > 0) return { kind: 'sheet', report: { ...notice.report, kind: 'not_compared' } };
  return count === 0 ? notice : null;
}

/** The page, with a second submission beside the one entered where one is asked for: a trial, or one from a file. */
export function WithSecond({ store, lang, actions, keeper, connected }: WithSecondProps) {
  const [second, setSecond] = useState<Second>({ kind: 'none' });
  const entered = useEntered(store, second.kind === 'trial');
  const prepared = useRef(0);
  useGuard(store, second, connected);

  /** Starts a second engine; what asked for it last is what gets it. */
  const prepare = useCallback(
    (then: (another: Store) => Promise<Second> | Second): void => {
      const say = (said: Said): Second => ({ kind: 'said', said });
      store.whenThere(() => {
        prepared.current += 1;
        const own = prepared.current;
        setSecond({ kind: 'preparing' });
        void painted()
          .then(() => store.another())
          .then(then)
          .catch(() => say({ kind: 'failed' }))
          .then((next) => {
            if (own === prepared.current) setSecond(next);
          });
      }, 'second');
    },
    [store],
  );

  const beside = useMemo((): Beside => {
    const trial = second.kind === 'trial' ? second : null;
    return {
      second,
      entered,
      tryOut: () => {
        prepare((another) => {
          const { state } = store;
          const given = partsOf(store.outline).filter((part) => partJson(state, part) !== null);
          another.beginWith(partsJson(state, given));
          return { kind: 'trial', store: another, began: another.state, compares: false };
        });
      },
      compare: (compares) => {
        if (trial !== null) setSecond({ ...trial, compares });
      },
      restore: (part) => {
        trial?.store.enterAll(partsJson(store.state, [part]));
      },
      keep: () => {
        if (trial === null) return;
        const changed = changedParts(store, trial);
        const count = changed.length;
        if (count > 0) store.enterAll(partsJson(trial.store.state, changed));
        setSecond({ kind: 'said', said: count === 0 ? { kind: 'dropped' } : { kind: 'kept', count } });
      },
      drop: () => {
        setSecond({ kind: 'said', said: { kind: 'dropped' } });
      },
      compareWith: (file) => {
        prepare(async (another) => {
          await openFile(another, file);
          const { notice } = another.state;
          const amiss = notice === null ? null : amissIn(notice);
          return amiss === null ? { kind: 'other', state: another.state, name: file.name } : { kind: 'said', said: { kind: 'file', notice: amiss } };
        });
      },
      close: () => {
        setSecond({ kind: 'none' });
      },
    };
  }, [second, entered, store, prepare]);

  // What is said of the copy stands in the copy.
  const shown = second.kind === 'trial' ? second.store : store;
  return (
    <BesideContext.Provider value={beside}>
      <ConnectedContext.Provider value={connected}>
        <App store={shown} lang={lang} actions={actions} keeper={keeper} />
      </ConnectedContext.Provider>
    </BesideContext.Provider>
  );
}
