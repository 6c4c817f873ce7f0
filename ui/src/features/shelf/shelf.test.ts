import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { click, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const called = (host: FakeHost, name: string): unknown[][] =>
  host.calls.filter((call) => call.name === name).map((call) => call.args);
const books = [
  { id: '', label: 'Min egen', here: true },
  { id: 'b', label: '', here: false },
];

test('another book is made room for, with a name that everyone can see', async () => {
  const host = await open();
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Flere bøger på denne computer'));
  await settle();
  await click(screen.getByText('Ny bog'));
  expect(screen.getByText('Navnet kan ses af alle, der bruger computeren.')).toBeTruthy();
  await type(screen.getByLabelText(/Hvad skal bogen hedde/), 'Arbejde');
  await click(screen.getByText('Lav plads til bogen'));
  await settle();
  expect(called(host, 'addToShelf')).toEqual([['Arbejde']]);
  expect(screen.getByText('Arbejde')).toBeTruthy();
});

test('switching hands in the last words first', async () => {
  const host = await open({ handover: { books } });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Flere bøger på denne computer'));
  await settle();
  await click(screen.getByRole('button', { name: /^Skift til denne bog/ }));
  await settle();
  const order = host.calls.map((call) => call.name).filter((name) => name === 'change' || name === 'switchBook');
  expect(order).toEqual(['change', 'switchBook']);
  expect(called(host, 'switchBook')).toEqual([['b']]);
});

test('the lock screen offers the other books, and only where there are some', async () => {
  await open({ state: 'locked', passphrase: 'x', handover: { books } });
  await settle();
  expect(screen.getByText('Skift bog')).toBeTruthy();
  expect(screen.getByText('Bog 2')).toBeTruthy();
});

test('the button that makes room keeps the keyboard while it works', async () => {
  const host = await open();
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Flere bøger på denne computer'));
  await settle();
  await click(screen.getByText('Ny bog'));
  host.addToShelf = () => new Promise(() => undefined);
  const make = screen.getByText('Lav plads til bogen') as HTMLButtonElement;
  await click(make);
  expect([make.disabled, make.getAttribute('aria-disabled')]).toEqual([false, 'true']);
});
