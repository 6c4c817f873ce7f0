// Somebody else's book on this computer: opening the file, answering, letting it go. Not here: writing in it, which is as in a visit.
import { asFailure, type Host } from '../../lib/ipc/host';
import type { Failure, GuestBookView, HandedBack, HandoverFile, Status } from '../../lib/ipc/types';

export class OpenFile {
  file = $state.raw<HandoverFile | null>(null);
  view = $state.raw<GuestBookView | null>(null);
  failure = $state.raw<Failure | null>(null);
  working = $state(false);
  words = $state('');
  name = $state('');
  #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.working) return null;
    this.working = true;
    this.failure = null;
    try {
      return await work();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return null;
    } finally {
      this.working = false;
    }
  }

  /** Words are needed, and none are there. */
  get empty(): boolean {
    return this.file?.words === true && this.words.trim() === '';
  }

  /** True when a file was chosen. */
  async choose(): Promise<boolean> {
    const file = await this.#try(() => this.#host.chooseHandover());
    if (!file?.picked) return false;
    this.file = file;
    this.view = null;
    this.words = '';
    return true;
  }

  /** True when the file is open. */
  async unlock(): Promise<boolean> {
    if (this.empty) return false;
    const view = await this.#try(() => this.#host.readHandover(this.file?.words ? this.words : ''));
    if (!view) return false;
    this.words = '';
    this.view = view;
    return true;
  }

  begin(): Promise<Status | null> {
    return this.#try(() => this.#host.beginGuest(this.name));
  }
}

/** The answer, and the end of it. */
export class Answering {
  handed = $state.raw<HandedBack | null>(null);
  failure = $state.raw<Failure | null>(null);
  working = $state(false);
  #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async save(flush: () => Promise<boolean>): Promise<boolean> {
    if (this.working || !(await flush())) return false;
    this.working = true;
    this.failure = null;
    try {
      const handed = await this.#host.handBack();
      if (handed.saved) this.handed = handed;
      return handed.saved;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.working = false;
    }
  }
}
