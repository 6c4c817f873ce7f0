// What goes out of the book and what is brought in: files of the whole book, text, people, a calendar.
// Not here: pictures on lines (`picture`), what a file means (core).
import { newest } from '../../lib/newest';
import { asFailure } from '../../lib/ipc/host';
import type {
  Arriving,
  Changed,
  CopyView,
  Exported,
  Failure,
  Found,
  Id,
  Made,
  ProgressView,
  Saved,
  Style,
  TextOrder,
} from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Book } from '../book/book.svelte';
import type { Session } from '../session/session.svelte';
import { Given } from '../share/given.svelte';

/** How often somebody who waits looks how far it has come, in milliseconds. */
const LOOK = 300;

export class Exchange extends Work {
  /** How far a file has come; null while nobody has had to wait. */
  progress = $state.raw<ProgressView | null>(null);
  stopping = $state(false);
  /** What is said of what was stopped. */
  stopped = $state.raw<Failure | null>(null);
  #taking = false;

  /** The six words of a file that is about to be made. */
  words = $state('');
  wrote = $state(false);
  exported = $state.raw<Exported | null>(null);
  locked = $state(false);
  saved = $state.raw<Saved | null>(null);

  /** The file or text that is out. */
  readonly given: Given;

  /** The chosen file asks for words. */
  asks = $state(false);
  typed = $state('');
  arriving = $state.raw<Arriving | null>(null);
  chosen = $state.raw<ReadonlySet<Id>>(new Set());
  mine = $state(true);
  taken = $state(false);

  chapters = $state.raw<ReadonlySet<string>>(new Set());
  style = $state<Style>('plain');
  text = $state('');
  copied = $state.raw<boolean | null>(null);

  people = $state.raw<Found[] | null>(null);
  picked = $state.raw<ReadonlySet<number>>(new Set());
  came = $state(0);

  #reading = newest();
  #session: Session;
  #book: Book;

  constructor(session: Session, book: Book, made: Made | null = null) {
    super();
    this.#session = session;
    this.#book = book;
    this.given = new Given(session, session.out.replaces?.made === made ? session.out.replaces : null);
    if (made === 'text-file' && this.replaces) {
      this.chapters = new Set(this.replaces.chapters);
      void this.#read();
    }
  }

  get #host(): Session['host'] {
    return this.#session.host;
  }

  // the whole book in a file

  draw = (): Promise<unknown> =>
    this.work(async () => {
      this.words = await this.#host.drawWords();
      this.wrote = false;
      this.exported = null;
      this.given.went(false);
    });

  /** Not before the words are said to be written down. */
  saveLocked = async (): Promise<unknown> =>
    this.wrote ? this.#export(true, () => this.#host.exportSealed(this.words)) : null;
  saveOpen = (): Promise<unknown> => this.#export(false, () => this.#host.exportBook());

  #export(locked: boolean, make: () => Promise<Exported>): Promise<unknown> {
    return this.work(async () => {
      this.exported = null;
      this.given.went(false);
      // What is being typed goes along.
      if (!(await this.#book.saver.flush())) return;
      this.locked = locked;
      this.exported = await make();
      this.given.went(this.exported.saved);
      if (locked && this.exported.saved) this.words = '';
    });
  }

  /** The copy this takes the place of. */
  get replaces(): CopyView | null {
    return this.given.replaces;
  }

  saveCalendar = (): Promise<unknown> =>
    this.work(async () => {
      await this.#book.saver.flush();
      this.saved = await this.#host.saveCalendar();
    });

  openSaved = async (): Promise<void> => void (await this.work(() => this.#host.openSaved()));

  // a file that comes in

  choose = (): Promise<void> =>
    this.#looked(async () => {
      const opened = await this.#host.openFile();
      if (!opened) return;
      this.taken = false;
      this.typed = '';
      this.asks = opened.words;
      this.#show(opened.arriving);
    });

  unlock = (): Promise<void> =>
    this.#looked(async () => {
      const arriving = await this.#host.unlockFile(this.typed);
      this.asks = false;
      this.typed = '';
      this.#show(arriving);
    });

  #show(arriving: Arriving | null): void {
    this.arriving = arriving;
    this.mine = arriving?.mine ?? true;
    this.chosen = new Set();
  }

  /** Everything in the file that could come in. */
  get lines(): { id: Id; standing: string }[] {
    const { arriving } = this;
    return arriving ? [...arriving.chapters.flatMap((chapter) => chapter.lines), ...arriving.people] : [];
  }

  get nothing(): boolean {
    return this.arriving !== null && !this.arriving.blank && this.lines.every((line) => line.standing === 'same');
  }

  tick(id: Id, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(id);
    else chosen.delete(id);
    this.chosen = chosen;
  }

  tickAll(lines: { id: Id; standing: string }[], on: boolean): void {
    const chosen = new Set(this.chosen);
    for (const { id, standing } of lines) {
      if (!on) chosen.delete(id);
      else if (standing === 'new') chosen.add(id);
    }
    this.chosen = chosen;
  }

  takeWhole = (): Promise<void> => this.#take(null);
  takeChosen = async (): Promise<void> => {
    if (this.chosen.size > 0) await this.#take([...this.chosen]);
  };

  #take(ids: Id[] | null): Promise<void> {
    return this.#looked(async () => {
      this.#taking = true;
      const taken = await this.#do(() => this.#host.takeIn(ids, this.mine)).finally(() => (this.#taking = false));
      if (!taken) return;
      this.arriving = null;
      this.taken = true;
    });
  }

  /** Nothing is changed then: only what is being written already is carried through. */
  stop = async (): Promise<void> => {
    this.stopping = true;
    await this.#host.stop().catch(() => undefined);
  };

  /** The file is forgotten. What was said yes to comes in all the same, and can be undone. */
  leave(): void {
    if (this.busy && !this.#taking) void this.stop();
    void this.#host.leaveFile().catch(() => undefined);
  }

  // text

  pick(chapter: string, on: boolean): void {
    const chapters = new Set(this.chapters);
    if (on) chapters.add(chapter);
    else chapters.delete(chapter);
    this.chapters = chapters;
    void this.#read();
  }

  write(style: Style): void {
    this.style = style;
    void this.#read();
  }

  get #order(): TextOrder {
    return { chapters: [...this.chapters], style: this.style, replaces: this.replaces?.id ?? '' };
  }

  async #read(): Promise<void> {
    this.copied = null;
    this.saved = null;
    this.given.went(false);
    // What is shown is what is copied: until the new text has come there is none.
    this.text = '';
    this.failure = null;
    try {
      const text = await this.#reading(() => this.#ask(this.#order));
      if (text !== undefined) this.text = text;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  async #ask(order: TextOrder): Promise<string> {
    if (order.chapters.length === 0) return '';
    await this.#book.saver.flush();
    return this.#host.chaptersAsText(order);
  }

  copy = (): Promise<unknown> =>
    this.work(async () => {
      this.copied = await this.#host.copyText(this.#order);
      this.given.went(this.copied);
    });

  saveText = (): Promise<unknown> =>
    this.work(async () => {
      this.saved = await this.#host.saveText(this.#order);
      this.given.went(this.saved.saved);
    });

  // people

  choosePeople = (): Promise<unknown> =>
    this.work(async () => {
      const people = await this.#host.choosePeople();
      if (!people) return;
      this.people = people;
      this.picked = new Set();
      this.came = 0;
    });

  pickPerson(index: number, on: boolean): void {
    const picked = new Set(this.picked);
    if (on) picked.add(index);
    else picked.delete(index);
    this.picked = picked;
  }

  takePeople = (): Promise<unknown> =>
    this.work(async () => {
      const people = (this.people ?? []).filter((_, index) => this.picked.has(index));
      if (people.length === 0) return;
      const fields = people.map(({ fields }) => ({
        name: fields.name ?? '',
        relation: fields.relation ?? '',
        phone: fields.phone ?? '',
        wanted: fields.wanted ?? ('unset' as const),
        why: fields.why ?? '',
      }));
      if (!(await this.#do(() => this.#host.addPeople(fields)))) return;
      this.came = people.length;
      this.people = null;
    });

  /** A change of the book that is not one line: the bar says why when it is refused. */
  async #do(change: () => Promise<Changed>): Promise<boolean> {
    if (!(await this.#book.saver.flush())) return false;
    const changed = await this.#book.saver.run(
      change,
      () => true,
      (failure) => {
        this.refused(failure);
        return true;
      },
    );
    return changed !== null;
  }

  protected override refused(failure: Failure): void {
    // Nothing went wrong: it was asked for.
    if (failure.code === 'cancelled') this.stopped = failure;
    else super.refused(failure);
  }

  /** What may take seconds: how far it has come is looked at meanwhile. */
  async #looked(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.stopped = null;
    const looking = setInterval(() => void this.#look(), LOOK);
    try {
      await this.work(work);
    } finally {
      clearInterval(looking);
      this.progress = null;
      this.stopping = false;
    }
  }

  async #look(): Promise<void> {
    const progress = await this.#host.progress().catch(() => null);
    if (this.busy) this.progress = progress;
  }
}
