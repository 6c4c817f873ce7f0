// *Passer det stadig?*: a round of a few pages, one at a time, and the day one looks again. Nothing is counted or measured.
// Not here: when the day has come (core), and correcting a page, which is done on the page itself.
import { m } from '../../lib/i18n/messages';
import { asFailure } from '../../lib/ipc/host';
import type { Answer, Failure, ReviewNumber, ReviewPage, ReviewView } from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';

/** What one looks through in about three minutes. */
export const SIX = 6;

export class Round {
  view = $state.raw<ReviewView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The pages that are left of this round, the one being read first; null before it has begun. */
  left = $state.raw<ReviewPage[] | null>(null);
  /** Pages of this time, so that none is asked twice. */
  #seen = new Set<string>();
  /** A second press, before the first is on disk, is not an answer to the same question. */
  #saying = false;
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  async read(): Promise<void> {
    this.failure = null;
    try {
      await this.#book.saver.flush();
      const view = await this.#book.host.review();
      this.view = view;
      // A page that was corrected meanwhile is shown as it is now.
      if (this.left) this.left = this.left.map((page) => view.pages.find((each) => each.id === page.id) ?? page);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  get page(): ReviewPage | null {
    return this.left?.[0] ?? null;
  }

  /** Whether there is more to look through than what was seen this time. */
  get hasMore(): boolean {
    return (this.view?.pages ?? []).some((page) => !this.#seen.has(page.id));
  }

  begin(): void {
    this.left = (this.view?.pages ?? []).filter((page) => !this.#seen.has(page.id)).slice(0, SIX);
    for (const page of this.left) this.#seen.add(page.id);
  }

  /** Says it of the page and goes on to the next. Null when the book said no. */
  async say(answer: Answer): Promise<ReviewPage | null> {
    const page = this.page;
    if (!page || this.#saying) return null;
    this.#saying = true;
    try {
      if (answer !== 'later' && !(await this.#book.do({ kind: 'answerReview', page: page.id, answer }))) return null;
      this.left = this.left?.slice(1) ?? null;
      return page;
    } finally {
      this.#saying = false;
    }
  }

  /** Why this is no day to choose, in words; empty when it is one. */
  refuses(day: string): string {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return m.reviewDayFirst();
    return day < (this.view?.today ?? '') ? m.reviewDayHasBeen() : '';
  }

  /** The day one looks again; empty for none. `off`: it is never asked. */
  async choose(day: string, off = false): Promise<void> {
    if (await this.#book.do({ kind: 'setReview', day, off })) await this.read();
  }
}

/** Trying the numbers, one at a time, with someone who helps. */
export class Trying {
  numbers = $state.raw<ReviewNumber[]>([]);
  at = $state(-1);
  dead = $state.raw<ReviewNumber[]>([]);
  failure = $state.raw<Failure | null>(null);
  #saying = false;
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  async read(): Promise<void> {
    this.failure = null;
    try {
      this.numbers = (await this.#book.host.review()).numbers;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  get number(): ReviewNumber | null {
    return this.numbers[this.at] ?? null;
  }

  get isOver(): boolean {
    return this.at >= this.numbers.length && this.numbers.length > 0;
  }

  begin(): void {
    this.dead = [];
    this.at = 0;
  }

  async say(answer: Answer): Promise<void> {
    const number = this.number;
    if (!number || this.#saying) return;
    this.#saying = true;
    try {
      const said = { kind: 'tryNumber', of: number.of, id: number.id, answer } as const;
      if (answer !== 'later' && !(await this.#book.do(said))) return;
      if (answer === 'no') this.dead = [...this.dead, number];
      this.at += 1;
    } finally {
      this.#saying = false;
    }
  }
}
