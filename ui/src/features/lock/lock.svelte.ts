// Unlocking: a passphrase or the twelve words. A wrong one is told in words and costs nothing.
import { asFailure } from '../../lib/ipc/host';
import type { Failure } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

export class Unlock {
  way = $state<'passphrase' | 'words'>('passphrase');
  passphrase = $state('');
  words = $state('');
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get empty(): boolean {
    return (this.way === 'passphrase' ? this.passphrase : this.words.trim()) === '';
  }

  /** *Læg den låste bog til side*: it is kept, and a new one can be begun. */
  async setAside(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await this.#session.arrive(await this.#session.host.setAside());
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** True when the book is open. */
  async open(): Promise<boolean> {
    if (this.busy || this.empty) return false;
    this.busy = true;
    this.failure = null;
    try {
      const secret =
        this.way === 'passphrase'
          ? ({ kind: 'passphrase', passphrase: this.passphrase } as const)
          : ({ kind: 'words', words: this.words } as const);
      const status = await this.#session.host.unlock(secret);
      this.passphrase = '';
      this.words = '';
      await this.#session.arrive(status);
      this.#session.cameByWords = this.way === 'words' && status.state === 'open';
      return status.state === 'open';
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
