// A host in memory with a book of its own: component tests and a plain browser run against it.
// Not here: anything the released app uses.
import { apply, emptyState, failure, type FakeState } from './fake-book';
import { aimsView, helpEdits, helpView, reviewView } from './fake-help';
import { cardView, contentsView, pageView } from './fake-views';
import {
  aroundVisit,
  comingViews,
  opensMore,
  proposalViews,
  visitNow,
  visitPage,
  visitRecord,
  visitsView,
  waiting,
  type FakeNow,
} from './fake-visit';
import { FakeKeyring } from './fake-keyring';
import { fakeExchange, type FakeExchange } from './fake-exchange';
import { FakeHands, type FakeHandover } from './fake-handover';
import { printedLines, readerView, record, sharesView } from './fake-share';
import { fakeSafety, type FakeSafety } from './fake-safety';
import type { Host } from './host';
import type { ExchangeHost } from './host-exchange';
import type { HandoverHost } from './host-handover';
import type { SafetyHost } from './host-safety';
import type { ShelfHost } from './host-shelf';
import type {
  CardItem,
  CardView,
  Change,
  Changed,
  Failure,
  HistoryItem,
  Language,
  Preferences,
  Preview,
  PreviewPage,
  PrintOrder,
  Secret,
  Start,
  Status,
  Step,
} from './types';

export const WORDS = 'kaffe løvfald sommer cykel bro havn lampe tæppe vindue skov kande sten'.split(' ');
export const EVERYDAY: Preferences = {
  language: 'da',
  theme: 'system',
  textSize: 100,
  wideSpacing: false,
  calmMotion: false,
  region: '',
  idleMinutes: 5,
  hideNote: 'unused',
  sheetMade: '',
  sheetAsks: true,
  cloudTold: false,
};

type Moment = { state: FakeState; step: Step; line: string; at: number };
type Recorded = HistoryItem & { page: string; state: FakeState };

export type FakeOptions = {
  state?: 'first-run' | 'locked' | 'open';
  problem?: Failure;
  passphrase?: string;
  /** The computer's keyring opens it. */
  keyring?: boolean;
  book?: FakeState;
  preferences?: Partial<Preferences>;
  readOnly?: boolean;
  /** Milliseconds before each answer. */
  latency?: number;
  /** It is time to ask where the sheet lies. */
  sheetDue?: boolean;
  /** The day to look through the plan has come. */
  reviewDue?: boolean;
  /** Ids of what may be seen when locked. */
  card?: string[];
  /** Copies, trash and what opening put right. */
  exchange?: FakeExchange;
  safety?: FakeSafety;
  /** Hand-overs, answers, and the books on this computer. */
  handover?: FakeHandover;
};

export interface FakeHost extends SafetyHost, ExchangeHost, HandoverHost, ShelfHost {}
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
  #byWords = false;
  #sheetDue: boolean;
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
    this.#sheetDue = options.sheetDue ?? false;
    this.#reviewDue = options.reviewDue ?? false;
    this.chosen = options.card ?? [];
    this.#status = options.problem
      ? { state: 'problem', failure: options.problem, again: true }
      : { state: options.state ?? 'open' };
    Object.assign(this, this.#safety(options.safety ?? {}), this.#exchange(options.exchange ?? {}));
    this.hands = new FakeHands(options.handover ?? {});
    const inside = {
      answer: <T>(name: string, args: unknown[], work: () => T) => this.#answer(name, args, work),
      changed: () => this.#changed(['*'], [], ''),
      status: () => this.#status,
      stand: (status: Status) => (this.#status = status),
    };
    Object.assign(this, this.hands.host(inside));
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

  changes(): Change[] {
    return this.calls.filter((call) => call.name === 'change').map((call) => call.args[0] as Change);
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

  #exchange(set: FakeExchange): ExchangeHost {
    return fakeExchange(
      {
        answer: (name, args, work) => this.#answer(name, args, work),
        open: () => this.#open(),
        become: (state) => this.#become(state, this.#say('hentet ind', 'brought in')),
      },
      set,
    );
  }

  #safety(set: FakeSafety): SafetyHost {
    const words = (secret: Secret): boolean => secret.kind === 'words' && secret.words.trim() === WORDS.join(' ');
    return fakeSafety(
      {
        answer: (name, args, work) => this.#answer(name, args, work),
        open: () => this.#open(),
        become: (state) => this.#become(state, this.#say('bogen hentet frem', 'book brought back')),
        unlocks: (secret) =>
          this.passphrase === null ||
          (secret === null
            ? this.#byWords
            : words(secret) || (secret.kind === 'passphrase' && secret.passphrase === this.passphrase)),
        renew: (passphrase) => {
          this.passphrase = passphrase;
          this.#byWords = false;
          return WORDS;
        },
        moveIn: (state) => {
          this.book = state;
          this.#status = { state: 'open' };
          return this.#status;
        },
      },
      set,
    );
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
  createBook: Host['createBook'] = (lock) =>
    this.#answer('createBook', [lock], () => {
      this.book = emptyState();
      this.passphrase = lock.kind === 'passphrase' ? lock.passphrase : null;
      this.#status = { state: 'open' };
      return lock.kind === 'passphrase' ? WORDS : [];
    });
  renewWords: Host['renewWords'] = () => this.#answer('renewWords', [], () => WORDS);
  sheetPreview: Host['sheetPreview'] = () => this.#answer('sheetPreview', [], () => this.#preview(WORDS.join(' ')));
  saveSheet: Host['saveSheet'] = () =>
    this.#answer('saveSheet', [], () => ({ saved: true, name: '/home/kim/Tolv ord.pdf' }));
  forgetWords: Host['forgetWords'] = () => this.#answer('forgetWords', [], () => undefined);
  unlock = (secret: Secret): Promise<Status> =>
    this.#answer('unlock', [{ kind: secret.kind }], () => {
      const right =
        secret.kind === 'words'
          ? secret.words.trim().split(/\s+/).join(' ') === WORDS.join(' ')
          : secret.passphrase === this.passphrase;
      if (!right)
        throw failure(
          'wrong-secret',
          this.#say('Det passer ikke til bogen.', 'That does not open the book.'),
          this.#say(
            'Prøv igen, eller brug de tolv ord fra arket.',
            'Try again, or use the twelve words from the sheet.',
          ),
        );
      this.#status = { state: 'open' };
      this.#byWords = secret.kind === 'words';
      return this.#status;
    });
  lock: Host['lock'] = () =>
    this.#answer('lock', [], () => {
      this.#status = { state: 'locked' };
      return this.#status;
    });
  tryAgain: Host['tryAgain'] = () =>
    this.#answer('tryAgain', [], () => {
      this.#status = { state: this.#unlocked ? 'open' : 'locked' };
      return this.#status;
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
    this.#answer('help', [], () => {
      if (this.#status.state === 'open') return helpView(this.book, this.#language);
      const { signs, tools, people, lines } = cardView(this.book, this.chosen, this.#language);
      const shown = (items: CardItem[]): CardItem[] => items.filter((item) => item.shown);
      return {
        ...helpView(null, this.#language),
        lines: [
          ...(this.book ? helpEdits(this.book, this.#language) : [])
            .map((edit) => edit.line)
            .filter((line) => lines.some((each) => each.shown && each.id === line.id)),
          ...helpView(null, this.#language).lines,
        ],
        signs: shown(signs).map((item) => item.text),
        tools: shown(tools).map((item) => item.text),
        people: shown(people).map((item) => ({
          id: item.id,
          name: item.text,
          phone: item.phone,
          relation: '',
          wanted: 'unset' as const,
          why: '',
        })),
      };
    });
  savePhonePicture: Host['savePhonePicture'] = (language) =>
    this.#answer('savePhonePicture', [language], () => ({ saved: true, name: '/home/kim/Min plan.png' }));
  openSaved: Host['openSaved'] = () => this.#answer('openSaved', [], () => undefined);
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

  #suggested = 0;
  suggestPassphrase: Host['suggestPassphrase'] = () =>
    this.#answer('suggestPassphrase', [], () => {
      this.#suggested += 1;
      return WORDS.slice(this.#suggested % 7, (this.#suggested % 7) + 5).join(' ');
    });
  changePassphrase: Host['changePassphrase'] = (present, passphrase) =>
    this.#answer('changePassphrase', [present?.kind ?? null], () => {
      const right =
        present === null
          ? this.#byWords || this.passphrase === null
          : present.kind === 'words'
            ? present.words.trim() === WORDS.join(' ')
            : present.passphrase === this.passphrase;
      if (!right)
        throw failure('wrong-secret', this.#say('Det passer ikke til din bog.', 'That does not fit your book.'), '');
      this.#byWords = false;
      this.passphrase = passphrase;
    });
  confirmWord: Host['confirmWord'] = (number, typed) =>
    this.#answer('confirmWord', [number], () => WORDS[number - 1] === typed.trim().toLowerCase());
  sheetDue: Host['sheetDue'] = () => this.#answer('sheetDue', [], () => this.#sheetDue);
  answerSheet: Host['answerSheet'] = (answer) =>
    this.#answer('answerSheet', [answer], () => {
      this.#sheetDue = false;
    });
  card: Host['card'] = () => this.#answer('card', [], () => cardView(this.#open(), this.chosen, this.#language));
  setCard: Host['setCard'] = (chosen) =>
    this.#answer('setCard', [chosen], (): CardView => {
      this.chosen = chosen;
      return cardView(this.#open(), chosen, this.#language);
    });
  waysIn: Host['waysIn'] = () => this.#answer('waysIn', [], () => this.keyring.ways(this.passphrase));
  createInKeyring: Host['createInKeyring'] = () =>
    this.#answer('createInKeyring', [], () => {
      this.keyring.ask();
      this.book = emptyState();
      this.keyring.used = true;
      this.#status = { state: 'open' };
      return WORDS;
    });
  unlockWithKeyring: Host['unlockWithKeyring'] = () =>
    this.#answer('unlockWithKeyring', [], () => {
      this.keyring.ask();
      this.#status = { state: 'open' };
      return this.#status;
    });
  useKeyring: Host['useKeyring'] = (present) =>
    this.#answer('useKeyring', [present?.kind ?? null], () => {
      if (present?.kind === 'passphrase' && present.passphrase !== this.passphrase)
        throw failure('wrong-secret', this.#say('Det passer ikke til din bog.', 'That does not fit your book.'), '');
      this.keyring.ask();
      this.keyring.used = true;
      return this.keyring.ways(this.passphrase);
    });
  leaveKeyring: Host['leaveKeyring'] = () =>
    this.#answer('leaveKeyring', [], () => {
      this.keyring.used = false;
      return this.keyring.ways(this.passphrase);
    });
  setAside: Host['setAside'] = () =>
    this.#answer('setAside', [], () => {
      this.book = null;
      this.passphrase = null;
      this.chosen = [];
      this.#status = { state: 'first-run' };
      return this.#status;
    });
  helpLines: Host['helpLines'] = () => this.#answer('helpLines', [], () => helpEdits(this.#open(), this.#language));
  aims: Host['aims'] = () => this.#answer('aims', [], () => aimsView(this.#open(), this.#language));
  review: Host['review'] = () => this.#answer('review', [], () => reviewView(this.#open(), this.#language));
  reviewDue: Host['reviewDue'] = () => this.#answer('reviewDue', [], () => this.#reviewDue);
  visits: Host['visits'] = () =>
    this.#answer('visits', [], () => visitsView(this.#open(), this.now, this.passphrase !== null));
  visitRecord: Host['visitRecord'] = (id) =>
    this.#answer('visitRecord', [id], () => visitRecord(this.#open(), this.now, id));
  visitPage: Host['visitPage'] = (id) => this.#answer('visitPage', [id], () => visitPage(this.#open(), this.now, id));
  inbox: Host['inbox'] = () => this.#answer('inbox', [], () => proposalViews(this.#open(), this.now));
  coming: Host['coming'] = () => this.#answer('coming', [], () => comingViews(this.#open(), this.now));
  visitTalk: Host['visitTalk'] = () =>
    this.#answer('visitTalk', [], () => ({
      first: [{ minutes: 5, title: 'Kom til stede', text: 'Sæt jer godt.' }],
      steps: [
        {
          title: 'Forstå',
          lead: 'Vær nysgerrig.',
          asks: [{ ask: 'Hvordan var det indefra?', rather: 'Er du sikker?' }],
        },
      ],
      goals: ['Hvad drømmer du om?'],
    }));
  holdPen: Host['holdPen'] = (person) => {
    this.calls.push({ name: 'holdPen', args: [person] });
    if (this.now) this.now = { ...this.now, pen: person };
    return this.contents();
  };
  openChapters: Host['openChapters'] = (id, chapters, secret) =>
    this.#answer('openChapters', [id, chapters, secret?.kind ?? null], () => {
      if (opensMore(this.#open(), id, chapters)) this.#owner(secret);
      return this.#change({ kind: 'visit', visit: { act: 'open', id, chapters } });
    });
  pauseVisit: Host['pauseVisit'] = (secret) =>
    this.#answer('pauseVisit', [secret?.kind ?? null], () => {
      this.#owner(secret);
      this.now = null;
    });
  resumeVisit: Host['resumeVisit'] = (id) =>
    this.#answer('resumeVisit', [id], () => {
      this.now = { id, pen: '' };
    });
  endVisit: Host['endVisit'] = (id, secret) =>
    this.#answer('endVisit', [id, secret?.kind ?? null], () => {
      this.#owner(secret);
      return this.#change({ kind: 'visit', visit: { act: 'end', id } });
    });
  support: Host['support'] = () => this.#answer('support', [], () => []);
  visitPreview: Host['visitPreview'] = (id) => this.#answer('visitPreview', [id], () => this.#preview('Besøg'));
  saveVisit: Host['saveVisit'] = (id) =>
    this.#answer('saveVisit', [id], () => ({ saved: true, name: '/home/kim/Besøg.pdf' }));
  saveVisitRecord: Host['saveVisitRecord'] = (id) =>
    this.#answer('saveVisitRecord', [id], () => ({ saved: true, name: '/home/kim/Alt om besøget.json' }));
  eraseVisit: Host['eraseVisit'] = (id) =>
    this.#answer('eraseVisit', [id], () => {
      const { visits } = this.#open();
      visits.visits = visits.visits.filter((visit) => visit.id !== id);
      visits.proposals = visits.proposals.filter((proposal) => proposal.visit !== id);
      return this.#changed(['*'], [], '');
    });

  #owner(secret: Secret | null): void {
    if (this.passphrase === null) return;
    if (secret?.kind !== 'passphrase' || secret.passphrase !== this.passphrase)
      throw failure('wrong-secret', this.#say('Det passer ikke til din bog.', 'That does not fit your book.'), '');
  }
  #orders: PrintOrder[] = [];
  shares: Host['shares'] = () => this.#answer('shares', [], () => sharesView(this.#open(), this.#language));
  reader: Host['reader'] = (id) => this.#answer('reader', [id], () => readerView(this.#open(), id, this.#language));
  layPrint: Host['layPrint'] = (order) =>
    this.#answer('layPrint', [order], () => {
      this.#orders.push(order);
      return { number: this.#orders.length, pages: 2, first: this.#page(this.#orders.length) };
    });
  printPage: Host['printPage'] = (number, page) => this.#answer('printPage', [number, page], () => this.#page(number));
  savePrint: Host['savePrint'] = (number) =>
    this.#answer('savePrint', [number], () => ({ saved: true, name: '/home/kim/Min plan.pdf' }));
  recordShare: Host['recordShare'] = (id, number, whom, how) =>
    this.#answer('recordShare', [number, whom, how], () => {
      const book = this.#open();
      const order = this.#orders[number - 1];
      if (!order) throw failure('not-found', 'Det er her ikke længere.');
      const before = structuredClone(book);
      record(book, { id, order, whom, how, revision: this.#revision }, this.#language);
      const step = { what: this.#say('udgave skrevet på listen', 'copy put on the list'), page: 'shares.page' };
      this.#before.push({ state: before, step, line: '', at: Date.now() });
      this.#after = [];
      return this.#changed(['shares.page'], [], '');
    });
  freshPage: Host['freshPage'] = (hidden) => void this.calls.push({ name: 'freshPage', args: [hidden] });
  leftPage: Host['leftPage'] = () => '';
  cameHidden: Host['cameHidden'] = () => false;

  onClosing = (callback: () => void): (() => void) => this.#listen(this.#closing, callback);
  onLockNow = (callback: () => void): (() => void) => this.#listen(this.#lockNow, callback);
  onLocked = (callback: () => void): (() => void) => this.#listen(this.#lockedNow, callback);

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

  #page(number: number): PreviewPage {
    const order = this.#orders[number - 1];
    const lines = order ? printedLines(this.#open(), order, order.language) : [];
    const heading = order?.language === 'en' ? 'My crisis plan' : 'Min kriseplan';
    return this.#drawn([heading, ...lines].join('\n'));
  }

  #drawn(text: string): PreviewPage {
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><rect width="210" height="297" fill="#fff"/><text x="20" y="40" font-size="12">${text}</text></svg>`;
    return { image: `data:image/svg+xml,${encodeURIComponent(drawn)}`, text: `${text}\n112` };
  }

  #preview(heading: string): Preview {
    const page = this.#drawn(heading);
    return { pages: [page, page] };
  }
}
