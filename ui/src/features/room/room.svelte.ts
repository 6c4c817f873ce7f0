// A part of the screen that is fetched when it is first needed, or while nobody waits for anything.
// Not here: which parts there are (`rooms.ts`), and the way through a hard moment, which is never fetched apart.
import type { Component } from 'svelte';
import type { Screen } from '../session/session.svelte';

/** The pages of a room, by the name of their screen. */
export type Pages = Partial<Record<Screen, Component>>;

export class Room<T = unknown> {
  /** What is in it, when it is here. */
  here = $state.raw<T | null>(null);
  failed = $state(false);
  #fetch: () => Promise<T>;
  #coming: Promise<void> | null = null;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** Fetches it once; asked again after a failure it tries again. Never throws. */
  come(): Promise<void> {
    return (this.#coming ??= this.#bring());
  }

  async #bring(): Promise<void> {
    this.failed = false;
    try {
      this.here = await this.#fetch();
    } catch {
      this.failed = true;
      this.#coming = null;
    }
  }
}
