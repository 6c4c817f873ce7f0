import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an emptied line stays when it is the window that is left, and goes when the line is', async () => {
  const host = await open({ book: bookWith(line('a', 'well.like', 'te'), line('b', 'well.like', 'vand')) });
  const removed = (): boolean => host.changes().some((change) => change.kind === 'removeLine');
  const field = screen.getByDisplayValue('te');
  await type(field, '');
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(1000);
  await settle();
  expect(removed()).toBe(false);
  expect(document.activeElement).toBe(field);
  screen.getByDisplayValue('vand').focus();
  await settle();
  expect(removed()).toBe(true);
});

test('the key that ends the writing of a sign leads nowhere', async () => {
  await open();
  await click(screen.getByText('Indstillinger'));
  await press(document.body, 'Escape', { isComposing: true });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Indstillinger');
  await press(document.body, 'Escape');
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('Indstillinger');
});
