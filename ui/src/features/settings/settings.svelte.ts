// New recovery words and what the program knows about itself. Preferences themselves are the session's.
import { asFailure } from '../../lib/ipc/host';
import type { About, Failure, Saved } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

export const IDLE = [1, 5, 15, 30];
export const SIZES = [100, 125, 150, 200, 250, 300];

export class Settings {
  /** Two of the words are asked for. */
  checking = $state(false);
  saved = $state.raw<Saved | null>(null);
  about = $state.raw<About | null>(null);
  failure = $state.raw<Failure | null>(null);
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Those of the new sheet; they wait while one is on another page. */
  get words(): string[] {
    return this.#session.leaving.once.of('the-lock')?.words ?? [];
  }

  read = (): Promise<void> =>
    this.#work(async () => {
      this.about = await this.#session.host.about();
    });

  renew = (): Promise<void> =>
    this.#work(async () => {
      this.saved = null;
      this.#session.leaving.once.show({ screen: 'the-lock', words: await this.#session.host.renewWords() });
    });

  saveSheet = (): Promise<void> =>
    this.#work(async () => {
      this.saved = await this.#session.host.saveSheet();
    });

  openSaved = (): Promise<void> => this.#work(() => this.#session.host.openSaved());

  wordsKept = (): Promise<void> =>
    this.#work(async () => {
      await this.#session.host.forgetWords();
      this.#session.leaving.kept('the-lock');
      this.saved = null;
      this.checking = false;
    });

  confirm = (number: number, typed: string): Promise<boolean> => this.#session.host.confirmWord(number, typed);

  async #work(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}
