// Moving a line with the pointer. The keyboard has Alt and arrows, and every line has *Flyt op* and *Flyt ned*.

export class Drag {
  /** The line in hand; empty when none. */
  held = $state('');
  /** Where it would land. */
  over = $state(-1);
  #drop: (id: string, index: number) => void;

  constructor(drop: (id: string, index: number) => void) {
    this.#drop = drop;
  }

  start(event: PointerEvent & { currentTarget: HTMLElement }, id: string): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    this.held = id;
    this.over = -1;
  }

  move(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (this.held === '') return;
    const items = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].filter(
      (item) => item.dataset.line !== this.held,
    );
    const below = items.findIndex((item) => {
      const box = item.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    this.over = below < 0 ? items.length : below;
  }

  end(): void {
    const { held, over } = this;
    this.held = '';
    this.over = -1;
    if (held !== '' && over >= 0) this.#drop(held, over);
  }

  cancel(): void {
    this.held = '';
    this.over = -1;
  }
}
