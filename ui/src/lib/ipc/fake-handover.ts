// Writing together on two computers, and several books, of the host in memory. As in `fake.ts`.
import { failure } from './fake-book';
import type { Inside } from './fake-inside';
import type { HandoverHost } from './host-handover';
import type { ShelfHost } from './host-shelf';
import type { Changed, GuestBookView, HandoverItem, HandoversView, OnShelf, Status, Taken } from './types';

/** What a test can set up. */
export type FakeHandover = {
  given?: HandoverItem[];
  known?: HandoversView['known'];
  /** What is in the file that is chosen: an answer, or a hand-over. */
  answer?: Taken;
  file?: GuestBookView;
  words?: string;
  /** The dialog is closed without a choice. */
  closes?: boolean;
  books?: OnShelf[];
};

const KEY = `age1${'q'.repeat(58)}`;
const SPOKEN = 'kaffe sommer cykel havn';
const wrong = failure('wrong-secret', 'De ord åbner ikke filen.', 'Prøv igen.');

export class FakeHands {
  guest: GuestBookView | null = null;
  rests = false;
  unsent = false;
  readonly set: FakeHandover;
  #opened = false;
  #before: Status = { state: 'open' };

  constructor(set: FakeHandover) {
    this.set = { given: [], known: [], books: [{ id: '', label: '', here: true }], ...set };
  }

  view(): HandoversView {
    return {
      given: this.set.given ?? [],
      known: this.set.known ?? [],
      chapters: [
        { id: 'well', title: 'Når jeg har det godt', open: false },
        { id: 'signs', title: 'Tidlige tegn', open: false },
      ],
    };
  }

  host({ answer, status, stand, ...inside }: Inside): HandoverHost & ShelfHost {
    const changed = (): Changed => inside.changed(['*'], [], '');
    const books = (): OnShelf[] => this.set.books ?? [];
    return {
      handovers: () => answer('handovers', [], () => this.view()),
      handOver: (wanted) =>
        answer('handOver', [wanted], () => {
          if (wanted.chapters.length === 0)
            throw failure('refused', 'Du har ikke åbnet noget endnu.', 'Vælg mindst ét kapitel.');
          if (this.set.closes) return { saved: false, name: '', words: [] };
          const words = wanted.known === '' ? ['kaffe', 'løvfald', 'sommer', 'cykel', 'bro', 'havn'] : [];
          this.set.given = [given(wanted.name), ...(this.set.given ?? [])];
          return { saved: true, name: '/hjem/Til at skrive i.holdepunkt', words };
        }),
      takeAnswer: () =>
        answer('takeAnswer', [], () =>
          this.set.answer && !this.set.closes
            ? { picked: true, taken: this.set.answer }
            : { picked: false, taken: null },
        ),
      closeHandover: (id, closed) =>
        answer('closeHandover', [id, closed], () => {
          this.set.given = (this.set.given ?? []).map((item) => (item.id === id ? { ...item, closed } : item));
          return changed();
        }),
      saveHandoverRecord: (id) =>
        answer('saveHandoverRecord', [id], () => ({ saved: true, name: '/hjem/Givet og kommet igen.txt' })),
      eraseHandover: (id) =>
        answer('eraseHandover', [id], () => {
          this.set.given = (this.set.given ?? []).filter((item) => item.id !== id);
          return changed();
        }),
      keepCowriter: (fields) =>
        answer('keepCowriter', [fields], () => {
          if (!fields.key.startsWith('age1')) throw failure('refused', 'Det er ikke en nøgle.', 'Kopiér den hele.');
          const { name, role } = fields;
          const known = { id: 'k', name, role, roleWord: 'medarbejder', called: name, spoken: SPOKEN };
          this.set.known = [...(this.set.known ?? []), known];
          return changed();
        }),
      dropCowriter: (id) =>
        answer('dropCowriter', [id], () => {
          this.set.known = (this.set.known ?? []).filter((known) => known.id !== id);
          return changed();
        }),
      ownKey: () => answer('ownKey', [], () => ({ key: KEY, spoken: SPOKEN })),
      saveOwnKey: () => answer('saveOwnKey', [], () => ({ saved: true, name: '/hjem/Min nøgle.txt' })),
      chooseHandover: () =>
        answer('chooseHandover', [], () => ({ picked: !this.set.closes, words: this.set.words !== undefined })),
      readHandover: (words) =>
        answer('readHandover', [words], () => {
          if (!this.set.file || (this.set.words !== undefined && words !== this.set.words)) throw wrong;
          this.#opened = true;
          return this.set.file;
        }),
      beginGuest: (name) =>
        answer('beginGuest', [name], () => {
          if (!this.set.file || !this.#opened) throw failure('not-found', 'Der er ingen fil.', 'Vælg en.');
          this.guest = { ...this.set.file, name: this.set.file.name || name };
          this.#before = status();
          stand({ state: 'open' });
          return status();
        }),
      handBack: () =>
        answer('handBack', [], () => {
          this.unsent = false;
          return { saved: true, name: '/hjem/Svar.holdepunkt' };
        }),
      isToBeHandedBack: () => answer('isToBeHandedBack', [], () => this.guest !== null && this.unsent),
      leaveGuest: () =>
        answer('leaveGuest', [], () => {
          this.guest = null;
          this.rests = this.unsent = false;
          stand(this.#before);
          return status();
        }),
      wakeGuest: (secret) =>
        answer('wakeGuest', [secret], () => {
          if (this.set.words !== undefined && secret !== this.set.words) throw wrong;
          this.rests = false;
          stand({ state: 'open' });
          return status();
        }),
      shelf: () => answer('shelf', [], books),
      addToShelf: (label) =>
        answer('addToShelf', [label], () => {
          this.set.books = [...books(), { id: `book-${String(books().length)}`, label, here: false }];
          return books();
        }),
      labelBook: (id, label) =>
        answer('labelBook', [id, label], () => {
          this.set.books = books().map((book) => (book.id === id ? { ...book, label } : book));
          return books();
        }),
      switchBook: (id) => answer('switchBook', [id], () => undefined),
    };
  }
}

function given(to: string): HandoverItem {
  return {
    id: crypto.randomUUID(),
    to: to || 'en medarbejder',
    roleWord: 'medarbejder',
    made: '28. november 2026 kl. 15.00',
    agenda: '',
    chapters: ['Tidlige tegn'],
    answers: [],
    proposals: [],
    waiting: 0,
    closed: false,
  };
}
