import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { arrivingFile, arrivingLine, type FakeExchange } from '../../lib/ipc/fake-exchange';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, line, open, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const written = bookWith(line('a', 'well.like', 'Jeg synger'), line('b', 'well.like', 'Jeg går tur'));
const called = (host: FakeHost, name: string): unknown[][] =>
  host.calls.filter((call) => call.name === name).map((call) => call.args);
const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name }) as HTMLButtonElement;

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
  expect(button('Gem den låste fil').disabled).toBe(true);
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
  expect(button('Vælg noget først').disabled).toBe(true);
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
  expect(called(host, 'copyText')).toEqual([[['well'], 'plain']]);
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
