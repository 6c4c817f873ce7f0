// The crisis plan on paper: the very pages that will be saved, in the language of the reader, and a picture for the phone.
// Not here: how a page is made (core and pdf), and looking at one (`share/laying`).
import { asFailure } from '../../lib/ipc/host';
import type { CopyView, Failure, Language, Saved } from '../../lib/ipc/types';
import type { Session } from '../session/session.svelte';
import { Laying } from '../share/laying.svelte';

export class Printing {
  language = $state<Language>('da');
  large = $state(false);
  /** The phone picture. */
  picture = $state.raw<Saved | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly laying: Laying;
  /** The copy this takes the place of. */
  readonly replaces: CopyView | null;
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
    this.laying = new Laying(session);
    this.language = session.preferences.language;
    this.replaces = session.out.replaces;
  }

  async show(some: { language?: Language; large?: boolean } = {}): Promise<void> {
    this.language = some.language ?? this.language;
    this.large = some.large ?? this.large;
    this.picture = null;
    await this.laying.show({
      what: { kind: 'plan' },
      language: this.language,
      large: this.large,
      squares: false,
      replaces: this.replaces?.id ?? '',
    });
  }

  async savePicture(): Promise<void> {
    this.picture = null;
    this.failure = null;
    try {
      this.picture = await this.#session.host.savePhonePicture(this.language);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code !== 'cancelled') this.failure = failure;
    }
  }
}
