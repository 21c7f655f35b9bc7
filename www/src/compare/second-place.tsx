import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { Coming } from '../late/coming';
import { lateWindows } from '../late/inside';
import { usePage, type Page } from '../page/context';
import { NoticeBox } from '../page/notices';
import type { State } from '../session/state';
import { useBeside, type Beside, type Said } from './context';
import { usePlace } from './place';
import { TrialBar } from './trial-bar';

function saidText({ t }: Page, said: Said): string {
  switch (said.kind) {
    case 'kept':
      return t.compare.kept({ count: said.count });
    case 'dropped':
      return t.compare.dropped;
    case 'failed':
      return t.compare.failed;
    case 'file':
      return '';
  }
}

/** Where the page says what lies beside the submission entered, and shows the two side by side. */
export function SecondPlace({ state }: { state: State }) {
  const beside = useBeside();
  return beside === null ? null : <Place state={state} beside={beside} />;
}

function Place({ state, beside }: { state: State; beside: Beside }) {
  const page = usePage();
  const { t } = page;
  const { second, entered, close } = beside;
  const place = useRef<HTMLDivElement>(null);
  const whole = useCallback(() => place.current?.parentElement ?? null, []);
  const { note, back } = usePlace(whole);
  const trying = second.kind === 'trial';
  const compares = second.kind === 'other' || (second.kind === 'trial' && second.compares);

  // The button that was pressed, or the form, may have gone with it: back to where somebody was.
  const before = useRef({ trying, compares });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { trying, compares };
    const focus = (action: string): void => {
      // The bar of a trial stays in view: nothing has to move for its buttons.
      whole()?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus({ preventScroll: action === 'compare' });
    };
    if (was.trying && !trying) {
      if (!back(true)) focus('try');
    } else if (was.compares && !compares) {
      back(false);
      focus(trying ? 'compare' : 'more');
    } else if (compares && !was.compares) {
      place.current?.scrollIntoView({ block: 'start' });
    }
  }, [trying, compares, whole, back]);

  const leaving = (leave: () => void) => (): void => {
    if (!compares) note();
    leave();
  };
  const said = second.kind === 'said' ? second.said : null;
  const words = second.kind === 'preparing' ? t.compare.preparing : said === null ? '' : saidText(page, said);
  return (
    <>
      <div class="second-place" role="status" ref={place}>
        {words !== '' && (
          <div class={said?.kind === 'failed' ? 'notice notice-bad' : 'notice'}>
            <p>{words}</p>
            {said !== null && (
              <button type="button" class="link" onClick={close}>
                {t.actions.close}
              </button>
            )}
          </div>
        )}
      </div>
      <NoticeBox notice={said?.kind === 'file' ? said.notice : null} dismiss={close} />
      {second.kind === 'trial' && entered !== null && (
        <TrialBar
          entered={entered}
          tried={state}
          compares={compares}
          compare={(on) => {
            if (on) note();
            beside.compare(on);
          }}
          keep={leaving(beside.keep)}
          drop={leaving(beside.drop)}
        />
      )}
      {second.kind === 'trial' && second.compares && entered !== null && (
        <Coming late={lateWindows}>
          {({ ComparisonView }) => (
            <ComparisonView
              title={t.compare.trialTitle}
              before={{ label: t.compare.asEntered, state: entered }}
              after={{ label: t.compare.asTried, state }}
              unknowns="same"
              close={() => {
                beside.compare(false);
              }}
            />
          )}
        </Coming>
      )}
      {second.kind === 'other' && (
        <Coming late={lateWindows} close={close}>
          {({ ComparisonView }) => (
            <ComparisonView
              title={t.compare.otherTitle({ file: second.name })}
              before={{ label: t.compare.other, state: second.state }}
              after={{ label: t.compare.this, state }}
              unknowns="independent"
              close={close}
            />
          )}
        </Coming>
      )}
    </>
  );
}
