import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sign = line('s', 'signs.inner', 'Jeg sover med tøj på');
const tools = [line('t1', 'toolbox.tools', 'Åbne vinduet'), line('t2', 'toolbox.tools', 'Te')];

async function openPicker(): Promise<HTMLElement> {
  await click(screen.getByText('Tidlige tegn'));
  screen.getByLabelText('Det mærker jeg selv', { selector: 'textarea' }).focus();
  await settle();
  await click(screen.getByText('Tilføj redskab eller person'));
  return screen.getByRole('dialog');
}

const button = (dialog: HTMLElement, text: string): HTMLElement => within(dialog).getByRole('button', { name: text });

test('a tool from the toolbox is put on a sign and taken off again', async () => {
  const host = await open({ book: bookWith(sign, ...tools) });
  const dialog = await openPicker();
  await click(button(dialog, 'Te'));
  expect(host.changes()).toMatchObject([{ kind: 'addLink', from: 's', toKind: 'tool', to: 't2' }]);
  expect(button(dialog, 'Te').getAttribute('aria-pressed')).toBe('true');
  await click(button(dialog, 'Te'));
  expect(host.book?.lines.find((each) => each.id === 's')?.links).toEqual([]);
});

test('a new tool is made on the way and stands in the toolbox', async () => {
  const host = await open({ book: bookWith(sign) });
  const dialog = await openPicker();
  await type(within(dialog).getByLabelText('Søg, eller skriv noget nyt'), 'Ringe til Mette');
  await click(button(dialog, 'Nyt redskab: Ringe til Mette'));
  const made = host.book?.lines.find((each) => each.section === 'toolbox.tools');
  expect(made?.text).toBe('Ringe til Mette');
  expect(host.book?.lines.find((each) => each.id === 's')?.links).toMatchObject([{ kind: 'tool', to: made?.id }]);
});

test('a new person is made on the way', async () => {
  const host = await open({ book: bookWith(sign) });
  const dialog = await openPicker();
  await type(within(dialog).getByLabelText('Søg, eller skriv noget nyt'), 'Mette');
  await click(button(dialog, 'Ny person: Mette'));
  expect(host.book?.people).toMatchObject([{ name: 'Mette' }]);
  expect(host.book?.lines[0]?.links).toMatchObject([{ kind: 'person', to: host.book?.people[0]?.id }]);
});

test('tools stand in Danish order, and searching leaves those that fit', async () => {
  await open({ book: bookWith(sign, ...tools) });
  const dialog = await openPicker();
  const names = (): (string | undefined)[] =>
    [...dialog.querySelectorAll('ul button')].map((each) => each.textContent?.trim());
  expect(names()).toEqual(['Te', 'Åbne vinduet']);
  await type(within(dialog).getByLabelText('Søg, eller skriv noget nyt'), 'vind');
  expect(names()).toEqual(['Åbne vinduet']);
});

test('a tool that is renamed in the toolbox is renamed where it is linked', async () => {
  await open({ book: bookWith(sign, ...tools, { kind: 'addLink', id: 'l', from: 's', toKind: 'tool', to: 't2' }) });
  await click(within(screen.getByLabelText('Indhold')).getByText('Min værktøjskasse'));
  await type(screen.getByDisplayValue('Te'), 'Te med honning');
  await click(within(screen.getByLabelText('Indhold')).getByText('Tidlige tegn'));
  expect(within(screen.getByLabelText('Hører til linjen')).getByText('Te med honning')).toBeTruthy();
});
