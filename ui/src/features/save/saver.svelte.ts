// Sends what is typed: 400 ms after the last key, every 2 s while typing, at once when asked. One thing at a time, in order.
// A failure leaves the text where it is and says so. One that may pass (no room, no disk) holds everything back; a text that is
// refused as it stands holds back only itself. Not here: fields (`draft.svelte.ts`) and what a change makes stale (`book`).
import { asFailure } from '../../lib/ipc/host';
import type { Change, Changed, Failure } from '../../lib/ipc/types';
import { Draft } from './draft.svelte';

export const QUIET = 400;
export const STEADY = 2000;
export const AGAIN = 10_000;

type Timer = ReturnType<typeof setTimeout>;
export type AnyDraft = Draft<any>;

export class Saver {
  /** Local time of the last acknowledged save; empty before the first. */
  savedAt = $state('');
  failure = $state.raw<Failure | null>(null);
  /** True while something typed is not on disk yet. */
  waiting = $state(false);
  /** Fields the book has said no to, still as they were typed. */
  refusals = $state.raw<AnyDraft[]>([]);
  focused: AnyDraft | null = null;
  /** The field somebody asked to be brought to; what must be opened for it opens. */
  sought = $state('');
  /** How many times the book has said yes. */
  turn = 0;
  /** The page one is on. */
  here = '';
  /** The screen one is on, and who holds the pen. */
  screen: () => string = () => '';
  pen: () => string = () => '';
  /** Something that was pressed waited until the pen had changed hands: it is not done, and that is said. */
  overtaken: () => void = () => undefined;
  /** Someone goes on typing. */
  typed: () => void = () => undefined;
  /** Nothing is left that is not on disk. */
  settled: () => void = () => undefined;
  #drafts = new Map<string, AnyDraft>();
  /** Those that may hold something unsaved, in the order they were typed. */
  #open = new Set<AnyDraft>();
  #quiet = new Map<AnyDraft, Timer>();
  #steady = new Map<AnyDraft, Timer>();
  #again: Timer | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  /** What could not be done, and who held the pen: nobody else does it. */
  #refused: { work: () => Promise<Changed> | null; pen: string } | null = null;
  #carry: (change: Change) => Promise<Changed>;
  #changed: (changed: Changed) => Promise<void>;
  #locked: () => void;
  #gone: () => Promise<void>;

  /**
   * `carry` takes a change to the book; `changed` is told of every answer; `locked` that the book is shut, words and all
   * still here; `gone` that something written on is not in the book any more.
   */
  constructor(
    carry: (change: Change) => Promise<Changed>,
    changed: (changed: Changed) => Promise<void>,
    locked: () => void = () => undefined,
    gone: () => Promise<void> = async () => undefined,
  ) {
    this.#carry = carry;
    this.#changed = changed;
    this.#locked = locked;
    this.#gone = gone;
  }

  /** The field of this name, made when it is first asked for. */
  draft<T>(key: string, value: T, change: (value: T) => Change): Draft<T> {
    const known = this.#drafts.get(key);
    if (known) {
      known.change = change;
      return known;
    }
    return this.#new(key, value, change);
  }

  /** Words that are used with a press and not sent by themselves; until then they are not on disk, and that is said. */
  keep<T>(key: string, value: T): Draft<T> {
    return this.#drafts.get(key) ?? this.#new(key, value, null);
  }

  #new<T>(key: string, value: T, change: ((value: T) => Change) | null): Draft<T> {
    const draft = new Draft<T>(key, value, change, (touched) => this.#typed(touched));
    this.#drafts.set(key, draft);
    return draft;
  }

  /** What the book says a field holds, asked at turn `since`: what was saved meanwhile is newer. */
  accept(key: string, value: unknown, since = this.turn): void {
    const draft = this.#drafts.get(key);
    if (draft && draft.turn <= since) draft.accept(value);
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
      this.#open.delete(draft);
      if (this.focused === draft) this.focused = null;
    }
    this.#look();
  }

  /** The book no longer has what this field held: it is sent once more, before what else hangs on it. */
  lose(key: string): void {
    const draft = this.#drafts.get(key);
    if (!draft) return;
    draft.lose();
    this.#open = new Set([draft, ...this.#open]);
    this.#touched(draft);
  }

  /** What was typed is not wanted any more, or has gone along with something else. */
  settle(draft: AnyDraft, value: unknown = draft.saved): void {
    draft.value = value;
    draft.acknowledge(value);
    this.#look();
  }

  /** Whether a field whose name begins like this is not on disk. */
  holds(prefix: string): boolean {
    return [...this.#open].some((draft) => draft.key.startsWith(prefix) && draft.dirty);
  }

  /** Whether something written on this page is not on disk. */
  holdsOn(page: string): boolean {
    return [...this.#open].some((draft) => draft.page === page && draft.dirty);
  }

  get unsaved(): boolean {
    return this.unfinished !== null;
  }

  /** The first of those that are not on disk. */
  get unfinished(): AnyDraft | null {
    return [...this.#open].find((draft) => draft.dirty && !draft.along) ?? null;
  }

  /** Holds words that somebody else typed and the book does not have: nobody goes on in them. */
  isOfAnother(draft: AnyDraft): boolean {
    return draft.dirty && draft.pen !== this.pen();
  }

  /** All of those. */
  get ofOthers(): AnyDraft[] {
    return [...this.#open].filter((draft) => this.isOfAnother(draft));
  }

  /** Words used with a press whose name begins like this, and that are not used yet. */
  unused(prefix: string): AnyDraft[] {
    return [...this.#open].filter((draft) => draft.kept && draft.dirty && draft.key.startsWith(prefix));
  }

  /** Worth sending now: not refused as it stands, not to be used with a press only, and typed by the one who holds the pen. */
  #sendable(draft: AnyDraft): boolean {
    return draft.dirty && !draft.stuck && !draft.kept && draft.pen === this.pen();
  }

  get #pending(): boolean {
    return [...this.#open].some((draft) => this.#sendable(draft));
  }

  /** Sends all that is unsaved. True when everything but what was refused as it stands is on disk. */
  async flush(): Promise<boolean> {
    // Keys pressed meanwhile go along; more than three rounds means someone is still typing.
    for (let round = 0; round < 3; round += 1) {
      for (const draft of [...this.#open]) {
        this.#stop(draft);
        if (this.#sendable(draft) && !(await this.#send(draft))) return false;
      }
      await this.#queue;
      if (!this.#pending) return true;
    }
    return false;
  }

  /**
   * Something other than typing: first what is typed, then this, if it is still `wanted` and the `pen` is where it was when it was asked for.
   * Null when it was refused; a refusal that is `forgiven` is not told.
   */
  async run(
    work: () => Promise<Changed>,
    wanted: () => boolean = () => true,
    forgiven: (failure: Failure) => boolean = () => false,
    pen = this.pen(),
  ): Promise<Changed | null> {
    if (!(await this.flush())) return null;
    const due = (): Promise<Changed> | null => {
      // Whether it is wanted is another's to say now.
      if (this.pen() === pen) return wanted() ? work() : null;
      this.overtaken();
      return null;
    };
    return this.#inLine(due, undefined, forgiven);
  }

  /** What changes nothing in the book but must not come before what is on its way, nor have anything come before it. */
  inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** *Prøv igen* */
  async retry(): Promise<boolean> {
    const refused = this.#refused;
    if (!(await this.flush())) return false;
    if (refused && refused.pen === this.pen()) return (await this.#inLine(refused.work)) !== null;
    this.failure = null;
    return true;
  }

  /** The bar is put away; nothing is lost by it. */
  dismiss(): void {
    this.failure = null;
    this.#refused = null;
  }

  /** The book is locked with words that wait: nothing is sent before it is asked for. */
  rest(): void {
    for (const draft of this.#open) this.#stop(draft);
    clearTimeout(this.#again);
  }

  stop(): void {
    for (const draft of this.#drafts.values()) this.#stop(draft);
    clearTimeout(this.#again);
    this.#drafts.clear();
    this.#open.clear();
    this.refusals = [];
  }

  #typed(draft: AnyDraft): void {
    draft.page = this.here;
    draft.screen = this.screen();
    draft.pen = this.pen();
    this.typed();
    this.#touched(draft);
  }

  #touched(draft: AnyDraft): void {
    this.#open.add(draft);
    if (draft.kept) return;
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

  /** False when nothing can be saved for now. */
  async #send(draft: AnyDraft): Promise<boolean> {
    let passing = false;
    let sent: unknown;
    let change: Change | undefined;
    const work = (): Promise<Changed> | null => {
      sent = draft.value;
      if (!this.#sendable(draft)) return null;
      change = draft.change(draft.value);
      return this.#carry(change);
    };
    await this.#inLine(
      work,
      () => draft.acknowledge(sent, (this.turn += 1)),
      async (failure) => {
        passing = failure.code !== 'refused' && failure.code !== 'not-found';
        if (passing) return false;
        if (failure.code === 'not-found') await this.#gone();
        // Written on something that is gone: it may be a new line now. Otherwise it stays until it is written otherwise.
        if (draft.change(draft.value).kind === change?.kind) draft.refuse(failure, sent);
        this.failure = null;
        this.#look();
        return true;
      },
    );
    return !passing;
  }

  /** Waits for its turn. `acknowledged` runs when the book has said yes; a failure that is `forgiven` is not told. */
  #inLine(
    work: () => Promise<Changed> | null,
    acknowledged?: () => void,
    forgiven: (failure: Failure) => boolean | Promise<boolean> = () => false,
  ): Promise<Changed | null> {
    const turn = this.#queue.then(async () => {
      const pen = this.pen();
      const sent = work();
      if (!sent) {
        this.#look();
        return null;
      }
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
        const failure = asFailure(thrown);
        if (!(await forgiven(failure))) this.#fail(failure, acknowledged ? null : { work, pen });
        return null;
      }
    });
    this.#queue = turn;
    return turn;
  }

  #fail(failure: Failure, refused: { work: () => Promise<Changed> | null; pen: string } | null): void {
    this.failure = failure;
    this.#refused = refused;
    this.#look();
    clearTimeout(this.#again);
    if (failure.code === 'locked') this.#locked();
    else if (this.#pending) this.#again = setTimeout(() => void this.flush(), AGAIN);
  }

  #look(): void {
    for (const draft of this.#open) if (!draft.dirty) this.#open.delete(draft);
    this.waiting = this.#pending;
    const refusals = [...this.#open].filter((draft) => draft.refused !== null);
    if (refusals.length > 0 || this.refusals.length > 0) this.refusals = refusals;
    if (this.#open.size === 0) this.settled();
  }
}
