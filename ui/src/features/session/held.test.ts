// A window that stays open, or a book that stays unlocked, says why, wherever one stands.
import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { handed } from '../../test/guest';
import { bookWith, click, full, line, names, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
async function pass(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await settle();
}
const told = (): string =>
  [...document.querySelectorAll('[role=alert]')].map((each) => each.textContent?.trim()).join(' ');
async function agenda(): Promise<HTMLElement> {
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  const field = screen.getByLabelText(/Hvad vil du have ud af det/);
  await type(field, 'At sove');
  return field;
}
async function close(host: FakeHost): Promise<void> {
  host.askToClose();
  await settle();
}

test('on the page for a hard moment, with the way to the words', async () => {
  const host = await open({ passphrase: 'x' });
  await agenda();
  await click(screen.getByText('Det er svært lige nu'));
  await close(host);
  expect(names(host, 'closed')).toEqual([]);
  expect(told()).toContain('Vinduet er stadig åbent');
  await click(screen.getByText('Gå til teksten'));
  await pass(1500);
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('At sove');
});

test('also when it is to be locked there', async () => {
  const host = await open({ passphrase: 'x' });
  await agenda();
  await click(screen.getByText('Det er svært lige nu'));
  await press(document.body, 'l', { ctrlKey: true });
  await click(screen.getByText('Lås uden at gemme det sidste'));
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('and to a note on that very page', async () => {
  const host = await open();
  await click(screen.getByText('Det er svært lige nu'));
  host.change = () => Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'));
  for (const on of ['Numre at ringe til', 'Jeg har talt med nogen']) await click(screen.getByText(on));
  await click(screen.getByText('Skriv en note til senere'));
  await type(screen.getByLabelText('Note til senere'), 'Langt');
  await pass(1000);
  await click(screen.getByText('Et skridt tilbage'));
  await close(host);
  await click(screen.getByText('Gå til teksten'));
  expect(screen.getByDisplayValue('Langt')).toBeTruthy();
});

test('behind the lock, and one can close all the same', async () => {
  const host = await open({ passphrase: 'x' });
  await agenda();
  await pass(45 * MINUTE);
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  await close(host);
  expect(told()).toContain('Dine sidste ord er ikke gemt endnu');
  await click(screen.getByText('Luk uden at gemme det sidste'));
  expect(names(host, 'closed')).toEqual(['closed']);
});

test('on blank paper: what was there comes back and says it', async () => {
  const host = await open({ passphrase: 'x' });
  await agenda();
  for (let time = 0; time < 3; time += 1) await press(document.body, 'Shift');
  await close(host);
  expect(told()).toContain('Dine sidste ord er ikke gemt endnu');
});

test('beside a book that was found damaged', async () => {
  const host = await open({ passphrase: 'x' });
  await agenda();
  host.findDamage(failure('damaged', 'Bogen er skadet.', 'Hent en kopi.'));
  host.page = () => Promise.reject(failure('locked', 'Bogen er lukket.'));
  await click(within(screen.getByLabelText('Indhold')).getByText('Tidlige tegn'));
  expect(screen.getByText('Bogen er skadet.')).toBeTruthy();
  await click(screen.getByText('Luk vinduet'));
  expect(names(host, 'closed')).toEqual([]);
  expect(told()).toContain('ikke er gemt endnu');
});

test('at the locked door what holds a file back stays said, and going back is staying', async () => {
  const host = await open({ passphrase: 'x', handover: { file: handed, words: 'kaffe bro' } });
  const well = host.change;
  host.change = () => Promise.reject(full);
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await pass(1000);
  host.askToLock();
  await pass(100);
  host.change = well;
  const before = host.changes().length;
  await click(screen.getByText('Åbn noget, du har fået'));
  await click(screen.getByText('Vælg filen'));
  await type(screen.getByLabelText('De seks ord'), 'kaffe bro');
  await click(screen.getByText('Lås op'));
  await pass(100);
  await click(screen.getByText('Åbn bogen'));
  await pass(MINUTE / 4);
  expect(told()).toContain('Dine sidste ord er ikke gemt endnu');
  expect(host.changes().length, 'a locked book is handed nothing').toBe(before);
  await click(screen.getByText('Tilbage'));
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  expect(told()).not.toContain('Dine sidste ord er ikke gemt endnu');
});

test('an agenda that was emptied after a visit that could not begin holds nothing back', async () => {
  const host = await open({ passphrase: 'x', book: bookWith(line('a', 'well.like', 'te')) });
  const field = await agenda();
  host.failNext();
  await click(screen.getByText('Begynd besøget'));
  await click(screen.getByText('Det er fint'));
  expect(screen.getByDisplayValue('At sove')).toBeTruthy();
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual([]);
  await type(field, '');
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('a file whose dialog outlived the lock is said not to be there, at the lock and in the book', async () => {
  const host = await open({ passphrase: 'hav kaffe bro' });
  await press(document.body, 'l', { ctrlKey: true });
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  host.saveTooLate();
  await settle();
  expect(told()).toContain('Filen blev ikke gemt.');
  await click(screen.getByText('Det er fint'));
  expect(told()).not.toContain('Filen blev ikke gemt.');
  host.saveTooLate();
  await settle();
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  await click(screen.getByText('Lås op'));
  expect(told()).toContain('Filen blev ikke gemt.');
});
