import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../../lib/ipc/fake-book';
import type { FakeHost } from '../../lib/ipc/fake';
import type { Change } from '../../lib/ipc/types';
import { Shares } from './shares.svelte';
import { bookWith, click, full, line, open, press, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const called = (host: FakeHost, name: string): unknown[][] =>
  host.calls.filter((call) => call.name === name).map((call) => call.args);
const shared = (...more: Change[]) =>
  bookWith(
    line('h1', 'signs.inner', 'Jeg går tidligt hjem'),
    line('h2', 'signs.inner', 'Jeg er forelsket i naboen'),
    { kind: 'markLine', id: 'h2', mark: 'private', on: true },
    line('h3', 'signs.inner', 'Jeg sover med tøj på'),
    ...more,
  );
const onPaper = (): string => screen.getByLabelText('Side 1').textContent ?? '';

async function toReader(name: string): Promise<FakeHost> {
  const host = await open({ book: shared() });
  await click(screen.getByText('Delt med andre'));
  await click(screen.getByText(name));
  return host;
}

async function give(whom: string): Promise<void> {
  await click(screen.getByText('Gem som PDF'));
  const dialog = within(screen.getByRole('dialog'));
  await type(dialog.getByLabelText('Navn'), whom);
  await click(dialog.getByText('Skriv det på listen'));
}

test('an empty register is an invitation, and readers are there to be chosen', async () => {
  await open({ book: shared() });
  await click(screen.getByText('Delt med andre'));
  expect(screen.getByText(/Når du gemmer et papir/)).toBeTruthy();
  for (const name of ['Afdelingen', 'En pårørende', 'Jobcentret', 'Kort til pungen']) screen.getByText(name);
});

test('a private line is not among those that can be ticked, and not on the pages', async () => {
  await toReader('En pårørende');
  expect(onPaper()).toContain('Jeg går tidligt hjem');
  await click(screen.getByText('. Vælg linje for linje: Tidlige tegn'));
  expect(screen.getByLabelText('Jeg går tidligt hjem')).toBeTruthy();
  expect(document.body.textContent).not.toContain('forelsket');
});

test('a line that is unticked leaves the pages, and one step back brings it again', async () => {
  const host = await toReader('En pårørende');
  await click(screen.getByText('. Vælg linje for linje: Tidlige tegn'));
  await click(screen.getByLabelText('Jeg sover med tøj på'));
  expect(host.changes().at(-1)).toEqual({
    kind: 'tickForReader',
    reader: 'relative',
    what: 'line',
    id: 'h3',
    on: false,
  });
  expect(onPaper()).not.toContain('tøj på');
  expect((screen.getByLabelText('Tidlige tegn') as HTMLInputElement).indeterminate).toBe(true);
  await press(document.body, 'z', { ctrlKey: true });
  expect(onPaper()).toContain('tøj på');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('En pårørende');
});

test('steps taken back one by one that are called the same each bring their line back', async () => {
  const host = await toReader('En pårørende');
  await click(screen.getByText('. Vælg linje for linje: Tidlige tegn'));
  const line = (text: string): HTMLInputElement => screen.getByLabelText(text);
  await click(line('Jeg går tidligt hjem'));
  await click(line('Jeg sover med tøj på'));
  await click(line('Jeg går tidligt hjem'));
  expect(onPaper()).toContain('tidligt hjem');
  await press(document.body, 'z', { ctrlKey: true });
  expect(onPaper(), 'it was ticked off before').not.toContain('tidligt hjem');
  await press(document.body, 'z', { ctrlKey: true });
  expect(line('Jeg sover med tøj på').checked).toBe(true);
  expect(onPaper(), 'what the boxes say is what is printed').toContain('tøj på');
  expect(called(host, 'savePrint')).toEqual([]);
});

test('words that are taken back are off the paper, also when nothing else on the screen is another', async () => {
  const host = await toReader('En pårørende');
  // Written on another page, in steps that are called the same.
  for (const [index, because] of ['et', 'to', 'tre', 'fire', 'fem', 'seks'].entries())
    await host.change({ kind: 'writeBecause', id: index % 2 ? 'h1' : 'h3', because });
  await click(screen.getByLabelText('Store bogstaver'));
  const back = (): Promise<void> => press(document.body, 'z', { ctrlKey: true });
  for (let step = 0; step < 4; step += 1) await back();
  const laid = called(host, 'layPrint').length;
  await back();
  expect(called(host, 'layPrint').length, 'the pages are set anew with every step').toBe(laid + 1);
});

test('the job centre gets nothing until something is ticked for it', async () => {
  const host = await toReader('Jobcentret');
  expect(onPaper()).not.toContain('Jeg går');
  await click(screen.getByLabelText('Tidlige tegn'));
  expect(host.changes().at(-1)).toMatchObject({ what: 'chapter', id: 'signs', on: true });
  expect(onPaper()).toContain('Jeg går tidligt hjem');
});

test('saving asks who it is for, writes it on the list, and an edit makes the copy old', async () => {
  const host = await toReader('En pårørende');
  await give('Mette');
  expect(called(host, 'recordShare')).toEqual([[1, 'Mette', 'paper']]);
  await click(screen.getByText('Se listen'));
  expect(screen.getByText('Den passer stadig')).toBeTruthy();
  await host.change({ kind: 'writeLine', id: 'h1', text: 'Jeg går hjem før alle andre' });
  await click(screen.getByText('Tidlige tegn'));
  await click(screen.getByText('Delt med andre'));
  expect(screen.getByText('Den er gammel nu')).toBeTruthy();
  expect(screen.getByText('Jeg går hjem før alle andre')).toBeTruthy();
  await click(screen.getByLabelText('Lav en ny udgave: Det gør du nu til Mette'));
  expect(screen.getByText(/Det her afløser udgaven fra .* \(Mette\)/)).toBeTruthy();
  await click(screen.getByText('Gem som PDF'));
  expect((screen.getByLabelText('Navn') as HTMLInputElement).value).toBe('Mette');
  await click(screen.getByText('Skriv det på listen'));
  await click(screen.getByText('Se listen'));
  expect(screen.getByText('Den har fået en afløser')).toBeTruthy();
});

test('the question may be passed over, and then nothing is on the list', async () => {
  const host = await toReader('En pårørende');
  await click(screen.getByText('Gem som PDF'));
  await click(screen.getByText('Spring over'));
  expect(called(host, 'recordShare')).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('Gemt her: /home/kim/Min plan.pdf')).toBeTruthy();
});

test('a copy that came back is told, and can be out again', async () => {
  await toReader('En pårørende');
  await give('Mette');
  await click(screen.getByText('Se listen'));
  await click(screen.getByLabelText('Jeg har fået den tilbage: Det gør du nu til Mette'));
  expect(screen.getByText('Du fik den tilbage 22. november 2026')).toBeTruthy();
  await click(screen.getByLabelText('Den er ude endnu: Det gør du nu til Mette'));
  expect(screen.getByText('Den passer stadig')).toBeTruthy();
});

test('a name on the list is corrected', async () => {
  const host = await toReader('En pårørende');
  await give('Mete');
  await click(screen.getByText('Se listen'));
  await click(screen.getByLabelText('Ret: Det gør du nu til Mete'));
  await type(screen.getByLabelText('Navn'), 'Mette');
  await click(screen.getByText('Det er fint'));
  expect(host.changes().at(-1)).toMatchObject({ kind: 'writeShare', whom: 'Mette', how: 'paper' });
});

test('somebody of my own is made ready for, and opened at once', async () => {
  const host = await open({ book: shared() });
  await click(screen.getByText('Delt med andre'));
  await click(screen.getByText('En anden'));
  await type(screen.getByLabelText('Hvem er det til?'), 'Emil');
  await click(screen.getByText('Gør klar til Emil'));
  expect(host.changes().at(-1)).toMatchObject({ kind: 'addReader', title: 'Emil', like: 'relative' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Emil');
});

test('a card with too much on it says so, and is not saved', async () => {
  const host = await open({ book: shared() });
  await click(screen.getByText('Delt med andre'));
  const lay = host.layPrint;
  host.layPrint = () =>
    Promise.reject(failure('other', 'Der er ikke plads til det hele på kortet.', 'Tag flueben fra.'));
  await click(screen.getByText('Kort til pungen'));
  expect(screen.getByText('Der er ikke plads til det hele på kortet.')).toBeTruthy();
  const save = screen.getByText('Gem som PDF').closest('button') as HTMLButtonElement;
  expect([save.disabled, save.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  await click(save);
  expect(called(host, 'savePrint')).toEqual([]);
  host.layPrint = lay;
  await click(screen.getByLabelText('Firkanter til telefonen', { exact: false }));
  expect(screen.getByLabelText('Side 1')).toBeTruthy();
});

test('empty pages are for the chapters one picks, and nobody is asked for', async () => {
  const host = await open({ book: shared() });
  await click(screen.getByText('Delt med andre'));
  await click(screen.getByText('Tomme sider til at skrive på'));
  await click(screen.getByLabelText('Tidlige tegn'));
  expect(called(host, 'layPrint').at(-1)).toMatchObject([{ what: { kind: 'blank', chapters: ['well', 'signs'] } }]);
  await click(screen.getByText('Gem som PDF'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what takes longer than a second is told with other words', async () => {
  const host = await open({ book: shared() });
  await click(screen.getByText('Delt med andre'));
  host.latency = 3000;
  screen.getByText('Kun mig').click();
  await vi.advanceTimersByTimeAsync(3500);
  expect(screen.getByText('Siderne bliver sat op …')).toBeTruthy();
  await vi.advanceTimersByTimeAsync(1200);
  expect(screen.getByText(/Der er meget i din bog/)).toBeTruthy();
  await vi.advanceTimersByTimeAsync(4000);
  expect(screen.queryByText(/Der er meget i din bog/)).toBeNull();
});

test('an old copy of wishes in advance is replaced by the same sheet, never by the whole plan', async () => {
  const host = await open({ book: shared() });
  const order = { language: 'da' as const, large: false, squares: false, replaces: '' };
  const { number } = await host.layPrint({ ...order, what: { kind: 'advance' } });
  await host.recordShare('c1', number, 'Afdelingen', 'paper');
  await host.change({ kind: 'writeLine', id: 'h1', text: 'Jeg går hjem før alle andre' });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await click(screen.getByText('Delt med andre'));
  await click(screen.getByLabelText('Lav en ny udgave: Det gør du nu til Afdelingen'));
  expect(screen.getByText(/Det her afløser udgaven fra .* \(Afdelingen\)/)).toBeTruthy();
  const [last] = called(host, 'layPrint').at(-1) ?? [];
  expect(last).toMatchObject({ what: { kind: 'advance' }, replaces: 'c1' });
  const laid = called(host, 'layPrint').length;
  await press(document.body, 'z', { ctrlKey: true });
  expect(called(host, 'layPrint').length, 'a step taken back may be one on the sheet').toBe(laid + 1);
});

test('an older refusal of the list is not told over a newer answer', async () => {
  let fail: () => void = () => undefined;
  const asked = vi
    .fn()
    .mockReturnValueOnce(new Promise((_, no) => (fail = () => no(full))))
    .mockResolvedValue({ readers: [], copies: [] });
  const shares = new Shares({ host: { shares: asked } } as never);
  const first = shares.read();
  await shares.read();
  fail();
  await first;
  expect(shares.failure).toBeNull();
});

test('a number that does not work is told before it is printed and on the copies that carry it', async () => {
  const fields = { name: 'Mette', relation: '', phone: '20 00 00 00', wanted: 'yes', why: '' } as const;
  const mette: Change = { kind: 'addPerson', id: 'p', fields, place: { at: 'last' } };
  const host = await open({ book: shared(mette) });
  await click(screen.getByText('Delt med andre'));
  await click(screen.getByText('Afdelingen'));
  expect(screen.queryByText(/virkede ikke/)).toBeNull();
  await give('Natholdet');
  await host.change({ kind: 'tryNumber', of: 'person', id: 'p', answer: 'no' });
  await click(screen.getByText('Se listen'));
  expect(screen.getByText('Ordene passer stadig, men et nummer virkede ikke')).toBeTruthy();
  expect(screen.getByText('Et nummer på den virkede ikke, da du prøvede det')).toBeTruthy();
  expect(screen.getByText(/Mette: 20 00 00 00/)).toBeTruthy();
  await click(screen.getByLabelText(/Lav en ny udgave/));
  expect(screen.getByText('Et nummer på papiret virkede ikke, da du prøvede det')).toBeTruthy();
  await click(screen.getByText('Ret mine mennesker'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Mine mennesker');
});
