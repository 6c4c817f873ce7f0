// The visit as it goes on: beginning it, handing the pen, pausing, ending. Not here: proposals (`beside.svelte.ts`).
import { tick } from 'svelte';
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Guest, GuestView, Id, Role, Secret, VisitsView } from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Book } from '../book/book.svelte';
import type { Draft } from '../save/draft.svelte';
import type { Session } from '../session/session.svelte';
import { around, proposalKey } from './beside.svelte';

export type Row = { id: Id; author: Id; name: string; role: Role };
/** Who takes part and which chapters are opened. */
export type Wanted = { guests: Guest[]; chapters: string[] };

export const newGuest = (): Row => ({
  id: crypto.randomUUID(),
  author: crypto.randomUUID(),
  name: '',
  role: 'staff',
});

export class Visiting extends Work {
  #session: Session;
  #book: Book;
  /** Where the caret stood when the pen was to be passed. */
  #stood: Element | null = null;

  constructor(session: Session, book: Book) {
    super();
    this.#session = session;
    this.#book = book;
  }

  protected override refused(failure: Failure): void {
    super.refused(failure);
    if (failure.code === 'locked') void this.#session.shut();
  }

  get now() {
    return this.#book.contents.visit;
  }

  guest(id: Id): GuestView | null {
    return this.now?.guests.find((guest) => guest.id === id) ?? null;
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

  /**
   * The page is loaded anew, so that nothing of what is shut stays behind in the webview. What is `wanted` is asked for when the visit begins: held
   * back by words that are not saved, it begins later, and a chapter that was shut again meanwhile stays shut.
   */
  async begin(wanted: () => Wanted, agenda: Draft<string>): Promise<void> {
    if (agenda.along) return;
    agenda.along = true;
    await this.#session.leaving.leaveFor(async () => {
      const words = agenda.value;
      const start = around({ act: 'start', id: crypto.randomUUID(), ...wanted(), agenda: words });
      if (!(await this.#book.do(start))) return;
      this.#book.saver.settle(agenda, words);
      await this.#anew();
    });
    agenda.along = false;
  }

  resume(id: Id): Promise<void> {
    return this.#session.leaving.leaveFor(async () => {
      const done = await this.work(async () => {
        await this.#book.host.resumeVisit(id);
        return true;
      });
      if (done) await this.#anew();
    });
  }

  async #anew(): Promise<void> {
    await this.#book.refresh();
    const first = this.#book.firstPage;
    if (first !== '') await this.#book.turnTo(first);
    this.#session.screen = 'page';
    this.#session.startAnew();
  }

  /** Somebody who came later. */
  async join(id: Id, guest: Guest): Promise<boolean> {
    return (await this.#book.do(around({ act: 'join', id, guest }))) !== null;
  }

  /** Somebody who is here gets a name, or another role. What they proposed today carries it. */
  async call(id: Id, { id: guest, name, role }: Pick<Row, 'id' | 'name' | 'role'>): Promise<boolean> {
    return (await this.#book.do(around({ act: 'name', id, guest, name, role }))) !== null;
  }

  open(id: Id, chapters: string[], secret: Secret | null): Promise<boolean> {
    return this.#leave(() => this.#book.host.openChapters(id, chapters, secret));
  }

  /** To a guest, or back to the citizen (an empty id). */
  hand(person: Id): Promise<void> {
    return this.#pass(() => person);
  }

  /** To the next of those who sit there. */
  handOn(): Promise<void> {
    return this.#pass(() => {
      const all = ['', ...(this.now?.guests ?? []).map((guest) => guest.id)];
      return all[(all.indexOf(this.now?.pen ?? '') + 1) % all.length] ?? '';
    });
  }

  /**
   * What was typed goes in first, under the name of who typed it: the field is left, so that what it says only when it is left is said now, and none
   * takes a key before the pen has changed hands. Pressed again meanwhile, it is passed once more: `whom` is asked when its turn has come.
   */
  async #pass(whom: () => Id): Promise<void> {
    if (!this.now || (!this.#book.still && this.now.pen === whom())) return;
    const stood = (this.#stood ??= document.activeElement);
    const written = stood?.closest<HTMLElement>('[data-draft]')?.dataset.draft ?? '';
    if (stood instanceof HTMLElement && stood.matches('input, textarea, select')) stood.blur();
    this.#book.saver.focused = null;
    await this.#book.standStill(async () => {
      const person = whom();
      if (!this.now || this.now.pen === person) return;
      await this.work(async () => {
        await this.#book.handed((page, most) => this.#book.host.holdPen(person, page, most));
      });
    });
    // The last of them finds the place for the caret.
    if (this.#book.still) return;
    this.#stood = null;
    await tick();
    if (stood === document.body || document.activeElement !== document.body) return;
    if (stood instanceof HTMLElement && stood.isConnected) stood.focus();
    else placeAfter(written)?.focus();
  }

  pause(secret: Secret | null): Promise<boolean> {
    return this.#leave(() => this.#book.host.pauseVisit(secret));
  }

  end(id: Id, secret: Secret | null): Promise<boolean> {
    return this.#leave(() => this.#book.host.endVisit(id, secret));
  }

  async #leave(work: () => Promise<unknown>): Promise<boolean> {
    if (!(await this.#book.saver.flush())) return false;
    const done = await this.work(async () => {
      await work();
      return true;
    });
    if (!done) return false;
    // What it offers to take back is not the newest any more.
    this.#book.note = '';
    await this.#book.refresh();
    if (!this.#book.page && this.#book.firstPage !== '') await this.#book.turnTo(this.#book.firstPage);
    return true;
  }
}

/** A field that is gone when the pen has changed hands was a proposal, which is a card now, or a line nobody but the citizen writes on. */
const placeAfter = (written: string): HTMLElement | null => {
  const card = [...document.querySelectorAll<HTMLElement>('[data-proposal]')];
  return (
    card.find((each) => proposalKey(each.dataset.proposal ?? '') === written) ??
    document.querySelector<HTMLElement>('[data-pen] [aria-pressed="true"]')
  );
};
