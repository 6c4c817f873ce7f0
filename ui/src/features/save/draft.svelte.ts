// One field as the citizen sees it and as the book last acknowledged it. The screen's text always wins until it is saved.
// Not here: when it is sent (`saver.svelte.ts`).
import type { Change, Failure } from '../../lib/ipc/types';

/** A pause this long, in milliseconds, begins a new step of the field's own undo. */
const PAUSE = 800;

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** The core may tidy a text (NFC, spaces at the ends); that must not move what is being typed. */
const alike = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && a.normalize('NFC').trim() === b.normalize('NFC').trim();

const never = (): never => {
  throw new Error('what is kept is never sent');
};

export class Draft<T> {
  value: T = $state.raw() as T;
  saved: T = $state.raw() as T;
  /** The book said no to this text as it stands; trying again would not help. */
  refused = $state.raw<Failure | null>(null);
  /** The page it was last written on. */
  page = '';
  /** The screen it was last written on. */
  screen = '';
  /** Who held the pen then: it is never sent under another's name. */
  pen = '';
  /** Goes along with what is about to be done, so that nobody is asked about it. */
  along = false;
  /** When the book last said yes, in its turns. */
  turn = 0;
  /** Never sent by itself: it is used with a press, or let go. */
  readonly kept: boolean;
  readonly key: string;
  /** What stood in it when it was made. */
  readonly #first: T;
  #refusedValue: T | undefined;
  /** Makes the change that saves a value. */
  change: (value: T) => Change;
  #steps: T[] = [];
  #undone: T[] = [];
  #typedAt = 0;
  #touched: (draft: Draft<T>) => void;

  constructor(key: string, value: T, change: ((value: T) => Change) | null, touched: (draft: Draft<T>) => void) {
    this.key = key;
    this.kept = change === null;
    this.value = value;
    this.saved = value;
    this.#first = value;
    this.change = change ?? (() => never());
    this.#touched = touched;
  }

  get dirty(): boolean {
    return !same(this.value, this.saved);
  }

  /** Unsaved and refused just as it stands: only other words help. */
  get stuck(): boolean {
    return this.refused !== null && same(this.value, this.#refusedValue);
  }

  refuse(failure: Failure, value: T): void {
    this.refused = failure;
    this.#refusedValue = value;
  }

  acknowledge(value: T, turn = 0): void {
    this.turn = turn;
    this.saved = value;
    this.refused = null;
  }

  /** The book no longer has what it had acknowledged: all of it must be sent again. What is only kept never was in it. */
  lose(): void {
    this.saved = this.kept ? this.#first : (undefined as T);
  }

  /** A key was pressed: the whole field as it is now. */
  type(value: T): void {
    const now = Date.now();
    if (this.#steps.length === 0 || now - this.#typedAt > PAUSE) this.#steps.push(this.value);
    this.#typedAt = now;
    this.#undone = [];
    this.value = value;
    this.#touched(this);
  }

  /** The field's own undo reaches back to when it got focus. */
  focus(): void {
    this.#steps = [];
    this.#undone = [];
    this.#typedAt = 0;
  }

  /** True when the field had something of its own to undo. */
  undo(): boolean {
    return this.#go(this.#steps, this.#undone);
  }

  redo(): boolean {
    return this.#go(this.#undone, this.#steps);
  }

  #go(from: T[], to: T[]): boolean {
    while (from.length > 0) {
      const value = from.pop() as T;
      if (same(value, this.value)) continue;
      to.push(this.value);
      this.value = value;
      this.#typedAt = 0;
      this.#touched(this);
      return true;
    }
    return false;
  }

  /** What the book says now. Never over half-typed text. */
  accept(value: T): void {
    if (this.dirty || same(value, this.value)) return;
    if (!alike(value, this.value)) {
      this.value = value;
      this.focus();
    }
    this.saved = this.value;
  }
}
