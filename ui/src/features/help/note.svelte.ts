// The note for later at the end of the way: for oneself alone from its first word, and saved like any line. It stays while one goes on to another
// step or another page. Not here: how it looks (`Good.svelte`).
import type { Book } from '../book/book.svelte';
import { newId } from '../line/lines.svelte';
import type { Draft } from '../save/draft.svelte';

const SECTION = 'after.notes';
/** Under this its id is kept with those of answers that are not in the book yet. */
const NOTE = 'help/note';

export class Note {
  saved = $state(false);
  readonly draft: Draft<string>;
  readonly #id: string;
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
    this.#id = book.answers.get(NOTE) ?? newId();
    book.answers.set(NOTE, this.#id);
    this.draft = book.saver.draft(`line:${this.#id}:note`, '', (text) => ({
      kind: 'addPrivateLine',
      id: this.#id,
      section: SECTION,
      text,
    }));
  }

  /** Written on, and not done with. */
  get begun(): boolean {
    return this.draft.value !== '';
  }

  /** *Gem noten*: done with it. A later one is another note. */
  async keep(): Promise<void> {
    await this.#book.saver.flush();
    if (this.draft.dirty) return;
    this.#book.answers.delete(NOTE);
    this.saved = true;
  }

  /** Left with nothing in it: no empty line stays behind. */
  async leave(): Promise<void> {
    if (this.saved || this.draft.value.trim() !== '') return;
    const { draft } = this;
    this.#book.saver.drop(draft.key);
    this.#book.answers.delete(NOTE);
    // Its first words may still be on their way.
    await this.#book.saver.run(
      () => this.#book.host.change({ kind: 'removeLine', id: this.#id }),
      () => draft.saved !== '' || draft.turn > 0,
    );
  }
}
