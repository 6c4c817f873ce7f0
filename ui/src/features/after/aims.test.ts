import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';
import { Aims } from './aims.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function choose(label: string, value: string): Promise<void> {
  const select = screen.getByLabelText<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

const book = (): ReturnType<typeof bookWith> =>
  bookWith(line('s', 'signs.inner', 'Jeg sover dårligt'), line('c', 'after.changes', 'Jeg sover ikke én nat'));

test('before and after stand side by side, and nothing changes before one says yes', async () => {
  const host = await open({ book: book() });
  await click(screen.getByText('Efter krisen'));
  expect(screen.queryByText('Ja, læg det ind')).toBeNull();
  await choose('Hvor hører det til?', 'signs.inner');
  await choose('Hvilken linje handler det om?', 's');
  expect(screen.getByText('Sådan står der nu').parentElement?.textContent).toContain('Jeg sover dårligt');
  expect(screen.getByText('Sådan kommer der til at stå').parentElement?.textContent).toContain('Jeg sover ikke én nat');
  expect(host.book?.lines.find((each) => each.id === 's')?.text).toBe('Jeg sover dårligt');
  await click(screen.getByText('Ja, læg det ind'));
  expect(host.book?.lines.find((each) => each.id === 's')?.text).toBe('Jeg sover ikke én nat');
  expect(screen.getByText('Det står i planen nu.')).toBeTruthy();
});

test('a suggestion can be a new line', async () => {
  const host = await open({ book: book() });
  await click(screen.getByText('Efter krisen'));
  await choose('Hvor hører det til?', 'toolbox.tools');
  await click(screen.getByText('Ja, læg det ind'));
  expect(host.book?.lines.filter((each) => each.section === 'toolbox.tools').map((each) => each.text)).toEqual([
    'Jeg sover ikke én nat',
  ]);
});

const answered = (): ReturnType<typeof bookWith> =>
  bookWith(line('s', 'signs.inner', 'Jeg sover dårligt'), {
    kind: 'addLine',
    id: 'a',
    section: 'after.reflection',
    prompt: 'learn',
    text: 'Jeg skulle have ringet før',
    place: { at: 'last' },
  });

test('an answer becomes a suggestion without being typed again, and can be put in other words first', async () => {
  const host = await open({ book: answered() });
  await click(screen.getByText('Efter krisen'));
  await click(screen.getByText(/Gør det til et forslag/));
  const words = screen.getByLabelText<HTMLTextAreaElement>('Dit forslag til planen');
  expect(words.value).toBe('Jeg skulle have ringet før');
  expect(document.activeElement).toBe(words);
  await type(words, 'Ring den første nat');
  await choose('Hvor hører det til?', 'signs.inner');
  await click(screen.getByText('Læg det blandt mine forslag'));
  expect(host.changes()).toMatchObject([
    { kind: 'suggestFrom', from: 'a', text: 'Ring den første nat', section: 'signs.inner', target: '' },
  ]);
  expect(screen.getByText(/Planen er ikke lavet om/)).toBeTruthy();
  expect(host.book?.lines.find((each) => each.id === 'a')?.text).toBe('Jeg skulle have ringet før');
  expect(host.book?.lines.filter((each) => each.section === 'signs.inner')).toHaveLength(1);
  await click(screen.getByText('Ja, læg det ind'));
  expect(host.book?.lines.filter((each) => each.section === 'signs.inner').map((each) => each.text)).toContain(
    'Ring den første nat',
  );
});

test('nothing is suggested without words, and one can think better of it', async () => {
  const host = await open({ book: answered() });
  await click(screen.getByText('Efter krisen'));
  await click(screen.getByText(/Gør det til et forslag/));
  await type(screen.getByLabelText('Dit forslag til planen'), ' ');
  await click(screen.getByText('Læg det blandt mine forslag'));
  await click(screen.getByText('Luk'));
  expect(host.changes()).toEqual([]);
  expect(document.activeElement).toBe(screen.getByText(/Gør det til et forslag/).closest('button'));
});

test('a suggestion can take a line out, side by side, with a yes and one step back', async () => {
  const host = await open({ book: book() });
  await click(screen.getByText('Efter krisen'));
  await choose('Hvor hører det til?', 'signs.inner');
  expect(screen.queryByLabelText('Den skal ud af planen')).toBeNull();
  await choose('Hvilken linje handler det om?', 's');
  await click(screen.getByLabelText('Den skal ud af planen'));
  expect(host.changes().at(-1)).toEqual({ kind: 'aimOut', id: 'c', target: 's' });
  expect(screen.getByText('Sådan står der nu').parentElement?.textContent).toContain('Jeg sover dårligt');
  expect(screen.getByText('Sådan kommer der til at stå').parentElement?.textContent).toContain('ude af planen');
  expect(host.book?.lines.some((each) => each.id === 's')).toBe(true);
  await click(screen.getByText('Ja, tag linjen ud'));
  expect(host.book?.lines.some((each) => each.id === 's')).toBe(false);
  expect(screen.getByText(/Linjen er ude af planen nu/)).toBeTruthy();
  await press(document.body, 'z', { ctrlKey: true });
  expect(host.book?.lines.some((each) => each.id === 's')).toBe(true);
  await click(screen.getByLabelText('Den skal lyde sådan'));
  expect(host.changes().at(-1)).toEqual({ kind: 'aimLine', id: 'c', section: 'signs.inner', target: 's' });
});

test('whose suggestion is only mine is told what that means for the plan', async () => {
  const only = book();
  for (const each of only.lines.filter(({ id }) => id === 'c')) each.marks = ['private'];
  await open({ book: only });
  await click(screen.getByText('Efter krisen'));
  await choose('Hvor hører det til?', 'signs.inner');
  expect(screen.getByText(/Forslaget er kun for dig, og det er linjen i planen også/)).toBeTruthy();
  await choose('Hvilken linje handler det om?', 's');
  expect(screen.getByText('Forslaget er kun for dig. Linjen i planen kan andre få at se.')).toBeTruthy();
});

const contents = (): HTMLElement => screen.getByLabelText('Indhold');

test('words on their way to be a suggestion wait while one is elsewhere, and whoever locks is told of them', async () => {
  const host = await open({ book: answered(), passphrase: 'rolig have' });
  await click(screen.getByText('Efter krisen'));
  await click(screen.getByText(/Gør det til et forslag/));
  await type(screen.getByLabelText('Dit forslag til planen'), 'Ring den første nat');
  await choose('Hvor hører det til?', 'signs.inner');
  await click(within(contents()).getByText('Tidlige tegn'));
  await press(document.body, 'l', { ctrlKey: true });
  expect(host.calls.map(({ name }) => name)).not.toContain('lock');
  await click(screen.getByText('Gå til teksten'));
  await vi.advanceTimersByTimeAsync(1000);
  const words = screen.getByLabelText<HTMLTextAreaElement>('Dit forslag til planen');
  expect([words.value, screen.getByLabelText<HTMLSelectElement>('Hvor hører det til?').value]).toEqual([
    'Ring den første nat',
    'signs.inner',
  ]);
  expect(document.activeElement).toBe(words);
  await click(screen.getByText('Læg det blandt mine forslag'));
  expect(host.changes().at(-1)).toMatchObject({ kind: 'suggestFrom', from: 'a', text: 'Ring den første nat' });
  await press(document.body, 'l', { ctrlKey: true });
  expect(host.calls.map(({ name }) => name)).toContain('lock');
});

test('words from a note wait while one writes on another note', async () => {
  await open({ book: bookWith(line('n', 'after.notes', 'Ring før'), line('o', 'after.notes', 'Noget andet')) });
  await click(screen.getByText('Efter krisen'));
  const note = (text: string): HTMLElement => screen.getByDisplayValue(text);
  note('Ring før').focus();
  await settle();
  await click(screen.getByText(/Gør det til et forslag/));
  await type(screen.getByLabelText('Dit forslag til planen'), 'Ring den første nat');
  note('Noget andet').focus();
  await settle();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Dit forslag til planen').value).toBe('Ring den første nat');
  await click(screen.getByText('Luk'));
  expect(screen.queryByLabelText('Dit forslag til planen'), 'closed, it is let go').toBeNull();
});

test('a note that is taken away takes the words for a suggestion along, so that nobody is asked about them', async () => {
  const host = await open({ book: bookWith(line('n', 'after.notes', 'Ring før')), passphrase: 'rolig have' });
  await click(screen.getByText('Efter krisen'));
  const note = screen.getByDisplayValue('Ring før');
  note.focus();
  await settle();
  await click(screen.getByText(/Gør det til et forslag/));
  await type(screen.getByLabelText('Dit forslag til planen'), 'Ring den første nat');
  await type(note, '');
  await press(note, 'Backspace');
  await press(document.body, 'l', { ctrlKey: true });
  expect(host.calls.map(({ name }) => name)).toContain('lock');
});

test('words of others are away here too when only my own are shown, and are marked as theirs when they go into the plan', async () => {
  const state = answered();
  Object.assign(
    state.lines.find(({ id }) => id === 'a')!,
    { author: 'Karen' },
  );
  const host = await open({ book: state });
  await click(screen.getByText('Efter krisen'));
  await click(screen.getByText('Vis kun mine egne ord'));
  expect(document.body.textContent).not.toContain('Jeg skulle have ringet før');
  expect(screen.queryByText(/Gør det til et forslag/)).toBeNull();
  await click(screen.getByText('Vis kun mine egne ord'));
  await click(screen.getByText(/Gør det til et forslag/));
  await click(screen.getByText('Læg det blandt mine forslag'));
  expect(host.book?.lines.at(-1)).toMatchObject({ section: 'after.changes', author: 'Karen' });
});

test('what the book says no to is not what is shown as chosen', async () => {
  const host = await open({ book: book() });
  await click(screen.getByText('Efter krisen'));
  const where = (): HTMLSelectElement => screen.getByLabelText('Hvor hører det til?');
  host.failNext();
  await choose('Hvor hører det til?', 'signs.inner');
  expect(where().value).toBe('');
  await choose('Hvor hører det til?', 'signs.inner');
  const which = (): HTMLSelectElement => screen.getByLabelText('Hvilken linje handler det om?');
  host.failNext();
  await choose('Hvilken linje handler det om?', 's');
  expect(which().value).toBe('');
  await choose('Hvilken linje handler det om?', 's');
  host.failNext();
  await click(screen.getByLabelText('Den skal ud af planen'));
  expect(screen.getByLabelText<HTMLInputElement>('Den skal ud af planen').checked).toBe(false);
  expect(screen.getByText('Ja, læg det ind')).toBeTruthy();
});

test('an older refusal is not told over a newer answer', async () => {
  let fail: () => void = () => undefined;
  const asked = vi
    .fn()
    .mockReturnValueOnce(new Promise((_, no) => (fail = () => no(new Error()))))
    .mockResolvedValue({ aims: [], places: [] });
  const aims = new Aims({ host: { aims: asked } } as never);
  const first = aims.read();
  await aims.read();
  fail();
  await first;
  expect(aims.failure).toBeNull();
});
