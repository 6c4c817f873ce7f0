import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';
import { QUIET } from '../save/saver.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const written = (title = 'Sådan er jeg'): HTMLTextAreaElement[] =>
  screen.queryAllByLabelText<HTMLTextAreaElement>(title, { selector: 'textarea' });
const texts = (): string[] => written().map((field) => field.value);
const empty = (): HTMLElement => screen.getByLabelText('Ny linje: Sådan er jeg');

async function wait(time = QUIET): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await settle();
}

/** Writes lines one after the other, each a step of its own; the caret stands in the last. */
async function write(...words: string[]): Promise<void> {
  for (const word of words) {
    await type(empty(), word);
    await wait();
  }
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  written().at(-1)?.focus();
}

describe('when undo takes away the line one stands in', () => {
  test('the caret goes to the line above', async () => {
    await open();
    await write('te', 'vand');
    await press(written()[1]!, 'z', { ctrlKey: true });
    expect(texts()).toEqual(['te']);
    expect(document.activeElement).toBe(written()[0]);
  });

  test('and to the empty line when it was the only one', async () => {
    await open();
    await write('te');
    await press(written()[0]!, 'z', { ctrlKey: true });
    expect(texts()).toEqual([]);
    expect(document.activeElement).toBe(empty());
  });

  test('letters typed meanwhile keep the line, and are saved', async () => {
    const host = await open();
    await write('te', 'vand');
    host.latency = 50;
    const field = written()[1]!;
    void press(field, 'z', { ctrlKey: true });
    await vi.advanceTimersByTimeAsync(10);
    await type(field, 'vand og is');
    await wait(1000);
    await wait(1000);
    expect(texts()).toEqual(['te', 'vand og is']);
    expect(host.book?.lines.map((each) => each.text)).toEqual(['te', 'vand og is']);
    expect(document.activeElement).toBe(field);
  });
});

describe('many presses of undo and redo', () => {
  test('end in peace when there is nothing more', async () => {
    const host = await open();
    await write('te', 'vand', 'saft');
    host.latency = 5;
    const keys = (key: string): void => {
      for (let times = 0; times < 12; times += 1)
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
        );
    };
    keys('z');
    await wait(2000);
    expect(texts()).toEqual([]);
    keys('y');
    await wait(2000);
    expect(texts()).toEqual(['te', 'vand', 'saft']);
    expect(screen.queryByText('Prøv igen')).toBeNull();
  });

  test('a step that is gone meanwhile is no trouble: the page is read again', async () => {
    const host = await open();
    await write('te');
    for (const code of ['nothing', 'not-found'] as const) {
      host.failNext(failure(code, 'Der er ikke noget at fortryde.'));
      const before = host.calls.filter((call) => call.name === 'page').length;
      await click(screen.getAllByText('Fortryd')[0]!);
      expect(screen.queryByText('Der er ikke noget at fortryde.')).toBeNull();
      expect(host.calls.filter((call) => call.name === 'page').length).toBeGreaterThan(before);
    }
    host.failNext(failure('other', 'Computeren kunne ikke skrive.'));
    await click(screen.getAllByText('Fortryd')[0]!);
    expect(screen.getByText('Computeren kunne ikke skrive.')).toBeTruthy();
  });
});

describe('where the keyboard stands', () => {
  test('after the first run: at the heading of the page', async () => {
    await open({ state: 'first-run' });
    await click(screen.getByText('Dansk'));
    await click(screen.getByText('Gå videre'));
    await click(screen.getByLabelText('Nej, kun mig'));
    await click(screen.getByText('Lav bogen uden lås'));
    await click(screen.getByText('Begynd med noget godt'));
    expect(document.activeElement?.textContent).toBe('Når jeg har det godt');
  });

  test('after locking: in the field of the passphrase', async () => {
    await open({ passphrase: 'hav kaffe bro' });
    await press(document.body, 'l', { ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByLabelText('Adgangssætning'));
  });
});

test('when every chapter is hidden the book opens where they can be shown again', async () => {
  const book = bookWith(line('a', 'well.like', 'te'));
  book.hidden = book.chapters.map((chapter) => chapter.id);
  await open({ book });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tilpas bogen');
  expect(screen.getByText(/Alle kapitler er skjult/)).toBeTruthy();
  expect(screen.queryByText('Prøv igen')).toBeNull();
  await press(document.body, 'Escape');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tilpas bogen');
  await click(screen.getByText('Vis »Når jeg har det godt« igen'));
  await press(document.body, 'Escape');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
});
