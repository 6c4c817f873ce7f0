// Several books on one computer, in the real host. As in `tauri.ts`.
import type { ShelfHost } from './host-shelf';

type Call = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export const shelfHost = (call: Call): ShelfHost => ({
  shelf: () => call('shelf'),
  addToShelf: (label) => call('add_to_shelf', { label }),
  labelBook: (id, label) => call('label_book', { id, label }),
  switchBook: (id) => call('switch_book', { id }),
});
