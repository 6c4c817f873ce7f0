import { screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../../lib/ipc/fake-book';
import type { PrintOrder } from '../../lib/ipc/types';
import { bookWith, click, line, open, press, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const called = (host: { calls: { name: string; args: unknown[] }[] }, name: string): unknown[][] =>
  host.calls.filter((call) => call.name === name).map((call) => call.args);

test('the preview is the very pages, each with its text', async () => {
  await open();
  await click(screen.getByText('Min kriseplan på papir'));
  expect(document.querySelectorAll('img')).toHaveLength(2);
  expect(screen.getByLabelText('Side 1').textContent).toContain('Min kriseplan');
  await click(screen.getByText('Vis som tekst'));
  expect(document.querySelectorAll('img')).toHaveLength(0);
});

test('what is typed is on the paper: it is saved before the pages are made', async () => {
  const host = await open();
  const lay = host.layPrint;
  const onPaper: string[][] = [];
  host.layPrint = (order) => {
    onPaper.push(host.book?.lines.map((each) => each.text) ?? []);
    return lay(order);
  };
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  host.latency = 50;
  await press(document.body, 'p', { ctrlKey: true });
  await vi.advanceTimersByTimeAsync(500);
  expect(onPaper).toEqual([['Jeg synger']]);
});

test('what is taken back while one looks at the pages is not on them', async () => {
  await open({ book: bookWith(line('w1', 'crisis.well', 'Jeg synger')) });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg fløjter');
  await press(document.body, 'p', { ctrlKey: true });
  const onPaper = (): string => screen.getByLabelText('Side 1').textContent ?? '';
  expect(onPaper()).toContain('Jeg fløjter');
  await press(document.body, 'z', { ctrlKey: true });
  expect(onPaper()).not.toContain('Jeg fløjter');
});

test('the language of the paper is chosen apart from the language of the screen', async () => {
  const host = await open();
  await click(screen.getByText('Min kriseplan på papir'));
  await click(screen.getByLabelText('English'));
  await click(screen.getByText('Gem som PDF'));
  const languages = called(host, 'layPrint').map(([order]) => (order as PrintOrder).language);
  expect(languages).toEqual(['da', 'en']);
  expect(called(host, 'savePrint')).toEqual([[2]]);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Min kriseplan på papir');
});

test('after saving it says where, and the file can be opened', async () => {
  const host = await open();
  await click(screen.getByText('Min kriseplan på papir'));
  await click(screen.getByText('Gem som billede til telefonen'));
  expect(screen.getByText('Gemt her: /home/kim/Min plan.png')).toBeTruthy();
  await click(screen.getByText('Åbn'));
  expect(called(host, 'openSaved')).toHaveLength(1);
});

test('a print that fails says so in words', async () => {
  const host = await open();
  host.failNext(failure('other', 'Der står ikke noget at sætte på papir endnu.', 'Skriv et par linjer først.'));
  await click(screen.getByText('Min kriseplan på papir'));
  expect(screen.getByText('Der står ikke noget at sætte på papir endnu.')).toBeTruthy();
});

test('that the pages are being drawn is said at once', async () => {
  const host = await open();
  host.latency = 500;
  const button = screen.getByText('Min kriseplan på papir');
  button.click();
  await tick();
  expect(screen.getByText('Siderne bliver sat op …')).toBeTruthy();
  await vi.advanceTimersByTimeAsync(1500);
  expect(screen.queryByText('Siderne bliver sat op …')).toBeNull();
});

test('a plan that is empty is an invitation: a line to begin with, or the pages to write on by hand', async () => {
  const host = await open();
  host.failNext(failure('nothing', 'Der står ikke noget på siden endnu.', 'Skriv bare en linje.'));
  await click(screen.getByText('Min kriseplan på papir'));
  expect(screen.queryByText('Gem som PDF')).toBeNull();
  expect(screen.queryByText('Der står ikke noget på siden endnu.')).toBeNull();
  expect(screen.getByText('Skriv, hvad der hjælper dig')).toBeTruthy();
  await click(screen.getByText('Sider til at skrive på i hånden'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tomme sider til at skrive på');
});

test('pages one does not want to wait for are stopped, and set again when one asks', async () => {
  const host = await open();
  const lay = host.layPrint;
  let stopped = (): void => undefined;
  host.layPrint = () => new Promise((_, reject) => (stopped = () => reject(failure('cancelled', 'Du stoppede det.'))));
  const leave = host.leavePrint;
  host.leavePrint = () => {
    stopped();
    return leave();
  };
  await click(screen.getByText('Min kriseplan på papir'));
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  await vi.advanceTimersByTimeAsync(1200);
  await click(screen.getByRole('button', { name: 'Stop' }));
  expect(screen.getByText('Du stoppede. Der er ikke ændret noget i din bog.')).toBeTruthy();
  host.layPrint = lay;
  await click(screen.getByText('Sæt siderne op igen'));
  expect(document.querySelectorAll('img')).toHaveLength(2);
});

test('leaving the page stops its pages, but not those the next page has ordered', async () => {
  const host = await open();
  await click(screen.getByText('Min kriseplan på papir'));
  await click(screen.getByText('Indstillinger'));
  await vi.advanceTimersByTimeAsync(10);
  expect(called(host, 'leavePrint')).toHaveLength(1);
});

test('a picture for the telephone may be put on the list, is old with the plan, and the next one takes its place', async () => {
  const host = await open({ book: bookWith(line('h1', 'signs.inner', 'Jeg sover ikke')) });
  await click(screen.getByText('Min kriseplan på papir'));
  await click(screen.getByText('Gem som billede til telefonen'));
  expect(screen.queryByText('Hvem skal have den?')).toBeNull();
  await click(screen.getByText('Skriv, hvem der får det'));
  await type(screen.getByLabelText('Navn'), 'Min søster');
  await click(screen.getByText('Skriv det på listen'));
  expect(called(host, 'recordFile')).toEqual([['Min søster', 'file', '']]);
  await click(screen.getByText('Se listen'));
  expect(screen.getByText(/Kriseplanen som billede/)).toBeTruthy();
  expect(screen.getByText('Den passer stadig')).toBeTruthy();
  host.book?.lines.push({ ...structuredClone(host.book.lines[0]!), id: 'h2', text: 'Åbn et vindue' });
  await click(screen.getByText('Min kriseplan på papir'));
  await click(screen.getByText('Delt med andre'));
  await click(screen.getByRole('button', { name: /^Lav en ny udgave/ }));
  // A picture cannot say it itself; and a paper of now does not take its place.
  expect(screen.getByText(/nyt billede i stedet for det fra .* \(Min søster\)/)).toBeTruthy();
  expect((called(host, 'layPrint').at(-1)?.[0] as PrintOrder).replaces).toBe('');
  await click(screen.getByText('Gem som billede til telefonen'));
  await click(screen.getByText('Skriv, hvem der får det'));
  expect((screen.getByLabelText('Navn') as HTMLInputElement).value).toBe('Min søster');
  await click(screen.getByText('Skriv det på listen'));
  expect(called(host, 'recordFile').at(-1)).toEqual(['Min søster', 'file', host.book?.shares.copies[1]?.id]);
  await click(screen.getByText('Se listen'));
  expect(screen.getByText('Den har fået en afløser')).toBeTruthy();
});

test('nobody has to say who has the picture', async () => {
  const host = await open();
  await click(screen.getByText('Min kriseplan på papir'));
  await click(screen.getByText('Gem som billede til telefonen'));
  await click(screen.getByLabelText('English'));
  expect(screen.queryByText('Skriv, hvem der får det')).toBeNull();
  expect(called(host, 'recordFile')).toEqual([]);
});
