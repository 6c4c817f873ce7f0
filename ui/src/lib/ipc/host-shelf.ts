// Several books on one computer, as the screen sees them. As in `host.ts`.
import type { OnShelf } from './types';

export interface ShelfHost {
  /** The books on this computer, the open one among them. */
  shelf(): Promise<OnShelf[]>;
  addToShelf(label: string): Promise<OnShelf[]>;
  labelBook(id: string, label: string): Promise<OnShelf[]>;
  /** Closes this book and starts the program again for the other one. */
  switchBook(id: string): Promise<void>;
}
