// The people list as it is being written, with those that are not in the book yet.
// Not here: when it is sent (`save`).
import { m } from '../../lib/i18n/messages';
import type { PersonFields, PersonView, Place } from '../../lib/ipc/types';
import { PEOPLE, personKey, type Book, type Fresh } from '../book/book.svelte';
import { placeAfterStep } from '../chapter/order';
import { newId } from '../line/lines.svelte';
import type { Draft } from '../save/draft.svelte';

const NOBODY: PersonFields = { name: '', relation: '', phone: '', wanted: 'unset', why: '' };

export type PersonRow = { id: string; person: PersonView | null };

export class People {
  #book: Book;
  #people: () => PersonView[];
  rows: PersonRow[] = $derived.by(() => {
    const known: PersonRow[] = this.#people().map((person) => ({ id: person.id, person }));
    const fresh = this.#fresh.filter(({ id }) => !known.some((row) => row.id === id));
    return [...known, ...fresh.map(({ id }) => ({ id, person: null }))];
  });

  constructor(book: Book, people: () => PersonView[]) {
    this.#book = book;
    this.#people = people;
  }

  get #fresh(): Fresh[] {
    return this.#book.fresh[PEOPLE] ?? [];
  }

  draft(row: PersonRow): Draft<PersonFields> {
    const { id: _, ...fields } = row.person ?? { id: '', ...NOBODY };
    const last: Place = { at: 'last' };
    return this.#book.saver.draft<PersonFields>(personKey(row.id), fields, (value) =>
      this.#people().some((person) => person.id === row.id)
        ? { kind: 'writePerson', id: row.id, fields: value }
        : { kind: 'addPerson', id: row.id, fields: value, place: last },
    );
  }

  /** An empty card. Gives its id. */
  add(): string {
    const id = newId();
    this.#book.keep(PEOPLE, [...this.#fresh, { id, after: null }]);
    return id;
  }

  async move(row: PersonRow, step: -1 | 1): Promise<void> {
    const ids = this.#people().map((person) => person.id);
    const place = placeAfterStep(ids, row.id, step);
    if (!place) return;
    const changed = await this.#book.do({ kind: 'movePerson', id: row.id, place });
    if (changed)
      this.#book.said = m.saidMoved({ place: String(ids.indexOf(row.id) + step + 1), count: String(ids.length) });
  }

  async remove(row: PersonRow): Promise<void> {
    this.#book.saver.drop(personKey(row.id));
    this.#book.keep(
      PEOPLE,
      this.#fresh.filter(({ id }) => id !== row.id),
    );
    const there = (): boolean => this.#people().some((person) => person.id === row.id);
    const changed = await this.#book.saver.run(
      () => this.#book.host.change({ kind: 'removePerson', id: row.id }),
      there,
    );
    if (changed) this.#book.note = m.noteRemoved();
  }
}
