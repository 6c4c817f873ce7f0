// What keeps one from leaving, locking or closing: words that are not on disk, words shown once, what a guest has in no answer. Each is asked
// about before it goes (docs/decisions/0123). Not here: how that is said (`TroubleBar`, `Unsent`), and leaving itself (`session`).
import { Answering } from '../guest/guest.svelte';
import { ShownOnce, type Once } from './once.svelte';
import type { Session } from './session.svelte';

/** What someone asked for and something that is not kept held back. */
export type Held = '' | 'close' | 'lock' | 'leave';
/** How somebody else's book is about to go, and whether something in it is in no answer yet. */
export type Going = { by: 'close' | 'finish'; unsent: boolean };

export class Leaving {
  /** Until the words are kept, or the person writes on. */
  held = $state<Held>('');
  /** Somebody else's book is about to go: asked first. */
  guest = $state.raw<Going | null>(null);
  /** The answer to somebody else's book. */
  answering = $state.raw() as Answering;
  readonly once = new ShownOnce();
  #session: Session;
  #work: (() => Promise<unknown>) | null = null;

  constructor(session: Session) {
    this.#session = session;
    this.answering = new Answering(session.host);
  }

  /** Nothing would be lost. Otherwise what is `wanted` is held back, and the bar asks. */
  async free(wanted: Held): Promise<boolean> {
    if ((await this.#session.onDisk()) && !this.once.wait) return true;
    this.held = wanted;
    return false;
  }

  /** Does what takes this book off the screen. With something that is not kept yet the bar asks first, and it is done with `anyway`. */
  async leaveFor(work: () => Promise<unknown>, anyway = false): Promise<void> {
    this.#work = work;
    if (!anyway && !(await this.free('leave'))) return;
    this.held = '';
    await work();
  }

  /** What was held back, once more; `anyway`: the words that are not kept are let go. */
  async goOn(held: Held, anyway = false): Promise<void> {
    if (held === 'close') await this.close(anyway);
    if (held === 'lock') await this.#session.lock(anyway);
    if (held === 'leave' && this.#work) await this.leaveFor(this.#work, anyway);
  }

  /** One stays. */
  stay(): void {
    this.held = '';
    this.#work = null;
  }

  /** The window wants to close. `anyway` lets go of words; what a guest has in no answer is another question. */
  async close(anyway = false): Promise<void> {
    if (anyway || (await this.free('close'))) {
      this.held = '';
      if (!this.#session.others || !(await this.#unsent())) return this.#session.host.closed();
      this.guest = { by: 'close', unsent: true };
    }
    // What is asked is seen.
    this.#session.comeBack();
    await this.#session.host.stayOpen();
  }

  /** *Færdig*: somebody else's book is to go away from this computer. */
  finish = (): Promise<void> =>
    this.leaveFor(async () => {
      this.guest = { by: 'finish', unsent: await this.#unsent() };
    });

  /** One that cannot say may have something. */
  #unsent(): Promise<boolean> {
    return this.#session.host.isToBeHandedBack().catch(() => true);
  }

  /** The answer first; false when it was not saved after all. */
  async handBack(): Promise<boolean> {
    const saved = await this.answering.save(async () => (await this.#session.book?.saver.flush()) ?? false);
    if (saved && this.guest) this.guest = { ...this.guest, unsent: false };
    return saved;
  }

  /** Somebody else's book goes, with what is in no answer. */
  async letGuestGo(): Promise<void> {
    const by = this.guest?.by;
    this.guest = null;
    if (by === 'close') await this.#session.host.closed();
    if (by === 'finish') await this.#session.leaveGuest();
  }

  /** Back to words that are shown once. */
  see(once: Once | null): void {
    this.held = '';
    if (once && once.screen !== 'first-run') this.#session.show(once.screen);
  }

  /** They are on paper. */
  kept(screen: Once['screen']): void {
    this.held = '';
    this.once.kept(screen);
  }

  /** The book is put away: nothing of it is asked about any more. */
  forget(): void {
    this.stay();
    this.guest = null;
    this.answering = new Answering(this.#session.host);
  }
}
