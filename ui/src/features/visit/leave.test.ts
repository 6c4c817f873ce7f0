import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, full, line, names, press, type, wait } from '../../test/render';
import { openVisit } from '../../test/visit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const alerts = (): string =>
  [...document.querySelectorAll('[role=alert]')]
    .map((each) => each.textContent?.trim())
    .join(' ')
    .trim();
const dialog = () => within(screen.getByRole('dialog'));
function refuseLong(host: FakeHost): void {
  const well = host.change;
  host.change = (change) =>
    JSON.stringify(change).includes('Langt')
      ? Promise.reject(failure('refused', 'Teksten er for lang.', 'Gør den kortere.'))
      : well(change);
}
async function begin(passphrase?: string): Promise<FakeHost> {
  const book = bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på'), line('b', 'signs.inner', 'Jeg ringer ikke'));
  return openVisit(passphrase === undefined ? { book } : { book, passphrase });
}
/** Karen writes what the book says no to, and the citizen has the pen again. */
async function withTheirs(passphrase?: string): Promise<FakeHost> {
  const host = await begin(passphrase);
  refuseLong(host);
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå andre ord')[0]!);
  await type(screen.getByLabelText('Forslag'), 'Langt ord');
  await wait();
  await press(document.body, 'F2');
  await wait();
  return host;
}

test('what a guest wrote and the book refused is asked about at the end, and can be let go', async () => {
  const host = await withTheirs();
  await click(screen.getByText('Slut af'));
  await click(screen.getByText('Besøget er slut'));
  expect(names(host, 'endVisit')).toEqual([]);
  expect(dialog().getByText(/Karen skrev det/)).toBeTruthy();
  expect(dialog().getByText('Langt ord')).toBeTruthy();
  await click(dialog().getByText('Gå videre uden'));
  await wait();
  expect(names(host, 'endVisit')).toEqual(['endVisit']);
  expect(alerts()).toBe('');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a pause asks the same, and one can go back to it', async () => {
  const host = await withTheirs('rolig have');
  await click(screen.getByText('Hold pause'));
  await click(dialog().getByText('Gå tilbage'));
  expect(screen.queryByRole('dialog')).toBeNull();
  await click(screen.getByText('Giv pennen til Karen'));
  await wait();
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('Langt ord');
  await type(document.activeElement as HTMLElement, 'Kort');
  await wait();
  await press(document.body, 'F2');
  await click(screen.getByText('Hold pause'));
  await type(dialog().getByLabelText('Adgangssætning'), 'rolig have');
  await click(dialog().getByRole('button', { name: 'Hold pause' }));
  expect(names(host, 'pauseVisit')).toEqual(['pauseVisit']);
});

test('the citizen’s own refused words are the citizen’s to go on with', async () => {
  const host = await begin();
  refuseLong(host);
  await type(screen.getByDisplayValue('Jeg ringer ikke'), 'Langt og mit eget');
  await wait();
  await press(document.activeElement as HTMLElement, 'F2');
  await wait();
  expect(host.book?.lines.map((each) => each.text)).toContain('Jeg ringer ikke');
  await click(screen.getByText('Tag pennen'));
  await wait();
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('Langt og mit eget');
  expect((document.activeElement as HTMLTextAreaElement).readOnly).toBe(false);
});

test('what is refused behind a dialog is said in it', async () => {
  const host = await begin('rolig have');
  await click(screen.getByText('Slut af'));
  await click(screen.getByText('Besøget er slut'));
  host.change = () => Promise.reject(full);
  // Still typed while the dialog came up.
  const agreed = screen.getByLabelText('Det blev vi enige om', { selector: 'textarea' });
  (agreed as HTMLTextAreaElement).value = 'Vi ringes ved';
  agreed.dispatchEvent(new Event('input', { bubbles: true }));
  await type(dialog().getByLabelText('Adgangssætning'), 'rolig have');
  await click(dialog().getByRole('button', { name: 'Besøget er slut' }));
  await wait(200);
  expect(dialog().getByText(/ikke mere plads/)).toBeTruthy();
  expect(dialog().getByLabelText('Adgangssætning').getAttribute('aria-invalid')).not.toBe('true');
});

test('with something there is no room for, it is said before anything is asked', async () => {
  const host = await begin('rolig have');
  await click(screen.getByText('Slut af'));
  host.change = () => Promise.reject(full);
  await type(screen.getByLabelText('Det blev vi enige om', { selector: 'textarea' }), 'Vi ringes ved');
  await click(screen.getByText('Besøget er slut'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(alerts()).toContain('ikke mere plads');
});

test('what is refused while a visit is erased is said in the dialog', async () => {
  const host = await begin();
  await click(screen.getByText('Slut af'));
  await click(screen.getByText('Besøget er slut'));
  await wait();
  host.eraseVisit = () => Promise.reject(full);
  await click(screen.getByText('Slet besøget for altid'));
  await click(dialog().getByText('Ja, slet det for altid'));
  expect(dialog().getByText(/ikke mere plads/)).toBeTruthy();
});
