import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FakeHost } from '../../lib/ipc/fake';
import { bookWith, click, line, nav, press, settle, type, wait } from '../../test/render';
import { openVisit } from '../../test/visit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const acts = (host: FakeHost): string[] =>
  host.changes().flatMap((change) => (change.kind === 'visit' ? [change.visit.act] : [change.kind]));

async function begin(passphrase?: string): Promise<FakeHost> {
  const book = bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på'));
  return openVisit(passphrase === undefined ? { book } : { book, passphrase });
}

test('a visit opens what was chosen, and the page is loaded anew', async () => {
  const host = await begin();
  expect(screen.getByText('Med Karen (medarbejder)')).toBeTruthy();
  expect(within(nav()).queryByText('Når jeg har det godt')).toBeNull();
  expect(within(nav()).getByText('Tidlige tegn')).toBeTruthy();
  expect(host.calls.some((call) => call.name === 'freshPage')).toBe(true);
});

test('with a guest’s pen the fields of the plan take nothing, and what is written is a proposal', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  expect(screen.getByText(/Karen har pennen/)).toBeTruthy();
  expect(
    [...document.querySelectorAll<HTMLTextAreaElement>('main [data-line] textarea')].every((each) => each.readOnly),
  ).toBe(true);
  await click(screen.getByText('Foreslå andre ord'));
  const form = screen.getByRole('group', { name: 'Foreslå andre ord: Jeg sover med tøj på' });
  await type(within(form).getByLabelText('Forslag'), 'Jeg sover med tøj på, når jeg er bange');
  within(form).getByLabelText('Fordi (hvis du vil)').focus();
  await wait();
  expect(screen.getByText('Ville du sige det sådan til personen selv?')).toBeTruthy();
  await click(screen.getByText('Ja, netop sådan'));
  await wait();
  expect(acts(host)).toEqual(['start', 'propose']);
  expect(host.book?.lines[0]?.text).toBe('Jeg sover med tøj på');
  expect(screen.queryByText('Ville du sige det sådan til personen selv?')).toBeNull();
});

test('the citizen says yes, and the line says whose it was', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getByText('Foreslå andre ord'));
  await type(screen.getByLabelText('Forslag'), 'Hendes ord');
  await wait();
  await press(document.body, 'F2');
  expect(screen.getByText('Karen (medarbejder) foreslår')).toBeTruthy();
  await click(screen.getByText('Ja, tag det med'));
  expect(host.book?.lines[0]?.text).toBe('Hendes ord');
  expect(screen.getByText('Forslag fra Karen · du sagde ja · set udefra')).toBeTruthy();
  await click(screen.getByText('Vis kun mine egne ord'));
  expect(document.querySelector('main [data-line]')).toBeNull();
});

test('no is without a word', async () => {
  const host = await begin();
  await press(document.body, 'F2');
  await click(screen.getByText('Foreslå andre ord'));
  await type(screen.getByLabelText('Forslag'), 'Fremmede ord');
  await wait();
  await press(document.body, 'F2');
  await click(screen.getByText('Nej tak'));
  expect(document.body.textContent).not.toContain('Fremmede ord');
  expect(host.book?.lines[0]?.text).toBe('Jeg sover med tøj på');
});

test('opening one more chapter asks for the passphrase, shutting one asks nothing', async () => {
  const host = await begin('rolig have');
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByLabelText('Når jeg har det godt'));
  await click(screen.getByRole('button', { name: 'Gem, hvad der er åbent' }));
  const dialog = document.querySelector('dialog') as HTMLElement;
  await type(within(dialog).getByLabelText('Adgangssætning'), 'forkert');
  await click(within(dialog).getByRole('button', { name: 'Gem, hvad der er åbent' }));
  expect(within(dialog).getByText('Det passer ikke til din bog.')).toBeTruthy();
  expect(within(nav()).queryByText('Når jeg har det godt')).toBeNull();
  await type(within(dialog).getByLabelText('Adgangssætning'), 'rolig have');
  await click(within(dialog).getByRole('button', { name: 'Gem, hvad der er åbent' }));
  expect(document.querySelector('dialog')).toBeNull();
  expect(within(nav()).getByText('Når jeg har det godt')).toBeTruthy();
  await click(screen.getByText('Åbn eller luk kapitler'));
  await click(screen.getByLabelText('Når jeg har det godt'));
  await click(screen.getByRole('button', { name: 'Gem, hvad der er åbent' }));
  expect(document.querySelector('dialog')).toBeNull();
  expect(within(nav()).queryByText('Når jeg har det godt')).toBeNull();
  expect(host.calls.filter((call) => call.name === 'openChapters').map((call) => call.args[2])).toEqual([
    'passphrase',
    'passphrase',
    null,
  ]);
});

test('while somebody looks on, the settings make no other way in', async () => {
  await begin('rolig have');
  await click(screen.getByText('Indstillinger'));
  expect(screen.queryByText('Låsen og de tolv ord')).toBeNull();
  await click(screen.getByText('Hold pause'));
  const dialog = document.querySelector('dialog') as HTMLElement;
  await type(within(dialog).getByLabelText('Adgangssætning'), 'rolig have');
  await click(within(dialog).getByRole('button', { name: 'Hold pause' }));
  await click(screen.getByText('Indstillinger'));
  expect(screen.getByText('Låsen og de tolv ord')).toBeTruthy();
});

test('a pause asks for the passphrase, and a wrong one opens nothing', async () => {
  const host = await begin('rolig have');
  await click(screen.getByText('Hold pause'));
  const dialog = document.querySelector('dialog') as HTMLElement;
  await type(within(dialog).getByLabelText('Adgangssætning'), 'forkert');
  await click(within(dialog).getByRole('button', { name: 'Hold pause' }));
  expect(host.now).not.toBeNull();
  await type(within(dialog).getByLabelText('Adgangssætning'), 'rolig have');
  await click(within(dialog).getByRole('button', { name: 'Hold pause' }));
  expect(host.now).toBeNull();
  expect(within(nav()).getByText('Når jeg har det godt')).toBeTruthy();
});

/** So many new lines, proposed by the guest who sits there; the pen is the citizen's again. */
async function propose(host: FakeHost, many: number): Promise<void> {
  const person = (await host.contents()).visit?.guests[0]?.id ?? '';
  await host.holdPen(person);
  for (let nth = 0; nth < many; nth += 1) {
    const wish = {
      wish: 'newLine',
      line: crypto.randomUUID(),
      section: 'signs.inner',
      prompt: '',
      text: `forslag ${nth}`,
      because: '',
      place: { at: 'last' },
    } as const;
    await host.change({
      kind: 'visit',
      visit: { act: 'propose', id: crypto.randomUUID(), wish, perspective: 'third' },
    });
  }
  await press(document.body, 'F2');
  await wait();
  await press(document.body, 'F2');
  await wait();
}
const cards = (): string[] =>
  [...document.querySelectorAll('main [data-proposal]')].map((card) => card.querySelector('.words')?.textContent ?? '');

test('a page with many proposals draws ten, and more when asked', async () => {
  const host = await begin();
  await propose(host, 12);
  expect(cards()).toHaveLength(10);
  expect(cards()[0]).toBe('forslag 0');
  await click(screen.getByText('Vis flere'));
  expect(cards()).toHaveLength(12);
  expect(screen.queryByText('Vis flere')).toBeNull();
});

test('a long inbox comes twenty at a time, and after a yes the next moves up', async () => {
  const host = await begin();
  await propose(host, 23);
  await click(within(nav()).getByText('Forslag (23)'));
  await settle();
  expect(cards()).toHaveLength(20);
  expect(screen.getByText('Du ser 20 af 23.')).toBeTruthy();
  await click(screen.getAllByText('Ja, tag det med')[0] as HTMLElement);
  await settle();
  expect(cards()).toHaveLength(20);
  expect([cards()[0], cards().at(-1)]).toEqual(['forslag 1', 'forslag 20']);
  expect(screen.getByText('Du ser 20 af 22.')).toBeTruthy();
  await click(screen.getByText('Vis flere'));
  await settle();
  expect(cards()).toHaveLength(22);
  expect(screen.queryByText('Vis flere')).toBeNull();
  expect(Math.max(...host.calls.filter((call) => call.name === 'inbox').map((call) => call.args[0] as number))).toBe(
    40,
  );
});

test('all at once takes those in too that are not shown yet, and the button says how many', async () => {
  const host = await begin();
  await propose(host, 23);
  await click(within(nav()).getByText('Forslag (23)'));
  await settle();
  await click(screen.getByText('Tag alle 23 med'));
  await settle();
  expect(host.book?.lines.filter((each) => each.text.startsWith('forslag'))).toHaveLength(23);
  expect(screen.getByText(/Der ligger ingen forslag/)).toBeTruthy();
});

test('all at once leaves what one is finding own words for, and says so', async () => {
  const host = await begin();
  await propose(host, 23);
  await click(within(nav()).getByText('Forslag (23)'));
  await settle();
  await click(screen.getAllByText('Med mine egne ord')[0]!);
  await type(screen.getByLabelText('Sådan siger jeg det'), 'Mine egne ord');
  await settle();
  expect(screen.getByText(/Dem, du er i gang med at sige med dine egne ord, bliver liggende/)).toBeTruthy();
  await click(screen.getByText('Tag alle 22 med'));
  await settle();
  expect(host.book?.lines.filter((each) => each.text.startsWith('forslag'))).toHaveLength(22);
  expect(screen.getByText(/Det ene, du er i gang med at sige med dine egne ord, ligger her endnu/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Sådan siger jeg det').value).toBe('Mine egne ord');
});

test('all at once, when none of them can be taken in any more, says nothing of having done it and reads them again', async () => {
  const host = await begin();
  await propose(host, 3);
  await click(within(nav()).getByText('Forslag (3)'));
  await settle();
  host.readyProposals = () => Promise.resolve([]);
  const read = host.calls.filter(({ name }) => name === 'inbox').length;
  await click(screen.getByText('Tag alle 3 med'));
  expect(host.changes().filter((change) => JSON.stringify(change).includes('acceptAll'))).toEqual([]);
  expect(screen.queryByText('Forslagene er taget med.')).toBeNull();
  expect(host.calls.filter(({ name }) => name === 'inbox').length).toBe(read + 1);
});

test('an answer is taken away again in its own row, and the keyboard stays there', async () => {
  const host = await begin();
  await click(screen.getByText('Slut af'));
  const row = screen.getByText('heard').closest('fieldset')!;
  expect(within(row).queryByRole('button')).toBeNull();
  await click(within(row).getByLabelText('7'));
  await click(within(row).getByRole('button'));
  expect(host.book?.visits.visits[0]?.answers['visit heard']).toBe(-1);
  expect(row.contains(document.activeElement)).toBe(true);
  expect(within(row).queryByRole('button')).toBeNull();
});

test('with the guest’s pen nothing can be answered, and it says when it can', async () => {
  const host = await begin();
  await propose(host, 2);
  expect(screen.getAllByText('Ja, tag det med')).toHaveLength(2);
  await press(document.body, 'F2');
  await settle();
  for (const place of ['Tidlige tegn', 'Forslag (2)']) {
    await click(within(nav()).getByText(place));
    await settle();
    for (const answer of ['Ja, tag det med', 'Nej tak', 'Med mine egne ord', 'Tag alle 2 med'])
      expect(screen.queryByText(answer)).toBeNull();
    expect(screen.getByText(/Du svarer, når du har den igen/)).toBeTruthy();
  }
  expect(acts(host)).not.toContain('accept');
  await press(document.body, 'F2');
  await settle();
  expect(screen.getAllByText('Ja, tag det med')).toHaveLength(2);
});

test('the pen changes hands without the page being read again', async () => {
  const host = await begin();
  await propose(host, 3);
  host.calls.length = 0;
  await press(document.body, 'F2');
  await settle();
  // The host in memory reads its contents to answer.
  expect(host.calls.map((call) => call.name)).toEqual(['holdPen', 'contents', 'visitPage']);
  expect(document.querySelectorAll('main [data-draft^="proposal:"]')).toHaveLength(3);
});
