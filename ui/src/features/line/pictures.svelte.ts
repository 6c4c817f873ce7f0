// The pictures of a line as the screen shows them, and what is done with one. Not here: what a picture is (core).
import { asFailure } from '../../lib/ipc/host';
import type { Id, Saved } from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';
import { newId } from './lines.svelte';

export class Pictures {
  /** Addresses of pictures that have been fetched. */
  shown = $state<Record<Id, string>>({});
  saved = $state.raw<Saved | null>(null);
  #asked = new Set<Id>();
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  async fetch(id: Id): Promise<void> {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    await this.#work(async () => {
      this.shown[id] = await this.#book.host.picture(id);
    });
  }

  save = (id: Id): Promise<void> =>
    this.#work(async () => {
      this.saved = await this.#book.host.savePicture(id);
    });

  openSaved = (): Promise<void> => this.#work(() => this.#book.host.openSaved());

  async #work(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.#book.trouble = asFailure(thrown);
    }
  }
}

/** Asks for a picture or recording and puts it on a line, or on a new one at the end of the section. */
export async function addPicture(book: Book, section: string, line: Id | null): Promise<void> {
  if (!(await book.saver.flush())) return;
  try {
    const changed = await book.host.addPicture(line ?? newId(), section);
    if (changed) await book.refresh();
  } catch (thrown) {
    book.trouble = asFailure(thrown);
  }
}
