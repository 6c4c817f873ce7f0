// Which door the person stands at and which screen is shown; preferences of the screen. One per window.
// Not here: the book's own state (`book`), and anything drawn.
import { getContext, setContext } from 'svelte';
import { asFailure, type Host } from '../../lib/ipc/host';
import type { Failure, HelpView, Preferences, Status } from '../../lib/ipc/types';
import { speak } from '../../lib/i18n/say.svelte';
import { Book } from '../book/book.svelte';
import type { Path } from '../help/path.svelte';
import type { Round } from '../review/round.svelte';
import { Due } from './due.svelte';
import { Leaving } from './leaving.svelte';
import { Outgoing } from './outgoing.svelte';
import { patience } from './patience';
import { EVERYDAY, wear } from './preferences';
import type { Screen } from './screens';

export { ABOVE, type Screen } from './screens';

export class Session {
  status = $state.raw<Status | null>(null);
  preferences = $state.raw<Preferences>(EVERYDAY);
  version = $state('');
  book = $state.raw<Book | null>(null);
  screen = $state<Screen>('page');
  /** A language has been chosen in the first run. */
  greeted = $state(false);
  /** The first run goes on after the book is made, until the words are on paper. */
  arriving = $state(false);
  shortcuts = $state(false);
  /** What is being made ready to leave the book. */
  readonly out = new Outgoing((screen) => this.show(screen));
  /** A file that was asked for is not there: what it was of was shut before it was said where it goes. */
  notSaved = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** A book that could not be opened is tried again. */
  trying = $state(false);
  /** Blank paper, until one comes back. */
  hidden = $state(false);
  /** The help page stays, and the way one is on, when the key behind it is gone. */
  stayed = $state.raw<Path | null>(null);
  /** What the help page was last told, should it come to nothing another time. */
  lastHelp: HelpView | null = null;
  /** Where one is on the help page. */
  shownHelp: Path | null = null;
  /** The plan is being looked through. */
  round = $state.raw<Round | null>(null);
  /** The way through is walked as practice; one comes back to it. */
  practising = $state(false);
  /** The twelve words opened the book; a new passphrase is offered. */
  cameByWords = $state(false);
  /** Somebody else's book was just taken away: what that means is told. */
  gone = $state(false);
  /** The visit that is looked at. */
  visit = $state('');
  /** One goes to the note on the help page, which could not be saved. */
  toNote = false;
  /** A visit was just erased for good. */
  erased = $state(false);
  /** Questions come one at a time. */
  oneByOne = $state(false);
  readonly host: Host;
  /** What is asked now and then. */
  readonly due: Due;
  /** What holds one back. */
  readonly leaving: Leaving;
  /** The page last read, of the own book and of the sample; only while the window is open. */
  #read = { own: '', sample: '', guest: '' };
  #asking = false;
  /** Which screen was asked for last: a page that comes late does not take its place. */
  #turn = 0;

  constructor(host: Host) {
    this.host = host;
    this.due = new Due(host, (failure) => (this.failure = failure));
    this.leaving = new Leaving(this);
  }

  async start(): Promise<void> {
    this.#read.own = this.host.leftPage();
    this.hidden = this.host.cameHidden();
    try {
      const start = await this.host.start();
      this.version = start.version;
      this.#wear(start.preferences);
      await this.arrive(start.status);
    } catch (thrown) {
      this.status = { state: 'problem', failure: asFailure(thrown), again: true };
    }
  }

  /**
   * A new status: the book is opened when there is one, and put away when it is locked. A book with words that wait is kept, until it is open again;
   * `left`: it was put away already, or it is another one that comes, and nothing of the first may get into it.
   */
  async arrive(status: Status, left = this.book !== null && !this.book.saver.unsaved): Promise<void> {
    this.failure = null;
    if (this.status?.state !== status.state) this.leaving.stay();
    if (status.state !== 'open') {
      if (left || status.state === 'first-run') this.#putAway();
      this.book?.saver.rest();
      // Nothing of the plan is told behind the lock.
      this.lastHelp = null;
      this.leaving.once.forget();
      this.screen = 'page';
      this.status = status;
      if (status.state === 'first-run') this.#read.own = '';
      this.arriving = status.state === 'first-run';
      this.cameByWords = false;
      this.due.none();
      // Nothing of what was read or written stays behind in the webview.
      if (left && (status.state === 'locked' || status.state === 'guest-waits'))
        this.host.freshPage(this.hidden, this.#read.own);
      return;
    }
    const kept = left ? null : this.book;
    if (kept) {
      // Unlocked again with words still waiting: they go in before anything is read.
      kept.saver.dismiss();
      if (!(await kept.saver.flush()) || kept.saver.unsaved) {
        await kept.refresh();
        this.status = status;
        return;
      }
    }
    this.#putAway();
    try {
      const book = await Book.open(this.host, () => void this.shut());
      book.saver.typed = book.saver.settled = () => (this.leaving.held = '');
      book.saver.screen = () => this.screen;
      const left = this.#read[whose(book)];
      const first = book.firstPage;
      if ((left === '' || !(await book.turnTo(left))) && first !== '') await book.turnTo(first);
      if (!book.page) book.trouble = null;
      this.book = book;
      this.screen = book.page ? 'page' : 'chapters';
      this.status = status;
      await this.due.look();
    } catch (thrown) {
      this.status = { state: 'problem', failure: asFailure(thrown), again: true };
    }
  }

  /** The book turns out to be shut: locked, or closed because damage was found. The core says which. */
  async shut(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      await this.arrive((await this.host.start()).status);
    } catch {
      await this.arrive({ state: 'locked' });
    } finally {
      this.#asking = false;
    }
  }

  #putAway(): void {
    if (this.book?.page) this.#read[whose(this.book)] = this.book.page.id;
    this.book?.saver.stop();
    this.book = null;
    this.leaving.forget();
    // Of one book; the sample and somebody else's have none of it.
    this.round = null;
    this.out.forget();
    this.visit = '';
    this.practising = false;
    this.lastHelp = null;
  }

  /** Shows a page of the book; gives false when it could not be fetched. */
  async turnTo(id: string): Promise<boolean> {
    if (id === '') {
      // Every chapter is hidden: there they can be shown again.
      this.screen = 'chapters';
      return false;
    }
    const turn = (this.#turn += 1);
    const turned = (await this.book?.turnTo(id)) ?? false;
    if (turned && turn === this.#turn) this.screen = 'page';
    return turned;
  }

  show(screen: Screen): void {
    if (screen === 'page' && this.book && !this.book.page) {
      void this.turnTo(this.book.firstPage);
      return;
    }
    void this.book?.saver.flush();
    if (screen !== 'visits') this.erased = false;
    // Whoever needs the help another time does not come back to the practice.
    if (screen !== 'help') this.practising = false;
    this.#turn += 1;
    this.screen = screen;
  }

  /** Sends the last words. True when nothing at all is left that is not on disk. A locked book is handed nothing: its words wait. */
  async onDisk(): Promise<boolean> {
    const saver = this.book?.saver;
    return !saver || ((this.status?.state !== 'open' || (await saver.flush())) && !saver.unsaved);
  }

  /** It is somebody else's book, open or resting. */
  get others(): boolean {
    return this.status?.state === 'guest-waits' || (this.book?.contents.guest ?? null) !== null;
  }

  async prefer(some: Partial<Preferences>): Promise<void> {
    const spoke = this.preferences.language;
    const preferences = { ...this.preferences, ...some };
    this.#wear(preferences);
    try {
      if (spoke !== preferences.language) await this.book?.saver.flush();
      await this.host.setPreferences(preferences);
      if (spoke !== preferences.language && this.book) {
        // Said in the other language.
        this.book.note = this.book.quiet = '';
        await this.book.refresh();
      }
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  #wear(preferences: Preferences): void {
    this.preferences = preferences;
    speak(preferences.language);
    wear(preferences);
  }

  /** Locks when everything is on disk; otherwise the bar says what is not, and asks. */
  async lock(anyway = false): Promise<void> {
    if (!anyway && !(await this.leaving.free('lock'))) return;
    await this.#ask(() => this.host.lock(), anyway || undefined);
  }

  /** Locks even so: what is not on disk waits, unseen, until the book is open again. */
  async lockNow(): Promise<void> {
    await this.onDisk();
    // The sample is nobody's; the own book behind it is locked all the same.
    if (this.book?.contents.sample) await this.host.lock().catch(() => undefined);
    else await this.#ask(() => this.host.lock());
  }

  /** How long the book may lie untouched, in milliseconds. Null: it has no lock. */
  get patience(): number | null {
    // Locked already, with words that wait in it.
    if (this.status?.state !== 'open') return null;
    return patience(this.book, this.screen, this.preferences.idleMinutes, this.leaving.once.wait);
  }

  /** Nobody has touched the book for as long as it may lie. The help page stays, without a key behind it. */
  async rest(): Promise<void> {
    const help = this.screen === 'help' ? this.shownHelp : null;
    // Nobody is here to be asked: words that could not be saved wait, unseen, until the book is open again.
    if (this.book?.contents.sample || !help) return this.lockNow();
    const safe = await this.onDisk();
    let status: Status;
    try {
      status = await this.host.lock();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return;
    }
    help.lock();
    this.stayed = help;
    if (safe) this.#putAway();
    this.book?.saver.rest();
    this.lastHelp = null;
    this.leaving.stay();
    this.status = status;
  }

  /** A visit begins: the page is loaded anew, so that nothing of what is shut now stays behind in the webview. */
  startAnew(): void {
    this.host.freshPage(false, this.book?.page?.id ?? '');
  }

  /** Away from the page that stayed: the book is locked. */
  letGo(): void {
    this.stayed = null;
    this.screen = 'page';
    if (!this.book) this.host.freshPage(false, this.#read.own);
  }

  /** *Skjul hurtigt*: blank at once, then saved, then locked. */
  async hide(): Promise<void> {
    const book = this.book;
    if (this.hidden) return;
    if (this.stayed) {
      this.hidden = true;
      this.stayed = null;
      this.screen = 'page';
      if (!book) this.host.freshPage(true, this.#read.own);
      return;
    }
    if (!book) return;
    this.hidden = true;
    if (this.preferences.hideNote === 'unused') await this.prefer({ hideNote: 'due' });
    if (book.contents.unlockedBook) await book.saver.flush();
    else await this.lockNow();
  }

  /** Away from the help page. */
  leaveHelp(): void {
    const practising = this.practising;
    this.practising = false;
    this.show(practising ? 'practice' : 'page');
  }

  comeBack(): void {
    this.hidden = false;
  }

  /** Somebody else's book comes on the screen; nothing of one's own stays in the webview behind it. */
  async enterGuest(status: Status): Promise<void> {
    this.#putAway();
    this.arriving = false;
    this.#read.guest = '';
    // First of all: what is drawn before the page is a fresh one could be pressed, and lost with it.
    this.host.freshPage(false, this.#read.own);
    await this.arrive(status);
  }

  /** Takes somebody else's book away from this computer. */
  async leaveGuest(): Promise<void> {
    try {
      const status = await this.host.leaveGuest();
      this.#putAway();
      this.gone = true;
      this.status = status;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** On from the page that told it: the webview forgets what it showed. */
  async goneOn(): Promise<void> {
    this.gone = false;
    this.screen = 'page';
    if (this.status) await this.arrive(this.status);
    this.host.freshPage(false, this.#read.own);
  }

  openSample = (): Promise<void> => this.leaving.leaveFor(() => this.#changeTo(() => this.host.openSample()));
  closeSample = (): Promise<void> => this.leaving.leaveFor(() => this.#changeTo(() => this.host.closeSample()));

  /** Pressed again while it is being tried, nothing more is asked: one book must not be opened twice. */
  async tryAgain(): Promise<void> {
    if (this.trying) return;
    this.trying = true;
    await this.#ask(() => this.host.tryAgain());
    this.trying = false;
  }

  /** Another book on the screen. The one that is there stays until the other has come. */
  async #changeTo(work: () => Promise<Status>): Promise<void> {
    const { book } = this;
    if (book) book.still = true;
    try {
      const status = await work();
      this.#putAway();
      this.leaving.once.forget();
      this.arriving = false;
      await this.arrive(status, book !== null);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      if (book) book.still = false;
    }
  }

  async #ask(work: () => Promise<Status>, left?: boolean): Promise<void> {
    try {
      await this.arrive(await work(), left);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

/** Each keeps its own place. */
const whose = (book: Book): 'own' | 'sample' | 'guest' =>
  book.contents.guest ? 'guest' : book.contents.sample ? 'sample' : 'own';

const KEY = 'session';
export const giveSession = (session: Session): Session => setContext(KEY, session);
export const useSession = (): Session => getContext<Session>(KEY);
/** Only inside the shell, where a book is open. */
export function useBook(): Book {
  const book = useSession().book;
  if (!book) throw new Error('no book is open here');
  return book;
}
