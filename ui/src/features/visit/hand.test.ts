import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { m } from '../../lib/i18n/messages';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, full, line, names, nav, open, press, settle, type, wait } from '../../test/render';
import { openVisit } from '../../test/visit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lines = (host: FakeHost): string[] => host.book?.lines.map((each) => each.text) ?? [];

async function begin(passphrase?: string): Promise<FakeHost> {
  const book = bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på'));
  return openVisit(passphrase === undefined ? { book } : { book, passphrase });
}

test('undo after the pen has changed hands writes nothing under the other’s name', async () => {
  const host = await begin();
  const field = screen.getByDisplayValue('Jeg sover med tøj på');
  await type(field, 'Jeg sover slet ikke');
  await press(field, 'F2');
  expect(lines(host)).toEqual(['Jeg sover slet ikke']);
  const before = host.changes().length;
  await press(document.activeElement as HTMLElement, 'z', { ctrlKey: true });
  await wait();
  expect(host.changes()).toHaveLength(before);
  expect(screen.getByDisplayValue('Jeg sover slet ikke')).toBeTruthy();
});

test('a proposal is not undone with the citizen’s pen', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getByText('Foreslå andre ord'));
  await type(screen.getByLabelText('Forslag'), 'Hendes ord');
  await press(screen.getByLabelText('Forslag'), 'F2');
  await press(document.body, 'z', { ctrlKey: true });
  await wait();
  const proposed = host.changes().filter((change) => change.kind === 'visit' && change.visit.act === 'propose');
  expect(proposed).toHaveLength(1);
  expect(screen.queryByText(/er ikke gemt endnu/)).toBeNull();
});

test('a proposal that was only begun is not gone on with by another', async () => {
  await begin();
  await press(document.body, 'F2');
  await click(screen.getByText('Foreslå andre ord'));
  await press(document.body, 'F2');
  expect(screen.queryByLabelText('Forslag')).toBeNull();
});

test('nothing takes a key while the pen changes hands', async () => {
  const host = await begin();
  let give: () => void = () => undefined;
  const hold = host.holdPen;
  host.holdPen = (person) => new Promise<void>((on) => (give = on)).then(() => hold(person));
  await press(document.body, 'F2');
  const field = screen.getByDisplayValue<HTMLTextAreaElement>('Jeg sover med tøj på');
  // Out of reach with all of the page, which looks as it did: it is drawn once, when it is known who writes.
  expect(field.closest('[inert]')).not.toBeNull();
  expect(field.readOnly).toBe(false);
  give();
  await settle();
  expect(screen.getByText(/Karen har pennen/)).toBeTruthy();
  expect(field.closest('[inert]')).toBeNull();
  expect(screen.getByDisplayValue<HTMLTextAreaElement>('Jeg sover med tøj på').readOnly).toBe(true);
});

test('what was just taken in is not offered to be taken back by the next who writes, nor when the visit is over', async () => {
  const host = await begin();
  const taken = (): HTMLElement | null => screen.queryByText(m.proposalNoteYes());
  const takeIn = async (words: string): Promise<void> => {
    await press(document.body, 'F2');
    await click(screen.getByText('Foreslå andre ord'));
    await type(screen.getByLabelText('Forslag'), words);
    await wait();
    await press(document.body, 'F2');
    await click(screen.getByText('Ja, tag det med'));
  };
  await takeIn('Jeg sover ikke');
  expect(taken()).toBeTruthy();
  await press(document.body, 'F2');
  expect(taken()).toBeNull();
  await press(document.body, 'F2');
  await takeIn('Jeg sover lidt');
  expect(taken()).toBeTruthy();
  await end(host);
  await click(screen.getByText('Besøget er slut'));
  expect(taken()).toBeNull();
});

async function end(host: FakeHost): Promise<FakeHost> {
  await click(screen.getByText('Slut af'));
  await click(screen.getByLabelText('Vi vil gerne gemme svarene'));
  return host;
}

test('what both think of the visit saves itself under the name of who typed it', async () => {
  const host = await end(await begin());
  const field = screen.getByLabelText('listened');
  await type(field, 'Jeg blev hørt');
  await press(field, 'F2');
  const said = host.book?.visits.visits[0]?.texts?.['reflection listened'];
  expect(said).toEqual({ text: 'Jeg blev hørt', by: '' });
});

test('what is being written of the visit is asked about before it is lost', async () => {
  const host = await end(await begin('rolig have'));
  host.change = () => Promise.reject(full);
  await type(screen.getByLabelText('listened'), 'Jeg blev hørt');
  host.askToClose();
  await settle();
  expect(names(host, 'closed')).toEqual([]);
  expect(screen.getByText(/Vinduet er stadig åbent/)).toBeTruthy();
});

test('fields that waited for room are all written, and none puts another back', async () => {
  const host = await end(await begin());
  const well = host.change;
  host.change = () => Promise.reject(full);
  await type(screen.getByLabelText('Det blev vi enige om', { selector: 'textarea' }), 'Vi ringes ved');
  await type(screen.getByLabelText('Hvor, hvornår og hvad', { selector: 'textarea' }), 'Hos Karen');
  await type(screen.getByLabelText('Det her bliver i bogen', { selector: 'textarea' }), 'Om min far');
  await wait();
  host.change = well;
  // Every reading takes longer than the next save.
  const read = host.visitRecord;
  host.visitRecord = (id) => read(id).then((record) => new Promise((on) => setTimeout(() => on(record), 50)));
  await click(screen.getByText('Prøv igen'));
  await wait();
  expect(host.book?.visits.visits[0]?.fields).toMatchObject({
    agreed: 'Vi ringes ved',
    nextNote: 'Hos Karen',
    keptPrivate: 'Om min far',
    keepReflection: true,
  });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Det blev vi enige om', { selector: 'textarea' }).value).toBe(
    'Vi ringes ved',
  );
});

test('a box that could not be changed says what is true', async () => {
  const host = await begin();
  await click(screen.getByText('Slut af'));
  host.failNext();
  const box = screen.getByLabelText<HTMLInputElement>('Vi vil gerne gemme svarene');
  await click(box);
  expect(box.checked).toBe(false);
});

test('undo takes a task that was done back to not done', async () => {
  const host = await begin();
  await click(screen.getByText('Slut af'));
  await click(screen.getByText('Skriv en aftale'));
  await type(screen.getByLabelText('Hvad'), 'Ring til lægen');
  await wait();
  const done = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(/^Det er gjort/);
  await click(done());
  await wait();
  expect(host.book?.visits.visits[0]?.agreements[0]?.fields.done).toBe(true);
  await click(screen.getAllByText('Fortryd')[0]!);
  await wait();
  expect(done().checked).toBe(false);
});

test('own words for a proposal stay on another page, and locking asks about them', async () => {
  const host = await begin('rolig have');
  await press(document.body, 'F2');
  await click(screen.getByText('Foreslå andre ord'));
  await type(screen.getByLabelText('Forslag'), 'Hendes ord');
  await wait();
  await press(document.body, 'F2');
  await click(screen.getByText('Med mine egne ord'));
  await type(screen.getByLabelText('Sådan siger jeg det'), 'Mine egne');
  await click(screen.getByText('Slut af'));
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual([]);
  expect(screen.getByText('Du har skrevet noget, der ikke er gemt endnu.')).toBeTruthy();
  await click(screen.getByText('Gå til teksten'));
  await wait();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Sådan siger jeg det').value).toBe('Mine egne');
  await click(screen.getByText('Gem mine ord'));
  expect(lines(host)).toEqual(['Mine egne']);
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('the second half of a double press is no answer to the next proposal', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getByText('Foreslå andre ord'));
  await type(screen.getByLabelText('Forslag'), 'Hendes ord');
  await wait();
  await press(document.body, 'F2');
  screen.getByText('Nej tak').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  await settle();
  expect(host.book?.visits.proposals[0]?.state).toBe('open');
});

test('a visit does not begin over words the book has said no to', async () => {
  const host = await open({ book: bookWith(line('a', 'well.like', 'te')) });
  const well = host.change;
  host.change = (change) =>
    'text' in change && change.text.startsWith('Langt')
      ? Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'))
      : well(change);
  await type(screen.getByDisplayValue('te'), 'Langt');
  await wait();
  await click(within(nav()).getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await type(screen.getByLabelText(/Hvad vil du have ud af det/), 'Noget godt');
  await click(screen.getByText('Begynd besøget'));
  expect(names(host, 'freshPage')).toEqual([]);
  await click(screen.getByText('Gå videre uden at gemme det sidste'));
  expect(host.book?.visits.visits[0]?.fields.agenda).toBe('Noget godt');
  expect(names(host, 'freshPage')).toEqual(['freshPage']);
});
