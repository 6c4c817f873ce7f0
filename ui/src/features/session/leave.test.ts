import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, full, line, names, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
const PASSPHRASE = 'hav kaffe bro';
const title = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';
async function pass(minutes: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(minutes * MINUTE);
  await settle();
}
const toLong = (host: FakeHost): void => {
  const well = host.change;
  host.change = (change) =>
    'text' in change && change.text.startsWith('Langt')
      ? Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'))
      : well(change);
};

test('a sample that does not come leaves the own book on the screen', async () => {
  const host = await open({ book: bookWith(line('a', 'well.like', 'Jeg synger')) });
  await click(screen.getByText('Indstillinger'));
  host.openSample = () => Promise.reject(full);
  await click(screen.getByText('Kig i et eksempel'));
  expect(title()).toBe('Indstillinger');
  expect(screen.getByText('Der er ikke mere plads.')).toBeTruthy();
});

test('a sample that does not come leaves the first page there is', async () => {
  const host = await open({ state: 'first-run' });
  await click(screen.getByText('Dansk'));
  host.openSample = () => Promise.reject(full);
  await click(screen.getByText('Kig i et eksempel først'));
  expect(document.body.textContent?.trim()).not.toBe('');
  expect(screen.getByText('Kig i et eksempel først')).toBeTruthy();
});

test('locking all the same leaves nothing in the webview', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  toLong(host);
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Langt');
  await pass(0.1);
  await click(screen.getByText('Lås'));
  expect(names(host, 'lock')).toEqual([]);
  await click(screen.getByText('Lås uden at gemme det sidste'));
  expect(names(host, 'lock', 'freshPage')).toEqual(['lock', 'freshPage']);
});

test('a text the book has said no to does not keep a book open that nobody touches', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  toLong(host);
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Langt');
  await pass(6);
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  expect(screen.queryByDisplayValue('Langt')).toBeNull();
  await type(screen.getByLabelText('Adgangssætning'), PASSPHRASE);
  await click(screen.getByText('Lås op'));
  expect(screen.getByDisplayValue('Langt')).toBeTruthy();
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('of two chapters pressed the last one stays, however late the first comes', async () => {
  const host = await open();
  const well = host.page;
  let come: () => void = () => undefined;
  host.page = (id) => (id.startsWith('signs') ? new Promise<void>((on) => (come = on)).then(() => well(id)) : well(id));
  await click(screen.getByText('Tidlige tegn'));
  await click(screen.getByText('Min kriseplan'));
  const shown = title();
  come();
  await settle();
  expect(title()).toBe(shown);
  expect(shown).not.toBe('Tidlige tegn');
});

test('the words of a new sheet wait while one is elsewhere, and nothing locks over them', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByText('Lav et nyt ark'));
  await pass(20);
  expect(screen.getByLabelText('Dine tolv ord')).toBeTruthy();
  await press(document.body, 'Escape');
  expect(screen.queryByLabelText('Dine tolv ord')).toBeNull();
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual([]);
  await click(screen.getAllByText('Vis ordene')[0]!);
  expect(screen.getByLabelText('Dine tolv ord')).toBeTruthy();
  await click(screen.getByText('Jeg har skrevet dem ned'));
  await click(screen.getByText('Senere'));
  expect(names(host, 'forgetWords')).toEqual(['forgetWords']);
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('a round that was begun is not gone on with in the sample', async () => {
  await open({ book: bookWith(line('a', 'well.like', 'Jeg synger')), reviewDue: true });
  await click(screen.getByText('Se den igennem'));
  await click(screen.getByText('Se den igennem'));
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Kig i et eksempel'));
  expect(screen.getByDisplayValue('Jeg bager boller om søndagen.')).toBeTruthy();
  expect(screen.queryByText('Gå videre')).toBeNull();
});
