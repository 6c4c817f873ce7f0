// A section where each thing has one answer: a free text, a question, a ruler. The answer is a line of the book.
// Not here: lists (`lines.svelte.ts`).
import type { Line, SectionView } from '../../lib/ipc/types';
import { answerKey, becauseKey, textKey, type Book } from '../book/book.svelte';
import type { Draft } from '../save/draft.svelte';
import { newId } from './lines.svelte';

export class Answers {
  #book: Book;
  #section: () => SectionView;

  constructor(book: Book, section: () => SectionView) {
    this.#book = book;
    this.#section = section;
  }

  line(prompt: string): Line | null {
    return this.#section().lines.find((line) => line.prompt === prompt) ?? null;
  }

  #id(prompt: string): string {
    const line = this.line(prompt);
    if (line) return line.id;
    const key = answerKey(this.#section().id, prompt);
    const id = this.#book.answers.get(key) ?? newId();
    this.#book.answers.set(key, id);
    return id;
  }

  text(prompt: string): Draft<string> {
    const id = this.#id(prompt);
    return this.#book.saver.draft(textKey(id), this.line(prompt)?.text ?? '', (text) =>
      this.#section().lines.some((line) => line.id === id)
        ? { kind: 'writeLine', id, text }
        : { kind: 'addLine', id, section: this.#section().id, prompt, text, place: { at: 'last' } },
    );
  }

  because(prompt: string): Draft<string> {
    const id = this.#id(prompt);
    return this.#book.saver.draft(becauseKey(id), this.line(prompt)?.because ?? '', (because) => ({
      kind: 'writeBecause',
      id,
      because,
    }));
  }

  /** Decided with one press rather than typed. */
  async answer(prompt: string, text: string): Promise<void> {
    this.text(prompt).type(text);
    await this.#book.saver.flush();
  }
}
