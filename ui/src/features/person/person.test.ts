import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, settle, type } from '../../test/render';
import type { Change } from '../../lib/ipc/types';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const person = (id: string, name: string, wanted: 'yes' | 'no' | 'unset' = 'unset'): Change => ({
  kind: 'addPerson',
  id,
  fields: { name, relation: '', phone: '20 00 00 00', wanted, why: '' },
  place: { at: 'last' },
});

async function toPeople(): Promise<void> {
  await click(screen.getByText('Min kriseplan'));
  await click(within(screen.getByLabelText('Indhold')).getByText('Mine mennesker'));
}

test('a person is written down field by field and saved whole', async () => {
  const host = await open({ book: bookWith(person('p', 'Mette')) });
  await toPeople();
  await click(screen.getByText('Tilføj en person'));
  await type(screen.getAllByLabelText('Navn')[1]!, 'Bo');
  await type(screen.getAllByLabelText('Telefon')[1]!, '30 00 00 00');
  await vi.advanceTimersByTimeAsync(400);
  await settle();
  await click(screen.getAllByLabelText('Ja, gerne')[1]!);
  expect(host.book?.people[1]).toMatchObject({ name: 'Bo', phone: '30 00 00 00', wanted: 'yes' });
  expect(host.changes().map((change) => change.kind)).toEqual(['addPerson', 'writePerson']);
});

test('a person who is not wanted says why and is not among those to ring', async () => {
  const host = await open({ book: bookWith(person('p', 'Mette', 'yes'), person('q', 'Chefen', 'no')) });
  await toPeople();
  await type(screen.getAllByLabelText('Fordi …')[1]!, 'det hører ikke til på arbejdet');
  await vi.advanceTimersByTimeAsync(400);
  await settle();
  expect(host.book?.people[1]?.why).toBe('det hører ikke til på arbejdet');
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Mine mennesker'));
  expect(screen.getByText('Mette')).toBeTruthy();
  expect(screen.queryByText('Chefen')).toBeNull();
});

test('a number that did not work is marked where one corrects it and where one would call it', async () => {
  const dead: Change = { kind: 'tryNumber', of: 'person', id: 'p', answer: 'no' };
  await open({ book: bookWith(person('p', 'Mette', 'yes'), person('q', 'Bo', 'yes'), dead) });
  await toPeople();
  await settle();
  const said = 'Det virkede ikke, da du prøvede det 28. november 2026.';
  expect(screen.getAllByText(said)).toHaveLength(1);
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Mine mennesker'));
  expect(within(screen.getByText('Mette').closest('li')!).getByText(said)).toBeTruthy();
  expect(within(screen.getByText('Bo').closest('li')!).queryByText(said)).toBeNull();
});

test('who someone is and why have room to grow, and Enter does not break them', async () => {
  await open({ book: bookWith(person('p', 'Mette')) });
  await toPeople();
  for (const label of ['Hvem er det for dig?', 'Fordi …']) {
    const field = screen.getByLabelText(label);
    expect(field.tagName).toBe('TEXTAREA');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
    await type(field, 'en meget lang forklaring');
    expect(field.closest<HTMLElement>('[data-text]')?.dataset.text).toContain('en meget lang forklaring');
  }
});

test('an answer to a question and a choice are kept where they belong', async () => {
  const host = await open({ book: bookWith(line('m', 'crisis.medicine', 'Det, jeg plejer')) });
  await click(screen.getByText('Min kriseplan'));
  await type(screen.getByLabelText('Hvad vil du kaldes?'), 'Kim');
  await click(within(screen.getByLabelText('Indhold')).getByText('Medicin'));
  expect(host.changes()).toMatchObject([{ kind: 'addLine', section: 'crisis.facts', prompt: 'called', text: 'Kim' }]);
  await click(screen.getByLabelText('Kan gå an'));
  expect(host.changes().at(-1)).toEqual({ kind: 'chooseLine', id: 'm', choice: 'acceptable' });
});
