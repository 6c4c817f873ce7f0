// A copy becomes the book: on a new computer, or when nobody can unlock the one that is there.
// Not here: going back to a copy while the book is open (`safety`).
import { asFailure } from '../../lib/ipc/host';
import type { CopyFound, Failure, Secret } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

export class FromCopy {
  found = $state.raw<CopyFound | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  choose = (): Promise<void> =>
    this.#work(async () => {
      this.found = (await this.#session.host.chooseCopy()) ?? this.found;
    });

  use = (secret: Secret | null): Promise<void> =>
    this.#work(async () => {
      const status = await this.#session.host.moveIn(secret);
      this.#session.arriving = false;
      await this.#session.arrive(status);
      this.#session.cameByWords = secret?.kind === 'words' && status.state === 'open';
    });

  leave(): void {
    void this.#session.host.forgetCopy().catch(() => undefined);
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await work();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
}
