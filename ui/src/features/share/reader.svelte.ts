// One reader: what is ticked for them, in which shape, and what is new since they last got a copy.
// Not here: the pages themselves (`laying`), and what is suggested (core).
import { tick } from 'svelte';
import { newest } from '../../lib/newest';
import { asFailure } from '../../lib/ipc/host';
import type {
  Change,
  Contents,
  CopyView,
  Failure,
  Form,
  Language,
  PrintOrder,
  ReaderView,
  Tick,
} from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';
import { Laying } from './laying.svelte';

export class ReaderDesk {
  view = $state.raw<ReaderView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The card has its words for a camera too. */
  squares = $state(false);
  readonly laying: Laying;
  readonly id: string;
  /** The copy this takes the place of. */
  readonly replaces: CopyView | null;
  #reading = newest();
  #session: Session;
  #laid = '';
  /** What the book said of itself then. */
  #of: Contents | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.laying = new Laying(session);
    this.id = session.out.reader;
    this.replaces = session.out.replaces;
  }

  /** As the book has it now; the pages are set anew when something of them may be another. */
  read(): Promise<void> {
    return this.laying.until(this.#read());
  }

  async #read(): Promise<void> {
    try {
      const view = await this.#reading(() => this.#session.host.reader(this.id));
      if (!view) return;
      this.view = view;
      this.failure = null;
      await this.#lay();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  async #lay(): Promise<void> {
    const order = this.order;
    if (!order) return;
    const { news: _news, last: _last, ...shown } = this.view as ReaderView;
    const key = JSON.stringify([order, shown]);
    const contents = this.#session.book?.contents;
    // Words on the pages are not in the view: after every change of the book they may be others.
    if (key === this.#laid && contents === this.#of && this.laying.laid) return;
    this.#laid = key;
    this.#of = contents;
    await this.laying.show(order);
  }

  get order(): PrintOrder | null {
    const view = this.view;
    if (!view) return null;
    return {
      what: { kind: 'reader', id: view.id },
      language: view.language,
      large: view.large && view.form !== 'card',
      squares: this.squares && view.form === 'card',
      replaces: this.replaces?.id ?? '',
    };
  }

  tick = (what: Tick, id: string, on: boolean): Promise<void> =>
    this.#change({ kind: 'tickForReader', reader: this.id, what, id, on });

  arrange(some: { form?: Form; language?: Language; large?: boolean }): Promise<void> {
    const view = this.view;
    if (!view) return Promise.resolve();
    const { form, language, large } = { ...view, ...some };
    return this.#change({ kind: 'arrangeReader', id: this.id, form, language, large });
  }

  async withSquares(on: boolean): Promise<void> {
    this.squares = on;
    await this.#lay();
  }

  rename = (title: string): Promise<void> => this.#change({ kind: 'renameReader', id: this.id, title });
  reset = (): Promise<void> => this.#change({ kind: 'resetReader', id: this.id });
  async remove(): Promise<void> {
    await this.#change({ kind: 'removeReader', id: this.id });
    await this.#session.turnTo('shares.page');
  }

  /** What changed is read again when the book says so; what could not be done is read again to show what is true. */
  #change(change: Change): Promise<void> {
    return this.laying.until(this.#do(change));
  }

  async #do(change: Change): Promise<void> {
    if (!(await this.#session.book?.do(change))) await this.read();
    // It is read again as soon as the screen follows.
    else await tick();
  }
}
