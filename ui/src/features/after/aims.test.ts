import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, settle } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function choose(label: string, value: string): Promise<void> {
  const select = screen.getByLabelText<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

const book = (): ReturnType<typeof bookWith> =>
  bookWith(line('s', 'signs.inner', 'Jeg sover dårligt'), line('c', 'after.changes', 'Jeg sover ikke én nat'));

test('before and after stand side by side, and nothing changes before one says yes', async () => {
  const host = await open({ book: book() });
  await click(screen.getByText('Efter krisen'));
  expect(screen.queryByText('Ja, læg det ind')).toBeNull();
  await choose('Hvor hører det til?', 'signs.inner');
  await choose('Hvilken linje skal det være i stedet for?', 's');
  expect(screen.getByText('Sådan står der nu').parentElement?.textContent).toContain('Jeg sover dårligt');
  expect(screen.getByText('Sådan kommer der til at stå').parentElement?.textContent).toContain('Jeg sover ikke én nat');
  expect(host.book?.lines.find((each) => each.id === 's')?.text).toBe('Jeg sover dårligt');
  await click(screen.getByText('Ja, læg det ind'));
  expect(host.book?.lines.find((each) => each.id === 's')?.text).toBe('Jeg sover ikke én nat');
  expect(screen.getByText('Det står i planen nu.')).toBeTruthy();
});

test('a suggestion can be a new line', async () => {
  const host = await open({ book: book() });
  await click(screen.getByText('Efter krisen'));
  await choose('Hvor hører det til?', 'toolbox.tools');
  await click(screen.getByText('Ja, læg det ind'));
  expect(host.book?.lines.filter((each) => each.section === 'toolbox.tools').map((each) => each.text)).toEqual([
    'Jeg sover ikke én nat',
  ]);
});
