// A copy becomes the book: on a new computer, or when nobody can unlock the one that is there.
// Not here: going back to a copy while the book is open (`safety`).
import type { CopyFound, Secret } from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Session } from '../session/session.svelte';

export class FromCopy extends Work {
  found = $state.raw<CopyFound | null>(null);
  #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  choose = (): Promise<unknown> =>
    this.work(async () => {
      this.found = (await this.#session.host.chooseCopy()) ?? this.found;
    });

  /** Another book comes: words that wait in the one that is locked are asked about first. */
  use = (secret: Secret | null): Promise<unknown> => this.#session.leaving.leaveFor(() => this.#moveIn(secret));

  #moveIn(secret: Secret | null): Promise<unknown> {
    return this.work(async () => {
      const status = await this.#session.host.moveIn(secret);
      this.#session.arriving = false;
      await this.#session.arrive(status, true);
      this.#session.cameByWords = secret?.kind === 'words' && status.state === 'open';
    });
  }

  leave(): void {
    void this.#session.host.forgetCopy().catch(() => undefined);
  }
}
