import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import type { Change, PersonFields, Wish } from '../../lib/ipc/types';
import { bookWith, click, line, nav, press, settle, type, wait } from '../../test/render';
import { openVisit } from '../../test/visit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DU = 'Ville du sige det sådan til personen selv?';
const button = (...words: string[]): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find((each) => words.every((word) => each.textContent?.includes(word)))!;
const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main [data-proposal]')];
const mette: PersonFields = { name: 'Mette', relation: 'min søster', phone: '12 34', wanted: 'yes', why: '' };
const person = (fields: PersonFields): Change => ({ kind: 'addPerson', id: 'mette', fields, place: { at: 'last' } });

/** Karen sits there; everything is open. */
async function begin(...changes: Change[]): Promise<FakeHost> {
  return openVisit({ book: bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på'), ...changes) }, 'Min kriseplan');
}
async function go(chapter: string, page?: string): Promise<void> {
  await click(within(nav()).getByText(chapter));
  if (page) await click(within(nav()).getByText(page));
  const asks = screen.queryByText('Begynd');
  if (asks) await click(asks);
}
/** Karen proposes it, and the pen is the citizen's again. */
async function propose(host: FakeHost, wish: Wish): Promise<void> {
  await host.holdPen((await host.contents()).visit?.guests[0]?.id ?? '');
  await host.change({ kind: 'visit', visit: { act: 'propose', id: crypto.randomUUID(), wish, perspective: 'third' } });
  await host.holdPen('');
  await press(document.body, 'F2');
  await wait();
  await press(document.body, 'F2');
  await wait();
}
const fieldOf = (question: string): HTMLTextAreaElement | null =>
  document.querySelector(`main .question textarea[aria-label="${question}"]`);

test('an answer somebody proposed stands at its question, and says whose it was after a yes', async () => {
  const host = await begin();
  await go('Min kriseplan', 'Forsiden');
  await press(document.body, 'F2');
  const asked = 'Hvad vil du kaldes?';
  await click(button('Foreslå et svar', asked));
  const form = screen.getByRole('group', { name: `Foreslå et svar: ${asked}` });
  expect(form.closest('.question')?.querySelector('h3')?.textContent).toBe(asked);
  expect(button('Foreslå et svar', asked)).toBeUndefined();
  await type(within(form).getByLabelText('Forslag'), 'Anne');
  await wait();
  await press(document.body, 'F2');
  expect(cards()[0]?.closest('.question')?.querySelector('h3')?.textContent).toBe(asked);
  expect(screen.getByText('Karen (medarbejder) foreslår')).toBeTruthy();
  expect(screen.getByText('Et svar')).toBeTruthy();
  await click(screen.getByText('Ja, tag det med'));
  expect(fieldOf(asked)?.value).toBe('Anne');
  expect(screen.getByText('Forslag fra Karen · du sagde ja · set udefra')).toBeTruthy();
  await click(screen.getByText('Vis kun mine egne ord'));
  expect(screen.queryByDisplayValue('Anne')).toBeNull();
  expect(screen.getByText('Her står andres ord. De er lagt væk nu.')).toBeTruthy();
  await click(screen.getByText('Vis kun mine egne ord'));
  expect(fieldOf(asked)?.value).toBe('Anne');
  expect(host.book?.lines.at(-1)?.author).toBe('Karen');
});

test('other words for an answer begin with those that stand there', async () => {
  await begin({ ...line('b', 'crisis.facts', 'Ane'), prompt: 'called' } as Change);
  await go('Min kriseplan', 'Forsiden');
  await press(document.body, 'F2');
  await click(button('Foreslå andre ord', 'Hvad vil du kaldes?'));
  expect(screen.getByLabelText<HTMLTextAreaElement>('Forslag').value).toBe('Ane');
});

test('a reason the citizen has written anew is told, and stays', async () => {
  const host = await begin({ kind: 'writeBecause', id: 'a', because: 'så er jeg klar' });
  await go('Tidlige tegn');
  await propose(host, { wish: 'rewrite', line: 'a', text: 'Jeg sover aldrig', because: 'så er jeg klar' });
  expect(cards()[0]?.querySelector('.columns')).toBeNull();
  await type(screen.getByDisplayValue('så er jeg klar'), 'så kan jeg gå');
  await wait();
  const columns = [...cards()[0]!.querySelectorAll('.columns > div')].map((each) => each.textContent);
  expect(columns[0]).toContain('så er jeg klar');
  expect(columns[1]).toContain('så kan jeg gå');
  expect(columns[2]).toContain('så kan jeg gå');
  await click(screen.getByText('Brug forslaget'));
  expect(host.book?.lines[0]).toMatchObject({ text: 'Jeg sover aldrig', because: 'så kan jeg gå' });
});

test('a guest proposes another number for somebody, and the citizen sees old and new', async () => {
  const host = await begin(person(mette));
  await go('Min kriseplan', 'Mine mennesker');
  await press(document.body, 'F2');
  await click(button('Foreslå en rettelse', 'Mette'));
  const form = screen.getByRole('group', { name: 'Foreslå en rettelse: Mette' });
  expect(form.closest('li')).toBeTruthy();
  const phone = within(form).getByLabelText<HTMLInputElement>('Telefon');
  expect(phone.value).toBe('12 34');
  await type(phone, '99 99');
  await wait();
  await press(document.body, 'F2');
  const card = cards()[0]!;
  expect(card.closest('li')).toBeTruthy();
  expect(card.textContent).toContain('Nye ord om en person');
  expect([card.querySelector('del')?.textContent, card.querySelector('ins')?.textContent]).toEqual([
    expect.stringContaining('12 34'),
    expect.stringContaining('99 99'),
  ]);
  expect(card.textContent).not.toContain('min søster');
  await click(screen.getByText('Ja, tag det med'));
  expect(host.book?.people).toEqual([{ id: 'mette', ...mette, phone: '99 99' }]);
});

test('a person corrected meanwhile is shown then, now and proposed, and only what the guest touched is used', async () => {
  const host = await begin(person(mette));
  await go('Min kriseplan', 'Mine mennesker');
  await propose(host, { wish: 'person', person: 'mette', fields: { ...mette, name: 'Mette Holm' } });
  await host.change({ kind: 'writePerson', id: 'mette', fields: { ...mette, phone: '11 22', why: 'hun er rolig' } });
  await press(document.body, 'F2');
  await press(document.body, 'F2');
  await wait();
  const card = cards()[0]!;
  expect(card.textContent).toContain('Du har rettet noget her');
  const columns = [...card.querySelectorAll('.against > div')].map((each) => each.textContent);
  expect(columns.map((each) => /Dengang|Nu|Forslag/.exec(each ?? '')?.[0])).toEqual(['Dengang', 'Nu', 'Forslag']);
  expect(columns[0]).toContain('12 34');
  expect(columns[1]).toContain('11 22');
  expect(columns[2]).toContain('Mette Holm');
  expect(columns[2]).not.toContain('12 34');
  await click(screen.getByText('Brug forslaget'));
  expect(host.book?.people[0]).toMatchObject({ name: 'Mette Holm', phone: '11 22', why: 'hun er rolig' });
});

test('everything about somebody new is told', async () => {
  const host = await begin();
  await go('Min kriseplan', 'Mine mennesker');
  const fields: PersonFields = { ...mette, name: 'Ole', why: 'han hører efter' };
  await propose(host, { wish: 'person', person: crypto.randomUUID(), fields });
  for (const said of ['Ole', 'min søster', '12 34', 'Ja, gerne', 'han hører efter'])
    expect(cards()[0]?.textContent).toContain(said);
});

test('the worker is asked when the words are left, once aloud and then quietly, and not of what they wrote down', async () => {
  await begin();
  await go('Tidlige tegn');
  await press(document.body, 'F2');
  await click(screen.getAllByText('Foreslå en linje', { selector: 'button' })[0]!);
  const field = screen.getByLabelText('Forslag');
  await type(field, 'V');
  await wait();
  expect(screen.queryByText(DU)).toBeNull();
  await type(field, 'Vandrer hvileløst');
  screen.getByLabelText('Fordi (hvis du vil)').focus();
  await settle();
  expect(screen.queryByText(DU)).toBeNull();
  await wait(500);
  expect(screen.getByText(DU)).toBeTruthy();
  expect(screen.getByText('»Vandrer hvileløst«')).toBeTruthy();
  await click(screen.getByText('Ja, netop sådan'));
  expect(screen.queryByText('Ja, netop sådan')).toBeNull();
  await wait();
  await click(screen.getAllByText('Foreslå en linje', { selector: 'button' })[0]!);
  const second = screen.getAllByLabelText<HTMLTextAreaElement>('Forslag').find((each) => each.value === '')!;
  await type(second, 'Isolerer sig');
  const form = second.closest<HTMLElement>('.proposal')!;
  within(form).getByLabelText('Fordi (hvis du vil)').focus();
  await wait(500);
  expect(within(form).getByText(DU)).toBeTruthy();
  expect(within(form).queryByText('Ja, netop sådan')).toBeNull();
  await click(within(form).getByLabelText('Jeg skriver ned, hvad du siger'));
  expect(within(form).queryByText(DU)).toBeNull();
});

test('the key that hands the pen on is written beside the question', async () => {
  await begin();
  const pen = screen.getByRole('region', { name: 'Hvem skriver nu?' });
  expect(pen.querySelector('kbd')?.textContent).toBe('F2');
});

test('lines that have been moved since say so', async () => {
  const host = await begin(line('b', 'signs.inner', 'Jeg ringer ikke'), line('c', 'signs.inner', 'Jeg går'));
  await go('Tidlige tegn');
  await propose(host, { wish: 'order', line: 'c', place: { at: 'first' } });
  expect(cards()[0]?.textContent).not.toContain('Linjerne er flyttet');
  await host.change({ kind: 'moveLine', id: 'c', place: { at: 'after', id: 'a' } });
  await press(document.body, 'F2');
  await press(document.body, 'F2');
  await wait();
  expect(cards()[0]?.textContent).toContain('Linjerne er flyttet');
});
