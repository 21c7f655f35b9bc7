/** What the page says of drafts on the device: the question, the offer, and whether what stands there is kept. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { isFilled } from '../session/drafts';
import type { Keeper, Keeping, Offer } from '../session/keeper';
import { usePage } from '../page/context';
import { useRoom } from '../page/room';
import { useKeep } from './context';
import { CopyButton } from './copy';
import { clockText, whenText } from './when';

/** Whether what is entered is kept, as a part of what the page says of itself. */
export function DraftLine() {
  const { t } = usePage();
  const { keeper, keeping } = useKeep();
  if (keeper === null || keeping?.consent !== true) return <>{t.keep.notKept}</>;
  return (
    <>
      {keeping.way === 'refused' ? t.keep.cannot : t.keep.kept({ time: keeping.at === null ? '' : clockText(keeping.at) })}{' '}
      <button
        type="button"
        class="link"
        data-action="draft-forget"
        onClick={() => {
          keeper.forget();
        }}
      >
        {t.keep.forget}
      </button>
    </>
  );
}

function OfferLine({ keeper, offer }: { keeper: Keeper; offer: Offer }) {
  const { t } = usePage();
  const { draft, live } = offer;
  const button = (action: string, label: string, act: () => void, look = '') => (
    <button type="button" class={`button ${look}`} data-action={action} onClick={act}>
      {label}
    </button>
  );
  return (
    <li class="keep-offer" data-offer={live ? 'live' : draft === undefined ? 'broken' : 'kept'}>
      <span class="keep-what">
        {draft === undefined
          ? t.keep.brokenDraft
          : t.keep.draft({
              city: draft.entered.city.trim() || t.keep.noCity,
              year: draft.entered.year.trim(),
              count: Object.values(draft.entered.drafts).filter(isFilled).length,
              when: whenText(draft.at),
            })}
        {live && <strong class="keep-live">{t.keep.live}</strong>}
      </span>
      <span class="keep-buttons">
        {draft === undefined ? (
          <CopyButton text={offer.text} label={t.keep.copyRaw} />
        ) : (
          button('draft-restore', live ? t.keep.takeCopy : t.keep.restore, () => {
            keeper.restore(offer);
          }, 'button-main')
        )}
        {button('draft-leave', t.keep.leave, () => {
          keeper.leave(offer);
        })}
        {!live &&
          button('draft-delete', t.keep.delete, () => {
            keeper.remove(offer);
          })}
      </span>
    </li>
  );
}

/** The drafts of earlier visits and of other tabs. */
export function DraftOffers() {
  const { t } = usePage();
  const { keeper, keeping } = useKeep();
  const count = keeping?.offers.length ?? 0;
  if (keeper === null || keeping === null || count === 0) return null;
  return (
    <section class="keep-panel keep-offers" aria-labelledby="keep-offers">
      <h2 id="keep-offers">{t.keep.offers}</h2>
      <ul>
        {keeping.offers.map((offer) => (
          <OfferLine key={offer.key} keeper={keeper} offer={offer} />
        ))}
      </ul>
      <p class="keep-help">{t.keep.leaveHelp}</p>
    </section>
  );
}

function said(keeping: Keeping): 'ask' | 'cannot' | 'forgotten' | 'other' | null {
  if (keeping.asks) return keeping.way === 'refused' ? 'cannot' : 'ask';
  if (keeping.forgotten) return 'forgotten';
  return keeping.other ? 'other' : null;
}

/** The foot of the page, always in view: what there is to say of drafts, above what else stands there. */
export function Foot({ children }: { children: ComponentChildren }) {
  const { t } = usePage();
  const { keeper, keeping } = useKeep();
  const what = keeping === null ? null : said(keeping);
  const from = useRef<HTMLElement | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useRoom(place, '--foot-height');
  const button = (action: string, label: string, act: (keeper: Keeper) => void, look = '') => (
    <button
      type="button"
      class={`button ${look}`}
      data-action={action}
      onClick={() => {
        if (keeper !== null) act(keeper);
        // The button goes away: the focus goes back to where it came from.
        from.current?.focus();
      }}
    >
      {label}
    </button>
  );
  const dismiss = button('draft-dismiss', t.keep.understood, (all) => {
    all.dismiss();
  });
  return (
    <div class="foot" part="foot" ref={place}>
      <div role="status">
        {what !== null && (
          <div
            class="keep-ask"
            data-keep={what}
            onFocusIn={({ relatedTarget, currentTarget }) => {
              if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) from.current = relatedTarget;
            }}
          >
            <p>{t.keep.say[what]}</p>
            <div class="keep-buttons">
              {what === 'ask' ? (
                <>
                  {button('draft-yes', t.keep.yes, (all) => { all.agree(); }, 'button-main')}
                  {button('draft-no', t.keep.no, (all) => { all.decline(false); })}
                  {button('draft-never', t.keep.never, (all) => { all.decline(true); })}
                </>
              ) : (
                dismiss
              )}
            </div>
          </div>
        )}
      </div>
      {children}
    </div>
  );
}
