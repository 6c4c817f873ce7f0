// What waits for an answer, a few at a time, page by page. Not here: the answers themselves (`beside.svelte.ts`).
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Inbox, ProposalView } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import type { Book } from '../book/book.svelte';
import { around } from './beside.svelte';

/** Fetched at a time: all of a long inbox never crosses to the screen unless somebody reads that far. */
const SOME = 20;

type Page = { page: string; title: string; proposals: ProposalView[] };

export class Waiting {
  failure = $state.raw<Failure | null>(null);
  /** It is known what waits. */
  read = $state(false);
  #inbox = $state.raw<Inbox>({ proposals: [], total: 0, ready: 0 });
  #most = SOME;
  /** Which reading is the newest: an older one that comes late is not shown. */
  #turn = 0;
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  /** How many there are, shown or not. */
  get total(): number {
    return this.#inbox.total;
  }

  get shown(): number {
    return this.#inbox.proposals.length;
  }

  /** How many can be taken in at once. */
  get ready(): number {
    return this.#inbox.ready;
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
    const turn = (this.#turn += 1);
    try {
      const inbox = await this.#book.host.inbox(this.#most);
      if (turn !== this.#turn) return;
      this.#inbox = inbox;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.read = true;
  }

  more(): Promise<void> {
    this.#most += SOME;
    return this.look();
  }

  /** All that rest on the book as it is, those not shown yet too: the button says how many. */
  async takeAll(): Promise<void> {
    const work = async () => {
      const ids = await this.#book.host.readyProposals();
      return this.#book.host.change(around({ act: 'acceptAll', ids }));
    };
    if (await this.#book.carry(work)) this.#book.note = m.proposalNoteAll();
  }
}
