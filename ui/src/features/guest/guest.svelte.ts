// Somebody else's book on this computer: opening the file, answering, letting it go. Not here: writing in it, which is as in a visit.
import type { Host } from '../../lib/ipc/host';
import type { GuestBookView, HandedBack, HandoverFile, Status } from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';

export class OpenFile extends Work {
  file = $state.raw<HandoverFile | null>(null);
  view = $state.raw<GuestBookView | null>(null);
  words = $state('');
  name = $state('');
  #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  /** Words are needed, and none are there. */
  get empty(): boolean {
    return this.file?.words === true && this.words.trim() === '';
  }

  /** True when a file was chosen. */
  async choose(): Promise<boolean> {
    const file = await this.work(() => this.#host.chooseHandover());
    if (!file?.picked) return false;
    this.file = file;
    this.view = null;
    this.words = '';
    return true;
  }

  /** True when the file is open. */
  async unlock(): Promise<boolean> {
    if (this.empty) return false;
    const view = await this.work(() => this.#host.readHandover(this.file?.words ? this.words : ''));
    if (!view) return false;
    this.words = '';
    this.view = view;
    return true;
  }

  begin(): Promise<Status | null> {
    return this.work(() => this.#host.beginGuest(this.name));
  }
}

/** The answer, and the end of it. */
export class Answering extends Work {
  handed = $state.raw<HandedBack | null>(null);
  #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  async save(flush: () => Promise<boolean>): Promise<boolean> {
    if (this.busy || !(await flush())) return false;
    const handed = await this.work(() => this.#host.handBack());
    if (handed?.saved) this.handed = handed;
    return handed?.saved ?? false;
  }
}
