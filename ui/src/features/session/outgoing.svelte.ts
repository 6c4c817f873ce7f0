// What is being made ready to leave the book: for whom, in whose place, and where one came from.
// Not here: making it (`share`, `print`, `exchange`).
import type { CopyView } from '../../lib/ipc/types';
import type { Screen } from './screens';

export class Outgoing {
  /** Whom a paper is being made ready for. */
  reader = $state('');
  /** The copy it takes the place of. */
  replaces = $state.raw<CopyView | null>(null);
  /** The chapters picked first on the page of empty pages. */
  blank: string[] = [];
  /** Where one came to *Tag med og hent ind* from, and goes back to. */
  from = $state<'settings' | 'shares'>('settings');
  #show: (screen: Screen) => void;

  constructor(show: (screen: Screen) => void) {
    this.#show = show;
  }

  /** Pages to write on by hand, of these chapters to begin with. */
  openBlank(chapters: string[] = []): void {
    this.blank = chapters;
    this.#show('blank');
  }

  openReader(id: string, replaces: CopyView | null = null): void {
    this.reader = id;
    this.replaces = replaces;
    this.#show('reader');
  }

  /** The whole crisis plan once more, in place of this copy. */
  printAgain(replaces: CopyView | null): void {
    this.replaces = replaces;
    this.#show('print');
  }

  /** *Tag med og hent ind*, from the page one stands on. */
  goOut(from: 'settings' | 'shares'): void {
    this.from = from;
    this.#show('out');
  }

  /** A way out of the book, or into it; of a copy that is old, in its place. */
  takeOut(screen: Screen, replaces: CopyView | null = null): void {
    this.replaces = replaces;
    if (replaces) this.from = 'shares';
    this.#show(screen);
  }

  /** Another book: nothing of this one is on its way. */
  forget(): void {
    this.replaces = null;
    this.reader = '';
  }
}
