// Words that are shown once: twelve of a sheet, six of a file given away. They wait here until somebody says that they are kept.
// Not here: what they open (core), and asking about them when one leaves (`leaving`).
import type { HandoverMade } from '../../lib/ipc/types';

export type Once = {
  /** Where they stand. */
  screen: 'first-run' | 'the-lock' | 'rekey' | 'handover';
  words: string[];
  made?: HandoverMade;
  /** They came with the first lock of the book. */
  first?: boolean;
};

/** Twelve words; the newest are the only ones that can still be kept. */
const ofSheet = (once: Once): boolean => once.screen !== 'handover';

export class ShownOnce {
  all = $state.raw<Once[]>([]);

  get wait(): boolean {
    return this.all.length > 0;
  }

  of(screen: Once['screen']): Once | null {
    return this.all.find((each) => each.screen === screen) ?? null;
  }

  /** The first that do not stand on this screen. */
  elsewhere(screen: string): Once | null {
    return this.all.find((each) => each.screen !== screen) ?? null;
  }

  /** In the place of older ones of the same sort. */
  show(once: Once): void {
    const others = this.all.filter((each) => ofSheet(each) !== ofSheet(once));
    this.all = once.words.length > 0 ? [...others, once] : others;
  }

  kept(screen: Once['screen']): void {
    this.all = this.all.filter((each) => each.screen !== screen);
  }

  forget(): void {
    this.all = [];
  }
}
