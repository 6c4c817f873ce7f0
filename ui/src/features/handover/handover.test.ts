import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../../lib/ipc/fake-book';
import type { FakeHost } from '../../lib/ipc/fake';
import type { FakeHandover } from '../../lib/ipc/fake-handover';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const called = (host: FakeHost, name: string): unknown[][] =>
  host.calls.filter((call) => call.name === name).map((call) => call.args);

async function openHandovers(handover: FakeHandover = {}): Promise<FakeHost> {
  const host = await open({ handover });
  await click(screen.getByText('Besøg'));
  await settle();
  await click(screen.getByText('Skriv sammen på to computere'));
  await settle();
  return host;
}

test('an empty page is an invitation, and nothing is chosen beforehand', async () => {
  await openHandovers();
  expect(screen.getByText('Du har ikke givet noget fra dig endnu.')).toBeTruthy();
  await click(screen.getByText('Giv en del af bogen'));
  for (const box of document.querySelectorAll<HTMLInputElement>('main input[type=checkbox]'))
    expect(box.checked).toBe(false);
});

test('the six words are shown once, and then they are gone', async () => {
  const host = await openHandovers();
  await click(screen.getByText('Giv en del af bogen'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  await click(screen.getByLabelText('Tidlige tegn'));
  await click(screen.getByText('Lås og gem filen'));
  await settle();
  expect(called(host, 'handOver')).toEqual([
    [{ known: '', name: 'Karen', role: 'staff', chapters: ['signs'], agenda: '' }],
  ]);
  expect(screen.getByText('løvfald')).toBeTruthy();
  await click(screen.getByText('Ordene er givet videre'));
  await settle();
  expect(screen.queryByText('løvfald')).toBeNull();
  expect(screen.getByText('Til Karen')).toBeTruthy();
});

test('a dialog that is closed leaves the form as it was', async () => {
  await openHandovers({ closes: true });
  await click(screen.getByText('Giv en del af bogen'));
  await type(screen.getByLabelText('Navn'), 'Karen');
  await click(screen.getByLabelText('Tidlige tegn'));
  await click(screen.getByText('Lås og gem filen'));
  await settle();
  expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('Karen');
});

test('nothing opened is said in words', async () => {
  await openHandovers();
  await click(screen.getByText('Giv en del af bogen'));
  await click(screen.getByText('Lås og gem filen'));
  await settle();
  expect(screen.getByText('Du har ikke åbnet noget endnu.')).toBeTruthy();
});

test('what came back is told with the way to it, and nothing new is told too', async () => {
  const host = await openHandovers({ answer: { from: 'Karen', fresh: 2, again: 0, answered: 1 } });
  await click(screen.getByText('Hent et svar'));
  await settle();
  expect(screen.getByText('Karen har skrevet 2 forslag.')).toBeTruthy();
  expect(screen.getByText('Noget af det har du allerede svaret på. Det bliver, som du svarede.')).toBeTruthy();
  host.hands.set.answer = { from: 'Karen', fresh: 0, again: 2, answered: 0 };
  await click(screen.getByText('Hent et svar'));
  await settle();
  expect(screen.getByText('Der er ikke noget nyt i svaret. Du har det hele.')).toBeTruthy();
  expect(screen.queryByText('Se forslagene')).toBeNull();
});

test('a file that is refused says what is safe and what to do', async () => {
  const host = await openHandovers({ answer: { from: 'Karen', fresh: 2, again: 0, answered: 0 } });
  host.failNext(failure('foreign', 'Svaret hører til en anden bog.', 'Se efter, om du har åbnet den rigtige bog.'));
  await click(screen.getByText('Hent et svar'));
  await settle();
  expect(screen.getByText('Svaret hører til en anden bog.')).toBeTruthy();
});

test('what was given can be kept as a text', async () => {
  const host = await openHandovers();
  await click(screen.getByText('Giv en del af bogen'));
  await click(screen.getByLabelText('Tidlige tegn'));
  await click(screen.getByText('Lås og gem filen'));
  await settle();
  await click(screen.getByText('Ordene er givet videre'));
  await settle();
  await click(screen.getByRole('button', { name: /^Gem det som fil/ }));
  await settle();
  expect(called(host, 'saveHandoverRecord')).toHaveLength(1);
  expect(screen.getByText(/Givet og kommet igen\.txt/)).toBeTruthy();
});

test('the list follows what is undone', async () => {
  const book = bookWith(line('a', 'signs.inner', 'uro'));
  const host = await open({ book });
  await click(screen.getByText('Tidlige tegn'));
  await type(screen.getByDisplayValue('uro'), 'megen uro');
  await vi.advanceTimersByTimeAsync(3000);
  await settle();
  await click(screen.getByText('Besøg'));
  await settle();
  await click(screen.getByText('Skriv sammen på to computere'));
  await settle();
  const item = { id: 'h', to: 'Karen', roleWord: 'medarbejder', made: 'i dag', agenda: '', chapters: [] };
  host.hands.set.given = [{ ...item, answers: [], proposals: [], waiting: 0, closed: true }];
  const stale = { ...(await host.change({ kind: 'writeLine', id: 'a', text: 'ro' })), stale: ['*'], page: '' };
  vi.spyOn(host, 'undo').mockResolvedValue(stale);
  await click(screen.getByRole('button', { name: /^Fortryd/ }));
  await settle();
  expect(screen.getByText('Du tager ikke imod flere svar her.')).toBeTruthy();
});

test('erasing asks first', async () => {
  const host = await openHandovers();
  await click(screen.getByText('Giv en del af bogen'));
  await click(screen.getByLabelText('Tidlige tegn'));
  await click(screen.getByText('Lås og gem filen'));
  await settle();
  await click(screen.getByText('Ordene er givet videre'));
  await settle();
  await click(screen.getByRole('button', { name: /^Slet for altid/ }));
  expect(called(host, 'eraseHandover')).toHaveLength(0);
  await click(screen.getByText('Ja, slet det for altid'));
  await settle();
  expect(called(host, 'eraseHandover')).toHaveLength(1);
  expect(screen.getByText('Det er slettet hos dig.')).toBeTruthy();
});

test('a key is kept with a name, and what is no key is refused', async () => {
  const host = await openHandovers();
  await type(screen.getByLabelText(/Nøglen, du har fået/), 'abe');
  await click(screen.getByText('Gem nøglen'));
  await settle();
  expect(screen.getByText('Det er ikke en nøgle.')).toBeTruthy();
  await type(screen.getByLabelText(/Nøglen, du har fået/), `age1${'q'.repeat(58)}`);
  await click(screen.getByText('Gem nøglen'));
  await settle();
  expect(called(host, 'keepCowriter')).toHaveLength(2);
  expect(screen.getByText('Dem, du har en nøgle fra')).toBeTruthy();
});

test('the way from the bar leads to what one would like out of it, also from the list', async () => {
  await open({ passphrase: 'rolig have', handover: {} });
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Skriv sammen på to computere'));
  await click(screen.getByText('Giv en del af bogen'));
  await type(screen.getByLabelText(/Hvad vil du gerne have hjælp til/), 'At sove');
  await click(screen.getByText('Tilbage', { selector: 'form .row button' }));
  await press(document.body, 'l', { ctrlKey: true });
  await click(screen.getByText('Gå til teksten'));
  await vi.advanceTimersByTimeAsync(3000);
  await settle();
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('At sove');
});

test('a key is kept with a button that stays where it is', async () => {
  const host = await openHandovers();
  await click(screen.getByText('Nøgler i stedet for ord'));
  const keep = screen.getByText('Gem nøglen', { selector: 'button' }) as HTMLButtonElement;
  expect([keep.disabled, keep.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  await click(keep);
  expect(called(host, 'keepCowriter')).toEqual([]);
});
