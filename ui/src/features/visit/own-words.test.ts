import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, full, line, names, nav, press, type, wait } from '../../test/render';
import { openVisit } from '../../test/visit';
import { Waiting } from './waiting.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const button = (...words: string[]): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find((each) => words.every((word) => each.textContent?.includes(word)))!;

/** Two proposals wait, and own words are begun for the first. */
async function withOwnWords(): Promise<FakeHost> {
  const book = bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på'), line('b', 'signs.inner', 'Jeg ringer ikke'));
  const host = await openVisit({ book, passphrase: 'rolig have' });
  await press(document.body, 'F2');
  await click(button('Foreslå andre ord', 'Jeg sover'));
  await type(screen.getByLabelText('Forslag'), 'Hendes ord');
  await wait();
  await click(button('Foreslå andre ord', 'Jeg ringer'));
  const fields = screen.getAllByLabelText<HTMLTextAreaElement>('Forslag');
  await type(
    fields.find((each) => each.value === 'Jeg ringer ikke')!,
    'Andre ord',
  );
  await wait();
  await press(document.body, 'F2');
  await click(within(nav()).getByText(/^Forslag/));
  await wait();
  await click(screen.getAllByText('Med mine egne ord')[0]!);
  await type(screen.getByLabelText('Sådan siger jeg det'), 'Mine egne');
  return host;
}

test('own words whose proposal was taken in another way stand there, and are let go with a press', async () => {
  const host = await withOwnWords();
  // With the first of them only the other could be taken in with all; here it is, in another way.
  expect(screen.queryByText(/Tag alle/)).toBeNull();
  const [{ id } = { id: '' }] = host.book?.visits.proposals ?? [];
  await host.change({ kind: 'visit', visit: { act: 'accept', id, own: null, anyway: false } });
  await click(screen.getAllByText('Nej tak').at(-1)!);
  await wait();
  const left = screen.getByLabelText<HTMLTextAreaElement>('Sådan siger jeg det');
  expect([left.value, left.readOnly]).toEqual(['Mine egne', true]);
  await click(screen.getByText('Slip ordene'));
  expect(screen.queryByDisplayValue('Mine egne')).toBeNull();
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('the way from the bar leads to them, also when they were begun on the page', async () => {
  const host = await withOwnWords();
  await click(within(nav()).getByText('Tidlige tegn'));
  await click(screen.getByText('Lad være'));
  await click(screen.getAllByText('Med mine egne ord')[0]!);
  await type(screen.getByLabelText('Sådan siger jeg det'), 'Begyndt på siden');
  await press(document.body, 'F2');
  await click(screen.getAllByText('Tag forslaget tilbage')[0]!);
  await wait();
  await press(document.body, 'F2');
  await press(document.body, 'l', { ctrlKey: true });
  expect(names(host, 'lock')).toEqual([]);
  await click(screen.getByText('Gå til teksten'));
  await wait();
  expect((document.activeElement as HTMLTextAreaElement).value).toContain('Begyndt på siden');
});

test('an older refusal is not told over a newer answer', async () => {
  let fail: () => void = () => undefined;
  let turn = 0;
  const inbox = (): Promise<unknown> =>
    turn++ === 0
      ? new Promise((_, no) => (fail = () => no(full)))
      : Promise.resolve({ proposals: [], total: 0, ready: 0 });
  const waiting = new Waiting({ host: { inbox }, saver: { unused: () => [] } } as never);
  const first = waiting.look();
  await waiting.look();
  fail();
  await first;
  expect(waiting.failure).toBeNull();
});
