// Words that are shown once wait until they are kept, each in its own place, and are asked about before they go.
import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, names, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PASSPHRASE = 'hav kaffe bro';
const TWELVE = 'Dine tolv ord';
const SIX = 'Ordene er givet videre';
const bar = (): string => document.querySelector('.bar')?.textContent ?? '';
async function go(...steps: string[]): Promise<void> {
  for (const step of steps)
    await click(within(screen.getByLabelText('Indhold').closest('.frame')!).getAllByText(step)[0]!);
}
async function anotherKey(): Promise<void> {
  await go('Indstillinger', 'Sikkerhed og kopier', 'Nogen kender måske min adgangssætning');
  await type(screen.getByLabelText('Den adgangssætning, du har nu'), PASSPHRASE);
  await type(screen.getByLabelText('Ny adgangssætning'), 'skov og sten');
  await go('Giv bogen en ny nøgle');
}
async function giveAPart(): Promise<void> {
  await go('Besøg', 'Skriv sammen på to computere', 'Giv en del af bogen');
  await click(screen.getByLabelText('Tidlige tegn'));
  await go('Lås og gem filen');
}
const lock = (): Promise<void> => press(document.body, 'l', { ctrlKey: true });
async function keepTwelve(): Promise<void> {
  await go('Jeg har skrevet dem ned', 'Senere');
}

test('twelve words and six wait beside each other; the book locks when both are kept', async () => {
  const host = await open({ passphrase: PASSPHRASE, handover: {} });
  await anotherKey();
  await giveAPart();
  await go(SIX);
  await lock();
  expect(names(host, 'lock')).toEqual([]);
  await go('Vis ordene');
  expect(screen.getByLabelText(TWELVE)).toBeTruthy();
  await giveAPart();
  await go('Vis ordene');
  await keepTwelve();
  await lock();
  expect(names(host, 'lock')).toEqual([]);
  await go('Vis ordene', SIX);
  await lock();
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('a new sheet leaves the six words of a file where they are', async () => {
  await open({ passphrase: PASSPHRASE, handover: {} });
  await giveAPart();
  await go('Indstillinger', 'Låsen og de tolv ord', 'Lav et nyt ark');
  await go('Besøg', 'Skriv sammen på to computere');
  expect(screen.getByText('løvfald')).toBeTruthy();
});

test('of two new sheets only the newest is shown: the older one can never be kept', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await anotherKey();
  await go('Indstillinger', 'Låsen og de tolv ord', 'Lav et nyt ark');
  await keepTwelve();
  await lock();
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('the bar says what is true: nothing is unsaved, the words are not written down', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await go('Indstillinger', 'Låsen og de tolv ord', 'Lav et nyt ark');
  await press(document.body, 'Escape');
  host.askToClose();
  await settle();
  expect(bar()).toContain('Ordene er ikke skrevet ned endnu');
  expect(bar()).not.toContain('gemt');
  expect(screen.getAllByText('Ordene er ikke skrevet ned endnu.'), 'said once').toHaveLength(1);
  await click(screen.getByText('Luk alligevel'));
  expect(names(host, 'closed')).toEqual(['closed']);
});

test('words not kept and words not saved are both told, before both are let go', async () => {
  await open({ passphrase: PASSPHRASE });
  await go('Besøg', 'Begynd et besøg');
  await type(screen.getByLabelText(/Hvad vil du have ud af det/), 'At sove');
  await go('Indstillinger', 'Låsen og de tolv ord', 'Lav et nyt ark');
  await lock();
  expect(bar()).toContain('Ordene er ikke skrevet ned endnu');
  expect(bar()).toContain('noget, der ikke er gemt endnu');
});

test('the words of a new book are asked about before the window closes, also from the page for a hard moment', async () => {
  const host = await open({ state: 'first-run' });
  await click(screen.getByText('Dansk'));
  await click(screen.getByText('Gå videre'));
  await click(screen.getByLabelText('Ja, eller jeg er ikke sikker'));
  await type(screen.getByLabelText('Adgangssætning'), PASSPHRASE);
  await click(screen.getByText('Lav bogen med lås'));
  host.askToClose();
  await settle();
  expect(names(host, 'closed')).toEqual([]);
  expect(bar()).toContain('Ordene er ikke skrevet ned endnu');
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Vis ordene'));
  expect(screen.getByLabelText(TWELVE)).toBeTruthy();
  await click(screen.getByText('Jeg har skrevet dem ned'));
  await click(screen.getByText('Senere'));
  host.askToClose();
  await settle();
  expect(names(host, 'closed')).toEqual(['closed']);
});

test('one who comes back to the words of a first lock is told of a lock, not of another key', async () => {
  await open();
  await go('Indstillinger', 'Sikkerhed og kopier', 'Giv bogen en lås');
  await type(screen.getByLabelText('Adgangssætning'), PASSPHRASE);
  await click(screen.getByRole('button', { name: 'Giv bogen en lås' }));
  await press(document.body, 'Escape');
  await go('Vis ordene');
  await keepTwelve();
  expect(screen.getByText('Bogen har fået en lås.')).toBeTruthy();
});
