// The books on this computer and switching between them. Only one is ever open; what is in the others is unknown here.
import { asFailure, type Host } from '../../lib/ipc/host';
import type { Failure, OnShelf } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';

export class Shelf {
  books = $state.raw<OnShelf[]>([]);
  failure = $state.raw<Failure | null>(null);
  working = $state(false);
  switching = $state(false);
  #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** What a book is called: as somebody named it, or by its number. */
  name(book: OnShelf): string {
    return book.label || m.shelfUnnamed({ number: String(this.books.indexOf(book) + 1) });
  }

  async #try(work: () => Promise<OnShelf[]>): Promise<boolean> {
    if (this.working) return false;
    this.working = true;
    this.failure = null;
    try {
      this.books = await work();
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.working = false;
    }
  }

  look = (): Promise<boolean> => this.#try(() => this.#host.shelf());
  add = (label: string): Promise<boolean> => this.#try(() => this.#host.addToShelf(label));
  rename = (id: string, label: string): Promise<boolean> => this.#try(() => this.#host.labelBook(id, label));

  /** This program ends and another one starts. */
  async turnTo(id: string): Promise<void> {
    if (this.working) return;
    this.working = this.switching = true;
    this.failure = null;
    try {
      await this.#host.switchBook(id);
    } catch (thrown) {
      this.failure = asFailure(thrown);
      this.switching = false;
    } finally {
      this.working = false;
    }
  }
}
