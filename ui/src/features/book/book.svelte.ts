// The open book on the screen: contents, the page being read, and the one door every change goes through.
// Not here: what the fields hold (`save`), which screen is shown (`session`).
import { asFailure, type Host } from '../../lib/ipc/host';
import type { Change, Changed, Contents, Failure, Handed, PageView, Step } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import { keepParts } from '../../lib/same';
import { Saver } from '../save/saver.svelte';
import { Beside } from '../visit/beside.svelte';
import { keepSame } from './same-page';

export const textKey = (line: string): string => `line:${line}:text`;
export const becauseKey = (line: string): string => `line:${line}:because`;
/** Words of one's own that are to be a suggestion made of a line. */
export const suggestionKey = (line: string): string => `${SUGGESTION}${line}`;
const SUGGESTION = 'suggest:';
const linePrefix = (line: string): string => `line:${line}:`;
export const answerKey = (section: string, prompt: string): string => `${section}/${prompt}`;
export const pictureKey = (picture: string): string => `picture:${picture}`;
export const personKey = (person: string): string => `person:${person}`;

/** A line or card on the screen that is not in the book yet, and the one it stands after. */
export type Fresh = { id: string; after: string | null };

/** The key of `fresh` for cards of people; lines are kept under their section. */
export const PEOPLE = 'people';

export class Book {
  contents: Contents = $state.raw() as Contents;
  page = $state.raw<PageView | null>(null);
  /** Goes up when what is told of the whole book is to be read again, so that it is asked for together with the rest. */
  news = $state(0);
  /** Said politely to those who listen, e.g. after undo. */
  said = $state('');
  /** A quiet word on the page one came to. */
  quiet = $state('');
  /** Something just happened that can be taken back at once, or did not happen; told in a row of its own each time, so that the same words are heard again. */
  noted = $state.raw({ text: '', happened: true });
  /** The disk is full, and the last words went into the room kept for them. */
  onReserve = $state(false);
  /** Nothing can be typed for a moment: the pen changes hands, or another book comes on the screen. */
  still = $state(false);
  /** A page that could not be fetched. */
  trouble = $state.raw<Failure | null>(null);
  /** What is on the screen and not in the book yet, by section. It is drawn until it is saved, also after turning pages. */
  fresh = $state.raw<Record<string, Fresh[]>>({});
  /** Ids of answers that are not in the book yet, by section and question, so that sending twice is sending once. */
  readonly answers = new Map<string, string>();
  readonly saver: Saver;
  readonly host: Host;
  /** Proposals beside the page, in a visit and after. */
  readonly beside: Beside = new Beside(this);
  #locked: () => void;
  /** Which page was asked for last: an older answer that comes late is not shown. */
  #turn = 0;
  #asked = 0;
  /** The last of what the page stands still for, and how many there are. */
  #standing: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** Answers that ask for nothing to be read again. */
  #known = new WeakSet<Changed>();

  private constructor(host: Host, contents: Contents, locked: () => void) {
    this.host = host;
    this.contents = contents;
    this.#locked = locked;
    this.saver = new Saver(
      async (change) => {
        const changed = await this.#carry(change);
        if (this.#wroteHere(change, changed)) this.#known.add(changed);
        return changed;
      },
      (changed) => this.#changed(changed),
      locked,
      () => this.again(),
    );
    this.saver.pen = () => this.contents.visit?.pen ?? '';
    this.saver.overtaken = () => this.overtaken();
  }

  /** `locked` is called when the book turns out to be locked. */
  static async open(host: Host, locked: () => void): Promise<Book> {
    return new Book(host, await host.contents(), locked);
  }

  get note(): string {
    return this.noted.text;
  }

  set note(text: string) {
    if (text !== '' || this.note !== '') this.noted = { text, happened: true };
  }

  /** A press or a key that came while the pen changed hands is nobody's: it is not done by the other, and not lost without a word. */
  overtaken(): void {
    this.noted = { text: m.penOvertook(), happened: false };
  }

  get firstPage(): string {
    return this.contents.groups[0]?.chapters[0]?.pages[0]?.id ?? '';
  }

  /**
   * The fields of the plan take nothing: the book is only read, or somebody else holds the pen and can only propose. While the page stands still all of
   * it is out of reach (`inert`) and looks as it did: it is drawn once, when it is known who writes.
   */
  get readOnly(): boolean {
    return this.contents.readOnly || (this.contents.visit?.pen ?? '') !== '';
  }

  /** Turns to a page. What is typed on the old one goes in first, so that the new one shows it; if it cannot, it is kept and told. */
  async turnTo(id: string): Promise<boolean> {
    const turn = (this.#turn += 1);
    await this.saver.flush();
    try {
      const since = this.saver.turn;
      const page = await this.host.page(id);
      if (turn !== this.#turn) return false;
      if (this.page?.id !== page.id) {
        this.saver.forget();
        this.#forget();
        this.note = '';
        this.quiet = '';
      }
      this.#show(page, since);
      void this.beside.read(page.id);
      this.trouble = null;
      return true;
    } catch (thrown) {
      if (turn === this.#turn) this.#refused(thrown);
      return false;
    }
  }

  /** All that was typed goes in, and nothing more is taken until `work` is done. Asked for again meanwhile, one comes after the other. */
  async standStill(work: () => Promise<void>): Promise<void> {
    const turn = this.#standing.then(async () => {
      if (await this.saver.flush()) await this.saver.inTurn(work);
    });
    this.#standing = turn.catch(() => undefined);
    this.#waiting += 1;
    this.still = true;
    try {
      await turn;
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) {
        this.still = false;
        // What the one who writes again had typed.
        void this.saver.flush();
      }
    }
  }

  /** Everything once more, e.g. in another language. */
  async refresh(): Promise<void> {
    await this.#read(true, true);
  }

  /** The page one is on once more. */
  async again(): Promise<void> {
    await this.#read(false, true);
  }

  /** The pen has changed hands: the page says what it said, and what stands beside it is another's to write on. */
  async handed(hand: (page: string | undefined, most: number) => Promise<Handed>): Promise<void> {
    const here = this.page?.id;
    const { contents, beside } = await hand(here, this.beside.most);
    this.news += 1;
    const show = here === undefined ? null : beside ? this.beside.given(here, beside) : await this.beside.ask(here);
    this.contents = keepParts(this.contents, contents);
    // Nor does the next take back what the one before did; what did not happen meanwhile is told to both.
    if (this.noted.happened) this.note = '';
    // What the one before could not do is not done by the next.
    this.saver.dismiss();
    show?.();
  }

  /** Null when the book said no; the bar says why. */
  async do(change: Change): Promise<Changed | null> {
    return this.carry(() => this.host.change(change));
  }

  /** The same for what is a change of the book and a command of its own. */
  async carry(work: () => Promise<Changed>): Promise<Changed | null> {
    return this.saver.run(work);
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
    const pen = this.saver.pen();
    // What was just typed becomes the newest step, so it is sent before the question is asked.
    if (!(await this.saver.flush())) return;
    const step = newest();
    if (!step && this.saver.pen() === pen) return;
    this.note = '';
    // Many presses wait in line: each takes what is newest when its turn comes, and the last ones may find nothing.
    let what = '';
    let behind = false;
    const changed = await this.saver.run(
      work,
      () => {
        const step = newest();
        what = step?.what ?? '';
        return step !== null;
      },
      (failure) => (behind = failure.code === 'nothing' || failure.code === 'not-found'),
      pen,
    );
    if (behind) await this.refresh();
    if (!changed) return;
    this.said = say(what);
    if (changed.page && changed.page !== this.page?.id) await this.#turnBack(changed.page);
  }

  /** To the page of what was undone, if it is still there. */
  async #turnBack(id: string): Promise<void> {
    const trouble = this.trouble;
    if (!(await this.turnTo(id)) && this.trouble?.code === 'not-found') this.trouble = trouble;
  }

  async #changed(changed: Changed): Promise<void> {
    this.onReserve = changed.onReserve;
    const all = changed.stale.includes('*');
    const here = !this.#known.has(changed) && (all || changed.stale.includes(this.page?.id ?? ''));
    const read = await this.#read(all, here);
    if (!all || !read) this.contents = { ...this.contents, undo: changed.undo, redo: changed.redo };
    // *Fortryd* in the note would take back this instead. It goes when the rest is drawn: a note that comes at once in its place need not be drawn twice.
    this.note = '';
  }

  /** Asks for all of it at once and draws it together; false when the contents could not be read. */
  async #read(whole: boolean, paged: boolean): Promise<boolean> {
    const here = paged ? this.page?.id : undefined;
    const asked = here === undefined ? this.#asked : (this.#asked += 1);
    const since = this.saver.turn;
    if (whole) this.news += 1;
    const [contents, page, beside] = await Promise.allSettled([
      whole ? this.host.contents() : null,
      here === undefined ? null : this.host.page(here),
      here === undefined ? null : this.beside.ask(here),
    ]);
    if (contents.status === 'rejected') {
      this.#refused(contents.reason);
      return false;
    }
    if (contents.value) this.#tell(contents.value);
    if (here === undefined || this.page?.id !== here) return true;
    if (page.status === 'rejected') await this.#left(here, page.reason);
    else if (page.value && asked === this.#asked) this.#show(page.value, since);
    if (beside.status === 'fulfilled') beside.value?.();
    return true;
  }

  #tell(contents: Contents): void {
    const over = this.contents.visit !== null && contents.visit === null;
    // Whoever reads something else after every change must hear of it, also when nothing that is told here is another: the whole is always new.
    this.contents = { ...keepParts(this.contents, contents) };
    // Nobody has the pen any more that would go on with these. Who ended the visit was asked about them.
    if (over) for (const draft of this.saver.ofOthers) this.saver.settle(draft);
  }

  /** The page one is on could not be read. When it is gone, e.g. with a chapter of one's own, the first one is shown. */
  async #left(here: string, thrown: unknown): Promise<void> {
    const first = this.firstPage;
    if (asFailure(thrown).code !== 'not-found' || first === here) return this.#refused(thrown);
    const page = first === '' ? null : await this.host.page(first).catch(() => null);
    this.#forget();
    if (!page) this.page = null;
    else {
      this.#show(page);
      void this.beside.read(page.id);
    }
  }

  /** A new line whose id was taken out of the book meanwhile (redo of a removal) is saved as a line of its own. */
  async #carry(change: Change): Promise<Changed> {
    try {
      return await this.host.change(change);
    } catch (thrown) {
      if (change.kind !== 'addLine' || asFailure(thrown).code !== 'not-found') throw thrown;
      const changed = await this.host.change({ ...change, id: crypto.randomUUID() });
      const fresh = this.fresh[change.section] ?? [];
      this.keep(
        change.section,
        fresh.filter(({ id }) => id !== change.id),
      );
      return changed;
    }
  }

  /** A line that was only written on is as the field has it; the whole page need not be read again. */
  #wroteHere(change: Change, changed: Changed): boolean {
    if (change.kind !== 'writeLine' && change.kind !== 'writeBecause') return false;
    const page = this.page;
    if (!page || changed.stale.includes('*') || page.sections.some((section) => section.kind === 'derived'))
      return false;
    for (const section of page.sections) {
      const line = section.lines.find((each) => each.id === change.id);
      if (!line) continue;
      // What is proposed about it, or was, says more now.
      if (this.beside.isAbout(section, line)) return false;
      // In place and unseen: the fields on the screen hold it already.
      if (change.kind === 'writeLine') line.text = change.text;
      else line.because = change.because;
      return true;
    }
    return false;
  }

  #show(next: PageView, since = this.saver.turn): void {
    const page = this.page?.id === next.id ? keepSame(this.page, next) : next;
    if (this.page && this.page !== page && this.page.id === page.id) this.#vanish(this.page, page);
    for (const line of page.sections.flatMap((section) => section.lines)) {
      this.saver.accept(textKey(line.id), line.text, since);
      this.saver.accept(becauseKey(line.id), line.because, since);
      for (const picture of line.pictures) this.saver.accept(pictureKey(picture.id), picture.alt, since);
    }
    this.#letGo(page);
    for (const { id, ...fields } of page.people) this.saver.accept(personKey(id), fields, since);
    this.saver.here = page.id;
    this.page = page;
    // A line that has reached the book is the book's from then on: undo may take it away again.
    for (const section of page.sections) this.#arrived(section.id, section.lines);
    this.#arrived(PEOPLE, page.people);
  }

  /** A line that is gone has nothing that can be made of it. */
  #letGo(page: PageView): void {
    const there = new Set(page.sections.flatMap((section) => section.lines.map((line) => suggestionKey(line.id))));
    for (const draft of this.saver.unused(SUGGESTION))
      if (draft.page === page.id && !there.has(draft.key)) this.saver.settle(draft);
  }

  #arrived(section: string, known: { id: string }[]): void {
    const waiting = this.fresh[section];
    if (!waiting || waiting.length === 0) return;
    const ids = new Set(known.map((each) => each.id));
    if (waiting.some(({ id }) => ids.has(id)))
      this.keep(
        section,
        waiting.filter(({ id }) => !ids.has(id)),
      );
  }

  /** What of a section is on the screen and not in the book. */
  keep(section: string, fresh: Fresh[]): void {
    this.fresh = { ...this.fresh, [section]: fresh };
  }

  /** Of a page that is left only what could not be saved is kept. */
  #forget(): void {
    const kept = Object.entries(this.fresh).map(([section, fresh]): [string, Fresh[]] => [
      section,
      fresh.filter(({ id }) => this.saver.holds(section === PEOPLE ? personKey(id) : linePrefix(id))),
    ]);
    this.fresh = Object.fromEntries(kept.filter(([, fresh]) => fresh.length > 0));
    for (const [key, id] of this.answers) if (!this.saver.holds(linePrefix(id))) this.answers.delete(key);
  }

  /** Lines that left the page, e.g. by undo: words typed into them meanwhile make them new ones; else nothing is kept of them. */
  #vanish(before: PageView, now: PageView): void {
    const there = new Set(now.sections.flatMap((section) => section.lines.map((line) => line.id)));
    for (const { id: section, kind, lines } of before.sections) {
      if (kind === 'derived' || kind === 'people') continue;
      for (const [index, line] of lines.entries()) {
        if (there.has(line.id)) continue;
        if (!this.saver.holds(linePrefix(line.id))) {
          this.saver.drop(linePrefix(line.id));
          this.answers.delete(answerKey(section, line.prompt));
          continue;
        }
        this.saver.lose(textKey(line.id));
        this.answers.set(answerKey(section, line.prompt), line.id);
        if (kind === 'list' || kind === 'choice')
          this.keep(section, [...(this.fresh[section] ?? []), { id: line.id, after: lines[index - 1]?.id ?? null }]);
      }
    }
  }

  #refused(thrown: unknown): void {
    const failure = asFailure(thrown);
    if (failure.code === 'locked') this.#locked();
    else this.trouble = failure;
  }
}
