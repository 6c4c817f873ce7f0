// The open book on the screen: contents, the page being read, and the one door every change goes through.
// Not here: what the fields hold (`save`), which screen is shown (`session`).
import { asFailure, type Host } from '../../lib/ipc/host';
import type { Change, Changed, Contents, Failure, PageView, Step } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import { Saver } from '../save/saver.svelte';

export const textKey = (line: string): string => `line:${line}:text`;
export const becauseKey = (line: string): string => `line:${line}:because`;
export const personKey = (person: string): string => `person:${person}`;

export class Book {
  contents: Contents = $state.raw() as Contents;
  page = $state.raw<PageView | null>(null);
  /** Said politely to those who listen, e.g. after undo. */
  said = $state('');
  /** A quiet word on the page one came to. */
  quiet = $state('');
  /** Something just happened that can be taken back at once. */
  note = $state('');
  /** A page that could not be fetched. */
  trouble = $state.raw<Failure | null>(null);
  readonly saver: Saver;
  readonly host: Host;
  #locked: () => void;

  private constructor(host: Host, contents: Contents, locked: () => void) {
    this.host = host;
    this.contents = contents;
    this.#locked = locked;
    this.saver = new Saver(
      (change) => host.change(change),
      (changed) => this.#changed(changed),
      locked,
    );
  }

  /** `locked` is called when the book turns out to be locked. */
  static async open(host: Host, locked: () => void): Promise<Book> {
    return new Book(host, await host.contents(), locked);
  }

  get firstPage(): string {
    return this.contents.groups[0]?.chapters[0]?.pages[0]?.id ?? '';
  }

  get readOnly(): boolean {
    return this.contents.readOnly;
  }

  /** Turns to a page. What is typed on the old one goes in first, so that the new one shows it; if it cannot, it is kept and told. */
  async turnTo(id: string): Promise<boolean> {
    await this.saver.flush();
    try {
      const page = await this.host.page(id);
      if (this.page?.id !== page.id) {
        this.saver.forget();
        this.note = '';
        this.quiet = '';
      }
      this.#show(page);
      this.trouble = null;
      return true;
    } catch (thrown) {
      this.#refused(thrown);
      return false;
    }
  }

  /** Everything once more, e.g. in another language. */
  async refresh(): Promise<void> {
    try {
      this.contents = await this.host.contents();
      if (this.page) this.#show(await this.host.page(this.page.id));
    } catch (thrown) {
      this.#refused(thrown);
    }
  }

  /** Null when the book said no; the bar says why. */
  async do(change: Change): Promise<Changed | null> {
    this.note = '';
    return this.saver.run(() => this.host.change(change));
  }

  undo(): Promise<void> {
    return this.#go(
      () => this.contents.undo,
      () => this.host.undo(),
      (what) => m.saidUndone({ what }),
    );
  }

  redo(): Promise<void> {
    return this.#go(
      () => this.contents.redo,
      () => this.host.redo(),
      (what) => m.saidRedone({ what }),
    );
  }

  async #go(newest: () => Step | null, work: () => Promise<Changed>, say: (what: string) => string): Promise<void> {
    // What was just typed becomes the newest step, so it is sent before the question is asked.
    if (!(await this.saver.flush())) return;
    const step = newest();
    if (!step) return;
    this.note = '';
    const changed = await this.saver.run(work);
    if (!changed) return;
    this.said = say(step.what);
    if (changed.page && changed.page !== this.page?.id) await this.turnTo(changed.page);
  }

  async #changed(changed: Changed): Promise<void> {
    // *Fortryd* in the note would take back this instead.
    this.note = '';
    const all = changed.stale.includes('*');
    this.contents = { ...this.contents, undo: changed.undo, redo: changed.redo };
    try {
      if (all) this.contents = await this.host.contents();
      const here = this.page?.id;
      if (here && (all || changed.stale.includes(here))) {
        const page = await this.host.page(here);
        if (this.page?.id === here) this.#show(page);
      }
    } catch (thrown) {
      this.#refused(thrown);
    }
  }

  #show(page: PageView): void {
    for (const line of page.sections.flatMap((section) => section.lines)) {
      this.saver.accept(textKey(line.id), line.text);
      this.saver.accept(becauseKey(line.id), line.because);
    }
    for (const { id, ...fields } of page.people) this.saver.accept(personKey(id), fields);
    this.page = page;
  }

  #refused(thrown: unknown): void {
    const failure = asFailure(thrown);
    if (failure.code === 'locked') this.#locked();
    else this.trouble = failure;
  }
}
