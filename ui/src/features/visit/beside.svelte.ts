// What stands beside the page in a visit: proposals that wait for an answer, those a guest is writing, and whose words a line once was.
// Not here: how they look, and the visit itself (`visiting.svelte.ts`).
import { m } from '../../lib/i18n/messages';
import type {
  Adopted,
  Change,
  Id,
  Line,
  LinkKind,
  OwnWords,
  PersonFields,
  Perspective,
  PersonView,
  Place,
  ProposalView,
  SectionView,
  VisitChange,
  VisitPage,
  Wish,
} from '../../lib/ipc/types';
import { keepEach } from '../../lib/same';
import type { Book } from '../book/book.svelte';
import type { Draft } from '../save/draft.svelte';

/** What a guest writes in a proposal. */
export type Words = { text: string; because: string; perspective: Perspective; fields: PersonFields | null };

/** A proposal a guest has begun on the screen. */
export type Begun = { id: Id; wish: Wish; words: Words; pen: Id; page: Id };

export const around = (visit: VisitChange): Change => ({ kind: 'visit', visit });
/** Own words for a proposal. */
export const OWN = 'own:';
export const ownKey = (id: Id): string => `${OWN}${id}`;
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
  #begun = $state.raw<Begun[]>([]);
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

  /** Those of the page one is on and of the guest who writes: nobody goes on in another's words. */
  get begun(): Begun[] {
    return this.#begun.filter((begun) => begun.page === this.#book.page?.id && begun.pen === this.visit?.pen);
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
      // What is not in the book yet is drawn again when one comes back.
      this.#begun = this.#begun.filter((begun) => this.#book.saver.holds(proposalKey(begun.id)));
    }
    const turn = (this.#turn += 1);
    // There may be something by the time the page is there.
    if (!this.#worth) return () => void (this.#worth && this.read(page));
    // The page itself says what is wrong, if something is.
    const nothing: VisitPage = { proposals: [], more: [], adopted: [] };
    const since = this.#book.saver.turn;
    const beside = await this.#book.host.visitPage(page, this.#most).catch(() => nothing);
    return () => {
      if (this.#turn === turn) this.#take(beside, since);
    };
  }

  /** How much is told at each heading and line now. */
  get most(): number {
    return this.#most;
  }

  /** What stands beside the page came along with something else; gives what draws it. */
  given(page: string, beside: VisitPage): () => void {
    const turn = (this.#turn += 1);
    const since = this.#book.saver.turn;
    return () => {
      if (this.#turn === turn && this.#page === page) this.#take(beside, since);
    };
  }

  /** More beside each heading and line. */
  async showMore(): Promise<void> {
    this.#most += SOME;
    await this.read(this.#page);
  }

  #take({ proposals, more, adopted }: VisitPage, since = this.#book.saver.turn): void {
    for (const proposal of proposals)
      if (proposal.mine) this.#book.saver.accept(proposalKey(proposal.id), wordsOf(proposal), since);
    const known = new Set(proposals.map((proposal) => proposal.id));
    const emptied = this.proposals.find((proposal) => !known.has(proposal.id) && this.#isEmptied(proposal));
    this.proposals = keepEach(this.proposals, proposals);
    this.more = more;
    this.adopted = adopted;
    this.#begun = this.#begun.filter((begun) => !known.has(begun.id));
    if (emptied) this.#beginAgain(emptied);
  }

  /** The caret stands in it, and no words are left: so it is out of the book, but not done with. */
  #isEmptied({ id, mine }: ProposalView): boolean {
    const { focused } = this.#book.saver;
    return mine && focused?.key === proposalKey(id) && wordsIn(focused.value).trim() === '';
  }

  /** It stays where it is, as when it was begun. */
  #beginAgain(proposal: ProposalView): void {
    const { id } = proposal;
    const pen = this.visit?.pen ?? '';
    const begun = { id, wish: wishOf(proposal), words: wordsOf(proposal), pen, page: proposal.page };
    this.#begun = [...this.#begun, begun];
  }

  /** What is proposed about a line, by others or by the guest who writes. */
  about(line: Id): ProposalView[] {
    return this.proposals.filter((proposal) => proposal.target === line && proposal.kind !== 'new-line');
  }

  /** New lines and new people for a section; where lines have neither a row nor a question, also other words for them. */
  forSection(section: SectionView): ProposalView[] {
    const rows = section.kind === 'list' || section.kind === 'choice';
    return this.proposals.filter((proposal) => {
      if (proposal.kind === 'person') return section.kind === 'people' && !this.isHere(proposal.target);
      if (answered(section, proposal) !== null) return false;
      if (proposal.kind === 'new-line') return proposal.section === section.id;
      return !rows && section.kind !== 'derived' && section.lines.some((line) => line.id === proposal.target);
    });
  }

  /** What is proposed as the answer to one question, or as the text of a section. */
  forAnswer(section: SectionView, prompt: string): ProposalView[] {
    return this.proposals.filter((proposal) => answered(section, proposal) === prompt);
  }

  /** Somebody who stands on the page, and not somebody new. */
  isHere(person: Id): boolean {
    return this.#book.page?.people.some(({ id }) => id === person) === true;
  }

  /** Something is told here that rests on what the line says. */
  isAbout(section: SectionView, { id, prompt }: Line): boolean {
    return (
      this.about(id).length > 0 ||
      this.forAnswer(section, prompt).length > 0 ||
      this.adopted.some((adopted) => adopted.line === id && !adopted.ownWords && !adopted.rewritten)
    );
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

  /** A worker is asked of what they write as they see it from outside: the first time aloud, then with a quiet line. */
  duTest({ perspective, text }: Words): 'aloud' | 'quiet' | null {
    const guest = this.guest;
    if (guest?.role !== 'staff' || perspective !== 'third' || text.trim() === '') return null;
    return this.asked.includes(guest.id) ? 'quiet' : 'aloud';
  }

  duAnswered(): void {
    const guest = this.guest;
    if (guest) this.asked = [...this.asked, guest.id];
  }

  begin(wish: Wish, words: Partial<Words> = {}): Id {
    const id = crypto.randomUUID();
    const filled: Words = { text: '', because: '', fields: null, perspective: this.usual(), ...words };
    const { pen = '' } = this.visit ?? {};
    this.#begun = [...this.#begun, { id, wish, words: filled, pen, page: this.#book.page?.id ?? '' }];
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

  /** Other words about somebody who is there; the form begins with those that stand. */
  beginPersonWords({ id, ...known }: PersonView): Id {
    const fields = { ...NOBODY, ...known };
    return this.begin({ wish: 'person', person: id, fields }, { fields });
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

  /** One still on its way to the book must arrive before it can be taken out again. */
  async takeBack(id: Id, draft: Draft<Words> | null = null): Promise<void> {
    this.#begun = this.#begun.filter((begun) => begun.id !== id);
    this.#book.saver.drop(proposalKey(id));
    await this.#book.saver.run(
      () => this.#book.host.change(around({ act: 'withdraw', id })),
      () => (draft?.turn ?? 0) > 0 || this.proposals.some((proposal) => proposal.id === id),
      // Emptied, it was out of the book already.
      (failure) => failure.code === 'not-found',
    );
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

/** Which question of a section a proposal answers, empty for a section that is one text; null when it is not about an answer of it. */
function answered(section: SectionView, { kind, section: to, prompt, target }: ProposalView): string | null {
  const asked = section.kind === 'text' ? [''] : section.questions.map(({ id }) => id);
  const line = section.lines.find(({ id }) => id === target);
  const its = kind === 'new-line' ? (to === section.id ? prompt : null) : (line?.prompt ?? null);
  return its !== null && asked.includes(its) ? its : null;
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

/** What is written in a field, whatever kind it is. */
export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const { text, because, fields } = value as { text?: string; because?: string; fields?: PersonFields | null };
  return [text, because, fields?.name, fields?.relation, fields?.phone].filter((each) => each).join('\n');
}
