// The crisis plan on paper: the very pages that will be saved, in the language of the reader, and a picture for the phone.
// Not here: how a page is made (core and pdf), and looking at one (`share/laying`).
import type { CopyView, Failure, Language, Saved } from '../../lib/ipc/types';
import { Work } from '../../lib/work.svelte';
import type { Session } from '../session/session.svelte';
import { Given } from '../share/given.svelte';
import { Laying } from '../share/laying.svelte';

export class Printing extends Work {
  language = $state<Language>('da');
  large = $state(false);
  /** The phone picture. */
  picture = $state.raw<Saved | null>(null);
  readonly laying: Laying;
  /** The paper this takes the place of. */
  readonly replaces: CopyView | null;
  /** The picture that is out. */
  readonly given: Given;
  #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
    this.laying = new Laying(session);
    this.language = session.preferences.language;
    const { replaces } = session.out;
    const picture = replaces?.made === 'phone-picture';
    this.replaces = picture ? null : replaces;
    this.given = new Given(session, picture ? replaces : null);
  }

  /** The pages, and again when the book is another. */
  read(): void {
    if (this.laying.ordered) this.laying.again();
    else void this.show();
  }

  async show(some: { language?: Language; large?: boolean } = {}): Promise<void> {
    this.language = some.language ?? this.language;
    this.large = some.large ?? this.large;
    this.picture = null;
    this.given.went(false);
    await this.laying.show({
      what: { kind: 'plan' },
      language: this.language,
      large: this.large,
      squares: false,
      replaces: this.replaces?.id ?? '',
    });
  }

  savePicture = (): Promise<unknown> =>
    this.work(async () => {
      this.picture = null;
      this.given.went(false);
      if (!((await this.#session.book?.saver.flush()) ?? true)) return;
      this.picture = await this.#session.host.savePhonePicture(this.language);
      this.given.went(this.picture.saved);
    });

  protected override refused(failure: Failure): void {
    if (failure.code !== 'cancelled') this.failure = failure;
  }
}
