// What waits for an answer, a few at a time, page by page. Not here: the answers themselves (`beside.svelte.ts`).
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Id, Inbox, OwnWords, ProposalView } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import { newest } from '../../lib/newest';
import { keepEach } from '../../lib/same';
import type { Book } from '../book/book.svelte';
import type { Draft } from '../save/draft.svelte';
import { OWN, around, ownKey } from './beside.svelte';

/** Fetched at a time: all of a long inbox never crosses to the screen unless somebody reads that far. */
const SOME = 20;

type Page = { page: string; title: string; proposals: ProposalView[] };

export class Waiting {
  failure = $state.raw<Failure | null>(null);
  /** It is known what waits. */
  read = $state(false);
  #inbox = $state.raw<Inbox>({ proposals: [], total: 0, ready: 0 });
  /** Own words for something that waits no longer: it was taken in another way, or taken back. */
  #left = $state.raw<Draft<OwnWords>[]>([]);
  /** The same of those that are not shown yet. */
  #unseen = $state(0);
  #most = SOME;
  #reading = newest();
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  /** How many there are, shown or not. */
  get total(): number {
    return this.#inbox.total;
  }

  /** Not those that have gone into the book meanwhile. */
  get left(): Draft<OwnWords>[] {
    return this.#left.filter((draft) => draft.dirty);
  }

  get shown(): number {
    return this.#inbox.proposals.length;
  }

  /** How many can be taken in at once. */
  get ready(): number {
    return this.#inbox.ready - this.begun;
  }

  /** How many could be, but for the own words that are begun for them. */
  get begun(): number {
    const shown = this.#inbox.proposals.filter((proposal) => !proposal.stale && !proposal.gone);
    return shown.filter((proposal) => this.#own(proposal).dirty).length + this.#unseen;
  }

  #own({ id, proposed }: ProposalView): Draft<OwnWords> {
    return this.#book.saver.keep<OwnWords>(ownKey(id), proposed);
  }

  /** What is shown, under the pages it is for. The core gives them page by page. */
  get pages(): Page[] {
    const pages: Page[] = [];
    for (const proposal of this.#inbox.proposals) {
      const last = pages.at(-1);
      if (last?.page === proposal.page) last.proposals.push(proposal);
      else pages.push({ page: proposal.page, title: proposal.pageTitle, proposals: [proposal] });
    }
    return pages;
  }

  async look(): Promise<void> {
    try {
      const read = await this.#reading(() => this.#ask());
      if (!read) return;
      const proposals = keepEach(this.#inbox.proposals, read.inbox.proposals);
      // Made here, so that whoever counts them hears when one is begun.
      for (const proposal of proposals) this.#own(proposal);
      this.#inbox = { ...read.inbox, proposals };
      this.#left = read.left;
      this.#unseen = read.unseen;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.read = true;
  }

  async #ask(): Promise<{ inbox: Inbox; left: Draft<OwnWords>[]; unseen: number }> {
    const { host, saver } = this.#book;
    const inbox = await host.inbox(this.#most);
    const shown = new Set(inbox.proposals.map((proposal) => proposal.id));
    const without = (some: Inbox): Draft<OwnWords>[] => {
      const keys = new Set(some.proposals.map((proposal) => ownKey(proposal.id)));
      return saver.unused(OWN).filter((draft) => !keys.has(draft.key));
    };
    const left = without(inbox);
    const more = left.length > 0 && inbox.proposals.length < inbox.total;
    const others = more ? (await host.readyProposals()).filter((id) => !shown.has(id) && this.#isBegun(id)) : [];
    return { inbox, left: more ? without(await host.inbox(inbox.total)) : left, unseen: others.length };
  }

  #isBegun(id: Id): boolean {
    return this.#book.saver.holds(ownKey(id));
  }

  /** They have been read, or copied. */
  letGo(draft: Draft<OwnWords>): void {
    this.#book.saver.settle(draft);
  }

  more(): Promise<void> {
    this.#most += SOME;
    return this.look();
  }

  /** All that rest on the book as it is, those not shown yet too: the button says how many. Not those one is finding own words for: they stay. */
  async takeAll(): Promise<void> {
    let ready: Id[];
    try {
      ready = await this.#book.host.readyProposals();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return;
    }
    const ids = ready.filter((id) => !this.#isBegun(id));
    // They were answered meanwhile, or the book has changed under them.
    if (ids.length === 0) return this.look();
    if (!(await this.#book.do(around({ act: 'acceptAll', ids })))) return;
    const stay = ready.length - ids.length;
    this.#book.note = stay > 0 ? m.proposalNoteAllBut({ count: stay }) : m.proposalNoteAll();
  }
}
