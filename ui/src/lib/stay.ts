// Where one stood before something was moved, one stands after it. Not here: what is moved, and things that go away.
import { tick } from 'svelte';

export async function stay(move: () => Promise<unknown>): Promise<void> {
  const stood = document.activeElement;
  await move();
  await tick();
  if (stood instanceof HTMLElement && stood.isConnected && document.activeElement === document.body) stood.focus();
}
