// What is asked now and then, once a day has come: where the sheet lies, and whether the plan still fits. Not here: how long that is (core).
import { asFailure, type Host } from '../../lib/ipc/host';
import type { Failure, SheetAnswer } from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';
import { Round } from '../review/round.svelte';

export class Due {
  /** It is time to ask where the sheet lies. */
  sheet = $state(false);
  /** The day to look through the plan has come. */
  review = $state(false);
  #host: Host;
  #refused: (failure: Failure) => void;

  constructor(host: Host, refused: (failure: Failure) => void) {
    this.#host = host;
    this.#refused = refused;
  }

  async look(): Promise<void> {
    this.sheet = await this.#host.sheetDue().catch(() => false);
    this.review = await this.#host.reviewDue().catch(() => false);
  }

  none(): void {
    this.sheet = this.review = false;
  }

  /** *Ved du, hvor arket ligger?* */
  async answerSheet(answer: SheetAnswer): Promise<void> {
    this.sheet = false;
    try {
      await this.#host.answerSheet(answer);
    } catch (thrown) {
      this.#refused(asFailure(thrown));
    }
  }

  /** Not today: asked again in a month, or never. */
  async reviewLater(book: Book, never = false): Promise<void> {
    this.review = false;
    const round = new Round(book);
    await round.read();
    await round.choose(never ? '' : (round.view?.month ?? ''), never);
  }
}
