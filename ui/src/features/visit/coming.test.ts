import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, line, nav, open } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A book with a visit behind it, in which something was agreed. */
async function agreed(): Promise<FakeHost> {
  const book = bookWith(line('a', 'signs.inner', 'Jeg sover dårligt'));
  const agreement = (id: string, text: string, due: string) => ({
    id,
    fields: { doer: 'me' as const, name: '', text, due, done: false },
    author: '',
  });
  book.visits.visits.push({
    id: 'v',
    guests: [],
    chapters: [],
    fields: { agenda: '', agreed: '', keptPrivate: '', nextOn: '', nextNote: '', keepReflection: false },
    ended: true,
    agreements: [agreement('b', 'Ring til lægen', '2026-12-01'), agreement('c', 'Uden dag', '')],
    answers: {},
  });
  return open({ book });
}

test('what was agreed and has a day stands quietly on the first page, and is done or put away', async () => {
  const host = await agreed();
  const box = screen.getByRole('region', { name: 'Det aftalte I' });
  expect(within(box).getByText('Ring til lægen')).toBeTruthy();
  expect(within(box).queryByText('Uden dag')).toBeNull();
  await click(within(box).getByText('Ikke nu'));
  expect(screen.queryByRole('region', { name: 'Det aftalte I' })).toBeNull();
  expect(host.changes()).toEqual([]);
  await click(within(nav()).getByText('Besøg'));
  const all = screen.getByRole('region', { name: 'Det aftalte I' });
  await click(within(all).getByText('Det er gjort'));
  expect(screen.queryByRole('region', { name: 'Det aftalte I' })).toBeNull();
  expect(host.book?.visits.visits[0]?.agreements[0]?.fields.done).toBe(true);
});
