import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an old version of a line is found and brought back, and that can be undone', async () => {
  const host = await open();
  const field = screen.getByLabelText('Ny linje: Sådan er jeg');
  await type(field, 'Jeg synger');
  await vi.advanceTimersByTimeAsync(60_000);
  await type(field, 'Noget andet');
  await vi.advanceTimersByTimeAsync(1000);
  await settle();
  await click(screen.getByText('Mere'));
  await click(screen.getByText('Tidligere udgaver'));
  const items = within(screen.getByRole('dialog')).getAllByRole('listitem');
  expect(items.map((item) => item.querySelector('.text')?.textContent)).toEqual(['Noget andet', 'Jeg synger']);
  expect(items[0]?.textContent).toContain('dig');
  await click(within(items[1]!).getByText('Hent den gamle udgave frem'));
  expect(host.changes().at(-1)).toMatchObject({ kind: 'restoreLine', revision: 1 });
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
  await click(screen.getAllByText('Fortryd')[0]!);
  expect(screen.getByDisplayValue('Noget andet')).toBeTruthy();
});

test('the history of a chapter that is empty says so', async () => {
  await open();
  await click(screen.getByText('Kapitlets historie'));
  expect(screen.getByText('Her er ikke ændret noget endnu.')).toBeTruthy();
});
