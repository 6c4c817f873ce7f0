import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../../lib/ipc/fake-book';
import { click, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function toLock(): Promise<void> {
  await click(screen.getByText('Dansk'));
  await click(screen.getByText('Gå videre'));
}

test('goes from language over lock and words to something good', async () => {
  const host = await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Ja, eller jeg er ikke sikker'));
  expect(screen.getByText(/kan du komme ind med tolv andre ord på et ark/)).toBeTruthy();
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  await click(screen.getByText('Lav bogen med lås'));
  expect(host.calls.find((call) => call.name === 'createBook')?.args).toEqual([
    { kind: 'passphrase', passphrase: 'hav kaffe bro' },
  ]);
  expect(screen.getByLabelText('Dine tolv ord').querySelectorAll('li')).toHaveLength(12);
  await click(screen.getByText('Gem arket som PDF'));
  expect(screen.getByText(/Gemt her: .*Tolv ord\.pdf/)).toBeTruthy();
  await click(screen.getByText('Gå videre'));
  expect(screen.queryByLabelText('Dine tolv ord')).toBeNull();
  await type(screen.getByLabelText('Skriv ord nummer 4'), 'Cykel ');
  await type(screen.getByLabelText('Skriv ord nummer 9'), 'kande');
  await click(screen.getByText('Se efter'));
  expect(screen.getByText(/Ord nummer 9 passer ikke/)).toBeTruthy();
  await click(screen.getByText('Vis ordene igen'));
  expect(screen.getByLabelText('Dine tolv ord').querySelectorAll('li')).toHaveLength(12);
  await click(screen.getByText('Gå videre'));
  await type(screen.getByLabelText('Skriv ord nummer 4'), 'cykel');
  await type(screen.getByLabelText('Skriv ord nummer 9'), 'vindue');
  await click(screen.getByText('Se efter'));
  expect(screen.getByText('Begge ord passer. Dit ark virker.')).toBeTruthy();
  expect(host.calls.some((call) => call.name === 'forgetWords')).toBe(false);
  await click(screen.getByText('Gå videre'));
  expect(host.calls.some((call) => call.name === 'forgetWords')).toBe(true);
  await click(screen.getByText('Begynd med noget godt'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
});

test('the open book says honestly who can read it, and needs no words', async () => {
  const host = await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Nej, kun mig'));
  expect(screen.getByText(/kan alle, der bruger din konto på computeren, læse bogen/)).toBeTruthy();
  await click(screen.getByText('Lav bogen uden lås'));
  expect(host.calls.find((call) => call.name === 'createBook')?.args).toEqual([{ kind: 'open' }]);
  expect(screen.getByText('Bogen er klar')).toBeTruthy();
});

test('a passphrase can be shown while it is written', async () => {
  await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Ja, eller jeg er ikke sikker'));
  const field = screen.getByLabelText<HTMLInputElement>('Adgangssætning');
  expect(field.type).toBe('password');
  await click(screen.getByLabelText('Vis det, jeg skriver'));
  expect(field.type).toBe('text');
});

test('an empty passphrase makes no book, and is told beside the field until something is written', async () => {
  const host = await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Ja, eller jeg er ikke sikker'));
  expect(screen.queryByText(/Feltet er tomt endnu/)).toBeNull();
  await click(screen.getByText('Lav bogen med lås'));
  expect(host.calls.some((call) => call.name === 'createBook')).toBe(false);
  const field = screen.getByLabelText('Adgangssætning');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field);
  const told = screen.getByText(/Feltet er tomt endnu/);
  expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(told.closest('[role=alert]')?.id);
  await type(field, 'hav');
  expect(screen.queryByText(/Feltet er tomt endnu/)).toBeNull();
});

test('rather a lock moves the answer too, and the keyboard stands on it', async () => {
  await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Nej, kun mig'));
  await click(screen.getByText('Jeg vil hellere have en adgangssætning'));
  const yes = screen.getByLabelText<HTMLInputElement>('Ja, eller jeg er ikke sikker');
  expect(yes.checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Nej, kun mig').checked).toBe(false);
  expect(document.activeElement).toBe(yes);
});

test('one can go back from the question of the lock, and the answer is kept', async () => {
  await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Nej, kun mig'));
  await click(screen.getByText('Tilbage'));
  expect(screen.getByText('Velkommen til din bog')).toBeTruthy();
  await click(screen.getByText('Gå videre'));
  expect(screen.getByLabelText<HTMLInputElement>('Nej, kun mig').checked).toBe(true);
});

test('a book that cannot be made says why and keeps the passphrase in the field', async () => {
  const host = await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Ja, eller jeg er ikke sikker'));
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  host.failNext(failure('read-only', 'Mappen kan ikke skrives.', 'Vælg en anden mappe.'));
  await click(screen.getByText('Lav bogen med lås'));
  expect(screen.getByText('Mappen kan ikke skrives.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Adgangssætning').value).toBe('hav kaffe bro');
});

test('the sample can be looked at first, is clearly marked, and has a way back', async () => {
  await open({ state: 'first-run' });
  await click(screen.getByText('Dansk'));
  await click(screen.getByText('Kig i et eksempel først'));
  expect(screen.getByText('Eksempel – en opdigtet person.')).toBeTruthy();
  await click(screen.getByText('Luk eksemplet'));
  expect(screen.getByText('Velkommen til din bog')).toBeTruthy();
});

test('help can be reached before there is a book', async () => {
  await open({ state: 'first-run' });
  await click(screen.getByText('Det er svært lige nu'));
  await settle();
  expect(screen.getByText('70 201 201')).toBeTruthy();
  expect(screen.getByText('112')).toBeTruthy();
});

test('five words are suggested, can be drawn again, and become the passphrase', async () => {
  const host = await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Ja, eller jeg er ikke sikker'));
  await click(screen.getByText('Foreslå en adgangssætning'));
  const field = screen.getByLabelText<HTMLInputElement>('Adgangssætning');
  const first = field.value;
  expect(first.split(' ')).toHaveLength(5);
  expect(screen.getByText(first)).toBeTruthy();
  await click(screen.getByText('Foreslå en anden'));
  expect(field.value).not.toBe(first);
  const kept = field.value;
  await click(screen.getByText('Lav bogen med lås'));
  expect(host.calls.find((call) => call.name === 'createBook')?.args).toEqual([
    { kind: 'passphrase', passphrase: kept },
  ]);
});

test('the two words may be left for later, and it is said what that means', async () => {
  const host = await open({ state: 'first-run' });
  await toLock();
  await click(screen.getByLabelText('Ja, eller jeg er ikke sikker'));
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro');
  await click(screen.getByText('Lav bogen med lås'));
  await click(screen.getByText('Jeg har skrevet dem ned'));
  expect(screen.getByText(/Arket er vejen ind, når intet andet virker/)).toBeTruthy();
  await click(screen.getByText('Senere'));
  expect(host.calls.some((call) => call.name === 'forgetWords')).toBe(true);
  expect(screen.getByText('Begynd med noget godt')).toBeTruthy();
});
