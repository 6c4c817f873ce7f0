import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { arrivingFile, arrivingLine, type FakeExchange } from '../../lib/ipc/fake-exchange';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, line, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const written = bookWith(line('a', 'well.like', 'Jeg synger'), line('b', 'well.like', 'Jeg går tur'));
const called = (host: FakeHost, name: string): unknown[][] =>
  host.calls.filter((call) => call.name === name).map((call) => call.args);
const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name }) as HTMLButtonElement;
/** Says that it does nothing now, and still keeps who stands on it. */
const isOff = (button: HTMLButtonElement): boolean =>
  !button.disabled && button.getAttribute('aria-disabled') === 'true';

async function enter(door: string, exchange: FakeExchange = {}, options = {}): Promise<FakeHost> {
  const host = await open({ book: structuredClone(written), exchange, ...options });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Tag med og hent ind'));
  if (door) await click(screen.getByText(door));
  return host;
}

test('a locked file is saved only when its words have been written down, and they are gone afterwards', async () => {
  const host = await enter('Hele bogen i én fil');
  await click(button('Lav seks ord'));
  expect(screen.getByText('løvfald')).toBeTruthy();
  expect(isOff(button('Gem den låste fil'))).toBe(true);
  await click(button('Gem den låste fil'));
  expect(called(host, 'exportSealed')).toEqual([]);
  await click(screen.getByLabelText('Jeg har skrevet ordene ned'));
  await click(button('Gem den låste fil'));
  expect(called(host, 'exportSealed')).toEqual([['kaffe løvfald sommer cykel bro havn']]);
  expect(screen.queryByText('løvfald')).toBeNull();
  expect(screen.getByText('Læg ordene et andet sted end filen.')).toBeTruthy();
});

const file = arrivingFile({
  chapters: [
    {
      id: 'well',
      title: 'Når jeg har det godt',
      lines: [
        arrivingLine('n', 'Jeg maler'),
        arrivingLine('s', 'Jeg synger', { standing: 'same' }),
        arrivingLine('o', 'Jeg går langt', { standing: 'other', now: 'Jeg går tur' }),
      ],
    },
  ],
});

test('only what is ticked comes in, and it can be taken back at once', async () => {
  const host = await enter('Hent en fil ind', { file });
  await click(button('Vælg en fil'));
  expect(isOff(button('Vælg noget først'))).toBe(true);
  await click(button('Vælg noget først'));
  expect(called(host, 'takeIn')).toEqual([]);
  expect(screen.queryByRole('checkbox', { name: /Jeg synger/ })).toBeNull();
  expect(screen.getByText(/står anderledes i bogen nu: Jeg går tur/)).toBeTruthy();
  await click(screen.getByRole('checkbox', { name: /Jeg maler/ }));
  await click(button('Hent 1 ind'));
  expect(called(host, 'takeIn')).toEqual([[['n'], true]]);
  expect(host.book?.lines.map((each) => each.text)).toContain('Jeg maler');
  await click(
    screen.getByText('Det er hentet ind. Fortryder du, så tryk på Fortryd.').parentElement!.querySelector('button')!,
  );
  expect(host.book?.lines.map((each) => each.text)).not.toContain('Jeg maler');
});

test('a large file says how far it has come, and stopped it is still there to be taken in', async () => {
  let stopped = (): void => undefined;
  const progress = { stage: 'taking' as const, percent: 40, stops: true };
  const host = await enter('Hent en fil ind', { file }, { safety: { progress, stop: () => stopped() } });
  await click(button('Vælg en fil'));
  await click(screen.getByRole('checkbox', { name: /Jeg maler/ }));
  const takeIn = host.takeIn;
  host.takeIn = () =>
    new Promise((_, reject) => (stopped = () => reject(failure('cancelled', 'Du stoppede det.', 'Begynd igen.'))));
  await click(button('Hent 1 ind'));
  expect(screen.queryByRole('progressbar')).toBeNull();
  await vi.advanceTimersByTimeAsync(400);
  expect((screen.getByRole('progressbar') as HTMLProgressElement).value).toBe(40);
  await click(button('Stop'));
  expect(screen.getByText(/Du stoppede det/)).toBe(document.activeElement);
  expect(screen.queryByRole('progressbar')).toBeNull();
  host.takeIn = takeIn;
  await click(button('Hent 1 ind'));
  expect(host.book?.lines.map((each) => each.text)).toContain('Jeg maler');
});

test('what is being written already has no button that would stop it', async () => {
  const progress = { stage: 'keeping' as const, percent: 0, stops: false };
  const host = await enter('Hent en fil ind', { file }, { safety: { progress } });
  host.openFile = () => new Promise(() => undefined);
  await click(button('Vælg en fil'));
  await vi.advanceTimersByTimeAsync(400);
  expect(screen.getByText('Nu bliver det gemt …')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
});

test('the words of someone else are asked about before they come in', async () => {
  const host = await enter('Hent en fil ind', { file: { ...file, name: 'Mette', mine: false } });
  await click(button('Vælg en fil'));
  expect((screen.getByLabelText('Det er skrevet af Mette') as HTMLInputElement).checked).toBe(true);
  await click(screen.getByRole('checkbox', { name: /Jeg maler/ }));
  await click(button('Hent 1 ind'));
  expect(called(host, 'takeIn')).toEqual([[['n'], false]]);
});

test('a locked file asks for its words, and other words are told beside them', async () => {
  const host = await enter('Hent en fil ind', { file: { ...file, blank: true, steps: 3 }, words: 'en to tre' });
  await click(button('Vælg en fil'));
  await type(screen.getByLabelText('De seks ord'), 'forkert');
  await click(button('Åbn filen'));
  expect(screen.getByText('De ord åbner ikke filen.')).toBeTruthy();
  await type(screen.getByLabelText('De seks ord'), 'en to tre');
  await click(button('Åbn filen'));
  await click(button('Hent hele bogen ind'));
  expect(called(host, 'takeIn')).toEqual([[null, true]]);
});

test('a closed dialog changes nothing', async () => {
  await enter('Hent en fil ind', { closes: true });
  await click(button('Vælg en fil'));
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent?.trim())).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/\S/)]),
  );
  expect(button('Vælg en fil')).toBeTruthy();
});

test('the page shows the very text that is copied', async () => {
  const host = await enter('Tekst til at sætte ind et andet sted');
  await click(screen.getByRole('checkbox', { name: 'Når jeg har det godt' }));
  expect((screen.getByLabelText('Sådan bliver den') as HTMLTextAreaElement).value).toContain('Jeg synger');
  await click(button('Kopiér teksten'));
  expect(called(host, 'copyText')).toEqual([[{ chapters: ['well'], style: 'plain', replaces: '' }]]);
});

test('people come in when they are picked', async () => {
  const fields = { name: 'Mette', relation: '', phone: '20 00 00 00', wanted: 'unset' as const, why: '' };
  const host = await enter('Personer fra din adressebog', {
    people: [{ fields }, { fields: { ...fields, name: 'Jens' } }],
  });
  await click(button('Vælg en adressebog'));
  await click(screen.getByRole('checkbox', { name: /Jens/ }));
  await click(button('Hent 1 person ind'));
  expect(host.book?.people.map((person) => person.name)).toEqual(['Jens']);
});

test('a picture on a line is shown, described and taken off', async () => {
  const book = structuredClone(written);
  book.lines[0]!.pictures = [{ id: 'p', sound: false, alt: '', width: 40, height: 30 }];
  const host = await open({ book });
  expect((screen.getByAltText('Billede') as HTMLImageElement).src).toMatch(/^data:image/);
  screen.getByDisplayValue('Jeg synger').focus();
  await vi.advanceTimersByTimeAsync(10);
  await type(screen.getByLabelText('Hvad viser billedet?'), 'Køkkenet');
  await vi.advanceTimersByTimeAsync(3000);
  expect(host.changes().at(-1)).toEqual({ kind: 'describePicture', id: 'p', alt: 'Køkkenet' });
  await click(button('Fjern billedet'));
  expect(screen.queryByAltText('Køkkenet')).toBeNull();
});

const give = async (whom: string): Promise<void> => {
  await click(button('Skriv, hvem der får det'));
  await type(screen.getByLabelText('Navn'), whom);
  await click(button('Skriv det på listen'));
};

test('a file that is out can be put on the list, is old when the book says more, and what takes its place knows which', async () => {
  const host = await enter('Hele bogen i én fil');
  expect(screen.queryByText('Skriv, hvem der får det')).toBeNull();
  await click(button('Gem uden lås'));
  await give('Mor');
  expect(called(host, 'recordFile')).toEqual([['Mor', 'file', '']]);
  await click(button('Se listen'));
  expect(screen.getByText('Den passer stadig')).toBeTruthy();
  await host.change(line('c', 'well.like', 'Jeg maler'));
  await click(screen.getByText('En fil eller en tekst'));
  await click(button('Tilbage til Delt med andre'));
  expect(screen.getByText('Den er gammel nu')).toBeTruthy();
  await click(screen.getByRole('button', { name: /^Lav en ny udgave/ }));
  expect(screen.getByText(/afløser den fra .* \(Mor\)/)).toBeTruthy();
  await click(button('Gem uden lås'));
  await click(button('Skriv, hvem der får det'));
  expect((screen.getByLabelText('Navn') as HTMLInputElement).value).toBe('Mor');
  await click(button('Skriv det på listen'));
  expect(called(host, 'recordFile').at(-1)?.[2]).not.toBe('');
  await click(button('Se listen'));
  expect(screen.getByText('Den har fået en afløser')).toBeTruthy();
});

test('a text that takes the place of an old one begins with its chapters, and nobody has to say who gets it', async () => {
  const host = await enter('Tekst til at sætte ind et andet sted');
  await click(screen.getByRole('checkbox', { name: 'Når jeg har det godt' }));
  await click(button('Kopiér teksten'));
  await give('Kommunen');
  await click(button('Se listen'));
  await host.change(line('c', 'well.like', 'Jeg maler'));
  await click(screen.getByText('En fil eller en tekst'));
  await click(button('Tilbage til Delt med andre'));
  await click(screen.getByRole('button', { name: /^Lav en ny udgave/ }));
  expect((screen.getByRole('checkbox', { name: 'Når jeg har det godt' }) as HTMLInputElement).checked).toBe(true);
  await click(button('Gem som fil'));
  expect(called(host, 'saveText').at(-1)).toEqual([
    { chapters: ['well'], style: 'plain', replaces: expect.stringMatching(/./) },
  ]);
  await click(button('Skriv, hvem der får det'));
  await click(button('Spring over'));
  expect(called(host, 'recordFile')).toHaveLength(1);
});

test('a line may begin with a picture, and a closed dialog leaves no line', async () => {
  const host = await open({ book: structuredClone(written) });
  const empty = screen.getAllByPlaceholderText(/./).find((each) => (each as HTMLTextAreaElement).value === '')!;
  empty.focus();
  await vi.advanceTimersByTimeAsync(10);
  await click(button('Billede eller lyd'));
  expect(host.book?.lines.filter((each) => each.pictures.length > 0)).toHaveLength(1);
  expect(screen.getByAltText('Billede')).toBeTruthy();
});

test('a button that works keeps the keyboard, and a second press does nothing', async () => {
  const host = await enter('Hent en fil ind', { file });
  const well = host.openFile;
  let go: () => void = () => undefined;
  let asked = 0;
  host.openFile = () => ((asked += 1), new Promise<void>((on) => (go = on)).then(() => well()));
  const choose = button('Vælg en fil');
  choose.focus();
  await click(choose);
  expect(isOff(choose)).toBe(true);
  await click(choose);
  expect(asked).toBe(1);
  go();
  await settle();
  expect(document.activeElement).toBe(choose);
});
