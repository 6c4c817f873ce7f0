import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, open, settle, type } from '../../test/render';
import { QUIET } from '../save/saver.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function toNumbers(): ReturnType<typeof open> {
  const host = await open();
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Numre at ringe til'));
  return host;
}
async function wait(): Promise<void> {
  await vi.advanceTimersByTimeAsync(QUIET);
  await settle();
}
const card = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-number="${id}"]`)!;

test('a number of my own is offered by name, written and seen when it is hard', async () => {
  const host = await toNumbers();
  await click(screen.getByText('Kommunens akuttilbud'));
  expect(screen.queryByRole('button', { name: 'Kommunens akuttilbud' })).toBeNull();
  await type(screen.getByLabelText('Nummer'), '00 00 00 09');
  await wait();
  expect(host.changes().map((change) => change.kind)).toEqual(['addHelpLine', 'writeHelpLine']);
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Numre at ringe til'));
  expect(screen.getByText('00 00 00 09')).toBeTruthy();
});

test('hours are chosen, never typed, so that the clock can read them', async () => {
  const host = await toNumbers();
  await click(screen.getByRole('button', { name: 'Tilføj et nummer' }));
  await click(screen.getByText('Tilføj en tid'));
  await wait();
  const written = host.changes().at(-1);
  expect(written).toMatchObject({ fields: { opening: [{ days: 'mon-fri', from: '09:00', to: '16:00' }] } });
});

test('a line that came with the program shows what it came with until I correct it', async () => {
  const host = await toNumbers();
  await click(within(card('livslinien')).getByRole('button', { name: /^Ret/ }));
  const number = screen.getByLabelText<HTMLInputElement>('Nummer');
  expect([number.value, number.placeholder]).toEqual(['', '70 201 201']);
  await type(number, '00 00 00 08');
  await wait();
  expect(within(card('livslinien')).getByText('00 00 00 08')).toBeTruthy();
  await click(screen.getByText('Sæt det tilbage, som det var'));
  expect(within(card('livslinien')).getByText('70 201 201')).toBeTruthy();
  expect(host.changes().map((change) => change.kind)).toEqual(['writeHelpLine', 'removeHelpLine']);
});

test('112 is first and can be neither hidden nor moved', async () => {
  await toNumbers();
  const [first] = document.querySelectorAll<HTMLElement>('[data-number]');
  expect(first?.textContent).toContain('112');
  expect(within(first!).queryByRole('button', { name: /Skjul/ })).toBeNull();
  expect(within(first!).queryByRole('button', { name: /Flyt/ })).toBeNull();
});

test('a hidden number is not shown when it is hard, and can be shown again', async () => {
  await toNumbers();
  await click(within(card('livslinien')).getByRole('button', { name: /^Skjul/ }));
  expect(within(card('livslinien')).getByText('Skjult')).toBeTruthy();
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Numre at ringe til'));
  expect(screen.queryByText('70 201 201')).toBeNull();
});
