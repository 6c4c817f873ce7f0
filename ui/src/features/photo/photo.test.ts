import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { photograph } from '../../lib/ipc/fake-book';
import { bookWith, click, line, nav, open } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = 'signs.page';

test('a photograph is put on its page, typed from, put away and taken out again', async () => {
  const host = await open({ book: bookWith(line('a', 'signs.inner', 'Jeg sover dårligt')) });
  await click(within(nav()).getByText('Tidlige tegn'));
  await click(screen.getByText('Læg et foto af en håndskrevet side ind'));
  expect(host.calls.some((call) => call.name === 'addPaper' && call.args[0] === page)).toBe(true);
  expect(screen.getByRole('heading', { name: 'Skrevet i hånden' })).toBeTruthy();
  expect(screen.getByAltText('Foto af siden »Tidlige tegn«, skrevet i hånden')).toBeTruthy();
  await click(screen.getByText('Det er skrevet ind'));
  expect(screen.queryByRole('heading', { name: 'Skrevet i hånden' })).toBeNull();
  await click(screen.getByText('Ét foto, der er skrevet ind'));
  await click(screen.getByText('Tag det frem igen'));
  expect(screen.getByRole('heading', { name: 'Skrevet i hånden' })).toBeTruthy();
  expect(host.changes().map((change) => (change.kind === 'markLine' ? change.on : change.kind))).toEqual([true, false]);
});

test('a dialog that is closed changes nothing', async () => {
  const host = await open({ book: bookWith(), exchange: { closes: true } });
  await click(within(nav()).getByText('Tidlige tegn'));
  await click(screen.getByText('Læg et foto af en håndskrevet side ind'));
  expect(screen.queryByRole('heading', { name: 'Skrevet i hånden' })).toBeNull();
  expect(host.changes()).toEqual([]);
});

test('with several one turns between them, and each is larger or smaller', async () => {
  const book = bookWith();
  book.lines.push(photograph(page), photograph(page));
  await open({ book });
  await click(within(nav()).getByText('Tidlige tegn'));
  expect(screen.getByText('Foto 1 af 2')).toBeTruthy();
  const back = screen.getByText('Forrige foto').closest('button')!;
  expect([back.disabled, back.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  await click(back);
  expect(screen.getByText('Foto 1 af 2')).toBeTruthy();
  await click(screen.getByText('Næste foto'));
  expect(screen.getByText('Foto 2 af 2')).toBeTruthy();
  const picture = screen.getByAltText<HTMLImageElement>(/skrevet i hånden/);
  expect(picture.style.width).toBe('100%');
  await click(screen.getByText('Større'));
  expect(picture.style.width).toBe('150%');
  await click(screen.getByText('Det er skrevet ind'));
  expect(screen.queryByText('Foto 2 af 2')).toBeNull();
});
