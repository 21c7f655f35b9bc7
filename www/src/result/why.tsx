/** Why a number of the result is what it is: opened in place, and told anew when figures change. */
import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Assessment, Explanation } from '../boundary';
import { Coming } from '../late/coming';
import { lateWhy } from '../late/inside';
import { usePage } from '../page/context';
import { useDisclosure } from './disclosure';

/** How long typing pauses at least before an explanation is told anew, in milliseconds. */
const PAUSE = 300;

/** The assessment as it stands, for what is not drawn again with the result around it. */
export function useAssessment(): Assessment {
  const { store } = usePage();
  const [assessment, setAssessment] = useState(store.state.assessment);
  useEffect(() => {
    const look = (): void => {
      setAssessment(store.state.assessment);
    };
    look();
    return store.subscribe(look);
  }, [store]);
  return assessment;
}

interface Question {
  /** What is asked about, as the engine names it: `dimension:ID`, `indicator:ID`, `category:ID` … */
  readonly of: string;
  /** The category whose points they are. */
  readonly category?: string;
  /** What people call it. */
  readonly label: string;
  /** The question in whose answer this one is asked. */
  readonly within?: string;
}

/** The button “why” of something in the result, and what it opens. */
export function useWhy({ of, category, label, within }: Question): { readonly button: ComponentChild; readonly panel: ComponentChild } {
  const { t } = usePage();
  const path = [within, category, of].filter((part) => part !== undefined).join('/');
  return useDisclosure({
    id: `why-${path}`,
    text: t.why.ask,
    label: t.why.of({ label }),
    panel: () => <Answer key={path} of={of} category={category} path={path} />,
  });
}

function Answer({ of, category, path }: { of: string; category: string | undefined; path: string }) {
  const { store, t } = usePage();
  const assessment = useAssessment();
  const [answer, setAnswer] = useState<{ readonly explanation: Explanation | undefined } | null>(null);
  // The engine as plain JavaScript may take a second over a total: whoever types is then left alone for longer.
  const took = useRef(0);
  useEffect(() => {
    // What shows the answer comes while that is worked out.
    void lateWhy.come();
  }, []);
  useEffect(() => {
    let wanted = true;
    const tell = (): void => {
      if (!wanted) return;
      const start = performance.now();
      setAnswer({ explanation: store.explain(of, category) });
      took.current = performance.now() - start;
    };
    const ask = (): void => {
      store.whenThere(tell);
    };
    const timer = window.setTimeout(ask, answer === null ? 0 : PAUSE + took.current);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
    // The answer itself asks nothing.
  }, [store, of, category, assessment]);
  if (answer === null) return <p role="status">{t.why.computing}</p>;
  const { explanation } = answer;
  if (explanation === undefined) return <p role="status">{t.why.nothing}</p>;
  return <Coming late={lateWhy}>{({ Told }) => <Told explanation={explanation} path={path} />}</Coming>;
}
