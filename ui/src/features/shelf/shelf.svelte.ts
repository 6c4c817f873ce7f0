// The books on this computer and switching between them. Only one is ever open; what is in the others is unknown here.
import type { Host } from '../../lib/ipc/host';
import type { OnShelf } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import { Work } from '../../lib/work.svelte';

export class Shelf extends Work {
  books = $state.raw<OnShelf[]>([]);
  switching = $state(false);
  #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  /** What a book is called: as somebody named it, or by its number. */
  name(book: OnShelf): string {
    return book.label || m.shelfUnnamed({ number: String(this.books.indexOf(book) + 1) });
  }

  async #shown(work: () => Promise<OnShelf[]>): Promise<boolean> {
    const books = await this.work(work);
    if (books) this.books = books;
    return books !== null;
  }

  look = (): Promise<boolean> => this.#shown(() => this.#host.shelf());
  add = (label: string): Promise<boolean> => this.#shown(() => this.#host.addToShelf(label));
  rename = (id: string, label: string): Promise<boolean> => this.#shown(() => this.#host.labelBook(id, label));

  /** This program ends and another one starts. */
  async turnTo(id: string): Promise<void> {
    if (this.busy) return;
    this.switching = true;
    await this.work(() => this.#host.switchBook(id));
    this.switching = this.failure === null;
  }
}
