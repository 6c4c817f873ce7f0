// How long a book may lie untouched before it locks itself. Not here: the clock (`lock/idle.ts`).
import type { Book } from '../book/book.svelte';
import type { Screen } from './screens';

/** Someone who reads these is not hurried out of them. */
const CRISIS = ['crisis', 'breaking-down', 'angry'];
const CRISIS_MINUTES = 30;
/** Copying twelve words by hand takes longer than five minutes, and leaves the book untouched. */
const WORDS_MINUTES = 30;
/** Two who talk do not touch the book for long. */
const VISIT_MINUTES = 30;

/** In milliseconds. Null: it has no lock. */
export function patience(book: Book | null, screen: Screen, idleMinutes: number, words = false): number | null {
  if (!book || (book.contents.unlockedBook && !book.contents.sample)) return null;
  const calm = screen === 'help' || (screen === 'page' && CRISIS.includes(book.page?.chapter ?? ''));
  const least = Math.max(calm ? CRISIS_MINUTES : 0, book.contents.visit ? VISIT_MINUTES : 0, words ? WORDS_MINUTES : 0);
  return 60_000 * Math.max(idleMinutes, least);
}
