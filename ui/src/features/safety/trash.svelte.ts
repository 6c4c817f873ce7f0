// What was removed: taken back, or erased for good when the person says so twice. Nothing goes by itself.
import type { Erased, Id, TrashLine } from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Session } from '../session/session.svelte';
import type { Book } from '../book/book.svelte';

/** A line's id, or all that have lain there for 30 days. */
export type Asked = Id | 'old';

export class Trash extends Work {
  lines = $state.raw<TrashLine[] | null>(null);
  /** Asked once more before anything is erased. */
  asked = $state<Asked | null>(null);
  done = $state<'' | 'back' | 'erased' | 'copies-wait'>('');
  /** The old ones may lie: not asked again before one comes back to this page. */
  letBe = $state(false);
  #session: Session;
  #book: Book;

  constructor(session: Session, book: Book) {
    super();
    this.#session = session;
    this.#book = book;
  }

  get old(): TrashLine[] {
    return (this.lines ?? []).filter((line) => line.long);
  }

  read = (): Promise<unknown> =>
    this.work(async () => {
      this.lines = await this.#session.host.trash();
    });

  ask(asked: Asked | null): void {
    this.asked = asked;
    this.done = '';
  }

  takeBack = (id: Id): Promise<unknown> =>
    this.work(async () => {
      this.ask(null);
      if (await this.#book.saver.run(() => this.#session.host.takeFromTrash(id))) this.done = 'back';
      this.lines = await this.#session.host.trash();
    });

  /** What was asked about, for good. */
  erase = (): Promise<unknown> =>
    this.work(async () => {
      const asked = this.asked;
      if (asked === null) return;
      let erased: Erased | null = null;
      await this.#book.saver.run(async () => {
        erased = await this.#session.host.erase(asked === 'old' ? null : asked);
        return erased.changed;
      });
      this.asked = null;
      const told = erased as Erased | null;
      if (told) this.done = told.copiesGone ? 'erased' : 'copies-wait';
      this.lines = await this.#session.host.trash();
    });
}
