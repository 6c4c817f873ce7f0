// The lines of one section as they are being written: those of the book, new ones that are not sent yet, and the empty line at the end.
// Not here: when they are sent (`save`) and how they look (`LineRow.svelte`).
import { tick } from 'svelte';
import type { Change, Choice, Line, Mark, Place, SectionView } from '../../lib/ipc/types';
import { m } from '../../lib/i18n/messages';
import { becauseKey, textKey, type Book, type Fresh } from '../book/book.svelte';
import type { Draft } from '../save/draft.svelte';

export type Row = { id: string; line: Line | null; last: boolean };

export const newId = (): string => crypto.randomUUID();

export class Lines {
  /** The line whose *fordi* and actions are shown. */
  active = $state('');
  #ghost = $state(newId());
  #drawn = new Map<string, Row>();
  #book: Book;
  #section: () => SectionView;
  rows: Row[] = $derived.by(() => this.#rows());

  constructor(book: Book, section: () => SectionView) {
    this.#book = book;
    this.#section = section;
  }

  get #fresh(): Fresh[] {
    return this.#book.fresh[this.#section().id] ?? [];
  }

  set #fresh(fresh: Fresh[]) {
    this.#book.keep(this.#section().id, fresh);
  }

  get ghost(): string {
    return this.#ghost;
  }

  #rows(): Row[] {
    const rows = this.#section().lines.map((line) => this.#row(line.id, line));
    for (const fresh of this.#fresh) {
      if (rows.some((row) => row.id === fresh.id)) continue;
      const index = rows.findIndex((row) => row.id === fresh.after);
      rows.splice(fresh.after === null ? 0 : index < 0 ? rows.length : index + 1, 0, this.#row(fresh.id, null));
    }
    if (!this.#book.readOnly) rows.push(this.#row(this.#ghost, null, true));
    this.#drawn = new Map(rows.map((row) => [row.id, row]));
    return rows;
  }

  /** The very same row while nothing of it is different, so that a long page is not drawn anew for one line. */
  #row(id: string, line: Line | null, last = false): Row {
    const drawn = this.#drawn.get(id);
    return drawn && drawn.line === line && drawn.last === last ? drawn : { id, line, last };
  }

  text(row: Row): Draft<string> {
    return this.#book.saver.draft(textKey(row.id), row.line?.text ?? '', (text) => this.#write(row.id, text));
  }

  because(row: Row): Draft<string> {
    return this.#book.saver.draft(becauseKey(row.id), row.line?.because ?? '', (because) => ({
      kind: 'writeBecause',
      id: row.id,
      because,
    }));
  }

  #write(id: string, text: string): Change {
    if (this.#section().lines.some((line) => line.id === id)) return { kind: 'writeLine', id, text };
    return { kind: 'addLine', id, section: this.#section().id, prompt: '', text, place: this.#placeOf(id) };
  }

  /** After the nearest line above that is in the book. */
  #placeOf(id: string): Place {
    const rows = this.rows;
    const index = rows.findIndex((row) => row.id === id);
    const above = rows.slice(0, index < 0 ? rows.length : index).findLast((row) => row.line !== null);
    return above ? { at: 'after', id: above.id } : { at: 'first' };
  }

  /** The empty line at the end becomes a line, and a new empty one follows it. */
  begin(row: Row): void {
    if (row.id !== this.#ghost) return;
    const above = this.rows.at(-2)?.id;
    this.#fresh = [...this.#fresh, { id: row.id, after: above ?? null }];
    this.#ghost = newId();
    this.active = row.id;
  }

  /** Enter: what stands after the caret goes to a new line. Gives the line to write on. */
  next(row: Row, caret: number): string {
    if (row.id === this.#ghost) return row.id;
    const draft = this.text(row);
    const tail = draft.value.slice(caret);
    const rows = this.rows;
    const below = rows[rows.findIndex((each) => each.id === row.id) + 1];
    if (tail === '' && below?.last) return below.id;
    const id = newId();
    this.#fresh = [...this.#fresh, { id, after: row.id }];
    if (tail !== '') {
      draft.type(draft.value.slice(0, caret).trimEnd());
      const fresh = this.rows.find((each) => each.id === id);
      if (fresh) this.text(fresh).type(tail.trimStart());
    }
    return id;
  }

  /** Takes a line away. Gives the line to go to. */
  async remove(row: Row): Promise<string> {
    const rows = this.rows;
    const index = rows.findIndex((each) => each.id === row.id);
    const target = rows[index - 1]?.id ?? rows[index + 1]?.id ?? this.#ghost;
    // A line still on its way to the book must arrive before it can be taken out again.
    this.#book.saver.drop(`line:${row.id}:`);
    this.#fresh = this.#fresh.filter((fresh) => fresh.id !== row.id);
    const removed = await this.#book.saver.run(
      () => this.#book.host.change({ kind: 'removeLine', id: row.id }),
      () => this.#has(row.id),
    );
    if (removed && row.line?.text) this.#book.note = m.noteRemoved();
    return target;
  }

  #has(id: string): boolean {
    return this.#section().lines.some((line) => line.id === id);
  }

  /** A line that was emptied and left is taken away. */
  async leave(row: Row): Promise<void> {
    const empty = this.text(row).value.trim() === '' && this.because(row).value.trim() === '';
    const bare = (row.line?.links.length ?? 0) + (row.line?.pictures.length ?? 0) === 0;
    if (row.id === this.#ghost || !empty || !bare) {
      await this.#book.saver.flush();
      return;
    }
    await this.remove(row);
  }

  /** Several lines from somewhere else become several lines here. */
  async paste(row: Row, text: string): Promise<void> {
    const section = this.#section().id;
    if (!(await this.#book.saver.flush())) return;
    const own = this.#section().lines.some((line) => line.id === row.id);
    const place: Place = own ? { at: 'after', id: row.id } : this.#placeOf(row.id);
    const changed = await this.#book.do({
      kind: 'pasteLines',
      section,
      text,
      place: row.id === this.#ghost ? { at: 'last' } : place,
    });
    if (changed) this.#book.note = m.notePasted({ count: changed.created.length });
  }

  /** One step up or down. True when it could. */
  async move(row: Row, step: -1 | 1): Promise<boolean> {
    const lines = this.#section().lines;
    const index = lines.findIndex((line) => line.id === row.id);
    return this.moveTo(row, index + step);
  }

  /** Puts the line at this place in the list. */
  async moveTo(row: Row, index: number): Promise<boolean> {
    if (!(await this.#book.saver.flush())) return false;
    const rest = this.#section().lines.filter((line) => line.id !== row.id);
    const known = this.#section().lines.findIndex((line) => line.id === row.id);
    if (known < 0 || index < 0 || index > rest.length || index === known) return false;
    const above = rest[index - 1];
    const place: Place = above ? { at: 'after', id: above.id } : { at: 'first' };
    const changed = await this.#book.do({ kind: 'moveLine', id: row.id, place });
    if (changed) this.#book.said = m.saidMoved({ place: String(index + 1), count: String(rest.length + 1) });
    return changed !== null;
  }

  async mark(row: Row, mark: Mark, on: boolean): Promise<void> {
    await this.#book.do({ kind: 'markLine', id: row.id, mark, on });
  }

  async choose(row: Row, choice: Choice): Promise<void> {
    await this.#book.do({ kind: 'chooseLine', id: row.id, choice });
  }
}

/** True when a paste is several lines rather than a few words. */
export const isSeveralLines = (text: string): boolean =>
  text.split(/\r?\n/).filter((line) => line.trim() !== '').length > 1;

/** Puts the caret in a line's field, at its end or its beginning. */
export async function goTo(id: string, at: 'start' | 'end' = 'end'): Promise<void> {
  await tick();
  const field = document.getElementById(`field-${id}`);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  const caret = at === 'end' ? field.value.length : 0;
  field.setSelectionRange(caret, caret);
}
