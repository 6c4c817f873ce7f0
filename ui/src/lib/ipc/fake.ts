// A host in memory with a book of its own: component tests and a plain browser run against it.
// Not here: anything the released app uses.
import { apply, emptyState, failure, type FakeState } from './fake-book';
import { aimsView, helpEdits, helpView, reviewView } from './fake-help';
import { contentsView, helpWhenLocked, pageView } from './fake-views';
import { waiting } from './fake-proposal';
import { aroundVisit, visitNow, type FakeNow } from './fake-visit';
import type { Inside } from './fake-inside';
import { FakeKeyring } from './fake-keyring';
import { fakeLock, type LockHost } from './fake-lock';
import { EVERYDAY, type FakeOptions } from './fake-options';
import { fakePrint, type PrintHost } from './fake-print';
import { fakeVisiting, type VisitHost } from './fake-visiting';
import { fakeExchange } from './fake-exchange';
import { FakeHands } from './fake-handover';
import { fakeSafety } from './fake-safety';
import type { Host } from './host';
import type { ExchangeHost } from './host-exchange';
import type { HandoverHost } from './host-handover';
import type { SafetyHost } from './host-safety';
import type { ShelfHost } from './host-shelf';
import type { Change, Changed, Failure, HistoryItem, Language, Preferences, Start, Status, Step } from './types';

type Moment = { state: FakeState; step: Step; line: string; at: number };
type Recorded = HistoryItem & { page: string; state: FakeState };

export { WORDS } from './fake-lock';
export type { FakeOptions } from './fake-options';
export interface FakeHost extends SafetyHost, ExchangeHost, HandoverHost, ShelfHost, LockHost, PrintHost, VisitHost {}
export class FakeHost implements Host {
  /** Every call in order, for tests. */
  calls: { name: string; args: unknown[] }[] = [];
  preferences: Preferences;
  book: FakeState | null;
  latency: number;
  /** The passphrase; null for an open book. */
  passphrase: string | null;
  readonly keyring: FakeKeyring;
  #status: Status;
  #sample: FakeState | null = null;
  #own: FakeState | null = null;
  #readOnly: boolean;
  #before: Moment[] = [];
  #after: Moment[] = [];
  #history: Recorded[] = [];
  #failures: Failure[] = [];
  #closing = new Set<() => void>();
  #lockNow = new Set<() => void>();
  #lockedNow = new Set<() => void>();
  #notSaved = new Set<() => void>();
  /** The twelve words opened it. */
  byWords = false;
  #reviewDue: boolean;
  /** Ids of what may be seen when locked. */
  chosen: string[];
  /** The visit that goes on. */
  now: FakeNow | null = null;
  hands: FakeHands;
  #revision = 0;

  constructor(options: FakeOptions = {}) {
    this.preferences = { ...EVERYDAY, ...options.preferences };
    this.book = options.book ?? (options.state === 'first-run' ? null : emptyState());
    this.passphrase = options.passphrase ?? null;
    this.keyring = new FakeKeyring(options.keyring ?? false);
    this.latency = options.latency ?? 0;
    this.#readOnly = options.readOnly ?? false;
    this.#reviewDue = options.reviewDue ?? false;
    this.chosen = options.card ?? [];
    this.#status = options.problem
      ? { state: 'problem', failure: options.problem, again: true }
      : { state: options.state ?? 'open' };
    this.hands = new FakeHands(options.handover ?? {});
    const lent = this.#lent();
    Object.assign(this, fakeSafety(this, lent, options.safety ?? {}), fakeExchange(lent, options.exchange ?? {}));
    Object.assign(this, fakeLock(this, lent, options.sheetDue ?? false), fakePrint(lent), fakeVisiting(this, lent));
    Object.assign(this, this.hands.host(lent));
  }

  /** The next call that asks the book for something is refused with this. */
  failNext(
    refusal: Failure = failure(
      'disk-full',
      'Der er ikke mere plads på computeren. Din tekst er her stadig.',
      'Gør plads, og prøv igen.',
    ),
  ): void {
    this.#failures.push(refusal);
  }

  /** The late check finds damage: the book is closed behind the screen. */
  findDamage(found: Failure): void {
    this.#status = { state: 'problem', failure: found, again: false };
  }

  askToClose(): void {
    for (const callback of this.#closing) callback();
  }

  /** The computer goes to sleep. */
  askToLock(): void {
    for (const callback of this.#lockNow) callback();
  }

  /** It was locked without waiting. */
  lockAnyway(): void {
    this.#status = { state: 'locked' };
    for (const callback of this.#lockedNow) callback();
  }

  /** Somebody answers the dialog that stood there when it was locked. */
  saveTooLate(): void {
    for (const callback of this.#notSaved) callback();
  }

  changes(): Change[] {
    return this.calls.filter((call) => call.name === 'change').map((call) => call.args[0] as Change);
  }

  #lent(): Inside {
    return {
      answer: (name, args, work) => this.#answer(name, args, work),
      open: () => this.#open(),
      change: (change) => this.#change(change),
      changed: (stale, created, page) => this.#changed(stale, created, page),
      become: (state, what) => this.#become(state, what),
      before: (state, step) => {
        this.#before.push({ state, step, line: '', at: Date.now() });
        this.#after = [];
      },
      revision: () => this.#revision,
      status: () => this.#status,
      stand: (status) => (this.#status = status),
      say: (da, en) => this.#say(da, en),
      language: () => this.#language,
      unlocked: () => this.#unlocked,
    };
  }

  async #answer<T>(name: string, args: unknown[], work: () => T): Promise<T> {
    this.calls.push({ name, args: structuredClone(args) });
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
    else await Promise.resolve();
    const quiet = [
      'start',
      'setPreferences',
      'contents',
      'page',
      'stayOpen',
      'sheetDue',
      'safety',
      'reviewDue',
      'waysIn',
      'coming',
    ];
    const refusal = quiet.includes(name) ? undefined : this.#failures.shift();
    if (refusal) throw refusal;
    return structuredClone(work());
  }

  get #language(): Language {
    return this.preferences.language;
  }

  get #unlocked(): boolean {
    return this.passphrase === null && !this.keyring.used;
  }

  #open(): FakeState {
    if (!this.book || this.#status.state !== 'open') throw failure('locked', 'Bogen er låst.', 'Lås den op.');
    return this.book;
  }

  #say(da: string, en: string): string {
    return this.#language === 'da' ? da : en;
  }

  #changed(stale: string[], created: string[], page: string): Changed {
    this.#revision += 1;
    const clock = new Date();
    const minutes = String(clock.getMinutes()).padStart(2, '0');
    return {
      revision: this.#revision,
      savedAt: `${clock.getHours()}${this.#say('.', ':')}${minutes}`,
      stale,
      created,
      undo: this.#before.at(-1)?.step ?? null,
      redo: this.#after.at(-1)?.step ?? null,
      page,
      onReserve: false,
    };
  }

  #change(change: Change): Changed {
    const book = this.#open();
    if (this.#readOnly) throw failure('read-only', 'Bogen kan kun læses lige nu.', 'Intet er ændret.');
    const before = structuredClone(book);
    if (change.kind === 'visit') {
      const before = structuredClone(book);
      this.now = aroundVisit(book, this.now, change.visit);
      const step = { what: this.#say('besøg', 'visit'), page: '' };
      this.#before.push({ state: before, step, line: '', at: Date.now() });
      return this.#changed(['*'], [], '');
    }
    if (change.kind === 'restoreLine') return this.#restore(change.id, change.revision, before);
    const { stale, line, created } = apply(book, change);
    const page = stale.find((each) => each !== '*' && each !== '') ?? '';
    const step = { what: this.#what(change), page };
    const last = this.#before.at(-1);
    const same =
      line !== null && last?.line === line && change.kind.startsWith('write') && Date.now() - last.at < 30_000;
    if (!same) this.#before.push({ state: before, step, line: line ?? '', at: Date.now() });
    this.#after = [];
    const answer = this.#changed(stale, created, '');
    const now = book.lines.find((each) => each.id === line);
    const at = this.#say('i dag kl. ', 'today at ') + answer.savedAt;
    this.#history.push({
      revision: answer.revision,
      at,
      author: '',
      what: step.what,
      line,
      text: now?.text ?? '',
      because: now?.because ?? '',
      restorable: true,
      page,
      state: structuredClone(book),
    });
    return answer;
  }

  #restore(id: string, revision: number, before: FakeState): Changed {
    const book = this.#open();
    const old = this.#history.find((item) => item.revision === revision)?.state.lines.find((line) => line.id === id);
    if (!old) throw failure('not-found', 'Den udgave er ikke i bogen.', '');
    const known = book.lines.find((line) => line.id === id);
    if (known) Object.assign(known, structuredClone(old));
    else book.lines.push(structuredClone(old));
    this.#before.push({
      state: before,
      step: { what: this.#say('gammel udgave hentet', 'old version brought back'), page: '' },
      line: id,
      at: Date.now(),
    });
    return this.#changed(['*'], [], '');
  }

  #what(change: Change): string {
    if (change.kind.includes('Line')) return this.#say('linje skrevet', 'line written');
    if (change.kind.includes('Person')) return this.#say('person skrevet', 'person written');
    return this.#say('bogen ændret', 'book changed');
  }

  #become(state: FakeState, what: string): Changed {
    const before = structuredClone(this.#open());
    this.#before.push({ state: before, step: { what, page: '' }, line: '', at: Date.now() });
    this.book = state;
    return this.#changed(['*'], [], '');
  }

  #step(from: Moment[], to: Moment[]): Changed {
    const book = this.#open();
    const moment = from.pop();
    if (!moment) throw failure('nothing', this.#say('Der er ikke mere at fortryde.', 'There is nothing to undo.'), '');
    to.push({ ...moment, state: structuredClone(book) });
    this.book = moment.state;
    return this.#changed(['*'], [], moment.step.page);
  }

  start = (): Promise<Start> =>
    this.#answer('start', [], () => ({ status: this.#status, preferences: this.preferences, version: '0.1.0' }));
  setPreferences = (preferences: Preferences): Promise<void> =>
    this.#answer('setPreferences', [preferences], () => {
      this.preferences = structuredClone(preferences);
    });
  contents: Host['contents'] = () =>
    this.#answer('contents', [], () =>
      contentsView(this.#open(), this.#language, {
        undo: this.#before.at(-1)?.step ?? null,
        redo: this.#after.at(-1)?.step ?? null,
        sample: this.#sample !== null,
        readOnly: this.#readOnly,
        visit: visitNow(this.#open(), this.now),
        guest: this.hands.guest,
        waiting: waiting(this.#open()),
        unlockedBook: this.#unlocked,
      }),
    );
  page: Host['page'] = (id) => this.#answer('page', [id], () => pageView(this.#open(), id, this.#language));
  change = (change: Change): Promise<Changed> => this.#answer('change', [change], () => this.#change(change));
  undo = (): Promise<Changed> => this.#answer('undo', [], () => this.#step(this.#before, this.#after));
  redo = (): Promise<Changed> => this.#answer('redo', [], () => this.#step(this.#after, this.#before));
  historyOfLine: Host['historyOfLine'] = (id) =>
    this.#answer('historyOfLine', [id], () => this.#items((item) => item.line === id));
  historyOfChapter: Host['historyOfChapter'] = (id) =>
    this.#answer('historyOfChapter', [id], () => this.#items((item) => item.page.startsWith(`${id}.`)));
  help: Host['help'] = () =>
    this.#answer('help', [], () =>
      this.#status.state === 'open'
        ? helpView(this.book, this.#language)
        : helpWhenLocked(this.book, this.chosen, this.#language),
    );
  openSample: Host['openSample'] = () =>
    this.#answer('openSample', [], () => {
      this.#own = this.book;
      this.#sample = this.book = emptyState();
      apply(this.book, {
        kind: 'addLine',
        id: 'sample-1',
        section: 'well.like',
        prompt: '',
        text: 'Jeg bager boller om søndagen.',
        place: { at: 'last' },
      });
      this.#status = { state: 'open' };
      return this.#status;
    });
  closeSample: Host['closeSample'] = () =>
    this.#answer('closeSample', [], () => {
      this.book = this.#own;
      this.#sample = null;
      this.#status = this.book ? { state: this.#unlocked ? 'open' : 'locked' } : { state: 'first-run' };
      return this.#status;
    });
  about: Host['about'] = () =>
    this.#answer('about', [], () => ({ folder: '/home/kim/.local/share/holdepunkt', version: '0.1.0' }));
  stayOpen: Host['stayOpen'] = () => this.#answer('stayOpen', [], () => undefined);
  closed: Host['closed'] = () => this.#answer('closed', [], () => undefined);

  helpLines: Host['helpLines'] = () => this.#answer('helpLines', [], () => helpEdits(this.#open(), this.#language));
  aims: Host['aims'] = () => this.#answer('aims', [], () => aimsView(this.#open(), this.#language));
  review: Host['review'] = () => this.#answer('review', [], () => reviewView(this.#open(), this.#language));
  reviewDue: Host['reviewDue'] = () => this.#answer('reviewDue', [], () => this.#reviewDue);

  freshPage: Host['freshPage'] = (hidden) => void this.calls.push({ name: 'freshPage', args: [hidden] });
  leftPage: Host['leftPage'] = () => '';
  cameHidden: Host['cameHidden'] = () => false;

  onClosing = (callback: () => void): (() => void) => this.#listen(this.#closing, callback);
  onLockNow = (callback: () => void): (() => void) => this.#listen(this.#lockNow, callback);
  onLocked = (callback: () => void): (() => void) => this.#listen(this.#lockedNow, callback);
  onNotSaved = (callback: () => void): (() => void) => this.#listen(this.#notSaved, callback);

  #listen(to: Set<() => void>, callback: () => void): () => void {
    to.add(callback);
    return () => to.delete(callback);
  }

  #items(wanted: (item: Recorded) => boolean): HistoryItem[] {
    return this.#history
      .filter(wanted)
      .map(({ page: _page, state: _state, ...item }) => item)
      .reverse();
  }
}
