import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WORDS, type FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import type { FakeSafety } from '../../lib/ipc/fake-safety';
import { bookWith, click, line, names, open, press, settle, type } from '../../test/render';
import { QUIET } from '../save/saver.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PASSPHRASE = 'hav kaffe bro';
const before = bookWith(line('a', 'well.like', 'Jeg synger'), line('b', 'well.like', 'Jeg går tur'));
const now = bookWith(line('a', 'well.like', 'Jeg synger højt'), line('c', 'well.like', 'Jeg maler'));
const lines = (host: FakeHost): string[] => host.book?.lines.map((each) => each.text) ?? [];
const thrown = (id: string, text: string, more = {}) => ({
  id,
  text,
  because: '',
  page: 'Når jeg har det godt',
  at: '22. november 2026 kl. 14.03',
  long: false,
  line: { ...now.lines[0]!, id, text },
  ...more,
});

async function enter(door: string, safety: FakeSafety = {}, options = {}): Promise<FakeHost> {
  const host = await open({ passphrase: PASSPHRASE, book: structuredClone(now), safety, ...options });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Sikkerhed og kopier'));
  if (door) await click(screen.getByText(door));
  return host;
}

test('what opening put right is said in one place and can be put away', async () => {
  const told = ['Noget i filen med din bog var gået i stykker.', 'Alt, hvad du har gemt, er med.'];
  const host = await open({ safety: { told } });
  expect(screen.getByText(told.join(' '))).toBeTruthy();
  await click(screen.getByText('Det er fint'));
  expect(screen.queryByText(told.join(' '))).toBeNull();
  expect(names(host, 'safetyTold')).toEqual(['safetyTold']);
});

test('a shared folder is told once, and stands on the page of safety from then on', async () => {
  const cloud = {
    message: 'Din bog ligger i en mappe, som Dropbox kopierer til nettet.',
    wayOut: 'Læg den hellere her.',
  };
  const host = await open({ safety: { cloud } });
  expect(screen.getByText(/Dropbox/)).toBeTruthy();
  await click(screen.getByText('Det er fint'));
  expect(host.preferences.cloudTold).toBe(true);
  expect(screen.queryByText(/Dropbox/)).toBeNull();
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Sikkerhed og kopier'));
  expect(screen.getByText(/Dropbox/)).toBeTruthy();
});

test('when the text does not fit on the disk it says that the text is still here, and tries again', async () => {
  const host = await open();
  host.failNext();
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await vi.advanceTimersByTimeAsync(QUIET);
  await settle();
  expect(screen.getByText('Der er ikke mere plads på computeren. Din tekst er her stadig.')).toBeTruthy();
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
  await click(screen.getByText('Prøv igen'));
  expect(lines(host)).toEqual(['Jeg synger']);
  expect(screen.queryByText(/Din tekst er her stadig/)).toBeNull();
});

test('words that went into the kept room are told, until there is room again', async () => {
  const host = await open({ safety: { onReserve: true } });
  expect(screen.getByText('Computeren er fuld.')).toBeTruthy();
  await click(screen.getByText('Jeg har gjort plads'));
  expect(names(host, 'makeRoom')).toEqual(['makeRoom']);
  expect(screen.queryByText('Computeren er fuld.')).toBeNull();
});

test('the age of the newest copy and of the last safe copy stand on the first page', async () => {
  const backups = [{ number: 3, words: '3. november 2026 kl. 09.12', days: 25, state: before }];
  await enter('', { backups });
  expect(screen.getByText(/Nyeste kopi: 3. november 2026 kl. 09.12 \(for 25 dage siden\)/)).toBeTruthy();
  expect(screen.getByText('Du har ikke lavet en sikker kopi endnu.')).toBeTruthy();
  await press(document.body, 'Escape');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Indstillinger');
});

test('a copy is made now, after what was typed is saved', async () => {
  const host = await enter('Kopier af bogen');
  await click(screen.getByText('Lav en kopi nu'));
  expect(screen.getByText(/Kopien er lavet og tjekket/)).toBeTruthy();
  expect(screen.getByText('i dag kl. 14.03')).toBeTruthy();
  expect(names(host, 'backUpNow')).toEqual(['backUpNow']);
});

test('going back is shown first, line by line, then done as one step, and undone', async () => {
  const backups = [{ number: 3, words: 'i går kl. 14.03', days: 1, state: before }];
  const host = await enter('Kopier af bogen', { backups });
  await click(screen.getByText('Se forskellen'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bogen, som den var i går kl. 14.03');
  for (const [heading, text] of [
    ['Kommer tilbage', 'Jeg går tur'],
    ['Tages ud af bogen', 'Jeg maler'],
    ['Bliver, som det var', 'Jeg synger højt'],
  ] as const) {
    const list = screen.getByText(heading).nextElementSibling as HTMLElement;
    expect(within(list).getByText(new RegExp(text))).toBeTruthy();
  }
  expect(names(host, 'restoreBackup')).toEqual([]);
  await click(screen.getByText('Gå tilbage til den'));
  expect(lines(host)).toEqual(['Jeg synger', 'Jeg går tur']);
  const note = screen.getByText(/Bogen er nu, som den var i går kl. 14.03/);
  await click(within(note.parentElement as HTMLElement).getByText('Fortryd'));
  expect(lines(host)).toEqual(['Jeg synger højt', 'Jeg maler']);
});

test('a copy that is the same as the book offers nothing to do', async () => {
  await enter('Kopier af bogen', { backups: [{ number: 1, words: 'i dag kl. 9', days: 0, state: now }] });
  await click(screen.getByText('Se forskellen'));
  expect(screen.getByText(/Der er ingen forskel/)).toBeTruthy();
  expect(screen.queryByText('Gå tilbage til den')).toBeNull();
});

test('another copy asks for its own passphrase when it has another lock', async () => {
  const copy = { made: '1. maj 2026 kl. 10.00', passphrase: 'den gamle', state: before };
  const host = await enter('Kopier af bogen', { copy });
  await click(screen.getByText('Gå til en anden kopi'));
  expect(screen.getByText('Kopien har en anden lås end bogen')).toBeTruthy();
  await type(screen.getByLabelText('Adgangssætning'), 'forkert');
  await click(screen.getByText('Åbn kopien'));
  expect(screen.getByText('Det passer ikke til din bog.')).toBeTruthy();
  await type(screen.getByLabelText('Adgangssætning'), 'den gamle');
  await click(screen.getByText('Åbn kopien'));
  await click(screen.getByText('Gå tilbage til den'));
  expect(lines(host)).toEqual(['Jeg synger', 'Jeg går tur']);
});

test('a copy of another book is refused in words, and nothing is kept of it', async () => {
  const copy = { made: '', passphrase: null, state: before, other: true };
  const host = await enter('Kopier af bogen', { copy });
  await click(screen.getByText('Gå til en anden kopi'));
  expect(screen.getByText('Kopien hører til en anden bog. Din bog er, som den var.')).toBeTruthy();
  expect(lines(host)).toEqual(['Jeg synger højt', 'Jeg maler']);
});

test('a safe copy tells where it lies; a stick pulled out is said plainly', async () => {
  const safety: FakeSafety = {};
  const host = await enter('Sikker kopi', safety);
  await click(screen.getByText('Vælg et stik eller en mappe'));
  expect(screen.getByText(/Den ligger i \/media\/kim\/STIK/)).toBeTruthy();
  expect(screen.getByText('Sidste sikre kopi: i dag kl. 14.03.')).toBeTruthy();
  safety.refuses = failure('other', 'Kopien blev ikke færdig, for mappen kan ikke nås mere.', 'Sæt stikket i igen.');
  await click(screen.getByText('Vælg et stik eller en mappe'));
  expect(screen.getByText('Kopien blev ikke færdig, for mappen kan ikke nås mere.')).toBeTruthy();
  expect(names(host, 'safeCopy')).toHaveLength(2);
});

test('what was removed comes back to its page', async () => {
  const host = await enter('Det, du har fjernet', { trash: [thrown('x', 'Jeg bager')] });
  await click(screen.getByText('Hent tilbage'));
  expect(lines(host)).toContain('Jeg bager');
  expect(screen.getByText('Det er tilbage på sin plads.')).toBeTruthy();
  expect(screen.getByText(/Her er tomt/)).toBeTruthy();
});

test('erasing for good says what it reaches and what it cannot, and asks once more', async () => {
  const trash = [thrown('x', 'Jeg bager'), thrown('y', 'Jeg sejler')];
  const host = await enter('Det, du har fjernet', { trash });
  await click(screen.getByLabelText('Slet for altid: Jeg bager'));
  expect(screen.getByText(/Vi kan ikke nå kopier på stik/)).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Nej, lad det ligge');
  expect(names(host, 'erase')).toEqual([]);
  await click(screen.getByText('Nej, lad det ligge'));
  await click(screen.getByLabelText('Slet for altid: Jeg bager'));
  await click(screen.getByText('Ja, slet det for altid'));
  expect(host.calls.find((call) => call.name === 'erase')?.args).toEqual(['x']);
  expect(screen.queryByText('Jeg bager')).toBeNull();
  expect(screen.getByText('Jeg sejler')).toBeTruthy();
});

test('after 30 days it is asked about quietly, and nothing goes by itself', async () => {
  const trash = [thrown('x', 'Gammel', { long: true }), thrown('y', 'Ny')];
  const host = await enter('Det, du har fjernet', { trash, copiesStay: true });
  await click(screen.getByText('Lad dem ligge'));
  expect(screen.getByText('Gammel')).toBeTruthy();
  await press(document.body, 'Escape');
  await click(screen.getByText('Det, du har fjernet'));
  await click(screen.getByText('Ja, slet for altid'));
  expect(names(host, 'erase')).toEqual([]);
  await click(screen.getByText('Slet dem for altid'));
  expect(screen.queryByText('Gammel')).toBeNull();
  expect(screen.getByText('Ny')).toBeTruthy();
  expect(screen.getByText(/De gamle kopier forsvinder, så snart/)).toBeTruthy();
});

test('a line whose heading is gone can be read, not put back', async () => {
  await enter('Det, du har fjernet', { trash: [thrown('x', 'Jeg bager', { page: '' })] });
  expect(screen.getByText(/Det kan ikke hentes tilbage herfra/)).toBeTruthy();
  expect(screen.queryByText('Hent tilbage')).toBeNull();
});

test('another key asks for the present passphrase, gives a new sheet and reads two words back', async () => {
  const host = await enter('Nogen kender måske min adgangssætning');
  await type(screen.getByLabelText('Den adgangssætning, du har nu'), 'forkert');
  await type(screen.getByLabelText('Ny adgangssætning'), 'skov og sten');
  await click(screen.getByText('Giv bogen en ny nøgle'));
  expect(screen.getByText('Det passer ikke til din bog.')).toBeTruthy();
  expect(host.passphrase).toBe(PASSPHRASE);
  await type(screen.getByLabelText('Den adgangssætning, du har nu'), PASSPHRASE);
  await click(screen.getByText('Giv bogen en ny nøgle'));
  expect(host.passphrase).toBe('skov og sten');
  expect(screen.getByText(WORDS[0]!)).toBeTruthy();
  await click(screen.getByText('Jeg har skrevet dem ned'));
  await type(screen.getByLabelText('Skriv ord nummer 4'), WORDS[3]!);
  await type(screen.getByLabelText('Skriv ord nummer 9'), WORDS[8]!);
  await click(screen.getByText('Se efter'));
  await click(screen.getByText('Gå videre'));
  expect(screen.getByText(/Bogen har en ny nøgle/)).toBeTruthy();
  expect(names(host, 'forgetWords')).toEqual(['forgetWords']);
  expect(document.body.textContent).not.toContain(WORDS[0]);
});

test('a book without a lock is given one', async () => {
  const host = await enter('Giv bogen en lås', {}, { passphrase: undefined });
  expect(screen.queryByLabelText('Den adgangssætning, du har nu')).toBeNull();
  await type(screen.getByLabelText('Adgangssætning'), 'skov og sten');
  await click(screen.getByRole('button', { name: 'Giv bogen en lås' }));
  expect(host.passphrase).toBe('skov og sten');
  expect(screen.getByText(WORDS[0]!)).toBeTruthy();
});

test('one who is locked out finds a safe copy and comes in with the words of its day', async () => {
  const copy = { made: '1. maj 2026 kl. 10.00', passphrase: 'den gamle', state: structuredClone(before) };
  const host = await open({ state: 'locked', passphrase: PASSPHRASE, safety: { copy } });
  await click(screen.getByText('Jeg kan ikke komme ind'));
  await click(screen.getByText('Find en sikker kopi'));
  await click(screen.getByText('Find en sikker kopi'));
  expect(screen.getByText('En kopi fra 1. maj 2026 kl. 10.00')).toBeTruthy();
  expect(screen.getByText(/Den låste bog bliver lagt til side/)).toBeTruthy();
  await type(screen.getByLabelText('Adgangssætning'), 'den gamle');
  await click(screen.getByText('Brug kopien'));
  expect(screen.getByDisplayValue('Jeg går tur')).toBeTruthy();
  expect(names(host, 'moveIn')).toEqual(['moveIn']);
});

test('on a new computer the book is fetched from a copy', async () => {
  const copy = { made: '', passphrase: null, state: structuredClone(before) };
  await open({ state: 'first-run', safety: { copy } });
  await click(screen.getByText('Dansk'));
  await click(screen.getByText('Jeg har en kopi af min bog'));
  await click(screen.getByText('Find en sikker kopi'));
  expect(screen.getByText('Kopien har ingen lås.')).toBeTruthy();
  await click(screen.getByText('Brug kopien'));
  expect(screen.getByDisplayValue('Jeg går tur')).toBeTruthy();
});

test('a lock is given also while words wait for a press, and they are there afterwards', async () => {
  const host = await open();
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await type(screen.getByLabelText(/Hvad vil du have ud af det/), 'At sove');
  host.change = () => Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'));
  await click(within(screen.getByLabelText('Indhold')).getAllByText('Når jeg har det godt')[0]!);
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Langt');
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Sikkerhed og kopier'));
  await click(screen.getByText('Giv bogen en lås'));
  await type(screen.getByLabelText('Adgangssætning'), 'hav kaffe bro sol');
  await click(screen.getByRole('button', { name: 'Giv bogen en lås' }));
  expect(host.calls.some((call) => call.name === 'rekey')).toBe(true);
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  expect(screen.getByDisplayValue('At sove')).toBeTruthy();
});
