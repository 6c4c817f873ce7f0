// What somebody wrote in another's book and has in no answer never goes unasked, whichever way the book goes.
import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { handed } from '../../test/guest';
import { bookWith, click, full, line, names, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
const NOT_YET = /ikke er med i et svar endnu/;
async function pass(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await settle();
}
const dialog = (): HTMLElement => screen.getByRole('dialog', { hidden: true });
async function unsent(): Promise<FakeHost> {
  const book = bookWith(line('a', 'well.like', 'Jeg synger'));
  const host = await open({ state: 'locked', passphrase: 'x', book, handover: { file: handed, words: 'kaffe bro' } });
  await click(screen.getByText('Åbn noget, du har fået'));
  await click(screen.getByText('Vælg filen'));
  await type(screen.getByLabelText('De seks ord'), 'kaffe bro');
  await click(screen.getByText('Lås op'));
  await click(screen.getByText('Åbn bogen'));
  await pass(100);
  host.hands.unsent = true;
  return host;
}
/** A text the book says no to, as it stands. */
async function refused(host: FakeHost): Promise<void> {
  host.change = () => Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'));
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Langt');
  await pass(1000);
}

test('a book that rests is asked about when the window closes, and the draft is let go only then', async () => {
  const host = await unsent();
  await pass(45 * MINUTE);
  expect(screen.getByText('Bogen hviler')).toBeTruthy();
  host.askToClose();
  await settle();
  expect(names(host, 'closed', 'stayOpen')).toEqual(['stayOpen']);
  expect(within(dialog()).getByText(NOT_YET)).toBeTruthy();
  expect(within(dialog()).queryByText('Gem svaret')).toBeNull();
  await click(within(dialog()).getByText('Skriv videre'));
  expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
  host.askToClose();
  await settle();
  await click(within(dialog()).getByText('Slet uden at gemme'));
  expect(names(host, 'closed')).toEqual(['closed']);
});

test('a book that rests is asked about before it is deleted', async () => {
  const host = await unsent();
  await pass(45 * MINUTE);
  await click(screen.getByText('Slet bogen her'));
  expect(names(host, 'leaveGuest')).toEqual([]);
  expect(within(dialog()).getByText(NOT_YET)).toBeTruthy();
  await click(within(dialog()).getByText('Slet uden at gemme'));
  expect(names(host, 'leaveGuest')).toEqual(['leaveGuest']);
});

test('a book that rests and cannot say is asked about too', async () => {
  const host = await unsent();
  host.isToBeHandedBack = () => Promise.reject(failure('disk-full', 'Ikke nu.'));
  host.askToClose();
  await settle();
  expect(names(host, 'closed')).toEqual([]);
});

test('a text that is refused and proposals in no answer are two questions', async () => {
  const host = await unsent();
  await refused(host);
  host.askToClose();
  await settle();
  await click(screen.getByText('Luk uden at gemme det sidste'));
  expect(names(host, 'closed')).toEqual([]);
  expect(within(dialog()).getByText(NOT_YET)).toBeTruthy();
});

test('Færdig says that a text is refused before the book is deleted with it', async () => {
  const host = await unsent();
  host.hands.unsent = false;
  await refused(host);
  await click(screen.getByText('Færdig'));
  expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
  await click(screen.getByText('Gå videre uden at gemme det sidste'));
  expect(within(dialog()).getByText('Slet bogen her')).toBeTruthy();
});

test('also on the page for a hard moment it is asked, in sight', async () => {
  const host = await unsent();
  await click(screen.getByText('Det er svært lige nu'));
  host.askToClose();
  await settle();
  expect(within(dialog()).getByText(NOT_YET)).toBeTruthy();
});

test('an answer that is not saved after all leaves the question there; saved, the window can be closed', async () => {
  const host = await unsent();
  const well = host.handBack;
  host.handBack = () => Promise.resolve({ saved: false, name: '' });
  host.askToClose();
  await settle();
  await click(within(dialog()).getByText('Gem svaret'));
  expect(within(dialog()).getByText(NOT_YET)).toBeTruthy();
  host.handBack = () => Promise.reject(full);
  await click(within(dialog()).getByText('Gem svaret'));
  expect(within(dialog()).getByText('Der er ikke mere plads.')).toBeTruthy();
  host.handBack = well;
  await click(within(dialog()).getByText('Gem svaret'));
  expect(within(dialog()).queryByText(NOT_YET)).toBeNull();
  expect(within(dialog()).getByText(/Svaret er gemt her/)).toBeTruthy();
  await click(within(dialog()).getByRole('button', { name: 'Luk vinduet', hidden: true }));
  expect(names(host, 'closed')).toEqual(['closed']);
});
