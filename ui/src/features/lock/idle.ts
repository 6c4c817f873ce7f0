// When the book has lain untouched, and when Shift was pressed three times. The clock is the computer's, looked at again and
// again rather than one long timer: after a sleep the time has passed.
import type { Session } from '../session/session.svelte';

const LOOK = 5_000;
const QUICKLY = 1_200;

export class Idle {
  #last = Date.now();
  #resting = false;
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  touched = (): void => {
    this.#last = Date.now();
  };

  /** Gives a function that stops it. */
  watch(): () => void {
    const timer = setInterval(() => void this.#look(), LOOK);
    return () => clearInterval(timer);
  }

  async #look(): Promise<void> {
    const patience = this.#session.patience;
    const book = this.#session.book;
    if (patience === null || this.#resting) return;
    // Words still on their way mean that someone was here a moment ago.
    if (Date.now() - this.#last < patience) return;
    this.#resting = true;
    try {
      await this.#session.rest();
    } finally {
      this.#resting = false;
      // The sample stays open; it is not locked again at every look.
      if (book === this.#session.book && book?.contents.sample) this.touched();
    }
  }
}

/** Shift, three times, with nothing between. */
export class Thrice {
  #times: number[] = [];

  counts(event: KeyboardEvent): boolean {
    if (event.repeat) return false;
    if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) {
      this.#times = [];
      return false;
    }
    const now = Date.now();
    this.#times = [...this.#times.filter((time) => now - time < QUICKLY), now];
    if (this.#times.length < 3) return false;
    this.#times = [];
    return true;
  }
}
