/** Asks before a page is left where that would lose what was entered. */
import type { Keeper } from '../session/keeper';
import type { Store } from '../session/store';
import { isHanding } from './download';

/** Whether the page may be left is asked of one form: the last there was, also where the rulebook that came after it is refused. */
export class Leaving {
  private form: { readonly store: Store; readonly keeper: Keeper } | null = null;
  private forget: () => void = () => undefined;

  /** `isHere` says whether the element is in the document. */
  constructor(private readonly isHere: () => boolean) {}

  /** Asks of another form from now on; its keeper knows what of it is kept as a draft. */
  follow(store: Store, keeper: Keeper): void {
    this.forget();
    this.form = { store, keeper };
    this.forget = store.subscribe(this.look);
    this.look();
  }

  /** Listens to the page being left only while something could be lost: else some browsers could not keep it for the way back. */
  readonly look = (): void => {
    if (this.isHere() && this.form?.store.state.unsaved === true) window.addEventListener('beforeunload', this.guard);
    else window.removeEventListener('beforeunload', this.guard);
  };

  /** Asks before what was entered since the last save is lost: not where a draft of all of it is kept. */
  private readonly guard = (event: BeforeUnloadEvent): void => {
    if (this.form?.store.state.unsaved !== true || this.form.keeper.safe || isHanding()) return;
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- browsers before 2024 ask only if this is set
    event.returnValue = '';
  };
}
