import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, line, open, press, settle, type, wait } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const agenda = (): HTMLElement => screen.getByLabelText(/Hvad vil du have ud af det/);
/** A text the book says no to holds the visit back. */
async function heldBack(): Promise<FakeHost> {
  const host = await open({ book: bookWith(line('a', 'well.like', 'te')), passphrase: 'x' });
  const well = host.change;
  host.change = (change) =>
    JSON.stringify(change).includes('Langt')
      ? Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'))
      : well(change);
  await type(screen.getByDisplayValue('te'), 'Langt');
  await wait();
  await click(within(screen.getByLabelText('Indhold')).getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await click(screen.getByLabelText('Tidlige tegn'));
  await click(screen.getByLabelText('Min kriseplan'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  await click(screen.getByText('Begynd besøget'));
  return host;
}

test('a chapter that was shut again is not opened by going on all the same', async () => {
  const host = await heldBack();
  expect(host.book?.visits.visits).toEqual([]);
  await click(screen.getByLabelText('Min kriseplan'));
  await type(screen.getByLabelText('Navn'), 'Mette');
  await click(screen.getByText('Gå videre uden at gemme det sidste'));
  expect(host.book?.visits.visits[0]).toMatchObject({ chapters: ['signs'], guests: [{ name: 'Mette' }] });
});

test('what one would like out of it goes along as it is then, and holds nothing back afterwards', async () => {
  const host = await heldBack();
  await type(agenda(), 'At sove');
  await click(screen.getByText('Begynd besøget'));
  await click(screen.getByText('Gå videre uden at gemme det sidste'));
  expect(host.book?.visits.visits[0]?.fields).toMatchObject({ agenda: 'At sove' });
});

test('an emptied agenda holds nothing back after a visit that could not begin', async () => {
  const host = await open({ passphrase: 'x' });
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await type(agenda(), 'At sove');
  host.failNext();
  await click(screen.getByText('Begynd besøget'));
  await click(screen.getByText('Det er fint'));
  await press(document.body, 'l', { ctrlKey: true });
  expect(host.calls.filter((call) => call.name === 'lock')).toEqual([]);
  await type(agenda(), '');
  await press(document.body, 'l', { ctrlKey: true });
  expect(host.calls.filter((call) => call.name === 'lock')).toHaveLength(1);
});

test('pressed twice it is one visit', async () => {
  const host = await open();
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  const press = screen.getByText('Begynd besøget');
  press.click();
  press.click();
  await wait();
  expect(host.book?.visits.visits).toHaveLength(1);
});

/** Somebody without a name is here and has proposed a line. */
async function nameless(): Promise<FakeHost> {
  const host = await open({ book: bookWith(line('a', 'signs.inner', 'Jeg sover dårligt')) });
  await click(within(screen.getByLabelText('Indhold')).getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await type(agenda(), 'At sove');
  await click(screen.getByLabelText('Tidlige tegn'));
  await click(screen.getByText('Begynd besøget'));
  await click(screen.getByText('en medarbejder skriver'));
  await click(screen.getByText('Foreslå andre ord'));
  await type(screen.getByLabelText('Forslag'), 'Jeg sover slet ikke');
  await wait();
  await click(screen.getByText('Jeg skriver'));
  return host;
}

test('a name that is given on the way stands on what was proposed before', async () => {
  await nameless();
  expect(screen.getByText('en medarbejder foreslår')).toBeTruthy();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Skriv navnet'));
  expect(document.activeElement).toBe(screen.getByLabelText('Navn'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  await click(screen.getByText('Gem'));
  expect(screen.getByText('Med Karen (medarbejder)')).toBeTruthy();
  expect(document.activeElement?.textContent).toContain('Ret');
  await click(screen.getByText('Tilbage'));
  expect(screen.getByText('Karen (medarbejder) foreslår')).toBeTruthy();
});

test('somebody who has been here before keeps the name, and the role can be mended', async () => {
  await nameless();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Skriv navnet'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  await click(screen.getByText('Gem'));
  await click(screen.getByText('Slut af'));
  await click(screen.getByText('Besøget er slut'));
  await click(within(screen.getByLabelText('Indhold')).getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await click(screen.getByText('Karen'));
  await click(screen.getByText('Begynd besøget'));
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Ret'));
  expect(screen.queryByLabelText('Navn')).toBeNull();
  expect(screen.getByText(/så navnet bliver stående/)).toBeTruthy();
});

test('what one wants out of it is looked at and written otherwise where chapters are opened', async () => {
  const host = await nameless();
  await click(screen.getByText('Åbn eller luk kapitler'));
  const field = screen.getByLabelText('Det vil du have ud af det', { selector: 'textarea' });
  expect((field as HTMLTextAreaElement).value).toBe('At sove');
  await type(field, 'At sove bedre');
  await wait();
  expect(host.book?.visits.visits[0]?.fields).toMatchObject({ agenda: 'At sove bedre' });
  await click(screen.getByText('Slut af'));
  expect(
    (screen.getByLabelText('Det vil du have ud af det', { selector: 'textarea' }) as HTMLTextAreaElement).value,
  ).toBe('At sove bedre');
});

async function submit(field: HTMLElement): Promise<void> {
  // As Enter does in a field of a form.
  field.closest('form')?.requestSubmit();
  await settle();
}
const guests = (host: FakeHost): unknown[] => host.book?.visits.visits[0]?.guests.map(({ name }) => name) ?? [];

test('a name that is being written goes along with the main button of the page', async () => {
  const host = await nameless();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Skriv navnet'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  await click(screen.getByText('Der er kommet en til'));
  const [, late] = screen.getAllByLabelText('Navn');
  expect(document.activeElement).toBe(late);
  await type(late!, 'Mette');
  await click(screen.getByText('Gem, hvad der er åbent'));
  expect(guests(host)).toEqual(['Karen', 'Mette']);
  expect(screen.queryByText('Gem, hvad der er åbent')).toBeNull();
});

test('a name that is being written is not lost by going to another page', async () => {
  const host = await nameless();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Skriv navnet'));
  const field = screen.getByLabelText('Navn');
  field.focus();
  await type(field, 'Karen');
  const elsewhere = within(screen.getByLabelText('Indhold')).getByText('Tidlige tegn').closest('button') as HTMLElement;
  elsewhere.focus();
  await settle();
  expect(field.isConnected, 'nothing closes under a press').toBe(true);
  await click(elsewhere);
  expect(guests(host)).toEqual(['Karen']);
});

test('a name that was only looked at is not written anew', async () => {
  const host = await nameless();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Skriv navnet'));
  const before = host.changes().length;
  await click(within(screen.getByLabelText('Indhold')).getByText('Tidlige tegn'));
  expect(host.changes()).toHaveLength(before);
});

test('a name that is refused keeps one on the page', async () => {
  const host = await nameless();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Skriv navnet'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  host.failNext();
  await click(screen.getByText('Gem, hvad der er åbent'));
  expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('Karen');
  expect(host.calls.filter(({ name }) => name === 'openChapters')).toEqual([]);
});

test('a name that is being written stays when another is mended, and Enter saves it', async () => {
  const host = await nameless();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByText('Der er kommet en til'));
  await type(screen.getByLabelText('Navn'), 'Mette');
  await submit(screen.getByLabelText('Navn'));
  expect(guests(host)).toEqual(['', 'Mette']);
  expect(document.activeElement?.textContent, 'the keyboard stands where it stood').toContain('Der er kommet en til');
  await click(screen.getByText('Skriv navnet'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  await click(screen.getByText('Ret'));
  expect(guests(host)).toEqual(['Karen', 'Mette']);
  expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('Mette');
  await click(screen.getByText('Lad være'));
  await click(screen.getByText('Der er kommet en til'));
  await submit(screen.getByLabelText('Navn'));
  expect(guests(host), 'a name may be missing').toEqual(['Karen', 'Mette', '']);
  await click(screen.getByText('Der er kommet en til'));
  await click(screen.getByText('Gem, hvad der er åbent'));
  expect(guests(host), 'nobody was written down').toHaveLength(3);
});
