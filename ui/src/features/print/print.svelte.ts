// The crisis plan on paper: the very pages that will be saved, in the language of the reader.
// Not here: how a page is made (core and pdf).
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Language, Preview, Saved } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';

export class Printing {
  language = $state<Language>('da');
  preview = $state.raw<Preview | null>(null);
  saved = $state.raw<Saved | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** True from the start: the pages are asked for as soon as the screen is there. */
  busy = $state(true);
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
    this.language = session.preferences.language;
  }

  async show(language: Language = this.language): Promise<void> {
    this.language = language;
    this.preview = null;
    await this.#work(async () => {
      await this.#session.book?.saver.flush();
      const preview = await this.#session.host.crisisPreview(language);
      if (this.language === language) this.preview = preview;
    });
  }

  savePlan = (): Promise<void> => this.#save(() => this.#session.host.saveCrisisPlan(this.language));
  savePicture = (): Promise<void> => this.#save(() => this.#session.host.savePhonePicture(this.language));
  openSaved = (): Promise<void> => this.#work(() => this.#session.host.openSaved());

  #save(save: () => Promise<Saved>): Promise<void> {
    this.saved = null;
    return this.#work(async () => {
      this.saved = await save();
    });
  }

  async #work(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await work();
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
