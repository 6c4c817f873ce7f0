// *Delt med andre*: the readers, and the register of copies that are out there.
// Not here: how a copy stands to the book (core).
import { newest } from '../../lib/newest';
import { asFailure } from '../../lib/ipc/host';
import type { Change, CopyView, Failure, How, SharesView } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

/** What stands in place of a reader: *Mine ønsker på forhånd* alone, made ready for nobody in particular. */
export const ADVANCE = 'advance';

export class Shares {
  view = $state.raw<SharesView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The copy whose words are being corrected. */
  editing = $state('');
  /** Pressed twice on a slow disk it is still one. */
  #adding = false;
  #reading = newest();
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async read(): Promise<void> {
    try {
      const view = await this.#reading(() => this.#session.host.shares());
      if (!view) return;
      this.view = view;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** A reader of one's own, opened at once. */
  async add(title: string, like: string): Promise<void> {
    if (this.#adding) return;
    this.#adding = true;
    const id = crypto.randomUUID();
    const added = await this.#change({ kind: 'addReader', id, title, like });
    this.#adding = false;
    if (added) this.#session.out.openReader(id);
  }

  /** The same once more: a print gets a sheet on top that asks for the old one to be destroyed, a text says so in its first line. */
  replace(copy: CopyView): void {
    if (copy.made === 'book-file') this.#session.out.takeOut('book-out', copy);
    else if (copy.made === 'text-file') this.#session.out.takeOut('text-out', copy);
    else if (copy.reader === ADVANCE) this.#session.out.takeOut('advance', copy);
    else if (copy.reader === '' || copy.made === 'phone-picture') this.#session.out.printAgain(copy);
    else this.#session.out.openReader(copy.reader, copy);
  }

  /** The reader is still on the list, so that a new edition can be made. */
  canReplace(copy: CopyView): boolean {
    return (
      copy.made !== 'print' ||
      copy.reader === '' ||
      copy.reader === ADVANCE ||
      (this.view?.readers.some((reader) => reader.id === copy.reader) ?? false)
    );
  }

  async write(copy: CopyView, whom: string, how: How): Promise<void> {
    this.editing = '';
    await this.#change({ kind: 'writeShare', id: copy.id, whom, how });
  }

  takeBack = (copy: CopyView, back: boolean): Promise<boolean> =>
    this.#change({ kind: 'takeBackShare', id: copy.id, back });
  remove = (copy: CopyView): Promise<boolean> => this.#change({ kind: 'removeShare', id: copy.id });

  async #change(change: Change): Promise<boolean> {
    return (await this.#session.book?.do(change)) != null;
  }
}
