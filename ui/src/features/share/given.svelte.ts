// A file that is out, and may be put on the list of copies: who has it, how, and in whose place. Nobody has to.
// Not here: making the file, and the list.
import type { CopyView, How } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

export class Given {
  /** There is something out that can be told of. */
  out = $state(false);
  /** The question *Hvem skal have den?* is open. */
  asking = $state(false);
  given = $state(false);
  /** The copy this takes the place of. */
  readonly replaces: CopyView | null;
  #id = '';
  #session: Session;

  constructor(session: Session, replaces: CopyView | null) {
    this.#session = session;
    this.replaces = replaces;
  }

  /** What is out can be told of once. */
  went(out: boolean): void {
    this.out = out;
    this.asking = this.given = false;
    this.#id = crypto.randomUUID();
  }

  async give(whom: string, how: How): Promise<void> {
    const { book, host } = this.#session;
    if (!book || !this.asking) return;
    this.asking = false;
    const replaces = this.replaces?.id ?? '';
    this.given = (await book.carry(() => host.recordFile(this.#id, whom, how, replaces))) !== null;
  }
}
