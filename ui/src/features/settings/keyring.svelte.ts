// Whether the computer remembers the key. Not here: what a keyring is (shell and core).
import type { Secret, WaysIn } from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Session } from '../session/session.svelte';

export class Keyring extends Work {
  ways = $state.raw<WaysIn | null>(null);
  /** What was just done. */
  done = $state<'' | 'on' | 'off'>('');
  #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  read = (): Promise<unknown> =>
    this.work(async () => {
      this.done = '';
      this.ways = await this.#session.host.waysIn();
    });

  /** The passphrase or the words are asked for, unless the words just opened the book. True when it is on. */
  async turnOn(present: Secret | null): Promise<boolean> {
    await this.work(async () => {
      this.done = '';
      this.ways = await this.#session.host.useKeyring(present);
      this.done = 'on';
    });
    return this.done === 'on';
  }

  turnOff = (): Promise<unknown> =>
    this.work(async () => {
      this.done = '';
      this.ways = await this.#session.host.leaveKeyring();
      this.done = 'off';
    });
}
