// A box, or a list one chooses from, says what is true. When a change did not come about, nothing is drawn anew, and the box would go on saying what was pressed: so each box
// carries what it stands for in `data-is`. Not here: what is changed.
import { tick } from 'svelte';

/** When the change a box was pressed for is over, well or not, the box and those it shares a name with say what they stand for; so does a list. */
export async function asKept(box: HTMLInputElement | HTMLSelectElement, change: Promise<unknown>): Promise<void> {
  if (box instanceof HTMLSelectElement) {
    await change;
    await tick();
    box.value = box.dataset.is ?? '';
    return;
  }
  const boxes = box.type === 'radio' ? document.querySelectorAll<HTMLInputElement>('input[type="radio"]') : [box];
  await change;
  await tick();
  for (const each of boxes) if (each.name === box.name && each.dataset.is) each.checked = each.dataset.is === 'true';
}
