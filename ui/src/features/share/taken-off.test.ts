import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { Laying } from './laying.svelte';
import { bookWith, click, line, open, press, settle, wait } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const saved = (host: FakeHost): unknown[] =>
  host.calls.filter((call) => call.name === 'savePrint').map((call) => call.args[0]);
const laid = (host: FakeHost): number => host.calls.filter((call) => call.name === 'layPrint').length;
const button = (word: string): HTMLElement => screen.getByText(word, { selector: 'button' });
const save = (): Promise<void> => click(button('Gem som PDF'));

/** A reader, with pages that take a while to set from now on. */
async function toReader(time = 900): Promise<FakeHost> {
  const host = await open({ book: bookWith(line('s', 'signs.inner', 'Jeg sover med tøj på')) });
  await click(screen.getByText('Delt med andre'));
  await click(screen.getByText('En pårørende'));
  const well = host.layPrint;
  host.layPrint = (order) => new Promise((on) => setTimeout(on, time)).then(() => well(order));
  return host;
}

test('a line that was taken off is not on the paper that is saved', async () => {
  const host = await toReader();
  await click(screen.getByLabelText('Tidlige tegn'));
  await save();
  expect(saved(host)).toEqual([]);
  expect(screen.getByText(/Siderne bliver sat op på ny først/)).toBeTruthy();
  await wait();
  expect(saved(host)).toEqual([2]);
  expect(screen.getByLabelText('Side 1').textContent).not.toContain('tøj på');
  expect(screen.queryByText(/Siderne bliver sat op på ny først/)).toBeNull();
});

test('nor is one that is still being taken off on a slow disk', async () => {
  const host = await toReader();
  const well = host.change;
  host.change = (change) => new Promise((on) => setTimeout(on, 700)).then(() => well(change));
  await click(screen.getByLabelText('Tidlige tegn'));
  await save();
  await wait(5000);
  expect(saved(host)).toEqual([2]);
});

test('nor one that undo takes off', async () => {
  const host = await toReader(0);
  await click(screen.getByText('. Vælg linje for linje: Tidlige tegn'));
  await click(screen.getByLabelText('Jeg sover med tøj på'));
  await click(screen.getByLabelText('Jeg sover med tøj på'));
  await wait();
  const before = laid(host);
  const well = host.undo;
  host.undo = () => new Promise((on) => setTimeout(on, 700)).then(() => well());
  await press(document.body, 'z', { ctrlKey: true });
  await save();
  await wait(5000);
  expect(laid(host)).toBe(before + 1);
  expect(saved(host)).toEqual([before + 1]);
});

test('pages that the book finds older than itself are set anew and then saved', async () => {
  const host = await toReader(0);
  const { savePrint } = host;
  host.savePrint = () => {
    host.savePrint = savePrint;
    return Promise.reject(failure('not-found', 'Det er her ikke længere.', ''));
  };
  const before = laid(host);
  await save();
  await wait();
  expect(laid(host)).toBe(before + 1);
  expect(saved(host)).toEqual([before + 1]);
  expect(screen.queryByText('Det er her ikke længere.')).toBeNull();
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('who only looks at it is put down for the pages as they become', async () => {
  const host = await toReader();
  await click(screen.getByLabelText('Tidlige tegn'));
  await click(button('Jeg viser det på skærmen'));
  expect(screen.queryByRole('dialog')).toBeNull();
  await wait();
  expect(screen.getByRole('dialog')).toBeTruthy();
  expect(host.calls.filter((call) => call.name === 'recordShare')).toEqual([]);
});

test('stopped, it is over at once, and what was asked for meanwhile is not done', async () => {
  const host = await toReader(5000);
  await click(screen.getByLabelText('Tidlige tegn'));
  await save();
  await wait(1200);
  await click(button('Stop'));
  expect(screen.getByText(/Du stoppede/)).toBeTruthy();
  expect(screen.queryByText('Stop', { selector: 'button' })).toBeNull();
  await click(button('Sæt siderne op igen'));
  await wait(12_000);
  expect(saved(host)).toEqual([]);
  await save();
  await wait();
  expect(saved(host)).toHaveLength(1);
});

test('stopped while the last words still go in, no pages are ordered', async () => {
  let go: () => void = () => undefined;
  const layPrint = vi.fn();
  const leavePrint = vi.fn(() => Promise.resolve());
  const saver = { flush: () => new Promise<boolean>((on) => (go = () => on(true))) };
  const laying = new Laying({ book: { saver }, host: { layPrint, leavePrint } } as never);
  const shown = laying.show({ what: { kind: 'plan' }, language: 'da', large: false, squares: false, replaces: '' });
  laying.stop();
  go();
  await shown;
  expect(layPrint).not.toHaveBeenCalled();
  expect([laying.busy, laying.stopped]).toEqual([false, true]);
});

test('who goes by keyboard stays on the button while it works', async () => {
  const host = await toReader(0);
  let go: () => void = () => undefined;
  const well = host.savePrint;
  host.savePrint = (number) => new Promise<void>((on) => (go = on)).then(() => well(number));
  await save();
  const pressed = button('Gem som PDF') as HTMLButtonElement;
  expect([pressed.disabled, pressed.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  await save();
  go();
  await settle();
  expect(saved(host)).toHaveLength(1);
});
