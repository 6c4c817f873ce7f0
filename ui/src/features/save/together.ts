// Several fields that are one draft: it has the caret while one of them has, and is saved when all of them are left.
// Not here: drafts and saving themselves (`draft`, `saver`).
import type { Book } from '../book/book.svelte';
import type { AnyDraft } from './saver.svelte';

export function together(book: Book, draft: () => AnyDraft) {
  return {
    onfocusin(): void {
      if (book.saver.focused === draft()) return;
      draft().focus();
      book.saver.focused = draft();
    },
    onfocusout(event: FocusEvent & { currentTarget: HTMLElement }): void {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
      if (book.saver.focused === draft()) book.saver.focused = null;
      if (draft().dirty) void book.saver.flush();
    },
  };
}
