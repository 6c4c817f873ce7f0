// One's own suggestions after a crisis, each beside what stands in the plan now. Nothing is changed before one says yes.
// Not here: the lines themselves, which are written like any others, and what a change does (core).
import { asFailure } from '../../lib/ipc/host';
import { newest } from '../../lib/newest';
import type { AimPlace, AimsView, AimView, Failure, Id } from '../../lib/ipc/types';
import { suggestionKey, type Book } from '../book/book.svelte';
import { newId } from '../line/lines.svelte';
import type { Draft } from '../save/draft.svelte';
import type { Saver } from '../save/saver.svelte';

/** The section whose lines are suggestions; its page is called the same. */
export const SUGGESTIONS = 'after.changes';

/** Sections whose answers can become suggestions without being typed again. */
export const ANSWERS = ['after.talk', 'after.reflection'];
export const NOTES = 'after.notes';

/** Words on their way to become a suggestion. `id`: of the suggestion, so that pressed again on a slow disk it is still one. */
export type Begun = { id: Id; text: string; section: string };

/** They stay while one is elsewhere, and whoever locks or closes is told of them. */
export const begun = (saver: Saver, line: Id): Draft<Begun> =>
  saver.keep<Begun>(suggestionKey(line), { id: '', text: '', section: '' });

export class Aims {
  view = $state.raw<AimsView | null>(null);
  failure = $state.raw<Failure | null>(null);
  #reading = newest();
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  async read(): Promise<void> {
    this.failure = null;
    try {
      this.view = (await this.#reading(() => this.#book.host.aims())) ?? this.view;
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
    const target = this.#first(section);
    if (target !== null) await this.over(aim, section, target);
  }

  /** What a suggestion for this heading is about at first: a new line, or where none can be made the line there is. Null: no such heading. */
  #first(section: string): string | null {
    const place = this.places.find((each) => each.section === section);
    return place ? (place.adds ? '' : (place.lines[0]?.id ?? '')) : null;
  }

  /** The line it takes the place of; empty for a new one. */
  async over(aim: AimView, section: string, target: string): Promise<void> {
    await this.#book.do({ kind: 'aimLine', id: aim.id, section, target });
  }

  /** The same line, or another one of the heading: it is to be taken out of the plan, or written anew. */
  async about(aim: AimView, section: string, target: string, out: boolean): Promise<void> {
    if (out && target) await this.#book.do({ kind: 'aimOut', id: aim.id, target });
    else await this.over(aim, section, target);
  }

  /** An answer becomes a suggestion in these words; false when the book said no. */
  async suggest(from: string, id: string, text: string, section: string): Promise<boolean> {
    // The answer itself may be typed a moment ago.
    await this.#book.saver.flush();
    const target = this.#first(section);
    const at = target === null ? { section: '', target: '' } : { section, target };
    return (await this.#book.do({ kind: 'suggestFrom', from, id, text, ...at })) !== null;
  }

  async take(aim: AimView): Promise<void> {
    await this.#book.do({ kind: 'takeAim', id: aim.id, line: newId() });
  }
}
