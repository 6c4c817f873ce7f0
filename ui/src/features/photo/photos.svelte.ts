// The photographs of a page that was filled in by hand: which one is looked at and how large, and what is done with them.
// Not here: how a picture is made fit to lie in the book (core).
import { asFailure } from '../../lib/ipc/host';
import type { PageView, PaperView } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import type { Book } from '../book/book.svelte';
import { Pictures } from '../line/pictures.svelte';

const SIZES = [1, 1.5, 2, 3];

export class Photos {
  readonly pictures: Pictures;
  size = $state(0);
  #at = $state(0);
  #book: Book;
  #page: () => PageView;

  constructor(book: Book, page: () => PageView) {
    this.#book = book;
    this.#page = page;
    this.pictures = new Pictures(book);
  }

  /** Those that wait to be typed. */
  get waiting(): PaperView[] {
    return this.#page().paper.filter((photo) => !photo.typed);
  }

  /** Those that are put away. */
  get away(): PaperView[] {
    return this.#page().paper.filter((photo) => photo.typed);
  }

  /** Its place among those that wait, from 0; never past the last. */
  get at(): number {
    return Math.min(this.#at, Math.max(0, this.waiting.length - 1));
  }

  get shown(): PaperView | null {
    return this.waiting[this.at] ?? null;
  }

  /** How many times as wide as its window. */
  get width(): number {
    return SIZES[this.size] ?? 1;
  }

  get largest(): boolean {
    return this.size === SIZES.length - 1;
  }

  turn(step: -1 | 1): void {
    this.#at = Math.max(0, Math.min(this.waiting.length - 1, this.at + step));
  }

  resize(step: -1 | 1): void {
    this.size = Math.max(0, Math.min(SIZES.length - 1, this.size + step));
  }

  async add(): Promise<void> {
    if (!(await this.#book.saver.flush())) return;
    const before = this.waiting.length;
    try {
      const changed = await this.#book.host.addPaper(this.#page().id);
      if (!changed) return;
      this.#book.trouble = null;
      await this.#book.refresh();
      this.#at = before;
      this.#book.quiet = m.photoAdded();
    } catch (thrown) {
      this.#book.trouble = asFailure(thrown);
    }
  }

  /** Put away when it is typed, or taken out again. */
  async type(photo: PaperView, typed: boolean): Promise<void> {
    if (!(await this.#book.saver.flush())) return;
    const done = await this.#book.do({ kind: 'markLine', id: photo.id, mark: 'typed', on: typed });
    if (done) this.#book.quiet = typed ? m.photoPutAway() : '';
  }

  async keepPrivate(photo: PaperView, on: boolean): Promise<void> {
    await this.#book.do({ kind: 'markLine', id: photo.id, mark: 'private', on });
  }

  async remove(photo: PaperView): Promise<void> {
    await this.#book.do({ kind: 'removeLine', id: photo.id });
  }
}
