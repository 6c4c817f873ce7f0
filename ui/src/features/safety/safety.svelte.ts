// How safe the book is, and what is done about it: copies now, copies on a stick, the kept room, going back, another key.
// Not here: the trash (`trash`), a copy where no book is open (`from-copy`).
import { getContext, setContext } from 'svelte';
import { asFailure } from '../../lib/ipc/host';
import type {
  Changed,
  Failure,
  ProgressView,
  RestorePreview,
  SafeCopyMade,
  SafetyView,
  Secret,
  When,
} from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import type { Book } from '../book/book.svelte';
import type { Session } from '../session/session.svelte';

/** How often it is asked how far something has come. */
const LOOK = 300;
/** More backups than these are shown when asked for. */
export const FEW = 5;

/** *i dag kl. 14.03*, *3. november 2026 kl. 9.12 (for 25 dage siden)*. */
export const said = (when: When): string =>
  when.days < 2 ? when.words : `${when.words} (${m.daysAgo({ count: when.days })})`;

export class Safety {
  view = $state.raw<SafetyView | null>(null);
  failure = $state.raw<Failure | null>(null);
  progress = $state.raw<ProgressView | null>(null);
  busy = $state(false);
  /** A backup was just made. */
  backedUp = $state(false);
  safeCopied = $state.raw<SafeCopyMade | null>(null);
  /** The disk is still full. */
  notYet = $state(false);
  /** What going back would mean; the number of the backup, or null for a copy somewhere else. */
  preview = $state.raw<RestorePreview | null>(null);
  #number: number | null = null;
  /** The copy that was pointed at has another lock. */
  asks = $state(false);
  copiesWait = $state(false);
  readonly session: Session;
  readonly book: Book;

  constructor(session: Session, book: Book) {
    this.session = session;
    this.book = book;
  }

  get #host(): Session['host'] {
    return this.session.host;
  }

  /** The words of the new sheet, after another key; they wait while one is on another page. */
  get words(): string[] {
    return this.session.leaving.once.of('rekey')?.words ?? [];
  }

  read = async (): Promise<void> => {
    try {
      this.view = await this.#host.safety();
      this.book.onReserve = this.view.onReserve;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  };

  /** What opening put right has been read. */
  told = async (): Promise<void> => {
    if (this.view) this.view = { ...this.view, told: [] };
    await this.#host.safetyTold().catch(() => undefined);
  };

  madeRoom = (): Promise<void> =>
    this.#work(async () => {
      const room = await this.#host.makeRoom();
      this.notYet = !room;
      this.book.onReserve = !room;
      if (room) await this.book.saver.retry();
    });

  backUpNow = (): Promise<void> =>
    this.#work(async () => {
      this.backedUp = false;
      await this.book.saver.flush();
      this.view = await this.#host.backUpNow();
      this.backedUp = true;
    });

  safeCopy = (): Promise<void> =>
    this.#work(async () => {
      this.safeCopied = null;
      await this.book.saver.flush();
      this.safeCopied = await this.#host.safeCopy();
      await this.read();
    });

  /** What going back to a backup would mean. */
  see = (number: number): Promise<void> =>
    this.#work(async () => {
      await this.book.saver.flush();
      this.preview = await this.#host.previewBackup(number);
      this.#number = number;
      this.session.show('restore');
    });

  /** *Gå til en anden kopi* */
  seeElsewhere = (): Promise<void> =>
    this.#work(async () => {
      this.asks = false;
      await this.book.saver.flush();
      const found = await this.#host.chooseCopy();
      if (found?.asks) this.asks = true;
      else if (found) await this.#openCopy(null);
    });

  openCopy = (secret: Secret): Promise<void> => this.#work(() => this.#openCopy(secret));

  async #openCopy(secret: Secret | null): Promise<void> {
    this.preview = await this.#host.openCopy(secret);
    this.#number = null;
    this.asks = false;
    this.session.show('restore');
  }

  /** Goes back, as one step that undo takes back. */
  restore = (): Promise<void> =>
    this.#work(async () => {
      const made = this.preview?.made ?? '';
      const number = this.#number;
      const restore = (): Promise<Changed> =>
        number === null ? this.#host.restoreCopy() : this.#host.restoreBackup(number);
      // Refused, the bar says why.
      if (!(await this.book.saver.run(restore))) return;
      this.leave();
      this.session.show('page');
      this.book.note = m.restored({ when: made });
    });

  /** A page of its own: what another was refused is not said here. */
  enter(): void {
    if (!this.busy) this.failure = null;
  }

  /** Away from the comparison: nothing of the other copy is kept open. */
  leave(): void {
    if (!this.preview && !this.asks) return;
    this.preview = null;
    this.asks = false;
    this.failure = null;
    if (this.#number === null) void this.#host.forgetCopy().catch(() => undefined);
  }

  /** Another key for book and copies; the words of the new sheet come back. */
  rekey = (present: Secret | null, passphrase: string): Promise<void> =>
    this.#work(async () => {
      // What cannot be saved now is said above; what is refused, or goes along with a press, is only on the screen and stays there.
      if (!(await this.book.saver.flush())) return;
      const first = this.book.contents.unlockedBook;
      try {
        const { words, copiesGone } = await this.#host.rekey(present, passphrase);
        this.copiesWait = !copiesGone;
        this.session.leaving.once.show({ screen: 'rekey', words, first });
        this.session.cameByWords = false;
      } catch (thrown) {
        // Stopped when it was closed already: the core says where one stands.
        await this.#host.contents().catch(() => this.session.shut());
        throw thrown;
      }
      await this.book.refresh();
      await this.read();
    });

  wordsKept = async (): Promise<void> => {
    this.failure = null;
    try {
      await this.#host.forgetWords();
      this.session.leaving.kept('rekey');
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  };

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    const asking = setInterval(() => void this.#look(), LOOK);
    try {
      await work();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      clearInterval(asking);
      this.progress = null;
      this.busy = false;
    }
  }

  async #look(): Promise<void> {
    const progress = await this.#host.progress().catch(() => null);
    if (this.busy) this.progress = progress;
  }
}

const KEY = 'safety';
export const giveSafety = (safety: Safety): Safety => setContext(KEY, safety);
export const useSafety = (): Safety => getContext<Safety>(KEY);
