import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, line, press, type, wait } from '../../test/render';
import { openVisit } from '../../test/visit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function begin(): Promise<FakeHost> {
  const host = await openVisit({ book: bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på')) });
  // An emptied proposal is out of the book, as the core does it.
  const well = host.change;
  host.change = (change) =>
    change.kind === 'visit' &&
    change.visit.act === 'propose' &&
    'text' in change.visit.wish &&
    change.visit.wish.text === ''
      ? well({ kind: 'visit', visit: { act: 'withdraw', id: change.visit.id } })
      : well(change);
  return host;
}
/** The next change is on its way until the answer is called. */
function held(host: FakeHost): () => void {
  const well = host.change;
  let go: () => void = () => undefined;
  host.change = (change) => new Promise<void>((on) => (go = on)).then(() => well(change));
  return () => {
    host.change = well;
    go();
  };
}

test('a proposal taken back while it is on its way is taken back', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå en linje')[0]!);
  const go = held(host);
  await type(screen.getByLabelText('Forslag'), 'Det skulle jeg ikke have skrevet');
  await wait(600);
  await click(screen.getByText('Tag forslaget tilbage'));
  go();
  await wait();
  expect(host.book?.visits.proposals).toEqual([]);
  expect(screen.queryByLabelText('Forslag')).toBeNull();
});

test('an agreement taken away while it is on its way is taken away', async () => {
  const host = await begin();
  await click(screen.getByText('Slut af'));
  await click(screen.getByText('Skriv en aftale'));
  const go = held(host);
  await type(screen.getByLabelText('Hvad'), 'Vi ringes ved');
  await wait(600);
  await click(screen.getByText('Fjern', { exact: false, selector: 'li button' }));
  go();
  await wait();
  expect(host.book?.visits.visits[0]?.agreements).toEqual([]);
});

test('an emptied proposal stays under the caret, and goes on as the same', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå en linje')[0]!);
  await type(screen.getByLabelText('Forslag'), 'Hej');
  await wait();
  const field = screen.getByLabelText('Forslag');
  await type(field, '');
  await wait();
  expect(document.activeElement).toBe(field);
  expect(host.book?.visits.proposals).toEqual([]);
  await type(field, 'Hej igen');
  await wait();
  expect(host.book?.visits.proposals).toHaveLength(1);
  expect(screen.getAllByLabelText('Forslag')).toHaveLength(1);
});

test('emptied and taken back it is gone, and nothing is said', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå en linje')[0]!);
  await type(screen.getByLabelText('Forslag'), 'Hej');
  await wait();
  await type(screen.getByLabelText('Forslag'), '');
  await wait();
  await click(screen.getByText('Tag forslaget tilbage'));
  await wait();
  expect(screen.queryByLabelText('Forslag')).toBeNull();
  expect(host.book?.visits.proposals).toEqual([]);
  expect(screen.queryByText('Prøv igen')).toBeNull();
});

test('a proposal that undo takes away is gone from the page', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå en linje')[0]!);
  await type(screen.getByLabelText('Forslag'), 'Hej');
  await wait();
  const field = screen.getByLabelText('Forslag');
  field.blur();
  field.focus();
  await press(field, 'z', { ctrlKey: true });
  await wait();
  expect(host.book?.visits.proposals).toEqual([]);
  expect(screen.queryByDisplayValue('Hej')).toBeNull();
});
