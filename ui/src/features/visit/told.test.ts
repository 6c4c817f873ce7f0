// What is told of visits afterwards: the record, answers given alone, over time, what is near; and who comes later.
import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, line, nav, open, press, settle, type } from '../../test/render';
import { openVisit } from '../../test/visit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FIELDS = { agenda: '', agreed: '', keptPrivate: '', nextOn: '', nextNote: '', keepReflection: false };
const KAREN = {
  id: 'k',
  author: 'ka',
  name: 'Karen',
  role: 'staff' as const,
  called: 'Karen',
  roleWord: 'medarbejder',
  known: false,
};

/** A book with a visit behind it. */
async function visited(fields: Partial<typeof FIELDS> = {}): Promise<FakeHost> {
  const book = bookWith(line('a', 'signs.inner', 'Jeg sover dårligt'));
  book.visits.visits.push({
    id: 'v',
    guests: [KAREN],
    chapters: ['signs'],
    fields: { ...FIELDS, ...fields },
    ended: true,
    agreements: [
      {
        id: 'b',
        fields: { doer: 'others', name: '', text: 'Ring til lægen', due: '2026-12-01', done: false },
        author: '',
      },
    ],
    answers: { 'visit heard': 3, 'support hope': 2 },
  });
  book.visits.proposals.push({
    id: 'p',
    visit: 'v',
    guest: KAREN,
    perspective: 'third',
    wish: { wish: 'rewrite', line: 'a', text: 'Jeg sover ikke', because: 'larm' },
    basis: null,
    state: 'declined',
  } as never);
  return open({ book });
}

async function record(): Promise<void> {
  await click(within(nav()).getByText('Besøg'));
  await click(screen.getAllByRole('button', { name: /^Se alt om besøget/ }).at(-1) as HTMLElement);
}

test('the record says who proposed what, why, and from where they saw it', async () => {
  await visited();
  await record();
  expect(screen.getByText(/Karen \(medarbejder\)/)).toBeTruthy();
  expect(screen.getByText(/larm/)).toBeTruthy();
  expect(screen.getByText('Sådan ser det ud udefra')).toBeTruthy();
  await click(screen.getByText('Gem alt om besøget som fil'));
  expect(screen.getByText(/Alt om besøget\.txt/)).toBeTruthy();
});

test('a visit can be answered about when it is over, both kinds, and one sees what was answered', async () => {
  const host = await visited();
  await record();
  const box = screen.getByRole('region', { name: 'Sådan var det for dig' });
  expect(within(box).getByText('I nogen grad', { selector: 'strong' })).toBeTruthy();
  expect(within(box).getByText(/når du er alene/)).toBeTruthy();
  await click(within(screen.getByRole('group', { name: 'heard' })).getByLabelText('8'));
  expect(host.book?.visits.visits[0]?.answers['visit heard']).toBe(8);
  await click(within(screen.getByRole('group', { name: 'others' })).getByLabelText('Lidt'));
  expect(host.book?.visits.visits[0]?.answers['support others']).toBe(1);
});

test('the own questions stand over time, each by itself', async () => {
  await visited();
  await click(within(nav()).getByText('Besøg'));
  const own = screen.getByRole('table', { name: 'heard' });
  expect(within(own).getByText('3')).toBeTruthy();
  expect(screen.queryByRole('table', { name: 'mine' })).toBeNull();
});

test('the next visit is told with its day, and is nothing to be done', async () => {
  await visited({ nextOn: '2026-12-05', nextNote: 'Hos mig' });
  const box = screen.getByRole('region', { name: 'Det aftalte I' });
  expect(within(box).getByText('Næste besøg · Hos mig')).toBeTruthy();
  expect(within(box).getByText('2026-12-05')).toBeTruthy();
  expect(within(box).getByText('senest 2026-12-01 · en anden gør det')).toBeTruthy();
  expect(within(box).getAllByText('Det er gjort')).toHaveLength(1);
  expect(within(box).getAllByText('Ikke nu')).toHaveLength(2);
});

test('somebody who comes later is let in, and what one wants can be read and mended at the end', async () => {
  const host = await openVisit({ book: bookWith(line('a', 'signs.inner', 'Jeg sover dårligt')) });
  await click(screen.getByText('Åbn eller luk kapitler'));
  await settle();
  const here = screen.getByRole('region', { name: 'Hvem er her?' });
  expect(within(here).getByText('Karen (medarbejder)')).toBeTruthy();
  await click(within(here).getByText('Der er kommet en til'));
  await type(within(here).getByLabelText('Navn'), 'Bo');
  await click(within(here).getByText('Tag med i besøget'));
  await settle();
  expect(within(here).getByText('Bo (medarbejder)')).toBeTruthy();
  await press(document.body, 'F2');
  await press(document.body, 'F2');
  expect(screen.getByText(/Bo har pennen/)).toBeTruthy();
  await press(document.body, 'F2');
  await click(screen.getByText('Slut af'));
  await settle();
  await type(screen.getByRole('textbox', { name: 'Det vil du have ud af det' }), 'at sove bedre');
  await vi.advanceTimersByTimeAsync(3000);
  await settle();
  expect(host.book?.visits.visits[0]?.fields.agenda).toBe('at sove bedre');
});
