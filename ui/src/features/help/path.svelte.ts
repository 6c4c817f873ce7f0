// *Det er svært lige nu*, one thing at a time: where one is on the way, and what comes next. Nothing is recorded.
// Not here: what stands behind each way in (core), and how it is drawn.
import type { Door, HelpLine, HelpView, NumberOf, PersonView, Tool } from '../../lib/ipc/types';

export type Step = 'how' | 'sign' | 'tool' | 'people' | 'lines' | 'good' | 'all' | 'helper';
type Moment = { step: Step; door: Door | null; at: number };

export const ALARM = '112';

export class Path {
  help = $state.raw<HelpView>() as HelpView;
  step = $state<Step>('how');
  door = $state.raw<Door | null>(null);
  /** Which sign or tool. */
  at = $state(0);
  /** All that is written to try has been shown. */
  tried = $state(false);
  /** The book behind it has been locked. */
  gone = $state(false);
  #came = $state.raw<Moment[]>([]);

  constructor(help: HelpView) {
    this.help = help;
    this.#begin();
  }

  /** The key is gone: what is shown stays, and nothing more can be written or fetched. */
  lock(): void {
    this.gone = true;
  }

  /** The same way with what the book says now, e.g. in another language. */
  renew(help: HelpView): void {
    this.help = help;
    if (this.door) this.door = this.#doors.find((door) => door.id === this.door?.id) ?? this.door;
  }

  /** The ways in. When locked there is one, with the lines that were chosen to be seen. */
  get #doors(): Door[] {
    const { doors, locked, signs, tools } = this.help;
    if (!locked) return doors;
    return [{ id: 'card', title: '', signs, tools: tools.map((text) => ({ text, because: '' })) }];
  }

  get asks(): boolean {
    return !this.help.locked && this.help.doors.length > 0;
  }

  get people(): PersonView[] {
    return this.help.people.filter((person) => person.wanted !== 'no' && (person.name || person.phone));
  }

  get lines(): HelpLine[] {
    return this.help.lines.filter((line) => line.number !== ALARM);
  }

  /** When its number was tried and did not work, in words. */
  dead = (of: NumberOf, id: string): string =>
    this.help.dead.find((dead) => dead.of === of && dead.id === id)?.tried ?? '';

  get sign(): string {
    return this.door?.signs[this.at] ?? '';
  }

  get tool(): Tool | null {
    return this.door?.tools[this.at] ?? null;
  }

  /** Whether there is another sign or tool after this one. */
  get hasMore(): boolean {
    const list = this.step === 'sign' ? this.door?.signs : this.door?.tools;
    return this.at + 1 < (list?.length ?? 0);
  }

  get isFirst(): boolean {
    return this.#came.length === 0;
  }

  #begin(): void {
    if (this.asks) return;
    const [door] = this.#doors;
    if (door) this.#through(door);
  }

  #through(door: Door): void {
    this.door = door;
    this.at = 0;
    this.tried = false;
    if (door.signs.length > 0) this.step = 'sign';
    else if (door.tools.length > 0) this.step = 'tool';
    else this.step = this.#toSomeone;
  }

  get #toSomeone(): Step {
    return this.people.length > 0 ? 'people' : 'lines';
  }

  #leave(): void {
    this.#came = [...this.#came, { step: this.step, door: this.door, at: this.at }];
  }

  choose(door: Door): void {
    this.#leave();
    this.#through(door);
  }

  /** *Noget andet*: the next one; after the last it goes on to people. */
  another(): void {
    this.#leave();
    if (this.hasMore) this.at += 1;
    else if (this.step === 'sign') this.#toTools();
    else {
      this.tried = true;
      this.step = this.#toSomeone;
    }
  }

  /** *Videre*: to what comes next, however many are left of this. */
  on(): void {
    this.#leave();
    if (this.step === 'sign') this.#toTools();
    else if (this.step === 'tool') this.step = this.#toSomeone;
    else if (this.step === 'people') this.step = 'lines';
    else this.step = 'good';
  }

  #toTools(): void {
    this.at = 0;
    this.step = (this.door?.tools.length ?? 0) > 0 ? 'tool' : this.#toSomeone;
  }

  /** Straight to a step from any other. */
  to(step: Step): void {
    if (step === this.step) return;
    this.#leave();
    this.tried = false;
    this.step = step;
  }

  /** From the very beginning. */
  again(): void {
    this.#came = [];
    this.step = 'how';
    this.door = null;
    this.at = 0;
    this.tried = false;
    this.#begin();
  }

  /** One step back; false at the first one. */
  back(): boolean {
    const came = this.#came.at(-1);
    if (!came) return false;
    this.#came = this.#came.slice(0, -1);
    ({ step: this.step, door: this.door, at: this.at } = came);
    this.tried = false;
    return true;
  }
}
