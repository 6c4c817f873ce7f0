// Choosing a tool or a person for a line, or making a new one on the way.
// Not here: how the choice looks (`LinkPicker.svelte`).
import { language } from '../../lib/i18n/say.svelte';
import type { Line, LinkKind, PageView } from '../../lib/ipc/types';
import type { Book } from '../book/book.svelte';
import { newId } from '../line/lines.svelte';

export const TOOLBOX = 'toolbox.tools';

export type Option = { kind: LinkKind; id: string; text: string; link: string };

export class Picker {
  words = $state('');
  /** Pressed twice on a slow disk it is still one. */
  #making = false;
  #book: Book;
  #page: () => PageView;
  #line: () => Line;
  #kinds: () => LinkKind[];

  constructor(book: Book, page: () => PageView, line: () => Line, kinds: () => LinkKind[]) {
    this.#book = book;
    this.#page = page;
    this.#line = line;
    this.#kinds = kinds;
  }

  /** All that can be linked and holds the words, in the order of the alphabet. `link` is the link's id when there is one. */
  options(kind: LinkKind): Option[] {
    if (!this.#kinds().includes(kind)) return [];
    const page = this.#page();
    const all =
      kind === 'tool'
        ? page.tools.map(({ id, text }) => ({ id, text }))
        : page.people.map(({ id, name }) => ({ id, text: name }));
    const words = this.words.trim().toLocaleLowerCase(language());
    const order = new Intl.Collator(language());
    return all
      .filter(
        (each) =>
          each.text.trim() !== '' &&
          each.id !== this.#line().id &&
          each.text.toLocaleLowerCase(language()).includes(words),
      )
      .map((each) => ({ kind, ...each, link: this.#line().links.find((link) => link.to === each.id)?.id ?? '' }))
      .sort((a, b) => order.compare(a.text, b.text));
  }

  async toggle(option: Option): Promise<void> {
    if (option.link !== '') await this.#book.do({ kind: 'removeLink', id: option.link });
    else await this.#link(option.kind, option.id);
  }

  /** A new tool or person named as the words say, linked at once. */
  async make(kind: LinkKind): Promise<void> {
    const text = this.words.trim();
    if (text === '' || this.#making) return;
    this.#making = true;
    try {
      await this.#make(kind, text);
    } finally {
      this.#making = false;
    }
  }

  async #make(kind: LinkKind, text: string): Promise<void> {
    const id = newId();
    const made =
      kind === 'tool'
        ? await this.#book.do({ kind: 'addLine', id, section: TOOLBOX, prompt: '', text, place: { at: 'last' } })
        : await this.#book.do({
            kind: 'addPerson',
            id,
            fields: { name: text, relation: '', phone: '', wanted: 'unset', why: '' },
            place: { at: 'last' },
          });
    if (made && (await this.#link(kind, id))) this.words = '';
  }

  async #link(toKind: LinkKind, to: string): Promise<boolean> {
    return (await this.#book.do({ kind: 'addLink', id: newId(), from: this.#line().id, toKind, to })) !== null;
  }
}
