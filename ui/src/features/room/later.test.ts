import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, open, settle } from '../../test/render';
import { book, roomOf } from './rooms';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a page that does not come up says what is safe, and comes when it is asked for again', async () => {
  await open();
  const room = roomOf('settings')!;
  const pages = room.here;
  room.here = null;
  room.failed = true;
  await click(screen.getByRole('button', { name: 'Indstillinger' }));
  expect(screen.getByText('Det, du har skrevet, er der stadig. Prøv igen.')).toBeTruthy();
  room.here = pages;
  await settle();
  expect(screen.getByRole('heading', { name: 'Indstillinger' })).toBeTruthy();
});

test('when the book itself does not come up, the way through a hard moment is there all the same', async () => {
  const shell = book.here;
  book.here = null;
  book.failed = true;
  await open();
  await click(screen.getByRole('button', { name: 'Det er svært lige nu' }));
  expect(screen.getByText('112')).toBeTruthy();
  book.here = shell;
});
