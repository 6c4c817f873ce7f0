import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import type { Change } from '../../lib/ipc/types';
import { bookWith, click, full, line, open, press, settle, type } from '../../test/render';
import { AGAIN, QUIET } from './saver.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const empty = (title = 'Sådan er jeg'): HTMLElement => screen.getByLabelText(`Ny linje: ${title}`);
const written = (title = 'Sådan er jeg'): HTMLTextAreaElement[] =>
  screen.queryAllByLabelText<HTMLTextAreaElement>(title, { selector: 'textarea' });
const texts = (title?: string): string[] => written(title).map((field) => field.value);
const title = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

async function wait(time = QUIET): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await settle();
}

/** From now on every change that `hit` picks is refused with `refusal`. Gives a way to make it well again. */
function refuse(host: FakeHost, refusal: ReturnType<typeof failure>, hit: (change: Change) => boolean = () => true) {
  const well = host.change;
  host.change = (change) => (hit(change) ? Promise.reject(refusal) : well(change));
  return () => void (host.change = well);
}
const long = failure('refused', 'Teksten er for lang.', 'Gør den kortere.');
const tooLong = (change: Change): boolean => 'text' in change && change.text.startsWith('Langt');

describe('words that could not be saved', () => {
  test('are drawn in their place again when one comes back to the page, and saved in that order', async () => {
    const host = await open({ book: bookWith(line('a', 'well.like', 'te'), line('b', 'well.like', 'vand')) });
    const well = refuse(host, full);
    const field = written()[0]!;
    field.focus();
    field.setSelectionRange(2, 2);
    await press(field, 'Enter');
    await type(document.activeElement as HTMLElement, 'kaffe');
    await type(empty(), 'saft');
    await wait();
    await click(screen.getByText('Tidlige tegn'));
    await click(screen.getByText('Når jeg har det godt'));
    expect(texts()).toEqual(['te', 'kaffe', 'vand', 'saft']);
    well();
    await click(screen.getByText('Prøv igen'));
    expect(host.book?.lines.map((each) => each.text)).toEqual(['te', 'kaffe', 'vand', 'saft']);
    expect(texts()).toEqual(['te', 'kaffe', 'vand', 'saft']);
  });

  test('are saved by themselves while one is on another page, and are there once when one comes back', async () => {
    const host = await open();
    const well = refuse(host, full);
    await type(empty(), 'saft');
    await wait();
    await click(screen.getByText('Tidlige tegn'));
    well();
    await wait(AGAIN);
    expect(host.book?.lines.map((each) => each.text)).toEqual(['saft']);
    await click(screen.getByText('Når jeg har det godt'));
    expect(texts()).toEqual(['saft']);
    expect(screen.queryByText('Der er ikke mere plads.')).toBeNull();
  });

  test('become a line of their own when the book has thrown theirs away meanwhile', async () => {
    const host = await open();
    let first = true;
    refuse(host, failure('not-found', 'Det er her ikke længere.'), (change) => {
      const hit = first && change.kind === 'addLine';
      if (hit) first = false;
      return hit;
    });
    await type(empty(), 'saft');
    await wait();
    expect(host.book?.lines.map((each) => each.text)).toEqual(['saft']);
    expect(texts()).toEqual(['saft']);
    expect(screen.queryByText('Det er her ikke længere.')).toBeNull();
  });

  test('of a new person are there too, and not behind the question whether to begin', async () => {
    const host = await open();
    await click(screen.getByText('Min kriseplan'));
    await click(screen.getByRole('button', { name: 'Mine mennesker' }));
    await click(screen.getByText('Begynd'));
    await click(screen.getByText('Tilføj en person'));
    refuse(host, full);
    await type(screen.getByLabelText('Navn'), 'Mette');
    await wait();
    await click(screen.getByText('Tidlige tegn'));
    await click(screen.getByText('Min kriseplan'));
    await click(screen.getByRole('button', { name: 'Mine mennesker' }));
    expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('Mette');
  });
});

describe('a text that is refused as it stands', () => {
  const tell = 'Teksten er for lang.';
  async function refused(): Promise<FakeHost> {
    const host = await open({ book: bookWith(line('a', 'well.like', 'te')), passphrase: 'hav kaffe bro' });
    refuse(host, long, tooLong);
    await type(empty(), 'Langt');
    await wait();
    expect(screen.getByText(tell)).toBeTruthy();
    return host;
  }

  test('holds back nothing else: other words are saved, it says so, and undo and moving work', async () => {
    const host = await refused();
    await type(written()[0]!, 'te og vand');
    await wait();
    expect(host.book?.lines.map((each) => each.text)).toEqual(['te og vand']);
    expect(screen.getAllByText(/Gemt kl\./).length).toBeGreaterThan(0);
    expect(screen.getByText(tell)).toBeTruthy();
    await click(screen.getAllByText('Fortryd')[0]!);
    expect(texts()).toEqual(['te', 'Langt']);
  });

  test('is found from any page, can be shortened, and then the message goes', async () => {
    const host = await refused();
    await click(screen.getByText('Tidlige tegn'));
    expect(screen.getByText(tell)).toBeTruthy();
    expect(screen.queryByText('Prøv igen')).toBeNull();
    await click(screen.getByText('Gå til teksten'));
    expect(title()).toBe('Når jeg har det godt');
    expect(document.activeElement).toBe(written()[1]);
    await type(written()[1]!, 'Kort');
    await wait();
    expect(host.book?.lines.map((each) => each.text)).toEqual(['te', 'Kort']);
    expect(screen.queryByText(tell)).toBeNull();
  });

  test('is asked about when the book is locked, and only let go when one says so', async () => {
    const host = await refused();
    await click(screen.getByText('Lås'));
    expect(host.calls.some((call) => call.name === 'lock')).toBe(false);
    await click(screen.getByText('Lås uden at gemme det sidste'));
    expect(screen.getByText('Din bog er låst')).toBeTruthy();
    expect(screen.queryByDisplayValue('Langt')).toBeNull();
  });

  test('is asked about when the window is closed', async () => {
    const host = await refused();
    host.askToClose();
    await settle();
    expect(host.calls.some((call) => call.name === 'closed')).toBe(false);
    await click(screen.getByText('Luk uden at gemme det sidste'));
    expect(host.calls.some((call) => call.name === 'closed')).toBe(true);
  });

  test('stays when the book locked itself and is opened again', async () => {
    const host = await refused();
    await host.lock();
    await click(screen.getByText('Tidlige tegn'));
    expect(screen.getByText('Din bog er låst')).toBeTruthy();
    await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
    await click(screen.getByText('Lås op'));
    expect(texts()).toEqual(['te', 'Langt']);
  });
});

describe('a window that was held open', () => {
  async function held(): Promise<{ host: FakeHost; well: () => void }> {
    const host = await open();
    const well = refuse(host, full);
    await type(empty(), 'saft');
    host.askToClose();
    await settle();
    expect(screen.getByText(/Vinduet er stadig åbent/)).toBeTruthy();
    return { host, well };
  }
  const closed = (host: FakeHost): boolean => host.calls.some((call) => call.name === 'closed');

  test('closes with Prøv igen while one still wants it', async () => {
    const { host, well } = await held();
    well();
    await click(screen.getByText('Prøv igen'));
    expect(closed(host)).toBe(true);
  });

  test('does not close any more when one has written on', async () => {
    const { host, well } = await held();
    await type(written()[0]!, 'saft og vand');
    await wait();
    expect(screen.queryByText(/Vinduet er stadig åbent/)).toBeNull();
    well();
    await click(screen.getByText('Prøv igen'));
    expect(closed(host)).toBe(false);
  });

  test('does not close any more when the words were saved by themselves', async () => {
    const { host, well } = await held();
    well();
    await wait(AGAIN);
    const wellAgain = refuse(host, full);
    await type(written()[0]!, 'vand');
    await wait();
    wellAgain();
    await click(screen.getByText('Prøv igen'));
    expect(closed(host)).toBe(false);
  });
});

describe('on a long page', () => {
  test('writing on a line does not read the whole page again', async () => {
    const host = await open({ book: bookWith(line('a', 'signs.inner', 'te'), line('b', 'signs.inner', 'vand')) });
    await click(screen.getByText('Tidlige tegn'));
    const before = host.calls.filter((call) => call.name === 'page').length;
    const field = screen.getByDisplayValue('te');
    await type(field, 'te og kaffe');
    await wait();
    expect(host.book?.lines[0]?.text).toBe('te og kaffe');
    expect(host.calls.filter((call) => call.name === 'page')).toHaveLength(before);
    await click(screen.getAllByText('Fortryd')[0]!);
    expect(screen.getByDisplayValue('te')).toBeTruthy();
  });
});
