import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, full, line, press, settle, type, wait } from '../../test/render';
import { openVisit } from '../../test/visit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function begin(): Promise<FakeHost> {
  const book = bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på'), line('b', 'signs.inner', 'Jeg ringer ikke'));
  return openVisit({ book });
}
async function moveUp(text: string): Promise<void> {
  const moved = screen.getByDisplayValue(text);
  moved.focus();
  await settle();
  await press(moved, 'ArrowUp', { altKey: true });
  await wait(100);
}

test('what the citizen did and could not be done is not done with the pen of a guest', async () => {
  const host = await begin();
  const well = host.change;
  host.change = () => Promise.reject(full);
  await moveUp('Jeg ringer ikke');
  expect(screen.getByText('Prøv igen')).toBeTruthy();
  host.change = well;
  await press(document.body, 'F2');
  const before = host.changes().length;
  expect(screen.queryByText('Prøv igen')).toBeNull();
  await wait(30_000);
  expect(host.changes().slice(before)).toEqual([]);
});

test('what waits for its turn when the pen is passed is not done with the next pen', async () => {
  const host = await begin();
  const { change, holdPen } = host;
  let pen = '';
  host.holdPen = (person) => {
    pen = person;
    return new Promise((on) => setTimeout(on, 500)).then(() => holdPen(person));
  };
  const sent: string[] = [];
  host.change = (asked) => {
    sent.push(`${asked.kind} ${pen}`);
    return new Promise((on) => setTimeout(on, 500)).then(() => change(asked));
  };
  const field = screen.getByDisplayValue('Jeg ringer ikke');
  await type(field, 'Jeg ringer slet ikke');
  await wait(450);
  // While the words are on their way: one step up, and the pen is passed.
  await press(field, 'ArrowUp', { altKey: true });
  await press(field, 'F2');
  await wait(5000);
  expect(pen).not.toBe('');
  expect(sent.filter((each) => !each.endsWith(' '))).toEqual([]);
});

test('nobody goes on in another’s unsent words', async () => {
  const host = await begin();
  const well = host.change;
  await click(screen.getByText('Slut af'));
  await click(screen.getByLabelText('Vi vil gerne gemme svarene'));
  host.change = (change) =>
    JSON.stringify(change).includes('Langt')
      ? Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'))
      : well(change);
  const field = screen.getByLabelText<HTMLTextAreaElement>('listened');
  await type(field, 'Langt: mine egne ord');
  await click(screen.getByText('Skriv en aftale'));
  await type(screen.getByLabelText('Hvad'), 'Langt: min aftale');
  await wait();
  await press(document.body, 'F2');
  await wait();
  expect(screen.getByLabelText<HTMLTextAreaElement>('listened').readOnly).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Hvad').readOnly).toBe(true);
  await press(document.body, 'F2');
  await wait();
  expect(screen.getByLabelText<HTMLTextAreaElement>('listened').readOnly).toBe(false);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Hvad').readOnly).toBe(false);
});

test('who passes the pen in a proposal stands on its card', async () => {
  await begin();
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå andre ord')[0]!);
  await type(screen.getByLabelText('Forslag'), 'Hendes ord');
  await wait();
  await press(screen.getByLabelText('Forslag'), 'F2');
  await wait();
  expect((document.activeElement as HTMLElement).dataset.proposal).toBeTruthy();
});

test('who passes the pen in the empty line stands on who has it', async () => {
  await begin();
  const last = screen.getByLabelText('Ny linje: Det mærker jeg selv');
  last.focus();
  await settle();
  await press(last, 'F2');
  await wait();
  expect(document.activeElement?.matches('button')).toBe(true);
  expect(document.activeElement?.textContent).toContain('Karen skriver');
});

/** The pen takes a while to change hands. */
function slowPen(host: FakeHost): void {
  const { holdPen } = host;
  host.holdPen = (person) => new Promise<void>((on) => setTimeout(on, 500)).then(() => holdPen(person));
}

test('pressed again while the pen changes hands, it is passed once more', async () => {
  const host = await begin();
  slowPen(host);
  await press(document.body, 'F2');
  await press(document.body, 'F2');
  await wait();
  expect(host.calls.filter((call) => call.name === 'holdPen').map((call) => call.args[0])).toEqual([
    host.book?.visits.visits[0]?.guests[0]?.id,
    '',
  ]);
  await press(document.body, 'F2');
  await click(screen.getByText('Jeg skriver'));
  await wait();
  expect(screen.getByText('Du har pennen.')).toBeTruthy();
});

const missed = (): HTMLElement | null => screen.queryByText(/Det sidste, du trykkede eller skrev, nåede ikke med/);

test('what was pressed before the pen changed hands, and waited too long, is said', async () => {
  const host = await begin();
  slowPen(host);
  const { change } = host;
  host.change = (asked) => new Promise<void>((on) => setTimeout(on, 500)).then(() => change(asked));
  const field = screen.getByDisplayValue('Jeg ringer ikke');
  await type(field, 'Jeg ringer slet ikke');
  await wait(450);
  await press(field, 'ArrowUp', { altKey: true });
  await press(field, 'F2');
  await wait(5000);
  expect(host.book?.lines.map((each) => each.id)).toEqual(['a', 'b']);
  expect(missed()).toBeTruthy();
  expect(within(missed()!.closest<HTMLElement>('.note')!).queryByText('Fortryd')).toBeNull();
});

test('undo that is asked for while the pen changes hands takes nothing back with the other pen', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå andre ord')[0]!);
  await type(screen.getByLabelText('Forslag'), 'Hendes ord');
  await wait();
  await press(document.body, 'F2');
  await wait();
  slowPen(host);
  await press(document.body, 'F2');
  await click(screen.getByText('Fortryd'));
  await wait();
  expect(host.book?.visits.proposals).toHaveLength(1);
  expect(host.calls.filter((call) => call.name === 'undo')).toEqual([]);
  expect(missed()).toBeTruthy();
});

test('a key or a press on the page while the pen changes hands is said, and what is pressed elsewhere is not', async () => {
  const host = await begin();
  slowPen(host);
  await press(document.body, 'F2');
  await press(document.body, 'Shift');
  expect(missed()).toBeNull();
  await press(document.body, 'å');
  expect(missed()).toBeTruthy();
  await click(screen.getByText('Det er fint'));
  const down = (): boolean => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  down();
  await settle();
  expect(missed(), 'it may be the page that is drawn up or down').toBeNull();
  document.body.dispatchEvent(new Event('pointercancel', { bubbles: true }));
  down();
  await click(document.body);
  const told = missed();
  expect(told).toBeTruthy();
  await wait();
  expect(missed(), 'a press is told of once').toBe(told);
  await click(screen.getByText('Det er fint'));
  await click(document.body);
  expect(missed()).toBeNull();
  await press(document.body, 'å');
  expect(missed()).toBeNull();
});

test('a press that began while the pen changed hands is said, also when it ends afterwards', async () => {
  const host = await begin();
  slowPen(host);
  await press(document.body, 'F2');
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  await wait();
  expect(missed()).toBeNull();
  await click(document.body);
  expect(missed()).toBeTruthy();
});
