// Help lines as they are written on: own ones, and what one corrects about those that came with the program.
// Not here: how they are shown in a hard moment (`help`), and what their hours mean (core).
import { newest } from '../../lib/newest';
import { asFailure } from '../../lib/ipc/host';
import type { Failure, HelpLineEdit, HelpLineFields, OpenHours, ReviewNumber } from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';
import { newId } from '../line/lines.svelte';
import type { Draft } from '../save/draft.svelte';

export const NOTHING: HelpLineFields = { name: '', number: '', whom: '', hours: '', opening: [], checked: '' };
const key = (id: string): string => `help-line:${id}`;

/** The first row of hours one is offered, and the one after it. */
const WEEK: OpenHours = { days: 'mon-fri', from: '09:00', to: '16:00' };
const WEEKEND: OpenHours = { days: 'sat-sun', from: '10:00', to: '16:00' };

/** Every half hour of the day, as a row of hours is chosen. */
export const CLOCK: string[] = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});

export class NumberList {
  lines = $state.raw<HelpLineEdit[]>([]);
  /** What was found when they were last tried. */
  tried = $state.raw<ReviewNumber[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** The one that is being written on. */
  open = $state('');
  #reading = newest();
  #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  async read(): Promise<void> {
    this.failure = null;
    try {
      const since = this.#book.saver.turn;
      const lines = await this.#reading(() => this.#book.host.helpLines());
      if (!lines) return;
      for (const { line, fields } of lines) this.#book.saver.accept(key(line.id), fields, since);
      this.lines = lines;
      this.tried = (await this.#book.host.review()).numbers;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  draft(edit: HelpLineEdit): Draft<HelpLineFields> {
    return this.#book.saver.draft(key(edit.line.id), edit.fields, (fields) => ({
      kind: 'writeHelpLine',
      id: edit.line.id,
      fields,
    }));
  }

  /** A number that did not work when it was tried, and when that was. */
  dead(edit: HelpLineEdit): string {
    const found = this.tried.find((number) => number.of === 'line' && number.id === edit.line.id);
    return found?.answer === 'no' ? found.tried : '';
  }

  async add(name = '', whom = ''): Promise<void> {
    const id = newId();
    const made = await this.#book.do({ kind: 'addHelpLine', id, fields: { ...NOTHING, name, whom } });
    if (made) this.open = id;
  }

  hide = (edit: HelpLineEdit, hidden: boolean): Promise<unknown> =>
    this.#book.do({ kind: 'hideHelpLine', id: edit.line.id, hidden });

  async remove(edit: HelpLineEdit): Promise<void> {
    this.#book.saver.drop(key(edit.line.id));
    this.open = '';
    await this.#book.do({ kind: 'removeHelpLine', id: edit.line.id });
  }

  /** One place up or down; 112 stays first. */
  async move(edit: HelpLineEdit, step: -1 | 1): Promise<void> {
    const ids = this.lines.filter((each) => !each.fixed).map((each) => each.line.id);
    const from = ids.indexOf(edit.line.id);
    const to = from + step;
    if (from < 0 || to < 0 || to >= ids.length) return;
    ids.splice(from, 1);
    ids.splice(to, 0, edit.line.id);
    await this.#book.do({ kind: 'orderHelpLines', ids });
  }

  /** Another row of hours. */
  moreHours(fields: HelpLineFields): HelpLineFields {
    return { ...fields, opening: [...fields.opening, fields.opening.length === 0 ? WEEK : WEEKEND] };
  }
}

/** Today as the book keeps a day. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
