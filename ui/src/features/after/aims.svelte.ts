// One's own suggestions after a crisis, each beside what stands in the plan now. Nothing is changed before one says yes.
// Not here: the lines themselves, which are written like any others, and what a change does (core).
import { asFailure } from '../../lib/ipc/host';
import type { AimPlace, AimsView, AimView, Failure } from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';
import { newId } from '../line/lines.svelte';

/** The section whose lines are suggestions. */
export const SUGGESTIONS = 'after.changes';

export class Aims {
  view = $state.raw<AimsView | null>(null);
  failure = $state.raw<Failure | null>(null);
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  async read(): Promise<void> {
    this.failure = null;
    try {
      this.view = await this.#book.host.aims();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  get places(): AimPlace[] {
    return this.view?.places ?? [];
  }

  place(aim: AimView): AimPlace | null {
    return this.places.find((place) => place.section === aim.section) ?? null;
  }

  /** Where it belongs; a new line there where one can be made, else the first line. */
  async putAt(aim: AimView, section: string): Promise<void> {
    const place = this.places.find((each) => each.section === section);
    if (place) await this.over(aim, section, place.adds ? '' : (place.lines[0]?.id ?? ''));
  }

  /** The line it takes the place of; empty for a new one. */
  async over(aim: AimView, section: string, target: string): Promise<void> {
    await this.#book.do({ kind: 'aimLine', id: aim.id, section, target });
  }

  async take(aim: AimView): Promise<void> {
    await this.#book.do({ kind: 'takeAim', id: aim.id, line: newId() });
  }
}
