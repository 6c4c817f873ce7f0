// The first minutes: language, one sentence, who else uses the computer, the twelve words, and then something good.
// Not here: what a lock is (core).
import type { Language, Saved } from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Session } from '../session/session.svelte';

export type Stage = 'language' | 'what' | 'lock' | 'words' | 'check' | 'ready';

export class FirstRun extends Work {
  stage = $state<Stage>('language');
  passphrase = $state('');
  saved = $state.raw<Saved | null>(null);
  /** The computer remembers the key. */
  inKeyring = $state(false);
  /** It has no keyring that answers: another lock is offered. */
  noKeyring = $state(false);
  #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
    if (session.greeted) this.stage = 'what';
  }

  /** Until they are on paper. */
  get words(): string[] {
    return this.#session.leaving.once.of('first-run')?.words ?? [];
  }

  #show(words: string[]): void {
    this.#session.leaving.once.show({ screen: 'first-run', words });
    this.stage = words.length > 0 ? 'words' : 'ready';
  }

  async speak(language: Language): Promise<void> {
    await this.#session.prefer({ language });
    this.#session.greeted = true;
    this.stage = 'what';
  }

  async lockWith(passphrase: string): Promise<void> {
    if (passphrase === '') return;
    await this.work(async () => {
      this.#show(await this.#session.host.createBook({ kind: 'passphrase', passphrase }));
      this.passphrase = '';
    });
  }

  /** *Lav bogen med ét tryk* */
  async remember(): Promise<void> {
    await this.work(async () => {
      this.#show(await this.#session.host.createInKeyring());
      this.inKeyring = true;
    });
    if (this.failure?.code === 'keyring') {
      this.noKeyring = true;
      this.failure = null;
    }
  }

  async leaveOpen(): Promise<void> {
    await this.work(async () => {
      this.#show(await this.#session.host.createBook({ kind: 'open' }));
    });
  }

  async saveSheet(): Promise<void> {
    await this.work(async () => {
      this.saved = await this.#session.host.saveSheet();
    });
  }

  openSaved = (): Promise<unknown> => this.work(() => this.#session.host.openSaved());
  suggest = (): Promise<string> => this.#session.host.suggestPassphrase();
  confirm = (number: number, typed: string): Promise<boolean> => this.#session.host.confirmWord(number, typed);

  /** The words are on paper; they leave the screen and the memory. */
  async wordsKept(): Promise<void> {
    await this.work(async () => {
      await this.#session.host.forgetWords();
      this.#session.leaving.kept('first-run');
      this.stage = 'ready';
    });
  }

  /** *Begynd med noget godt* */
  async begin(): Promise<void> {
    await this.work(async () => {
      await this.#session.arrive({ state: 'open' });
      this.#session.arriving = false;
    });
  }
}
