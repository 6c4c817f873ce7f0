// What was handed over and what came back; making a hand-over, taking an answer in, keys. Not here: proposals (`visit`), and somebody else's
// book on this computer (`guest`).
import type {
  CowriterFields,
  Failure,
  HandoverMade,
  HandoversView,
  HandoverWanted,
  Id,
  OwnKey,
  Taken,
} from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Book } from '../book/book.svelte';
import type { Session } from '../session/session.svelte';

/** What one would like out of it, as long as no file is made. */
export const AGENDA = 'handover-agenda';

export const nothingWanted = (): HandoverWanted => ({
  known: '',
  name: '',
  role: 'staff',
  chapters: [],
  agenda: '',
});

export class Handover extends Work {
  view = $state.raw<HandoversView | null>(null);
  /** The file that was just made, with its words: until one goes on, also when one was on another page meanwhile. */
  made = $state.raw<HandoverMade | null>(null);
  taken = $state.raw<Taken | null>(null);
  erased = $state(false);
  key = $state.raw<OwnKey | null>(null);
  keySaved = $state('');
  saved = $state('');
  #session: Session;
  #book: Book;

  constructor(session: Session, book: Book) {
    super();
    this.#session = session;
    this.#book = book;
    this.made = session.leaving.once.of('handover')?.made ?? null;
  }

  protected override refused(failure: Failure): void {
    super.refused(failure);
    if (failure.code === 'locked') void this.#session.shut();
  }

  async look(): Promise<void> {
    await this.work(async () => {
      this.view = await this.#book.host.handovers();
    });
  }

  async #after(): Promise<void> {
    this.view = await this.#book.host.handovers();
    await this.#book.refresh();
  }

  /** Words still on their way go in first: they may be on a page that goes along. */
  async give(wanted: HandoverWanted): Promise<boolean> {
    if (!(await this.#book.saver.flush())) return false;
    const made = await this.work(async () => {
      const made = await this.#book.host.handOver(wanted);
      if (made.saved) await this.#after();
      return made;
    });
    this.made = made?.saved ? made : null;
    if (made?.saved) this.#session.leaving.once.show({ screen: 'handover', words: made.words, made });
    return this.made !== null;
  }

  /** The words are written down or read aloud. */
  seen(): void {
    this.made = null;
    this.#session.leaving.kept('handover');
  }

  async take(): Promise<void> {
    this.taken = null;
    this.erased = false;
    if (!(await this.#book.saver.flush())) return;
    await this.work(async () => {
      const answer = await this.#book.host.takeAnswer();
      this.taken = answer.taken;
      if (answer.picked) await this.#after();
    });
  }

  /** All about one of them, to be read anywhere. */
  async save(id: Id): Promise<void> {
    this.saved = '';
    await this.work(async () => {
      const file = await this.#book.host.saveHandoverRecord(id);
      this.saved = file.saved ? file.name : '';
    });
  }

  close(id: Id, closed: boolean): Promise<unknown> {
    return this.work(async () => {
      await this.#book.host.closeHandover(id, closed);
      await this.#after();
    });
  }

  async erase(id: Id): Promise<boolean> {
    const done = await this.work(async () => {
      await this.#book.saver.flush();
      await this.#book.host.eraseHandover(id);
      await this.#after();
      return true;
    });
    this.erased = done === true;
    return this.erased;
  }

  async showKey(): Promise<void> {
    await this.work(async () => {
      this.key = await this.#book.host.ownKey();
    });
  }

  async saveKey(): Promise<void> {
    await this.work(async () => {
      const saved = await this.#book.host.saveOwnKey();
      this.keySaved = saved.saved ? saved.name : '';
    });
  }

  async keep(fields: CowriterFields): Promise<boolean> {
    const done = await this.work(async () => {
      await this.#book.host.keepCowriter(fields);
      await this.#after();
      return true;
    });
    return done === true;
  }

  drop(id: Id): Promise<unknown> {
    return this.work(async () => {
      await this.#book.host.dropCowriter(id);
      await this.#after();
    });
  }
}
