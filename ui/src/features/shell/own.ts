// The field one writes in, as long as its own undo is meant. Not here: the keys (`keys.ts`), and the steps of a field (`save/draft`).
import type { AnyDraft, Saver } from '../save/saver.svelte';

/** Null when the caret has left it, when it is drawn no more, and while it takes no words. */
export function ownField(saver: Saver): AnyDraft | null {
  const here = document.activeElement;
  const field = here?.closest<HTMLElement>('[data-draft]');
  const fixed = (here instanceof HTMLTextAreaElement || here instanceof HTMLInputElement) && here.readOnly;
  return !fixed && field && field.dataset.draft === saver.focused?.key ? saver.focused : null;
}
