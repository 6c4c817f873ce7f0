import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('another language changes the screen, the chapters and the page, and keeps what the citizen wrote', async () => {
  const host = await open({ book: bookWith(line('a', 'well.like', 'Jeg synger')) });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByLabelText('English'));
  expect(host.preferences.language).toBe('en');
  expect(document.documentElement.lang).toBe('en');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
  await click(screen.getByText('When I am well'));
  expect(screen.getByText('What I am like')).toBeTruthy();
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
});

test('theme, size, spacing and motion are put on the page and kept', async () => {
  const host = await open();
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByLabelText('Mørkt'));
  await click(screen.getByLabelText('200 %'));
  await click(screen.getByLabelText('Mere luft mellem bogstaver og ord'));
  await click(screen.getByLabelText('Intet på skærmen bevæger sig'));
  const root = document.documentElement;
  expect([root.dataset.theme, root.style.fontSize, root.dataset.spacing, root.dataset.motion]).toEqual([
    'dark',
    '225%',
    'wide',
    'calm',
  ]);
  expect(host.preferences).toMatchObject({ theme: 'dark', textSize: 200, wideSpacing: true, calmMotion: true });
});

test('new recovery words are shown until they are on paper', async () => {
  const host = await open({ passphrase: 'x' });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByText('Lav et nyt ark'));
  expect(screen.getByLabelText('Dine tolv ord')).toBeTruthy();
  await click(screen.getByText('Jeg har skrevet dem ned'));
  expect(screen.queryByLabelText('Dine tolv ord')).toBeNull();
  await type(screen.getByLabelText('Skriv ord nummer 4'), 'cykel');
  await type(screen.getByLabelText('Skriv ord nummer 9'), 'vindue');
  await click(screen.getByText('Se efter'));
  await click(screen.getByText('Gå videre'));
  expect(screen.getByText('Lav et nyt ark')).toBeTruthy();
  expect(host.calls.some((call) => call.name === 'forgetWords')).toBe(true);
});

test('a book without a lock offers no recovery sheet and no lock button', async () => {
  await open();
  await click(screen.getByText('Indstillinger'));
  expect(screen.queryByText('Låsen og de tolv ord')).toBeNull();
  expect(screen.queryByText('Lås')).toBeNull();
});

test('the name as author is kept', async () => {
  const host = await open();
  await click(screen.getByText('Indstillinger'));
  await type(screen.getByLabelText('Dit navn i bogen'), 'Kim');
  await click(screen.getByText('Gem navnet'));
  expect(host.changes()).toEqual([{ kind: 'nameMe', name: 'Kim' }]);
});
