// What waits for an answer, a few at a time, page by page. Not here: the answers themselves (`beside.svelte.ts`).
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Inbox, OwnWords, ProposalView } from '../../lib/ipc/types';
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
  left = $state.raw<Draft<OwnWords>[]>([]);
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
    try {
      const read = await this.#reading(() => this.#ask());
      if (!read) return;
      this.#inbox = { ...read.inbox, proposals: keepEach(this.#inbox.proposals, read.inbox.proposals) };
      this.left = read.left;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.read = true;
  }

  async #ask(): Promise<{ inbox: Inbox; left: Draft<OwnWords>[] }> {
    const { host, saver } = this.#book;
    const inbox = await host.inbox(this.#most);
    const without = (some: Inbox): Draft<OwnWords>[] => {
      const keys = new Set(some.proposals.map((proposal) => ownKey(proposal.id)));
      return saver.unused(OWN).filter((draft) => !keys.has(draft.key));
    };
    const left = without(inbox);
    const more = left.length > 0 && inbox.proposals.length < inbox.total;
    return { inbox, left: more ? without(await host.inbox(inbox.total)) : left };
  }

  /** They have been read, or copied. */
  letGo(draft: Draft<OwnWords>): void {
    this.#book.saver.settle(draft);
    this.left = this.left.filter((each) => each !== draft);
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
