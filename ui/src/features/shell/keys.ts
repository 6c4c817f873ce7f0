// The keys that work everywhere. Not here: keys inside a line (`line/LineRow.svelte`).

export type Act = 'undo' | 'redo' | 'shortcuts' | 'help' | 'print' | 'lock' | 'back';

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox', 'range', 'button'].includes(target.type));

/** A key that writes, presses or moves something where the keyboard stands. */
export const meant = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
  if (ctrlKey || metaKey) return false;
  if (altKey) return key.startsWith('Arrow');
  return key.length === 1 || key === 'Enter' || key === 'Backspace' || key === 'Delete';
};

/** What a key asks for. `ours`: the focused field keeps its own undo with us, so the webview's is not needed. */
export function keyToAct(event: KeyboardEvent, ours: boolean): Act | null {
  // A key that ends the writing of a sign is no key of ours.
  if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return null;
  if (event.key === 'F1') return 'shortcuts';
  if (event.key === 'Escape') return 'back';
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'h') return 'help';
  if (key === 'p') return 'print';
  if (key === 'l') return 'lock';
  if (takesText(event.target) && !ours) return null;
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (key === 'y') return 'redo';
  return null;
}
