import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, settle, press } from '../../test/render';
import type { Change } from '../../lib/ipc/types';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const mette: Change = {
  kind: 'addPerson',
  id: 'p',
  fields: { name: 'Mette', relation: '', phone: '20 00 00 00', wanted: 'yes', why: '' },
  place: { at: 'last' },
};
const written = (): ReturnType<typeof bookWith> =>
  bookWith(line('a', 'well.like', 'Jeg synger'), line('b', 'toolbox.tools', 'Gå en tur'), mette);
const front: Change[] = [
  { kind: 'addLine', id: 'f', section: 'crisis.facts', prompt: 'called', text: 'Kim', place: { at: 'last' } },
];
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

test('page by page: it fits, it is corrected, it is skipped', async () => {
  const host = await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Se den igennem'));
  expect(heading()).toBe('Når jeg har det godt');
  expect(screen.getByText('Jeg synger')).toBeTruthy();
  await click(screen.getByText('Ja, stadig'));
  expect(host.changes()).toEqual([{ kind: 'answerReview', page: 'well.page', answer: 'yes' }]);
  await click(screen.getByText('Ret den'));
  expect(host.changes().at(-1)).toEqual({ kind: 'answerReview', page: 'toolbox.page', answer: 'no' });
  expect(heading()).toBe('Min værktøjskasse');
});

test('what was wished is read with what it is about, and why', async () => {
  const book = bookWith(
    line('a', 'crisis.medicine', 'Sovemedicin'),
    { kind: 'chooseLine', id: 'a', choice: 'not' },
    { kind: 'writeBecause', id: 'a', because: 'jeg bliver tung' },
  );
  await open({ book });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Se den igennem'));
  const said = screen.getByText('Sovemedicin').closest('li')?.textContent?.replace(/\s+/g, ' ').trim();
  expect(said).toBe('Nej Sovemedicin jeg bliver tung');
});

test('on a page one corrects stands the way back, while there are pages left', async () => {
  await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Se den igennem'));
  await click(screen.getByText('Ret den'));
  await click(screen.getByText('Gå videre'));
  expect(heading()).toBe('Min værktøjskasse');
  expect(screen.getByText('Ja, stadig')).toBeTruthy();
  await click(screen.getByText('Spring over'));
  expect(heading()).toBe('Det er nok for i dag');
});

test('a second press before the first is on disk answers nothing twice', async () => {
  const host = await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Se den igennem'));
  const yes = screen.getByText('Ja, stadig');
  yes.click();
  yes.click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(host.changes()).toEqual([{ kind: 'answerReview', page: 'well.page', answer: 'yes' }]);
  expect(heading()).toBe('Min værktøjskasse');
});

test('a skipped page is said nothing of', async () => {
  const host = await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Se den igennem'));
  await click(screen.getByText('Spring over'));
  expect(host.changes()).toEqual([]);
});

test('the day is chosen, and it can be never', async () => {
  const host = await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Om et halvt år'));
  expect(host.changes().at(-1)).toEqual({ kind: 'setReview', day: '2027-05-28', off: false });
  await click(screen.getByText('Spørg ikke mere'));
  expect(host.changes().at(-1)).toEqual({ kind: 'setReview', day: '', off: true });
  expect(screen.getByText('Bogen spørger ikke.')).toBeTruthy();
});

test('a day that is written on the plan’s front is taken away there, and the page says so', async () => {
  const host = await open({ book: written() });
  const { review } = host;
  host.review = async () => {
    const view = await review();
    return view.day === '' ? { ...view, day: '2027-01-01', dayWords: '1. januar 2027', written: true } : view;
  };
  await click(screen.getByText('Passer planen stadig?'));
  expect(screen.queryByText('Ingen dag')).toBeNull();
  expect(screen.getByText('Vil du ikke have en dag, så slet den på forsiden.')).toBeTruthy();
  await click(screen.getByText('Om et halvt år'));
  await click(screen.getByText('Ingen dag'));
  expect(document.activeElement).toBe(screen.getByText('Gå til forsiden'));
  await click(screen.getByText('Gå til forsiden'));
  expect(host.calls.filter(({ name }) => name === 'page').at(-1)?.args).toEqual(['crisis.front']);
});

async function day(value: string): Promise<void> {
  const field = screen.getByLabelText<HTMLInputElement>('Eller en dag, du selv vælger');
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
  await click(screen.getByText('Vælg dagen'));
}

test('a day of one’s own is chosen, and one that has been is refused in plain words', async () => {
  const host = await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await day('2026-11-27');
  expect(screen.getByText('Den dag er allerede forbi. Vælg i dag eller en senere dag.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Eller en dag, du selv vælger'));
  await day('');
  expect(screen.getByText('Skriv dag, måned og år først.')).toBeTruthy();
  expect(host.changes()).toEqual([]);
  await day('2027-03-09');
  expect(host.changes()).toEqual([{ kind: 'setReview', day: '2027-03-09', off: false }]);
  expect(screen.queryByText('Skriv dag, måned og år først.')).toBeNull();
  expect(screen.getByText(/Du vil se planen igennem igen/)).toBeTruthy();
});

test('undo shows the day that holds', async () => {
  await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Om et halvt år'));
  const first = screen.getByText(/Du vil se planen igennem igen/).textContent;
  await click(screen.getByText('Om et år'));
  expect(screen.getByText(/Du vil se planen igennem igen/).textContent).not.toBe(first);
  await press(document.body, 'z', { ctrlKey: true });
  await settle();
  expect(screen.getByText(/Du vil se planen igennem igen/).textContent).toBe(first);
});

test('the day that was chosen stands on the plan’s front, with the way to another', async () => {
  await open({ book: bookWith(...front, { kind: 'setReview', day: '2027-03-09', off: false }) });
  await click(screen.getByText('Min kriseplan'));
  expect(screen.getByText(/Du har valgt at se planen igennem igen 2027-03-09/)).toBeTruthy();
  await click(screen.getByText('Vælg en anden dag'));
  expect(screen.getByLabelText('Eller en dag, du selv vælger')).toBeTruthy();
});

test('on the day there is a quiet line, and it goes when one says later', async () => {
  const host = await open({ book: written(), reviewDue: true });
  expect(screen.getByText(/Det er tid til at se planen igennem/)).toBeTruthy();
  await click(screen.getByText('Om en måned'));
  expect(screen.queryByText(/Det er tid til at se planen igennem/)).toBeNull();
  expect(host.changes()).toEqual([{ kind: 'setReview', day: '2026-12-28', off: false }]);
});

test('a practice finds the numbers that do not work and leads to where they are corrected', async () => {
  const host = await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Øv planen med en, der hjælper'));
  await click(screen.getByText('Prøv numrene'));
  expect(screen.getByText('20 00 00 00')).toBeTruthy();
  await click(screen.getByText('Nej, det virker ikke'));
  await click(screen.getByText('Ja, det virker'));
  await click(screen.getByText('Spring over'));
  expect(heading()).toBe('Så har I øvet jer');
  expect(screen.getByText('Mette: 20 00 00 00')).toBeTruthy();
  expect(host.changes().map((change) => change.kind)).toEqual(['tryNumber', 'tryNumber']);
  await click(screen.getByText('Ret mine mennesker'));
  expect(heading()).toBe('Mine mennesker');
});

test('the way is walked as practice, and one comes back to it', async () => {
  await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Øv planen med en, der hjælper'));
  await click(screen.getByText('Gå vejen igennem'));
  expect(heading()).toBe('Det er svært lige nu');
  await click(screen.getByText('Tilbage'));
  expect(heading()).toBe('Øv planen med en, der hjælper');
});

test('whoever left the practice for the numbers and needs the help for real comes back to the book', async () => {
  await open({ book: written() });
  await click(screen.getByText('Passer planen stadig?'));
  await click(screen.getByText('Øv planen med en, der hjælper'));
  await click(screen.getByText('Gå vejen igennem'));
  await click(screen.getByText('Numre at ringe til'));
  await click(screen.getByText('Ret numrene'));
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Tilbage'));
  expect(heading()).not.toBe('Øv planen med en, der hjælper');
});
