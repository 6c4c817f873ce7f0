import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';
import { QUIET } from '../save/saver.svelte';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: false }));
afterEach(() => void vi.useRealTimers());

const empty = (title = 'Sådan er jeg'): HTMLElement => screen.getByLabelText(`Ny linje: ${title}`);
const written = (title = 'Sådan er jeg'): HTMLTextAreaElement[] =>
  screen.queryAllByLabelText<HTMLTextAreaElement>(title, { selector: 'textarea' });
const texts = (title?: string): string[] => written(title).map((field) => field.value);

async function settleSaved(): Promise<void> {
  await vi.advanceTimersByTimeAsync(QUIET);
  await settle();
}

describe('writing lines', () => {
  test('what is typed in the empty line becomes a line of the book and a new empty line follows', async () => {
    const host = await open();
    await type(empty(), 'Jeg synger');
    await settleSaved();
    expect(host.changes()).toMatchObject([
      { kind: 'addLine', section: 'well.like', text: 'Jeg synger', place: { at: 'first' } },
    ]);
    expect(texts()).toEqual(['Jeg synger']);
    expect(empty()).toBeTruthy();
  });

  test('the caret stays in the line while it is saved and the page is read again', async () => {
    await open();
    const field = empty();
    await type(field, 'Jeg synger');
    await settleSaved();
    expect(document.activeElement).toBe(field);
    expect(field.isConnected).toBe(true);
  });

  test('the next words of the same new line are written, not added again', async () => {
    const host = await open();
    const field = empty();
    await type(field, 'Jeg');
    await settleSaved();
    await type(field, 'Jeg synger');
    await settleSaved();
    expect(host.changes().map((change) => change.kind)).toEqual(['addLine', 'writeLine']);
  });

  test('Gemt stands there only after the book has answered', async () => {
    await open({ latency: 50 });
    await vi.advanceTimersByTimeAsync(500);
    await settle();
    await type(empty(), 'Jeg synger');
    await vi.advanceTimersByTimeAsync(QUIET + 10);
    expect(screen.queryByText(/Gemt kl\./)).toBeNull();
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    expect(screen.getAllByText(/Gemt kl\./).length).toBeGreaterThan(0);
  });

  test('Enter goes to the next line, and splits the line where the caret stands', async () => {
    const host = await open({ book: bookWith(line('a', 'well.like', 'te og kaffe')) });
    const field = written()[0]!;
    field.focus();
    field.setSelectionRange(2, 2);
    await press(field, 'Enter');
    await settleSaved();
    expect(texts()).toEqual(['te', 'og kaffe']);
    expect(document.activeElement).toBe(written()[1]);
    expect(host.book?.lines.map((each) => each.text)).toEqual(['te', 'og kaffe']);
  });

  test('Backspace in an empty line takes it away and goes to the line above', async () => {
    const host = await open({ book: bookWith(line('a', 'well.like', 'te'), line('b', 'well.like', 'kaffe')) });
    const field = written()[1]!;
    await type(field, '');
    await press(field, 'Backspace');
    expect(texts()).toEqual(['te']);
    expect(host.book?.lines).toHaveLength(1);
    expect(document.activeElement).toBe(written()[0]);
  });

  test('several pasted lines become several lines, which one press takes back', async () => {
    const host = await open();
    const field = empty();
    field.focus();
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { getData: () => '- te\n\n- kaffe\n3. vand' } });
    field.dispatchEvent(paste);
    await settle();
    expect(host.changes()).toMatchObject([
      { kind: 'pasteLines', section: 'well.like', text: '- te\n\n- kaffe\n3. vand' },
    ]);
    expect(texts()).toEqual(['te', 'kaffe', 'vand']);
    await click(within(screen.getByText('3 linjer er sat ind.').closest('.box') as HTMLElement).getByText('Fortryd'));
    expect(texts()).toEqual([]);
  });

  test('Alt and arrows move a line, and it keeps the caret', async () => {
    const host = await open({ book: bookWith(line('a', 'well.like', 'te'), line('b', 'well.like', 'kaffe')) });
    const field = written()[1]!;
    field.focus();
    await press(field, 'ArrowUp', { altKey: true });
    expect(texts()).toEqual(['kaffe', 'te']);
    expect(host.changes()).toEqual([{ kind: 'moveLine', id: 'b', place: { at: 'first' } }]);
    expect(document.activeElement).toBe(written()[0]);
    expect(screen.getByText('Flyttet til plads 1 af 2')).toBeTruthy();
  });

  test('fordi is written beside the line', async () => {
    const host = await open({ book: bookWith(line('a', 'well.like', 'te')) });
    written()[0]!.focus();
    await settle();
    await type(screen.getByLabelText('Fordi, til »te«'), 'det varmer');
    await settleSaved();
    expect(host.book?.lines[0]?.because).toBe('det varmer');
  });

  test('examples are there on an empty page, go away when one has begun, and can be asked for', async () => {
    await open({ book: bookWith(line('a', 'well.like', 'te')) });
    expect(screen.queryByText('Jeg synger, når jeg laver mad.')).toBeNull();
    await click(screen.getByText('Vis eksempler'));
    expect(screen.getByText('Jeg synger, når jeg laver mad.')).toBeTruthy();
  });
});

describe('when something goes wrong', () => {
  test('a full disk leaves the text on the screen, says so, and Prøv igen saves it', async () => {
    const host = await open();
    host.failNext();
    await type(empty(), 'Jeg synger');
    await settleSaved();
    expect(screen.getByText('Der er ikke mere plads på computeren. Din tekst er her stadig.')).toBeTruthy();
    expect(texts()).toEqual(['Jeg synger']);
    expect(screen.queryByText(/Gemt kl\./)).toBeNull();
    await click(screen.getByText('Prøv igen'));
    expect(host.book?.lines[0]?.text).toBe('Jeg synger');
    expect(screen.queryByText('Der er ikke mere plads på computeren. Din tekst er her stadig.')).toBeNull();
  });

  test('the window does not close while words are not on disk', async () => {
    const host = await open();
    await type(empty(), 'Jeg synger');
    host.failNext();
    host.askToClose();
    await settle();
    expect(host.calls.some((call) => call.name === 'closed')).toBe(false);
    await click(screen.getByText('Prøv igen'));
    expect(host.book?.lines[0]?.text).toBe('Jeg synger');
    expect(host.calls.some((call) => call.name === 'closed')).toBe(true);
  });

  test('closing sends the last words first', async () => {
    const host = await open();
    await type(empty(), 'Jeg synger');
    host.askToClose();
    await settle();
    expect(host.calls.map((call) => call.name).filter((name) => name === 'change' || name === 'closed')).toEqual([
      'change',
      'closed',
    ]);
  });

  test('a book that can only be read shows its lines and offers no field to write in', async () => {
    await open({ readOnly: true, book: bookWith(line('a', 'well.like', 'te')) });
    expect(screen.getByText('Bogen kan kun læses lige nu.')).toBeTruthy();
    expect(written()[0]?.readOnly).toBe(true);
    expect(screen.queryByLabelText('Ny linje: Sådan er jeg')).toBeNull();
  });
});

describe('the note after something was taken away', () => {
  const two = (): ReturnType<typeof bookWith> =>
    bookWith(line('a', 'well.like', 'te'), line('b', 'well.like', 'kaffe'));
  const takeAway = async (): Promise<void> => {
    written()[0]!.focus();
    await settle();
    await click(screen.getByText('Mere'));
    await click(screen.getByText('Fjern'));
  };

  test('stands at the bottom of the window, outside what scrolls, with Fortryd in it', async () => {
    await open({ book: two() });
    await takeAway();
    const note = screen.getByText('Fjernet. Du kan fortryde det.').closest('.note') as HTMLElement;
    expect(document.querySelector('main')?.contains(note)).toBe(false);
    expect(note.closest('.frame')).toBeNull();
    await click(within(note).getByText('Fortryd'));
    expect(texts()).toEqual(['te', 'kaffe']);
    expect(screen.queryByText('Fjernet. Du kan fortryde det.')).toBeNull();
  });

  test('is left to where one stood before it was pressed, not to the last button of the page', async () => {
    await open({ book: two() });
    await takeAway();
    const stood = document.activeElement as HTMLElement;
    expect(stood.tagName).toBe('TEXTAREA');
    for (const words of ['Fortryd', 'Det er fint']) {
      if (words === 'Det er fint') await takeAway();
      const button = within(document.querySelector<HTMLElement>('.note')!).getByText(words);
      button.focus();
      await click(button);
      await vi.advanceTimersByTimeAsync(500);
      await settle();
      expect(document.activeElement?.tagName, words).toBe('TEXTAREA');
    }
  });

  test('goes away when something else is written, for Fortryd would take back that', async () => {
    await open({ book: two() });
    await takeAway();
    await type(written()[0]!, 'kaffe og kage');
    await settleSaved();
    expect(screen.queryByText('Fjernet. Du kan fortryde det.')).toBeNull();
  });

  test('scrolls what has the focus up from under it', async () => {
    await open({ book: two() });
    const scrolled: number[] = [];
    vi.spyOn(window, 'scrollBy').mockImplementation((...to: unknown[]) => void scrolled.push(Number(to[1])));
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return (this.classList.contains('note') ? { top: 700, bottom: 800 } : { top: 750, bottom: 790 }) as DOMRect;
    });
    await takeAway();
    expect(scrolled[0]).toBe(102);
    vi.restoreAllMocks();
  });
});

describe('what can be done with a line', () => {
  test('Fjern comes last and apart', async () => {
    await open({ book: bookWith(line('a', 'well.like', 'te')) });
    written()[0]!.focus();
    await settle();
    await click(screen.getByText('Mere'));
    const words = [...document.querySelectorAll('.actions button')].map((each) => each.textContent?.trim());
    expect(words.slice(-4)).toEqual(['Flyt op', 'Flyt ned', 'Tidligere udgaver', 'Fjern']);
    expect(screen.getByText('Fjern').closest('button')?.classList.contains('apart')).toBe(true);
  });

  test('every one of them has a sign beside its words', async () => {
    await open({ book: bookWith(line('t', 'toolbox.tools', 'te')) });
    await click(within(screen.getByLabelText('Indhold')).getByText('Min værktøjskasse'));
    document.querySelector<HTMLElement>('main textarea')!.focus();
    await settle();
    await click(screen.getByText('Mere'));
    const buttons = [...document.querySelectorAll('.actions button')];
    expect(buttons.length).toBeGreaterThan(5);
    expect(buttons.filter((each) => !each.querySelector('svg'))).toEqual([]);
  });
});

describe('the medicine page', () => {
  const toMedicine = async (): Promise<void> => {
    await click(screen.getByText('Min kriseplan'));
    await click(within(screen.getByLabelText('Indhold')).getByText('Medicin'));
  };
  const choices = (host: { changes: () => { kind: string }[] }): unknown[] =>
    host.changes().map((change) => (change as { choice?: string }).choice);

  test('a second press, Backspace and the quiet button each take a choice off again', async () => {
    const host = await open({ book: bookWith(line('m', 'crisis.medicine', 'Det, jeg plejer')) });
    await toMedicine();
    const word = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>('Helst');
    await click(word());
    expect(word().checked).toBe(true);
    await click(word());
    expect(word().checked).toBe(false);
    await click(word());
    await press(word(), 'Backspace');
    expect(word().checked).toBe(false);
    await click(word());
    await click(screen.getByText('Fjern valget'));
    expect(word().checked).toBe(false);
    expect(document.activeElement).toBe(word());
    expect(screen.queryByText('Fjern valget')).toBeNull();
    expect(choices(host)).toEqual(['preferred', 'unset', 'preferred', 'unset', 'preferred', 'unset']);
  });

  test('two quick presses choose once', async () => {
    const host = await open({ book: bookWith(line('m', 'crisis.medicine', 'Det, jeg plejer')) });
    await toMedicine();
    const word = screen.getByLabelText<HTMLInputElement>('Helst');
    await click(word);
    word.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
    await settle();
    expect(choices(host)).toEqual(['preferred']);
  });

  test('says that what has a choice comes on the front page; other pages do not', async () => {
    await open();
    expect(screen.queryByText(/kommer det med på forsiden/)).toBeNull();
    await toMedicine();
    expect(screen.getByText(/kommer det med på forsiden/)).toBeTruthy();
  });
});

describe('the contents list', () => {
  const current = (): (string | undefined)[] =>
    [...document.querySelectorAll('#contents [aria-current]')].map((each) => each.textContent?.trim());

  test('marks one thing only: the page, or what is open instead of it', async () => {
    await open();
    expect(current()).toEqual(['Når jeg har det godt']);
    await click(screen.getByText('Min kriseplan på papir'));
    expect(current()).toEqual(['Min kriseplan på papir']);
    await click(screen.getByText('Tilpas bogen'));
    expect(current()).toEqual(['Tilpas bogen']);
    expect(document.querySelectorAll('#contents .here')).toHaveLength(0);
  });
});

describe('undo', () => {
  test('in a field it is first the typing, then the book', async () => {
    const host = await open({ book: bookWith(line('a', 'well.like', 'te')) });
    const field = written()[0]!;
    field.focus();
    await type(field, 'te og kaffe');
    await settleSaved();
    await press(field, 'z', { ctrlKey: true });
    expect(texts()).toEqual(['te']);
    expect(host.calls.some((call) => call.name === 'undo')).toBe(false);
    await press(field, 'z', { ctrlKey: true });
    expect(host.calls.some((call) => call.name === 'undo')).toBe(true);
  });

  test('sends what is typed before it undoes, so that nothing half-typed is lost', async () => {
    const host = await open();
    await type(empty(), 'Jeg synger');
    await click(screen.getAllByText('Fortryd')[0]!);
    expect(host.calls.map((call) => call.name).filter((name) => name === 'change' || name === 'undo')).toEqual([
      'change',
      'undo',
    ]);
    expect(texts()).toEqual([]);
    await click(screen.getByText('Gentag'));
    expect(texts()).toEqual(['Jeg synger']);
  });

  test('Ctrl+Z outside fields belongs to the book', async () => {
    await open();
    await type(empty(), 'Jeg synger');
    (document.activeElement as HTMLElement).blur();
    await settleSaved();
    await press(document.body, 'z', { ctrlKey: true });
    expect(texts()).toEqual([]);
    expect(screen.getByText('Fortrudt: linje skrevet')).toBeTruthy();
    expect(document.activeElement?.tagName).toBe('H1');
  });
});

describe('hard pages', () => {
  test('are approached gently: nothing is asked before Begynd', async () => {
    await open();
    await click(screen.getByText('Min kriseplan'));
    await click(screen.getByRole('button', { name: 'Mine mennesker' }));
    expect(screen.getByText(/Du behøver ikke gøre det på én gang/)).toBeTruthy();
    expect(screen.queryByText('Tilføj en person')).toBeNull();
    await click(screen.getByText('Begynd'));
    expect(screen.getByText('Tilføj en person')).toBeTruthy();
  });

  test('Ikke i dag leads to something good, and says that the page waits', async () => {
    await open();
    await click(screen.getByText('Min kriseplan'));
    await click(screen.getByRole('button', { name: 'Mine mennesker' }));
    await click(screen.getByText('Ikke i dag'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
    expect(screen.getByText('Siden venter på dig.')).toBeTruthy();
    await click(screen.getByText('Tidlige tegn'));
    expect(screen.queryByText('Siden venter på dig.')).toBeNull();
  });
});
