// Moving something one step in a list, as the place the core understands.
import type { Place } from '../../lib/ipc/types';

/** Null when it stands at that end already. */
export function placeAfterStep(ids: string[], id: string, step: -1 | 1): Place | null {
  const index = ids.indexOf(id);
  const target = index + step;
  if (index < 0 || target < 0 || target >= ids.length) return null;
  const rest = ids.filter((each) => each !== id);
  const above = rest[target - 1];
  return above ? { at: 'after', id: above } : { at: 'first' };
}
