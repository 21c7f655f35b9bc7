/** The page: the form, and beside it, always in view, what it comes to. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CategoryResult } from '../boundary';
import { useBeside } from '../compare/context';
import { SecondPlace } from '../compare/second-place';
import { goOn } from '../form/keys';
import { PastePlace } from '../paste/place';
import { usePasting } from '../paste/use-paste';
import { Materials } from '../form/materials';
import { Overview } from '../form/overview';
import { FormSection, progress, sectionKey } from '../form/section';
import { Paper } from '../report/paper';
import { Provided } from '../keep/context';
import { Foot } from '../keep/drafts';
import { KeepPanels } from '../keep/panels';
import { useStepEvents } from '../keep/steps';
import { Coming } from '../late/coming';
import { lateWindows } from '../late/inside';
import { Result } from '../result/result';
import type { Keeper } from '../session/keeper';
import type { Section } from '../session/outline';
import type { Part, State } from '../session/state';
import type { Store } from '../session/store';
import { inLanguage, textsIn, type Lang } from '../texts';
import { Announcer } from './announcer';
import { CompactBar } from './compact-bar';
import { pageOf } from './context';
import { Head } from './head';
import { Hub, type HubEntry } from './hub';
import { categoryInFocus, neededMaterials } from './shared';
import { openPoints } from './open-points';
import type { Actions } from './toolbar';

/** From this width on, in pixels, form and result stand side by side. */
const SNUG = 960;
/** From this width on, a label has room beside its entry even so. */
const WIDE = 1240;

interface AppProps {
  readonly store: Store;
  readonly lang: Lang;
  readonly actions: Actions;
  /** Keeps drafts, where the page may keep any. */
  readonly keeper: Keeper | null;
}

const NONE: readonly CategoryResult[] = [];

const isNarrow = (element: HTMLElement): boolean => element.clientWidth < SNUG;

type Width = 'narrow' | 'snug' | 'wide';

/** The width of the element decides, not that of the window: it may stand in a host's column. */
function useWidth(root: { readonly current: HTMLElement | null }): Width {
  const [width, setWidth] = useState<Width>('wide');
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const look = (): void => {
      setWidth(isNarrow(element) ? 'narrow' : element.clientWidth < WIDE ? 'snug' : 'wide');
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [root]);
  return width;
}

function sectionOf(store: Store, part: Part): string {
  const [kind = '', id = ''] = part.split('/');
  if (kind === 'materials') return 'materials';
  return store.outline.figures.get(id)?.dimension ?? 'city';
}

function focusIn(place: Element): void {
  const label = place.querySelector('.label') ?? place;
  label.scrollIntoView({ block: 'center' });
  const control = place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>('input, select, textarea, [tabindex]');
  control?.focus({ preventScroll: true });
}

export function App({ store, lang, actions, keeper }: AppProps) {
  // Drawn again by each new state; which one it is, the store says, as another store may be shown in its place.
  const [, setState] = useState<State>(store.state);
  const { state } = store;
  const [showsResult, setShowsResult] = useState(false);
  const [closed, setClosed] = useState<Readonly<Record<string, boolean>>>({});
  const [target, setTarget] = useState<{ readonly selectors: readonly string[]; readonly focus: boolean } | null>(null);
  const [asked, setAsked] = useState(0);
  const [asksHolders, setAsksHolders] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const wide = width !== 'narrow';
  const pasting = usePasting(store);
  const second = useBeside()?.second;
  const trying = second?.kind === 'trial';
  const compares = second?.kind === 'other' || (second?.kind === 'trial' && second.compares);
  const { outline } = store;
  const t = textsIn(lang);

  useLayoutEffect(() => {
    setState(store.state);
    return store.subscribe(setState);
  }, [store]);

  // What is to be merged is decided beside the form.
  useLayoutEffect(() => {
    if (state.merging !== null) setShowsResult(false);
  }, [state.merging]);

  // On a narrow screen the sections begin closed but the first, so that the way down is short. One that becomes narrow later,
  // as half a window or enlarged, keeps open what is being filled in.
  useLayoutEffect(() => {
    if (root.current === null || !isNarrow(root.current)) return;
    const shut: Record<string, boolean> = { materials: true };
    for (const section of outline.sections.slice(1)) shut[sectionKey(section)] = true;
    setClosed(shut);
  }, []);

  const show = useCallback((section: string, selectors: readonly string[], focus: boolean) => {
    setShowsResult(false);
    setClosed((before) => ({ ...before, [section]: false }));
    setTarget({ selectors, focus });
  }, []);
  const goTo = useCallback(
    (part: Part) => {
      // The fields are asked for only where the category chooses some: else the way to them is the category.
      const parts = part === 'fields' ? ['fields', 'category'] : [part];
      show(
        sectionOf(store, part),
        parts.map((one) => `[data-part="${one}"]`),
        true,
      );
    },
    [store, show],
  );
  const goToSection = useCallback(
    (id: string) => {
      show(id, [`[data-section="${id}"]`], false);
    },
    [show],
  );
  const stepEvents = useStepEvents(store, goTo);
  const toggle = useCallback((id: string) => {
    setClosed((before) => ({ ...before, [id]: before[id] !== true }));
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      goOn(event, goTo);
    },
    [goTo],
  );
  // What is wrong is not in the file and not on the paper: then, and only then, it is listed.
  const ask = useCallback(() => {
    setAsked((before) => before + 1);
  }, []);
  const toggleView = useCallback(() => {
    setShowsResult((before) => !before);
    ask();
    root.current?.scrollIntoView({ block: 'start' });
  }, [ask]);

  useLayoutEffect(() => {
    if (target === null) return;
    const [place] = target.selectors.map((selector) => root.current?.querySelector(selector)).filter((found) => found != null);
    if (place !== undefined) {
      if (target.focus) focusIn(place);
      else {
        place.scrollIntoView({ block: 'start' });
        place.querySelector<HTMLElement>('.section-toggle')?.focus({ preventScroll: true });
      }
    }
    setTarget(null);
  }, [target]);

  const askHolders = useCallback(() => {
    // What is missing is known once what was entered is judged.
    store.whenThere(() => {
      setAsksHolders(true);
    }, 'requests');
  }, [store]);
  const leaveHolders = useCallback(() => {
    setAsksHolders(false);
    root.current?.querySelector<HTMLElement>('[data-action="more"]')?.focus();
  }, []);

  const page = useMemo(() => pageOf(store, lang, goTo), [store, lang, goTo]);

  const title = (section: Section): string => (section.label === undefined ? t.form.city : inLanguage(section.label, lang));
  const focus: CategoryResult | undefined = categoryInFocus(state);
  const { materials: results } = state.assessment;
  const materials = useMemo(() => neededMaterials(outline, results), [outline, results]);
  const entries: HubEntry[] = outline.sections.map((section) => ({
    id: sectionKey(section),
    title: title(section),
    ...progress(section, state),
  }));
  if (materials.length > 0) {
    const filled = materials.filter(({ id }) => state.materials[id] === true).length;
    entries.push({ id: 'materials', title: t.form.materials, filled, of: materials.length });
  }

  return (
    <Provided page={page} keeper={keeper}>
      <Paper page={page} state={state} caution={trying ? t.compare.onPaper : null} />
      <div
        ref={root}
        part="page"
        class={`page ${wide ? 'wide' : 'narrow'}${width === 'wide' ? '' : ' stacked'} ${showsResult ? 'shows-result' : 'shows-form'}${compares ? ' compares' : ''}`}
        lang={t.language.tag}
        data-ready=""
        {...stepEvents}
      >
        <Head actions={actions} asked={ask} requests={askHolders} notice={state.notice} wide={wide} />
        <SecondPlace state={state} />
        {asksHolders && (
          <Coming late={lateWindows} close={leaveHolders}>
            {({ Requests }) => <Requests state={state} close={leaveHolders} />}
          </Coming>
        )}
        <KeepPanels state={state} />
        <div class="columns">
          <div class="form" part="form" role="region" aria-label={t.page.formLabel} onKeyDown={onKeyDown} onPaste={pasting.onPaste}>
            <Overview state={state} asked={asked} />
            <PastePlace pasting={pasting} state={state} />
            <Hub entries={JSON.stringify(entries)} go={goToSection} />
            {outline.sections.map((section) => {
              const id = sectionKey(section);
              return (
                <FormSection
                  key={id}
                  section={section}
                  title={title(section)}
                  state={state}
                  open={openPoints(focus, section.id)}
                  expanded={closed[id] !== true}
                  toggle={toggle}
                />
              );
            })}
            {materials.length > 0 && (
              <Materials list={materials} ready={state.materials} expanded={closed['materials'] !== true} toggle={toggle} />
            )}
          </div>
          <Result state={state} />
        </div>
        <Foot>
          <CompactBar categories={store.isUnjudged ? NONE : state.assessment.categories} showsResult={showsResult} toggle={toggleView} />
        </Foot>
        <Announcer effect={state.effect} />
      </div>
    </Provided>
  );
}
