// What stands beside the page in a visit: proposals that wait for an answer, those a guest is writing, and whose words a line once was.
// Not here: how they look, and the visit itself (`visiting.svelte.ts`).
import { m } from '../../lib/i18n/messages';
import type {
  Adopted,
  Change,
  Id,
  LinkKind,
  OwnWords,
  PersonFields,
  Perspective,
  Place,
  ProposalView,
  SectionView,
  VisitChange,
  VisitPage,
  Wish,
} from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';
import type { Draft } from '../save/draft.svelte';

/** What a guest writes in a proposal. */
export type Words = { text: string; because: string; perspective: Perspective; fields: PersonFields | null };

/** A proposal a guest has begun on the screen. */
export type Begun = { id: Id; wish: Wish; words: Words };

export const around = (visit: VisitChange): Change => ({ kind: 'visit', visit });
export const proposalKey = (id: Id): string => `proposal:${id}`;
/** Told at a time at each heading and line: a page with hundreds must not make the pen slow to change hands. */
const SOME = 10;
export const NOBODY: PersonFields = { name: '', relation: '', phone: '', wanted: 'unset', why: '' };

export class Beside {
  proposals = $state.raw<ProposalView[]>([]);
  adopted = $state.raw<Adopted[]>([]);
  /** The headings and lines with more beside them than is told. */
  more = $state.raw<Id[]>([]);
  /** Begun by a guest, not in the book yet. */
  begun = $state.raw<Begun[]>([]);
  /** Lines that came from others are out of sight, by the citizen's wish. */
  onlyMine = $state(false);
  /** What was agreed and is not to be shown on the first page until the book is opened again. */
  notNow = $state.raw<string[]>([]);
  /** Guests who have been asked whether they would say it like that to the person. */
  asked = $state.raw<Id[]>([]);
  #book: Book;
  #page = '';
  #most = SOME;
  /** Which reading is the newest: an older one that comes late is not shown. */
  #turn = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  get visit() {
    return this.#book.contents.visit;
  }

  /** The guest who holds the pen. */
  get guest() {
    return this.visit?.guests.find((guest) => guest.id === this.visit?.pen) ?? null;
  }

  /** Whether there can be anything to read. */
  get #worth(): boolean {
    const page = this.#book.page;
    const others = page?.sections.some((section) => section.lines.some((line) => line.author !== ''));
    return this.visit !== null || this.#book.contents.waiting > 0 || others === true || this.proposals.length > 0;
  }

  /** Reads what stands beside a page that is shown. */
  async read(page: string): Promise<void> {
    (await this.ask(page))();
  }

  /** Asks what stands beside a page; gives what draws it, so that it can be drawn together with the page. */
  async ask(page: string): Promise<() => void> {
    if (this.#page !== page) {
      this.#page = page;
      this.#most = SOME;
      this.#take({ proposals: [], more: [], adopted: [] });
      this.begun = [];
    }
    const turn = (this.#turn += 1);
    // There may be something by the time the page is there.
    if (!this.#worth) return () => void (this.#worth && this.read(page));
    // The page itself says what is wrong, if something is.
    const nothing: VisitPage = { proposals: [], more: [], adopted: [] };
    const beside = await this.#book.host.visitPage(page, this.#most).catch(() => nothing);
    return () => {
      if (this.#turn === turn) this.#take(beside);
    };
  }

  /** More beside each heading and line. */
  async showMore(): Promise<void> {
    this.#most += SOME;
    await this.read(this.#page);
  }

  #take({ proposals, more, adopted }: VisitPage): void {
    for (const proposal of proposals)
      if (proposal.mine) this.#book.saver.accept(proposalKey(proposal.id), wordsOf(proposal));
    this.proposals = proposals;
    this.more = more;
    this.adopted = adopted;
    const known = new Set(proposals.map((proposal) => proposal.id));
    this.begun = this.begun.filter((begun) => !known.has(begun.id));
  }

  /** What is proposed about a line, by others or by the guest who writes. */
  about(line: Id): ProposalView[] {
    return this.proposals.filter((proposal) => proposal.target === line && proposal.kind !== 'new-line');
  }

  /** New lines for a section; where lines have no row of their own, also other words for them. */
  forSection(section: SectionView): ProposalView[] {
    const rows = section.kind === 'list' || section.kind === 'choice';
    const lines = new Set(section.lines.map((line) => line.id));
    return this.proposals.filter((proposal) => {
      if (proposal.kind === 'person') return section.kind === 'people';
      if (proposal.kind === 'new-line') return proposal.section === section.id;
      return !rows && section.kind !== 'derived' && lines.has(proposal.target);
    });
  }

  hasMore(section: SectionView): boolean {
    const rows = section.kind === 'list' || section.kind === 'choice';
    return this.more.some((id) => id === section.id || (!rows && section.lines.some((line) => line.id === id)));
  }

  adoptedOf(line: Id): Adopted | undefined {
    return this.adopted.find((adopted) => adopted.line === line);
  }

  usual(): Perspective {
    return this.guest?.role === 'staff' ? 'third' : 'second';
  }

  /** The guest is asked once, when a worker first writes. */
  get duTest(): boolean {
    const guest = this.guest;
    return guest !== null && guest.role === 'staff' && !this.asked.includes(guest.id);
  }

  duAnswered(): void {
    const guest = this.guest;
    if (guest) this.asked = [...this.asked, guest.id];
  }

  begin(wish: Wish, words: Partial<Words> = {}): Id {
    const id = crypto.randomUUID();
    const filled: Words = { text: '', because: '', fields: null, perspective: this.usual(), ...words };
    this.begun = [...this.begun, { id, wish, words: filled }];
    return id;
  }

  beginLine(section: string, prompt = ''): Id {
    const line = crypto.randomUUID();
    return this.begin({ wish: 'newLine', line, section, prompt, text: '', because: '', place: { at: 'last' } });
  }

  beginWords(line: Id, text: string, because: string): Id {
    return this.begin({ wish: 'rewrite', line, text, because }, { text, because });
  }

  beginPerson(): Id {
    const person = crypto.randomUUID();
    return this.begin({ wish: 'person', person, fields: NOBODY }, { fields: NOBODY });
  }

  draft(id: Id, wish: Wish, words: Words): Draft<Words> {
    return this.#book.saver.draft(proposalKey(id), words, (now) =>
      around({ act: 'propose', id, wish: withWords(wish, now), perspective: now.perspective }),
    );
  }

  draftBegun({ id, wish, words }: Begun): Draft<Words> {
    return this.draft(id, wish, words);
  }

  /** Of a proposal that is in the book already. */
  draftOf(proposal: ProposalView): Draft<Words> {
    return this.draft(proposal.id, wishOf(proposal), wordsOf(proposal));
  }

  order(line: Id, place: Place): Promise<unknown> {
    return this.#propose({ wish: 'order', line, place });
  }

  link(from: Id, toKind: LinkKind, to: Id): Promise<unknown> {
    return this.#propose({ wish: 'link', link: crypto.randomUUID(), from, toKind, to });
  }

  #propose(wish: Wish): Promise<unknown> {
    return this.#book.do(around({ act: 'propose', id: crypto.randomUUID(), wish, perspective: this.usual() }));
  }

  async takeBack(id: Id): Promise<void> {
    this.begun = this.begun.filter((begun) => begun.id !== id);
    this.#book.saver.drop(proposalKey(id));
    if (this.proposals.some((proposal) => proposal.id === id)) await this.#book.do(around({ act: 'withdraw', id }));
  }

  async accept(proposal: ProposalView, own: OwnWords | null = null): Promise<boolean> {
    const done = await this.#book.do(around({ act: 'accept', id: proposal.id, own, anyway: proposal.stale }));
    if (done) this.#book.note = m.proposalNoteYes();
    return done !== null;
  }

  /** No word of it is said: it is simply not there any more. */
  async decline(proposal: ProposalView): Promise<boolean> {
    return (await this.#book.do(around({ act: 'decline', id: proposal.id }))) !== null;
  }
}

const wordsOf = (proposal: ProposalView): Words => ({
  text: proposal.proposed.text,
  because: proposal.proposed.because,
  perspective: proposal.perspective,
  fields: proposal.person ? { ...NOBODY, ...proposal.person } : null,
});

/** The wish again, enough of it to write on: the core keeps the place it was first made for. */
function wishOf(proposal: ProposalView): Wish {
  const { target, section, prompt, proposed } = proposal;
  if (proposal.kind === 'person') return { wish: 'person', person: target, fields: { ...NOBODY, ...proposal.person } };
  if (proposal.kind === 'new-line')
    return { wish: 'newLine', line: target, section, prompt, ...proposed, place: { at: 'last' } };
  return { wish: 'rewrite', line: target, ...proposed };
}

function withWords(wish: Wish, words: Words): Wish {
  if (wish.wish === 'person') return { ...wish, fields: words.fields ?? NOBODY };
  if (wish.wish === 'newLine' || wish.wish === 'rewrite') return { ...wish, text: words.text, because: words.because };
  return wish;
}
