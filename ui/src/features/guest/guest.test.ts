import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import type { GuestBookView } from '../../lib/ipc/types';
import { handed } from '../../test/guest';
import { click, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const file: GuestBookView = { ...handed, agenda: 'at sove bedre', made: '28. november 2026 kl. 15.00' };
const called = (host: FakeHost, name: string): unknown[][] =>
  host.calls.filter((call) => call.name === name).map((call) => call.args);

async function enter(some: Partial<GuestBookView> = {}): Promise<FakeHost> {
  const host = await open({
    state: 'locked',
    passphrase: 'x',
    handover: { file: { ...file, ...some }, words: 'kaffe bro' },
  });
  await click(screen.getByText('Åbn noget, du har fået'));
  await click(screen.getByText('Vælg filen'));
  await settle();
  await type(screen.getByLabelText('De seks ord'), 'kaffe bro');
  await click(screen.getByText('Lås op'));
  await settle();
  return host;
}

test('wrong words are refused beside the words, and one may try again', async () => {
  await open({ state: 'locked', passphrase: 'x', handover: { file, words: 'kaffe bro' } });
  await click(screen.getByText('Åbn noget, du har fået'));
  await click(screen.getByText('Vælg filen'));
  await settle();
  await type(screen.getByLabelText('De seks ord'), 'noget andet');
  await click(screen.getByText('Lås op'));
  await settle();
  expect(screen.getByText('De ord åbner ikke filen.')).toBeTruthy();
  expect(screen.getByLabelText('De seks ord').getAttribute('aria-invalid')).toBe('true');
});

test('before the book is opened it says whose it is, what they want, and that it does not stay', async () => {
  await enter();
  expect(screen.getByText('Fra Anne')).toBeTruthy();
  expect(screen.getByText('at sove bedre')).toBeTruthy();
  expect(screen.getByText('Du skriver som Karen, medarbejder.')).toBeTruthy();
  expect(screen.getByText(/Når vinduet lukkes, er den væk/)).toBeTruthy();
});

test('somebody else’s book looks like nobody’s own: its banner stands, prints and visits are not offered', async () => {
  await enter();
  await click(screen.getByText('Åbn bogen'));
  await settle();
  expect(screen.getByText('Det er ikke din bog')).toBeTruthy();
  for (const own of ['Besøg', 'Ret i kapitlerne', 'Min kriseplan på papir']) expect(screen.queryByText(own)).toBeNull();
  expect(screen.queryByText('Hvem skriver nu?')).toBeNull();
});

test('finishing deletes the book, and says what cannot be deleted', async () => {
  const host = await enter();
  await click(screen.getByText('Åbn bogen'));
  await settle();
  await click(screen.getByText('Gem svaret'));
  await settle();
  expect(screen.getByText(/Svaret er gemt her/)).toBeTruthy();
  await click(screen.getByText('Færdig'));
  await settle();
  await click(screen.getByText('Slet bogen her'));
  await settle();
  expect(called(host, 'leaveGuest')).toHaveLength(1);
  expect(screen.getByText('Det her kan vi ikke slette for dig:')).toBeTruthy();
});

test('what is in no answer yet is told before it goes, also when the window closes', async () => {
  const host = await enter();
  await click(screen.getByText('Åbn bogen'));
  await settle();
  host.hands.unsent = true;
  host.askToClose();
  await settle();
  expect(called(host, 'stayOpen')).toHaveLength(1);
  expect(called(host, 'closed')).toHaveLength(0);
  expect(screen.getByText(/ikke er med i et svar endnu/)).toBeTruthy();
  await click(screen.getByText('Slet uden at gemme'));
  await settle();
  expect(called(host, 'closed')).toHaveLength(1);
});

test('the page is a fresh one before anything of the other book is drawn in it', async () => {
  const host = await enter();
  await click(screen.getByText('Åbn bogen'));
  const names = host.calls.map((call) => call.name);
  expect(names.indexOf('freshPage', names.indexOf('beginGuest'))).toBeLessThan(names.lastIndexOf('contents'));
});
