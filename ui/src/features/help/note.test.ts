import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, full, line, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const note = (): HTMLTextAreaElement => screen.getByLabelText<HTMLTextAreaElement>('Note til senere');
const notes = (host: FakeHost): string[] =>
  host.book?.lines.filter((each) => each.section === 'after.notes').map((each) => each.text) ?? [];
async function wait(time = 500): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await settle();
}

async function writing(): Promise<FakeHost> {
  const host = await open({ book: bookWith(line('t', 'toolbox.tools', 'Gå en tur')), passphrase: 'rolig have' });
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Jeg er vred'));
  await click(screen.getByText('Det hjalp lidt'));
  await click(screen.getByText('Skriv en note til senere'));
  return host;
}

test('the note saves itself as one private line, whichever way one leaves it', async () => {
  const host = await writing();
  await type(note(), 'Turen hjalp.');
  await press(document.body, 'Escape');
  await wait();
  expect(host.changes().map((change) => change.kind)).toEqual(['addPrivateLine']);
  expect(host.book?.lines.find((each) => each.text === 'Turen hjalp.')?.marks).toEqual(['private']);
  await click(screen.getByText('Det hjalp lidt'));
  expect(note().value).toBe('Turen hjalp.');
});

test('pressing save twice on a slow disk gives one note', async () => {
  const host = await writing();
  host.latency = 500;
  await type(note(), 'Turen hjalp.');
  screen.getByText('Gem noten').click();
  screen.getByText('Gem noten').click();
  await wait(3000);
  expect(notes(host)).toEqual(['Turen hjalp.']);
  expect(screen.getByText(/Noten er gemt/)).toBeTruthy();
});

test('a note that could not be saved is not said to be, stays, and is found again', async () => {
  const host = await writing();
  const well = host.change;
  host.change = () => Promise.reject(full);
  await type(note(), 'Turen hjalp.');
  await click(screen.getByText('Gem noten'));
  expect(screen.queryByText(/Noten er gemt/)).toBeNull();
  expect(screen.getByText('Der er ikke mere plads.')).toBeTruthy();
  await click(screen.getByText('Jeg er færdig for nu'));
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Jeg er vred'));
  await click(screen.getByText('Det hjalp lidt'));
  expect(note().value).toBe('Turen hjalp.');
  host.change = well;
  await click(screen.getByText('Gem noten'));
  expect(notes(host)).toEqual(['Turen hjalp.']);
});

test('a note taken back leaves no empty line', async () => {
  const host = await writing();
  await type(note(), 'Turen');
  await wait();
  await type(note(), '');
  await click(screen.getByText('Jeg er færdig for nu'));
  await wait();
  expect(notes(host)).toEqual([]);
});

test('a note taken back while it is on its way leaves nothing', async () => {
  const host = await writing();
  const well = host.change;
  let go: () => void = () => undefined;
  host.change = (change) => new Promise<void>((on) => (go = on)).then(() => well(change));
  await type(note(), 'Turen');
  await wait();
  await type(note(), '');
  await click(screen.getByText('Jeg er færdig for nu'));
  host.change = well;
  go();
  await wait();
  expect(notes(host)).toEqual([]);
});

test('help that came when the last words were saved says nothing of the time before', async () => {
  const host = await open({ book: bookWith(line('t', 'toolbox.tools', 'Gå en tur')) });
  const { change, help } = host;
  let go: () => void = () => undefined;
  host.change = (asked) => new Promise<void>((on) => (go = on)).then(() => change(asked));
  host.help = () => ((host.help = help), Promise.reject(full));
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await click(screen.getByText('Det er svært lige nu'));
  expect(screen.getByText(/Der er ikke mere plads/)).toBeTruthy();
  go();
  await wait();
  expect(screen.getByText('Jeg er vred')).toBeTruthy();
  expect(screen.queryByText(/Der er ikke mere plads/)).toBeNull();
});

test('help does not wait for a slow disk', async () => {
  const host = await open({ book: bookWith(line('t', 'toolbox.tools', 'Gå en tur')) });
  host.change = () => new Promise(() => undefined);
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await click(screen.getByText('Det er svært lige nu'));
  expect(screen.getByText('Jeg er vred')).toBeTruthy();
});

test('help that did not come can be asked for again, and what was known stands there meanwhile', async () => {
  const host = await open({ book: bookWith(line('t', 'toolbox.tools', 'Gå en tur')) });
  const well = host.help;
  host.help = () => Promise.reject(full);
  await click(screen.getByText('Det er svært lige nu'));
  expect(screen.getByText('112')).toBeTruthy();
  expect(screen.queryByText('Jeg er vred')).toBeNull();
  host.help = well;
  await click(screen.getByText('Prøv igen'));
  expect(screen.getByText('Jeg er vred')).toBeTruthy();
  await click(screen.getByText('Tilbage'));
  host.help = () => Promise.reject(full);
  await click(screen.getByText('Det er svært lige nu'));
  expect(screen.getByText('Jeg er vred')).toBeTruthy();
});

test('undo does nothing to the plan where the plan cannot be seen', async () => {
  const host = await open();
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await wait();
  await press(screen.getByDisplayValue('Jeg synger'), 'h', { ctrlKey: true });
  await press(document.body, 'z', { ctrlKey: true });
  await wait();
  expect(host.book?.lines.map((each) => each.text)).toEqual(['Jeg synger']);
  expect(host.calls.some((call) => call.name === 'undo')).toBe(false);
});

test('a page that comes late does not take one out of help', async () => {
  const host = await open();
  const well = host.page;
  let come: () => void = () => undefined;
  host.page = (id) => new Promise<void>((on) => (come = on)).then(() => well(id));
  await click(screen.getByText('Tidlige tegn'));
  await click(screen.getByText('Det er svært lige nu'));
  come();
  await settle();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Det er svært lige nu');
});

test('Shift three times hides the page that stayed, and nothing of it comes back', async () => {
  await open({ book: bookWith(line('s', 'signs.inner', 'Jeg sover med tøj på')), passphrase: 'rolig have' });
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Jeg mærker tidlige tegn'));
  await wait(31 * 60_000);
  expect(screen.getByText('Jeg sover med tøj på')).toBeTruthy();
  for (let nth = 0; nth < 3; nth += 1) await press(document.body, 'Shift');
  expect(screen.queryByText('Jeg sover med tøj på')).toBeNull();
  await click(screen.getByRole('button'));
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
});
