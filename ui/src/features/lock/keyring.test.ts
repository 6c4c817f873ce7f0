import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WORDS } from '../../lib/ipc/fake';
import { click, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PASSPHRASE = 'hav kaffe bro';
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';
const called = (host: { calls: { name: string }[] }, name: string): number =>
  host.calls.filter((call) => call.name === name).length;

async function toLock(): Promise<void> {
  await click(screen.getByText('Dansk'));
  await click(screen.getByText('Gå videre'));
  await click(screen.getByLabelText('Nej, kun mig'));
}

test('one who uses the computer alone gets a book that opens with one press, and a sheet', async () => {
  const host = await open({ state: 'first-run' });
  await toLock();
  expect(screen.getByText(/den, der sidder ved den, mens du er logget ind, kan åbne bogen/)).toBeTruthy();
  await click(screen.getByText('Lav bogen, og husk nøglen'));
  expect(called(host, 'createInKeyring')).toBe(1);
  expect(screen.getByLabelText('Dine tolv ord').querySelectorAll('li')).toHaveLength(12);
  expect(screen.getByText(/hvis du skifter computer/)).toBeTruthy();
});

test('without a keyring it is said, and the other two locks are offered', async () => {
  const host = await open({ state: 'first-run' });
  host.keyring.break();
  await toLock();
  await click(screen.getByText('Lav bogen, og husk nøglen'));
  expect(screen.getByText(/Computeren har ingen nøglering/)).toBeTruthy();
  expect(screen.queryByText('Lav bogen, og husk nøglen')).toBeNull();
  await click(screen.getByText('Jeg vil hellere have en adgangssætning'));
  await type(screen.getByLabelText('Adgangssætning'), PASSPHRASE);
  await click(screen.getByText('Lav bogen med lås'));
  expect(called(host, 'createBook')).toBe(1);
});

test('one press opens the book, and the keyboard stands on it', async () => {
  const host = await open({ state: 'locked', keyring: true });
  expect(screen.getByText('Det gælder alle, der sidder ved computeren, mens du er logget ind.')).toBeTruthy();
  const button = screen.getByText('Lås op');
  expect(document.activeElement).toBe(button);
  expect(screen.queryByText('Brug adgangssætningen')).toBeNull();
  await click(button);
  expect(called(host, 'unlockWithKeyring')).toBe(1);
  expect(heading()).toBe('Når jeg har det godt');
});

test('a keyring that does not answer is told, and the words stand ready', async () => {
  const host = await open({ state: 'locked', keyring: true });
  host.keyring.break();
  await click(screen.getByText('Lås op'));
  expect(screen.getByText('Computerens nøglering svarer ikke. Bogen er i god behold.')).toBeTruthy();
  const field = screen.getByLabelText('De tolv ord fra arket');
  expect(document.activeElement).toBe(field);
  await type(field, WORDS.join(' '));
  await click(screen.getByText('Lås op'));
  expect(heading()).toBe('Når jeg har det godt');
});

test('beside a passphrase both are there, and the passphrase stands ready when the keyring does not answer', async () => {
  const host = await open({ state: 'locked', passphrase: PASSPHRASE, keyring: true });
  host.keyring.break();
  await click(screen.getByText('Lås op'));
  expect(screen.getByLabelText('Adgangssætning')).toBeTruthy();
  expect(screen.getByText('Åbn med ét tryk')).toBeTruthy();
  expect(screen.getByText('Brug de tolv ord')).toBeTruthy();
});

test('hiding such a book says that one press shows it again', async () => {
  await open({ passphrase: PASSPHRASE, keyring: true });
  for (let times = 0; times < 3; times += 1) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true }));
  }
  await settle();
  await press(document.body, 'Enter');
  await click(screen.getByLabelText('Vis bogen igen'));
  expect(screen.getByText(/ét tryk åbner bogen igen/)).toBeTruthy();
});

test('in settings the passphrase is asked for before the computer may remember the key', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByText('Lad computeren huske nøglen'));
  const field = screen.getByLabelText('Den adgangssætning, du har nu');
  expect(document.activeElement).toBe(field);
  await type(field, 'forkert');
  await click(screen.getByText('Lad computeren huske nøglen'));
  expect(screen.getByText('Det passer ikke til din bog.')).toBeTruthy();
  await type(field, PASSPHRASE);
  await click(screen.getByText('Lad computeren huske nøglen'));
  expect(screen.getByText(/Computeren husker nøglen nu/)).toBeTruthy();
  await click(screen.getByText('Åbn kun med adgangssætningen'));
  expect(screen.getByText(/Computeren har glemt nøglen/)).toBeTruthy();
  expect(called(host, 'leaveKeyring')).toBe(1);
});

test('a book that only the computer opens can be given a passphrase, and nothing is asked for it', async () => {
  const host = await open({ keyring: true });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  expect(screen.queryByText('Åbn kun med adgangssætningen')).toBeNull();
  await click(screen.getByText('Lav en adgangssætning'));
  expect(screen.queryByLabelText('Den adgangssætning, du har nu')).toBeNull();
  await type(screen.getByLabelText('Ny adgangssætning'), PASSPHRASE);
  await click(screen.getByText('Lav en adgangssætning'));
  expect(screen.getByText(/Din bog har nu en adgangssætning/)).toBeTruthy();
  expect(host.calls.find((call) => call.name === 'changePassphrase')?.args).toEqual([null]);
});
