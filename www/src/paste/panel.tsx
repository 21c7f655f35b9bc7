/** Pasting a table: what of it goes where is shown first and entered only when it is taken over. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePage, type Page } from '../page/context';
import { ownUnit } from '../page/shared';
import { readYear } from '../session/numerals';
import { numberKind } from '../session/outline';
import { submissionOf } from '../session/parts';
import type { Fault } from '../boundary';
import type { Json } from '../session/drafts';
import type { Part, State } from '../session/state';
import type { Store } from '../session/store';
import { languages, textsIn } from '../texts';
import { cellsOf } from './cells';
import { layoutOf, ROLES, type List, type Role, type Table } from './layout';
import { Lines } from './lines';
import { matcherOf, type Matcher } from './match';
import { linesOf, listLines } from './plan';
import { chosen, rowsOf, type Choice } from './rows';
import type { Pasted, Pasting } from './use-paste';

/** The matcher for the figures of the rulebook, which knows units by their names in every language. */
function useMatcher(page: Page): Matcher {
  const { outline, lang } = page;
  return useMemo(() => {
    const named = (symbol: string): readonly string[] => languages.map(({ lang: other }) => textsIn(other).unit(symbol, ownUnit(page)));
    return matcherOf(Array.from(outline.figures.values()), named);
  }, [outline, lang]);
}

/** What would be wrong with figures if they were entered; each is given as a submission's JSON has it. */
function faultsByFigure(store: Store, figures: Readonly<Record<string, Json>>): Readonly<Record<string, readonly Fault[]>> {
  const faults: Record<string, Fault[]> = {};
  const all = store.faultsOf({ ...submissionOf({}), figures });
  for (const fault of all) (faults[fault.id] = faults[fault.id] ?? []).push(fault);
  return faults;
}

/** The figures that a list without names goes through, in the order of the form. */
function listOrder({ outline }: Page, into: Pasted['into']): readonly string[] {
  const figures = outline.sections.map((section) => section.figures.filter((figure) => numberKind(figure) !== undefined).map(({ id }) => id));
  const all = ([] as string[]).concat(...figures);
  return into === 'value' ? all : all.filter((id) => outline.readsLast.has(id));
}

/** The first of `order` at or after a part of the form. */
function firstFrom({ outline }: Page, part: Part, order: readonly string[]): string {
  const ids = ([] as string[]).concat(...outline.sections.map((section) => section.figures.map(({ id }) => id)));
  const after = ids.slice(Math.max(ids.indexOf(part.replace('figures/', '')), 0));
  return after.find((id) => order.includes(id)) ?? order[0] ?? '';
}

interface ListControlsProps {
  readonly list: List;
  readonly order: readonly string[];
  readonly start: string;
  readonly setStart: (start: string) => void;
  readonly into: Pasted['into'];
  readonly setInto: (into: Pasted['into']) => void;
  readonly headed: boolean;
  readonly setHeaded: (headed: boolean) => void;
}

function ListControls({ list, order, start, setStart, into, setInto, headed, setHeaded }: ListControlsProps) {
  const { t, name } = usePage();
  const head = list.cells.find((cell) => cell !== '') ?? '';
  return (
    <div class="paste-controls">
      <label>
        <span>{t.table.startAt}</span>
        <select
          data-paste="start"
          value={start}
          onChange={(event) => {
            setStart(event.currentTarget.value);
          }}
        >
          {order.map((id) => (
            <option key={id} value={id}>
              {name('figure', id)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t.table.into}</span>
        <select
          value={into}
          onChange={(event) => {
            setInto(event.currentTarget.value === 'last' ? 'last' : 'value');
          }}
        >
          <option value="value">{t.table.roles.value}</option>
          <option value="last">{t.table.roles.last}</option>
        </select>
      </label>
      {list.mayBeHeaded && (
        <label class="paste-headed">
          <input
            type="checkbox"
            checked={headed}
            onChange={(event) => {
              setHeaded(event.currentTarget.checked);
            }}
          />
          <span>{t.table.headed({ head })}</span>
        </label>
      )}
    </div>
  );
}

interface RoleControlsProps {
  readonly table: Table;
  readonly roles: readonly Role[];
  readonly setRoles: (roles: readonly Role[]) => void;
}

/** What each column is used for: one role stands at one column. */
function RoleControls({ table, roles, setRoles }: RoleControlsProps) {
  const { t } = usePage();
  const lacking = !roles.includes('value') && !roles.includes('last');
  return (
    <>
      {lacking && (
        <p class="paste-mark" role="status">
          {t.table.noValueColumn}
        </p>
      )}
      <details class="more" open={lacking}>
        <summary>{t.table.columns}</summary>
        <div class="paste-controls">
          {table.heads.map((head, at) => (
            <label>
              <span>{head === '' ? t.table.column({ number: at + 1 }) : head}</span>
              <select
                data-paste={`role-${at}`}
                value={roles[at]}
                onChange={(event) => {
                  const role = event.currentTarget.value as Role;
                  setRoles(roles.map((own, place) => (place === at ? role : own === role ? 'none' : own)));
                }}
              >
                {ROLES.map((role) => (
                  <option value={role}>{t.table.roles[role]}</option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </details>
    </>
  );
}

interface PreviewProps {
  readonly text: string;
  readonly pasted: Pasted;
  readonly state: State;
  readonly matcher: Matcher;
  readonly close: Pasting['close'];
}

function Preview({ text, pasted, state, matcher, close }: PreviewProps) {
  const page = usePage();
  const { t, store, outline, goTo } = page;
  const typed = readYear(state.year);
  const year = /^\d{4}$/.test(typed) ? Number(typed) : undefined;
  const layout = useMemo(() => layoutOf(cellsOf(text), year, matcher), [text, year, matcher]);
  const [ownRoles, setOwnRoles] = useState<readonly Role[] | null>(null);
  const [into, setInto] = useState(pasted.into);
  const order = useMemo(() => listOrder(page, into), [outline, into]);
  const [start, setStart] = useState('');
  const [ownHeaded, setOwnHeaded] = useState<boolean | null>(null);
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({});

  const roles = layout.kind === 'table' ? (ownRoles ?? layout.roles) : [];
  const headed = layout.kind === 'list' && (ownHeaded ?? layout.headed);
  const from = order.includes(start) ? start : firstFrom(page, pasted.part, order);
  const lines = useMemo(() => {
    if (layout.kind === 'table') return linesOf(layout, roles, matcher, year);
    return layout.kind === 'list' ? listLines(layout, headed, order, from, into) : [];
  }, [layout, ownRoles, matcher, year, headed, order, from, into]);
  const rows = useMemo(
    () => rowsOf(lines, choices, { outline, drafts: state.drafts, faultsOf: (figures) => faultsByFigure(store, figures) }, matcher),
    [lines, choices, outline, state.drafts, store, matcher],
  );
  const taken = rows.filter((row) => row.taken);
  const afresh = (): void => {
    setChoices({});
  };
  const apply = (): void => {
    const values: Record<Part, Json> = {};
    for (const { figure, json } of taken) if (figure !== undefined && json !== undefined) values[`figures/${figure.id}`] = json;
    const [first] = Object.keys(values);
    if (first === undefined) return;
    store.enterAll(values, { kind: 'pasted', count: taken.length, atFault: taken.filter(({ faults }) => faults.length > 0).length });
    close(false);
    goTo(first);
  };
  return (
    <>
      {text.trim() !== '' && layout.kind === 'unclear' && (
        <p class="paste-mark" role="status">
          {t.table.unclear}
        </p>
      )}
      {layout.kind === 'list' && (
        <ListControls
          list={layout}
          order={order}
          start={from}
          into={into}
          headed={headed}
          setStart={(id) => {
            setStart(id);
            afresh();
          }}
          setInto={(to) => {
            setInto(to);
            afresh();
          }}
          setHeaded={(on) => {
            setOwnHeaded(on);
            afresh();
          }}
        />
      )}
      {layout.kind === 'table' && (
        <RoleControls
          table={layout}
          roles={roles}
          setRoles={(to) => {
            setOwnRoles(to);
            afresh();
          }}
        />
      )}
      {rows.some(({ doubtful }) => doubtful) && <p class="paste-help">{t.table.confirmHelp}</p>}
      {rows.length > 0 && (
        <Lines
          rows={rows}
          drafts={state.drafts}
          named={layout.kind === 'table'}
          choose={(line, choice) => {
            setChoices(chosen(choices, rows, line, choice));
          }}
        />
      )}
      <div class="paste-actions">
        <p class="paste-count" role="status">
          {rows.length > 0 && t.table.count({ of: rows.length, count: taken.length })}
        </p>
        <button type="button" class="button button-main" data-action="paste-apply" disabled={taken.length === 0} onClick={apply}>
          {t.table.apply({ count: taken.length })}
        </button>
        <button
          type="button"
          class="button"
          data-action="paste-cancel"
          onClick={() => {
            close(true);
          }}
        >
          {t.actions.cancel}
        </button>
      </div>
    </>
  );
}

/** What was pasted, or is to be, and what it would enter. */
export function PastePanel({ pasted, state, close }: { pasted: Pasted; state: State; close: Pasting['close'] }) {
  const page = usePage();
  const { t } = page;
  // What it has answered serves again at the next key.
  const matcher = useMatcher(page);
  const [text, setText] = useState(pasted.text);
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const given = pasted.text !== '';
  useLayoutEffect(() => {
    const target = given ? heading.current : box.current;
    heading.current?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [given]);
  const area = (
    <label class="paste-text">
      <span class={given ? 'hidden' : undefined}>{t.table.text}</span>
      <textarea
        ref={box}
        rows={5}
        spellcheck={false}
        placeholder={t.table.textHelp}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
        }}
      />
    </label>
  );
  return (
    <section
      class="paste"
      aria-labelledby="paste-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        close(true);
      }}
    >
      <h2 id="paste-title" class="paste-title" ref={heading} tabIndex={-1}>
        {t.table.title}
      </h2>
      {given ? (
        <details class="more">
          <summary>{t.table.showText}</summary>
          {area}
        </details>
      ) : (
        area
      )}
      <Preview key={text} text={text} pasted={pasted} state={state} matcher={matcher} close={close} />
    </section>
  );
}
