// A print being looked at: set once, drawn page by page as one comes to it, saved, and put into the register.
// Not here: what is on it (core), what is ticked (`reader`).
import { tick } from 'svelte';
import { asFailure } from '../../lib/ipc/host';
import type { Failure, How, Laid, PreviewPage, PrintOrder, Saved } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

/** Longer than this is told with words. */
const PATIENCE = 1000;

/** The one whose pages are set now: another one's order takes its place, and a page that goes away stops only its own. */
let latest: Laying | null = null;

export class Laying {
  laid = $state.raw<Laid | null>(null);
  /** In order; null until one comes near. */
  pages = $state.raw<(PreviewPage | null)[]>([]);
  failure = $state.raw<Failure | null>(null);
  saved = $state.raw<Saved | null>(null);
  /** The question *Hvem skal have den?* is open. */
  asking = $state(false);
  given = $state(false);
  /** True from the start: the pages are asked for as soon as the screen is there. */
  busy = $state(true);
  writing = $state(false);
  /** Something was asked for while the pages are set anew: it is done with those. */
  waiting = $state(false);
  slow = $state(false);
  /** The person did not want to wait any longer. */
  stopped = $state(false);
  /** How it is given when nothing else is said. */
  how = $state<How>('paper');
  #session: Session;
  /** What may still ask for other pages than those that are there. */
  #coming = new Set<Promise<unknown>>();
  /** What was saved or shown last, for the register. */
  #out: Laid | null = null;
  #turn = 0;
  /** How many times it was stopped or left: nothing pressed before that is done after it. */
  #ends = 0;
  #asked = new Set<number>();
  #id = '';
  #key = '';
  #order: PrintOrder | null = null;
  #recorded = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Sets what is ordered; what was ordered before and is not there yet is let go. */
  show(order: PrintOrder): Promise<void> {
    return this.until(this.#show(order));
  }

  /** Nothing is saved before this is done: it may be that a line is being taken off. */
  async until<T>(work: Promise<T>): Promise<T> {
    this.#coming.add(work);
    try {
      return await work;
    } finally {
      this.#coming.delete(work);
    }
  }

  /** The pages as they are to be when all that was pressed before is done. */
  async #newest(): Promise<Laid | null> {
    const { book } = this.#session;
    const ends = this.#ends;
    this.waiting = true;
    try {
      // Undo, too, may take something off. What is read again because of it begins when the screen follows.
      await book?.saver.flush();
      await tick();
      while (this.#coming.size > 0) await Promise.allSettled(this.#coming);
    } finally {
      this.waiting = false;
    }
    return ends === this.#ends ? this.laid : null;
  }

  async #show(order: PrintOrder): Promise<void> {
    const turn = (this.#turn += 1);
    latest = this;
    this.#order = order;
    const key = JSON.stringify(order);
    // Putting it on the list changes the book, and so the same is set again: what was just said still holds.
    const again = this.#recorded && key === this.#key;
    this.#recorded = false;
    this.#key = key;
    this.failure = null;
    this.stopped = false;
    if (!again) {
      this.saved = null;
      this.given = false;
    }
    this.busy = true;
    const told = this.#tell();
    try {
      await this.#session.book?.saver.flush();
      if (turn !== this.#turn) return;
      const laid = await this.#session.host.layPrint(order);
      if (turn !== this.#turn) return;
      this.#asked = new Set([0]);
      this.#id = crypto.randomUUID();
      this.pages = [laid.first, ...Array.from({ length: laid.pages - 1 }, () => null)];
      this.laid = laid;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.laid = null;
      this.pages = [];
      this.stopped = asFailure(thrown).code === 'cancelled';
      this.#refused(thrown);
    } finally {
      told();
      if (turn === this.#turn) this.busy = false;
    }
  }

  /** Nothing is written on any page: an invitation is better than a refusal. */
  get empty(): boolean {
    return this.failure?.code === 'nothing';
  }

  /** No pages are wanted. */
  clear(): void {
    this.#turn += 1;
    this.laid = this.failure = null;
    this.pages = [];
    this.busy = this.stopped = false;
    this.#forget();
  }

  /** The pages are not waited for any longer. It is so at once: nothing comes of what is still being set. */
  stop = (): void => {
    if (!this.busy) return;
    this.#turn += 1;
    this.#ends += 1;
    this.laid = null;
    this.pages = [];
    this.busy = this.slow = false;
    this.stopped = true;
    this.#forget();
  };

  get ordered(): boolean {
    return this.#order !== null;
  }

  /** Sets the same once more. */
  again = (): void => {
    if (this.#order) void this.show(this.#order);
  };

  /** The page goes away: what is being set for it is stopped, and what was set is let go. */
  leave(): void {
    this.#turn += 1;
    this.#ends += 1;
    // The next page may have ordered something already.
    setTimeout(() => {
      if (latest === this) this.#forget();
    });
  }

  #forget(): void {
    void this.#session.host.leavePrint().catch(() => undefined);
  }

  /** One comes near page `index`, from 0. */
  async draw(index: number): Promise<void> {
    const laid = this.laid;
    if (!laid || this.#asked.has(index)) return;
    this.#asked.add(index);
    try {
      const page = await this.#session.host.printPage(laid.number, index);
      if (this.laid === laid) this.pages = this.pages.map((each, at) => (at === index ? page : each));
    } catch (thrown) {
      // The next order is on its way, or the book is locked: both are told elsewhere.
      if (this.laid === laid && asFailure(thrown).code !== 'not-found') this.#refused(thrown);
    }
  }

  save = (): Promise<void> =>
    this.#work(async () => {
      const laid = await this.#newest();
      if (!laid) return;
      this.given = false;
      this.saved = null;
      await this.#write(laid);
    });

  /** Pages that turn out to be older than the book are set anew first. */
  async #write(laid: Laid, first = true): Promise<void> {
    try {
      this.saved = await this.#session.host.savePrint(laid.number);
    } catch (thrown) {
      if (asFailure(thrown).code !== 'not-found' || !this.#order || !first) throw thrown;
      await this.show(this.#order);
      return this.laid ? this.#write(this.laid, false) : undefined;
    }
    if (this.saved.saved) this.#ask(laid, 'paper');
  }

  /** Nothing was saved, somebody only looks at it. */
  showNow = (): Promise<void> =>
    this.#work(async () => {
      const laid = await this.#newest();
      if (laid) this.#ask(laid, 'shown');
    });

  #ask(laid: Laid, how: How): void {
    this.#out = laid;
    this.how = how;
    this.asking = true;
  }

  async give(whom: string, how: How): Promise<void> {
    const laid = this.#out;
    const book = this.#session.book;
    // Asking is over with the first press, however slow the disk is.
    if (!laid || !book || !this.asking) return;
    this.asking = false;
    const id = this.#id;
    this.#recorded = true;
    const changed = await book.carry(() => this.#session.host.recordShare(id, laid.number, whom, how));
    if (changed) this.given = true;
    else this.#recorded = false;
    this.#id = crypto.randomUUID();
  }

  openSaved = (): Promise<void> => this.#work(() => this.#session.host.openSaved());

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.writing) return;
    // A failure of the pages is told until they are there.
    if (this.laid) this.failure = null;
    this.writing = true;
    const told = this.#tell();
    try {
      await work();
    } catch (thrown) {
      this.#refused(thrown);
    } finally {
      told();
      this.writing = false;
    }
  }

  #tell(): () => void {
    const timer = setTimeout(() => (this.slow = true), PATIENCE);
    return () => {
      clearTimeout(timer);
      this.slow = false;
    };
  }

  #refused(thrown: unknown): void {
    const failure = asFailure(thrown);
    if (failure.code !== 'cancelled') this.failure = failure;
  }
}
