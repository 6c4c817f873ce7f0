// The visit as it goes on: beginning it, handing the pen, pausing, ending. Not here: proposals (`beside.svelte.ts`).
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Guest, Id, Role, Secret, VisitsView } from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';
import type { Session } from '../session/session.svelte';
import { around } from './beside.svelte';

export type Row = { id: Id; author: Id; name: string; role: Role };

export const newGuest = (): Row => ({
  id: crypto.randomUUID(),
  author: crypto.randomUUID(),
  name: '',
  role: 'staff',
});

export class Visiting {
  failure = $state.raw<Failure | null>(null);
  working = $state(false);
  #session: Session;
  #book: Book;

  constructor(session: Session, book: Book) {
    this.#session = session;
    this.#book = book;
  }

  get now() {
    return this.#book.contents.visit;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.working) return null;
    this.working = true;
    this.failure = null;
    try {
      return await work();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      if (this.failure.code === 'locked') void this.#session.shut();
      return null;
    } finally {
      this.working = false;
    }
  }

  /** Asked for from effects, so nothing is read here that it changes. */
  async all(): Promise<VisitsView | null> {
    try {
      return await this.#book.host.visits();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return null;
    }
  }

  /** Whether the rest of the book is opened again by the passphrase only. */
  async asksSecret(): Promise<boolean> {
    return (await this.all())?.asksSecret ?? true;
  }

  /** The page is loaded anew, so that nothing of what is shut stays behind in the webview. */
  async begin(guests: Guest[], chapters: string[], agenda: string): Promise<boolean> {
    const start = around({ act: 'start', id: crypto.randomUUID(), guests, chapters, agenda });
    if (!(await this.#book.do(start))) return false;
    await this.#anew();
    return true;
  }

  async resume(id: Id): Promise<boolean> {
    if (!(await this.#book.saver.flush())) return false;
    const done = await this.#try(async () => {
      await this.#book.host.resumeVisit(id);
      return true;
    });
    if (done) await this.#anew();
    return done === true;
  }

  async #anew(): Promise<void> {
    await this.#book.refresh();
    const first = this.#book.firstPage;
    if (first !== '') await this.#book.turnTo(first);
    this.#session.screen = 'page';
    this.#session.startAnew();
  }

  open(id: Id, chapters: string[], secret: Secret | null): Promise<boolean> {
    return this.#leave(() => this.#book.host.openChapters(id, chapters, secret));
  }

  /** To a guest, or back to the citizen (an empty id). What was typed goes in first, under the name of who typed it. */
  async hand(person: Id): Promise<void> {
    if (!this.now || this.now.pen === person || !(await this.#book.saver.flush())) return;
    await this.#try(async () => {
      await this.#book.handed(await this.#book.host.holdPen(person));
    });
  }

  /** To the next of those who sit there. */
  async handOn(): Promise<void> {
    const now = this.now;
    if (!now) return;
    const all = ['', ...now.guests.map((guest) => guest.id)];
    await this.hand(all[(all.indexOf(now.pen) + 1) % all.length] ?? '');
  }

  pause(secret: Secret | null): Promise<boolean> {
    return this.#leave(() => this.#book.host.pauseVisit(secret));
  }

  end(id: Id, secret: Secret | null): Promise<boolean> {
    return this.#leave(() => this.#book.host.endVisit(id, secret));
  }

  async #leave(work: () => Promise<unknown>): Promise<boolean> {
    if (!(await this.#book.saver.flush())) return false;
    const done = await this.#try(async () => {
      await work();
      return true;
    });
    if (!done) return false;
    await this.#book.refresh();
    if (!this.#book.page && this.#book.firstPage !== '') await this.#book.turnTo(this.#book.firstPage);
    return true;
  }
}
