// Unlocking: one press where the computer remembers the key, a passphrase, or the twelve words. A wrong one is told in words and costs nothing.
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Status, WaysIn } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

export type Way = 'keyring' | 'passphrase' | 'words';

export class Unlock {
  ways = $state.raw<WaysIn | null>(null);
  way = $state<Way>('passphrase');
  passphrase = $state('');
  words = $state('');
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get empty(): boolean {
    if (this.way === 'keyring') return false;
    return (this.way === 'passphrase' ? this.passphrase : this.words.trim()) === '';
  }

  /** The other ways there are, in their order. */
  get others(): Way[] {
    const all: Way[] = ['words'];
    if (this.ways?.passphrase) all.unshift('passphrase');
    if (this.ways?.keyring) all.unshift('keyring');
    return all.filter((way) => way !== this.way);
  }

  /** What this book opens with; where it cannot be asked, a passphrase is as likely as anything. */
  async look(): Promise<void> {
    let ways: WaysIn = { passphrase: true, keyring: false };
    try {
      ways = await this.#session.host.waysIn();
    } catch {
      // The words stand beside it.
    }
    if (this.way === 'passphrase') this.way = ways.keyring ? 'keyring' : ways.passphrase ? 'passphrase' : 'words';
    this.ways = ways;
  }

  choose(way: Way): void {
    this.way = way;
    this.failure = null;
  }

  /** *Læg den låste bog til side*: it is kept, and a new one can be begun. Words that wait in it are asked about first. */
  setAside = (): Promise<void> => this.#session.leaving.leaveFor(() => this.#setAside());

  async #setAside(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await this.#session.arrive(await this.#session.host.setAside(), true);
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
      const status = await this.#ask();
      this.passphrase = '';
      this.words = '';
      await this.#session.arrive(status);
      this.#session.cameByWords = this.way === 'words' && status.state === 'open';
      return status.state === 'open';
    } catch (thrown) {
      this.failure = asFailure(thrown);
      // The keyring did not do it: the next way stands ready at once.
      if (this.way === 'keyring') this.way = this.ways?.passphrase ? 'passphrase' : 'words';
      return false;
    } finally {
      this.busy = false;
    }
  }

  #ask(): Promise<Status> {
    const host = this.#session.host;
    if (this.way === 'keyring') return host.unlockWithKeyring();
    return this.way === 'passphrase'
      ? host.unlock({ kind: 'passphrase', passphrase: this.passphrase })
      : host.unlock({ kind: 'words', words: this.words });
  }
}
