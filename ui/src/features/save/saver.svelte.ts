// Sends what is typed: 400 ms after the last key, every 2 s while typing, at once when asked. One thing at a time, in order.
// A failure leaves the text where it is and says so. Not here: fields (`draft.svelte.ts`) and what a change makes stale (`book`).
import { asFailure } from '../../lib/ipc/host';
import type { Change, Changed, Failure } from '../../lib/ipc/types';
import { Draft } from './draft.svelte';

export const QUIET = 400;
export const STEADY = 2000;
export const AGAIN = 10_000;

type Timer = ReturnType<typeof setTimeout>;
type AnyDraft = Draft<any>;

export class Saver {
  /** Local time of the last acknowledged save; empty before the first. */
  savedAt = $state('');
  failure = $state.raw<Failure | null>(null);
  /** True while something typed is not on disk yet. */
  waiting = $state(false);
  focused: AnyDraft | null = null;
  #drafts = new Map<string, AnyDraft>();
  #quiet = new Map<AnyDraft, Timer>();
  #steady = new Map<AnyDraft, Timer>();
  #again: Timer | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #refused: (() => Promise<Changed> | null) | null = null;
  #carry: (change: Change) => Promise<Changed>;
  #changed: (changed: Changed) => Promise<void>;
  #locked: () => void;

  /** `carry` takes a change to the book; `changed` is told of every answer; `locked` that the book is shut, words and all still here. */
  constructor(
    carry: (change: Change) => Promise<Changed>,
    changed: (changed: Changed) => Promise<void>,
    locked: () => void = () => undefined,
  ) {
    this.#carry = carry;
    this.#changed = changed;
    this.#locked = locked;
  }

  /** The field of this name, made when it is first asked for. */
  draft<T>(key: string, value: T, change: (value: T) => Change): Draft<T> {
    const known = this.#drafts.get(key);
    if (known) {
      known.change = change;
      return known;
    }
    const draft = new Draft<T>(value, change, (touched) => this.#touched(touched));
    this.#drafts.set(key, draft);
    return draft;
  }

  /** What the book says a field holds now. */
  accept(key: string, value: unknown): void {
    this.#drafts.get(key)?.accept(value);
  }

  /** Fields of a page that was left; unsaved ones stay until they are safe. */
  forget(): void {
    for (const [key, draft] of this.#drafts) if (!draft.dirty) this.#drafts.delete(key);
  }

  /** A line is gone: nothing of it is sent any more. */
  drop(prefix: string): void {
    for (const [key, draft] of this.#drafts) {
      if (!key.startsWith(prefix)) continue;
      this.#stop(draft);
      this.#drafts.delete(key);
    }
    this.#look();
  }

  get unsaved(): boolean {
    return [...this.#drafts.values()].some((draft) => draft.dirty);
  }

  /** Sends all that is unsaved. True when everything is on disk. */
  async flush(): Promise<boolean> {
    // Keys pressed meanwhile go along; more than three rounds means someone is still typing.
    for (let round = 0; round < 3; round += 1) {
      for (const draft of [...this.#drafts.values()]) {
        this.#stop(draft);
        if (draft.dirty && !(await this.#send(draft))) return false;
      }
      await this.#queue;
      if (!this.unsaved) return true;
    }
    return false;
  }

  /** Something other than typing: first what is typed, then this, if it is still `wanted`. Null when it was refused. */
  async run(work: () => Promise<Changed>, wanted: () => boolean = () => true): Promise<Changed | null> {
    if (!(await this.flush())) return null;
    return this.#inLine(
      () => (wanted() ? work() : null),
      () => undefined,
    );
  }

  /** *Prøv igen* */
  async retry(): Promise<boolean> {
    const refused = this.#refused;
    if (!(await this.flush())) return false;
    if (refused) return (await this.#inLine(refused, () => undefined)) !== null;
    this.failure = null;
    return true;
  }

  /** The bar is put away; nothing is lost by it. */
  dismiss(): void {
    this.failure = null;
    this.#refused = null;
  }

  stop(): void {
    for (const draft of this.#drafts.values()) this.#stop(draft);
    clearTimeout(this.#again);
    this.#drafts.clear();
  }

  #touched(draft: AnyDraft): void {
    this.waiting = true;
    clearTimeout(this.#quiet.get(draft));
    this.#quiet.set(
      draft,
      setTimeout(() => void this.#due(draft), QUIET),
    );
    if (!this.#steady.has(draft)) {
      this.#steady.set(
        draft,
        setTimeout(() => void this.#due(draft), STEADY),
      );
    }
  }

  #due(draft: AnyDraft): Promise<boolean> {
    this.#stop(draft);
    return this.#send(draft);
  }

  #stop(draft: AnyDraft): void {
    clearTimeout(this.#quiet.get(draft));
    clearTimeout(this.#steady.get(draft));
    this.#quiet.delete(draft);
    this.#steady.delete(draft);
  }

  async #send(draft: AnyDraft): Promise<boolean> {
    const answer = await this.#inLine(
      () => (draft.dirty ? this.#carry(draft.change(draft.value)) : null),
      () => {
        const sent = draft.value;
        return () => {
          draft.saved = sent;
        };
      },
    );
    return answer !== null || !draft.dirty;
  }

  /** Waits for its turn. `before` runs when the turn comes and gives what is done on the acknowledgement. */
  #inLine(work: () => Promise<Changed> | null, before: () => (() => void) | undefined): Promise<Changed | null> {
    const turn = this.#queue.then(async () => {
      const acknowledged = before();
      const sent = work();
      if (!sent) return null;
      try {
        const changed = await sent;
        acknowledged?.();
        this.savedAt = changed.savedAt;
        this.failure = null;
        this.#refused = null;
        this.#look();
        await this.#changed(changed);
        return changed;
      } catch (thrown) {
        this.#fail(asFailure(thrown), acknowledged ? null : work);
        return null;
      }
    });
    this.#queue = turn;
    return turn;
  }

  #fail(failure: Failure, refused: (() => Promise<Changed> | null) | null): void {
    this.failure = failure;
    this.#refused = refused;
    this.#look();
    clearTimeout(this.#again);
    if (failure.code === 'locked') this.#locked();
    else if (this.unsaved) this.#again = setTimeout(() => void this.flush(), AGAIN);
  }

  #look(): void {
    this.waiting = this.unsaved;
  }
}
