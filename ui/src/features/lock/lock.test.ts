import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WORDS } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const locked = { state: 'locked', passphrase: 'hav kaffe bro' } as const;

test('a wrong passphrase is refused in words and the right one opens the book', async () => {
  await open(locked);
  await type(screen.getByLabelText('Adgangssætning'), 'forkert');
  await click(screen.getByText('Lås op'));
  expect(screen.getByText('Det passer ikke til bogen.')).toBeTruthy();
  expect(screen.getByLabelText('Adgangssætning').getAttribute('aria-invalid')).toBe('true');
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  await click(screen.getByText('Lås op'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
});

test('the twelve words open it too', async () => {
  await open(locked);
  await click(screen.getByText('Brug de tolv ord'));
  await type(screen.getByLabelText('De tolv ord fra arket'), WORDS.join('  '));
  await click(screen.getByText('Lås op'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
});

test('help is reached without unlocking and shows only the lines', async () => {
  await open({ ...locked, book: bookWith(line('a', 'signs.inner', 'hemmeligt tegn')) });
  await click(screen.getByText('Det er svært lige nu'));
  await settle();
  expect(screen.getByText('70 201 201')).toBeTruthy();
  expect(screen.queryByText('hemmeligt tegn')).toBeNull();
  await press(document.body, 'Escape');
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
});

test('locking sends the last words first and leaves nothing of the book on the screen', async () => {
  const host = await open({ passphrase: 'hav kaffe bro' });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await click(screen.getByText('Lås'));
  expect(host.calls.map((call) => call.name).filter((name) => name === 'change' || name === 'lock')).toEqual([
    'change',
    'lock',
  ]);
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  expect(screen.queryByDisplayValue('Jeg synger')).toBeNull();
});

test('the book is not locked while words could not be saved', async () => {
  const host = await open({ passphrase: 'hav kaffe bro' });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  host.failNext();
  await click(screen.getByText('Lås'));
  expect(host.calls.some((call) => call.name === 'lock')).toBe(false);
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
});

test('words typed into a book that had locked itself are written when it is open again', async () => {
  const host = await open({ passphrase: 'hav kaffe bro' });
  await host.lock();
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await vi.advanceTimersByTimeAsync(400);
  await settle();
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  await click(screen.getByText('Lås op'));
  expect(host.book?.lines.map((each) => each.text)).toEqual(['Jeg synger']);
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
});

test('a problem says what is safe and can be tried again', async () => {
  const host = await open({
    problem: { code: 'already-open', message: 'Bogen er åben i et andet vindue.', wayOut: 'Luk det andet vindue.' },
  });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bogen er åben i et andet vindue.');
  await click(screen.getByText('Prøv igen'));
  expect(host.calls.some((call) => call.name === 'tryAgain')).toBe(true);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
});

test('after unlocking one stands on the page one left', async () => {
  await open({ passphrase: 'hav kaffe bro' });
  await click(screen.getByText('Tidlige tegn'));
  await click(screen.getByText('Lås'));
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  await click(screen.getByText('Lås op'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tidlige tegn');
});

test('when the page one left is gone one stands on the first', async () => {
  const host = await open({ passphrase: 'hav kaffe bro' });
  await click(screen.getByText('Tidlige tegn'));
  await click(screen.getByText('Lås'));
  host.book!.chapters = host.book!.chapters.filter((chapter) => chapter.id !== 'signs');
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  await click(screen.getByText('Lås op'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
  expect(screen.queryByText('Prøv igen')).toBeNull();
});

describe('a book that was closed because damage was found', () => {
  const found = failure('damaged', 'Noget i bogen kan ikke læses.', 'Den nyeste kopi er hel.');

  test('is told as such when one turns a page, not as a lock', async () => {
    const host = await open({ passphrase: 'hav kaffe bro' });
    host.findDamage(found);
    await click(screen.getByText('Tidlige tegn'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Noget i bogen kan ikke læses.');
    expect(screen.queryByText('Din bog er låst')).toBeNull();
  });

  test('is told as such when one writes, and asked only once', async () => {
    const host = await open();
    host.findDamage(found);
    const starts = (): number => host.calls.filter((call) => call.name === 'start').length;
    const before = starts();
    await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
    await vi.advanceTimersByTimeAsync(400);
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Noget i bogen kan ikke læses.');
    expect(starts()).toBe(before + 1);
  });
});
