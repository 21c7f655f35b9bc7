/** What is still missing, by the department that usually holds it: to print, or to send as a workbook. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePage } from '../page/context';
import { PartLink } from '../page/bits';
import type { State } from '../session/state';
import { requestsFor, type Request } from './holders';
import { Letters } from './letters';
import { saveRequests } from './save';

interface RequestsProps {
  readonly state: State;
  readonly close: () => void;
}

/** The class of the page while letters are printed in place of the result. */
const PRINTING = 'prints-letters';

export function Requests({ state, close }: RequestsProps) {
  const page = usePage();
  const words = page.t.inout.requests;
  const [onlyMissing, setOnlyMissing] = useState(true);
  const [printed, setPrinted] = useState<readonly Request[] | null>(null);
  const place = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const requests = useMemo(() => requestsFor(page, state, onlyMissing), [page, state, onlyMissing]);

  useEffect(() => {
    title.current?.focus();
  }, []);

  useEffect(() => {
    if (printed === null) return undefined;
    const root = place.current?.closest('.page');
    const done = (): void => {
      setPrinted(null);
    };
    root?.classList.add(PRINTING);
    window.addEventListener('afterprint', done);
    window.print();
    return () => {
      root?.classList.remove(PRINTING);
      window.removeEventListener('afterprint', done);
    };
  }, [printed]);

  return (
    <section
      ref={place}
      class="requests"
      aria-labelledby="requests-title"
      data-requests=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="requests-screen">
        <div class="requests-head">
          <h2 id="requests-title" ref={title} tabIndex={-1}>
            {words.title}
          </h2>
          <button type="button" class="link" data-action="requests-close" onClick={close}>
            {page.t.actions.close}
          </button>
        </div>
        <p class="requests-about">{words.about}</p>
        <fieldset class="requests-which">
          <legend class="hidden">{words.which}</legend>
          {[true, false].map((missing) => (
            <label class="option">
              <input
                type="radio"
                name="requests-which"
                value={missing ? 'missing' : 'all'}
                checked={missing === onlyMissing}
                onChange={() => {
                  setOnlyMissing(missing);
                }}
              />
              <span class="option-text">{missing ? words.missing : words.all}</span>
            </label>
          ))}
        </fieldset>
        {requests.length === 0 ? (
          <p role="status">{words.none}</p>
        ) : (
          <>
            <p class="requests-acts">
              <button
                type="button"
                class="button button-main"
                data-action="requests-save"
                onClick={() => {
                  saveRequests(page, requests);
                }}
              >
                {words.downloadAll}
              </button>
              <button
                type="button"
                class="button"
                data-action="requests-print"
                onClick={() => {
                  setPrinted(requests);
                }}
              >
                {words.printAll}
              </button>
            </p>
            <ul class="holders">
              {requests.map((request) => (
                <HolderItem key={request.holder} request={request} print={setPrinted} />
              ))}
            </ul>
          </>
        )}
      </div>
      {printed !== null && <Letters requests={printed} state={state} />}
    </section>
  );
}

function HolderItem({ request, print }: { request: Request; print: (requests: readonly Request[]) => void }) {
  const page = usePage();
  const words = page.t.inout.requests;
  const { holder, figures } = request;
  return (
    <li class="holder" data-holder={holder}>
      <div class="holder-head">
        <h3>
          {holder} <span class="holder-count">{words.count({ count: figures.length })}</span>
        </h3>
        <span class="holder-acts">
          <button
            type="button"
            class="button"
            data-action="holder-save"
            onClick={() => {
              saveRequests(page, [request]);
            }}
          >
            {words.download} <span class="hidden">{holder}</span>
          </button>
          <button
            type="button"
            class="button"
            data-action="holder-print"
            onClick={() => {
              print([request]);
            }}
          >
            {words.print} <span class="hidden">{holder}</span>
          </button>
        </span>
      </div>
      <p class="holder-figures">
        {figures.map(({ id }, at) => (
          <>
            {at > 0 && page.t.separator}
            <PartLink part={`figures/${id}`} />
          </>
        ))}
      </p>
    </li>
  );
}
