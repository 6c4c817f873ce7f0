// What is written about a visit while it goes on and when it ends: each field saves itself. Not here: what is agreed (`Tasks`) and answered (`Rating`).
import { asFailure } from '../../lib/ipc/host';
import type { Failure, Id, VisitChange, VisitFields, VisitRecord } from '../../lib/ipc/types';
import { newest } from '../../lib/newest';
import type { Book } from '../book/book.svelte';
import type { Draft } from '../save/draft.svelte';
import { around } from './beside.svelte';

const WRITTEN = ['agenda', 'agreed', 'keptPrivate', 'nextOn', 'nextNote'] as const;
type Written = (typeof WRITTEN)[number];

export class Writing {
  record = $state.raw<VisitRecord | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly #id: Id;
  readonly #book: Book;
  readonly #reading = newest();

  constructor(book: Book, id: Id) {
    this.#book = book;
    this.#id = id;
  }

  async look(): Promise<void> {
    const { saver, host } = this.#book;
    const since = saver.turn;
    try {
      const read = await this.#reading(() => host.visitRecord(this.#id));
      if (!read) return;
      for (const key of WRITTEN) saver.accept(this.#keyOf(key), read.fields[key], since);
      for (const answer of read.reflection) saver.accept(this.#reflectionKey(answer.question), answer.text, since);
      this.record = read;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** One field of the visit. The others go along as the book has said yes to them, never as they once were read. */
  field(key: Written): Draft<string> {
    return this.#book.saver.draft(this.#keyOf(key), this.record?.fields[key] ?? '', (text) =>
      this.#write({ [key]: text }),
    );
  }

  reflection(question: string, text: string): Draft<string> {
    return this.#book.saver.draft(this.#reflectionKey(question), text, (words) =>
      around({ act: 'answer', visit: this.#id, series: 'reflection', question, value: -1, text: words }),
    );
  }

  /** Whether the answers of who is here are kept. */
  async keep(on: boolean): Promise<void> {
    await this.#book.saver.flush();
    const kept = await this.#book.do(this.#write({ keepReflection: on }));
    if (kept && this.record) this.record = { ...this.record, fields: { ...this.record.fields, keepReflection: on } };
    await this.look();
  }

  #write(some: Partial<VisitFields>): ReturnType<typeof around> {
    const saved = Object.fromEntries(WRITTEN.map((key) => [key, this.field(key).saved])) as Pick<VisitFields, Written>;
    const keepReflection = this.record?.fields.keepReflection ?? false;
    const visit: VisitChange = { act: 'write', id: this.#id, fields: { keepReflection, ...saved, ...some } };
    return around(visit);
  }

  #keyOf(key: Written): string {
    return `visit:${this.#id}:${key}`;
  }

  #reflectionKey(question: string): string {
    return `reflection:${this.#id}:${question}`;
  }
}
