// What was written in one book and waits behind its lock never comes into another.
import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, full, line, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
const ASIDE = 'Gå videre uden at gemme det sidste';
async function pass(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await settle();
}
const texts = (host: FakeHost): string[] | undefined => host.book?.lines.map((each) => each.text);

/** Typed with a full disk, and locked by the computer: the words wait. */
async function wordsWait(more: Parameters<typeof open>[0] = {}): Promise<FakeHost> {
  const host = await open({ passphrase: 'x', ...more });
  const well = host.change;
  host.change = () => Promise.reject(full);
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Gamle private ord');
  await pass(1000);
  host.askToLock();
  await pass(100);
  host.change = well;
  return host;
}
async function setAside(): Promise<void> {
  await click(screen.getByText('Jeg kan ikke komme ind'));
  await click(screen.getByText(/Læg den låste bog til side/));
  await click(screen.getByText(/Ja, læg den til side/));
}
async function beginAnew(): Promise<void> {
  await click(screen.getByText('Dansk'));
  await click(screen.getByText('Gå videre'));
  await click(screen.getByLabelText('Nej, kun mig'));
  await click(screen.getByText('Lav bogen uden lås'));
  await click(screen.getByText('Begynd med noget godt'));
}

test('setting the locked book aside asks about the words that wait, and the new book has none of them', async () => {
  const host = await wordsWait();
  await setAside();
  expect(host.calls.some((call) => call.name === 'setAside')).toBe(false);
  expect(screen.getByText(/Dine sidste ord er ikke gemt endnu/)).toBeTruthy();
  await click(screen.getByText(ASIDE));
  await beginAnew();
  await pass(MINUTE / 4);
  expect(texts(host)).toEqual([]);
});

test('nor words that go along with a press', async () => {
  await open({ passphrase: 'x' });
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await type(screen.getByLabelText(/Hvad vil du have ud af det/), 'At sove');
  await pass(45 * MINUTE);
  await setAside();
  await click(screen.getByText(ASIDE));
  await beginAnew();
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  expect(screen.queryByDisplayValue('At sove')).toBeNull();
});

test('nor into a copy that becomes the book', async () => {
  const host = await wordsWait({
    safety: { copy: { made: 'i går', passphrase: null, state: bookWith(line('k', 'well.like', 'Af kopien')) } },
  });
  await click(screen.getByText('Jeg kan ikke komme ind'));
  await click(screen.getByText('Find en sikker kopi'));
  await click(screen.getByText('Find en sikker kopi'));
  await click(screen.getByText('Brug kopien'));
  expect(host.calls.some((call) => call.name === 'moveIn')).toBe(false);
  await click(screen.getByText(ASIDE));
  await pass(MINUTE / 4);
  expect(host.calls.some((call) => call.name === 'moveIn')).toBe(true);
  expect(texts(host)).toEqual(['Af kopien']);
});

test('unlocked again, they are saved where they were written', async () => {
  const host = await wordsWait();
  await type(screen.getByLabelText('Adgangssætning'), 'x');
  await click(screen.getByText('Lås op'));
  expect(texts(host)).toEqual(['Gamle private ord']);
});
