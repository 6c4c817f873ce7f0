// Whether the computer remembers the key. Not here: what a keyring is (shell and core).
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Secret, WaysIn } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

export class Keyring {
  ways = $state.raw<WaysIn | null>(null);
  /** What was just done. */
  done = $state<'' | 'on' | 'off'>('');
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  read = (): Promise<void> =>
    this.#work(async () => {
      this.ways = await this.#session.host.waysIn();
    });

  /** The passphrase or the words are asked for, unless the words just opened the book. True when it is on. */
  async turnOn(present: Secret | null): Promise<boolean> {
    await this.#work(async () => {
      this.ways = await this.#session.host.useKeyring(present);
      this.done = 'on';
    });
    return this.done === 'on';
  }

  turnOff = (): Promise<void> =>
    this.#work(async () => {
      this.ways = await this.#session.host.leaveKeyring();
      this.done = 'off';
    });

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.done = '';
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
