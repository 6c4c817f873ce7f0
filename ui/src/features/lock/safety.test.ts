import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WORDS } from '../../lib/ipc/fake';
import { failure } from '../../lib/ipc/fake-book';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PASSPHRASE = 'hav kaffe bro';
const MINUTE = 60_000;
const names = (host: { calls: { name: string }[] }, ...wanted: string[]): string[] =>
  host.calls.map((call) => call.name).filter((name) => wanted.includes(name));

async function pass(minutes: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(minutes * MINUTE);
  await settle();
}

test('a book nobody touches for five minutes saves what is typed and locks', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await pass(4);
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  await press(document.body, 'Tab');
  await pass(4);
  expect(names(host, 'lock')).toEqual([]);
  await pass(1.2);
  expect(names(host, 'change', 'lock', 'freshPage')).toEqual(['change', 'lock', 'freshPage']);
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
});

test('after a sleep the time that passed counts at once', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  vi.setSystemTime(Date.now() + 60 * MINUTE);
  await pass(0.1);
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('how long it may lie can be chosen', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByLabelText('1 minut'));
  expect(host.preferences.idleMinutes).toBe(1);
  await pass(1.2);
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
});

test('a book without a lock never locks itself', async () => {
  const host = await open();
  await pass(120);
  expect(names(host, 'lock')).toEqual([]);
});

test('the crisis plan is not taken away after five minutes', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await click(screen.getByText('Min kriseplan'));
  await pass(29);
  expect(names(host, 'lock')).toEqual([]);
  await pass(1.2);
  expect(names(host, 'lock')).toEqual(['lock']);
});

test('the help page stays after half an hour, but there is no key behind it', async () => {
  const host = await open({ passphrase: PASSPHRASE, book: bookWith(line('a', 'signs.inner', 'Jeg sover med tøj på')) });
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Jeg mærker tidlige tegn'));
  await pass(29);
  expect(names(host, 'lock')).toEqual([]);
  await pass(1.2);
  expect(names(host, 'lock', 'freshPage')).toEqual(['lock']);
  expect(screen.getByText('Jeg sover med tøj på')).toBeTruthy();
  await pass(60);
  expect(names(host, 'lock')).toEqual(['lock']);
  await press(document.body, 'Escape');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Det er svært lige nu');
  await press(document.body, 'Escape');
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  expect(screen.queryByText('Jeg sover med tøj på')).toBeNull();
  expect(names(host, 'freshPage')).toEqual(['freshPage']);
});

test('when the computer goes to sleep the last words are saved first', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  host.askToLock();
  await settle();
  expect(names(host, 'change', 'lock')).toEqual(['change', 'lock']);
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
});

test('words that cannot be saved before sleep are kept out of sight and written when it is open again', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  host.failNext();
  host.askToLock();
  await settle();
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  expect(screen.queryByDisplayValue('Jeg synger')).toBeNull();
  expect(names(host, 'freshPage')).toEqual([]);
  await type(screen.getByLabelText('Adgangssætning'), PASSPHRASE);
  await click(screen.getByText('Lås op'));
  expect(host.book?.lines.map((each) => each.text)).toEqual(['Jeg synger']);
});

test('a book locked without asking leaves nothing on the screen', async () => {
  const host = await open({ passphrase: PASSPHRASE, book: bookWith(line('a', 'well.like', 'Jeg synger')) });
  host.lockAnyway();
  await settle();
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  expect(screen.queryByDisplayValue('Jeg synger')).toBeNull();
});

test('hidden is blank at once, saved, and comes back locked with a word on what it does not do, once', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await type(screen.getByLabelText('Ny linje: Sådan er jeg'), 'Jeg synger');
  screen.getByText('Skjul hurtigt').click();
  await Promise.resolve();
  expect(document.body.textContent?.trim()).toBe('');
  await settle();
  expect(names(host, 'change', 'lock')).toEqual(['change', 'lock']);
  expect(host.calls.find((call) => call.name === 'freshPage')?.args).toEqual([true]);
  expect(document.body.textContent?.trim()).toBe('');
  await click(screen.getByLabelText('Vis bogen igen'));
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  expect(screen.getByText(/Det skjuler ikke, at programmet er på computeren/)).toBeTruthy();
  await click(screen.getByText('Det er fint'));
  expect(host.preferences.hideNote).toBe('told');
  expect(screen.queryByText(/Det skjuler ikke/)).toBeNull();
});

test('Shift three times hides, but not when something is typed between or slowly', async () => {
  await open({ book: bookWith(line('a', 'well.like', 'Jeg synger')) });
  for (const key of ['Shift', 'Shift', 'a', 'Shift']) await press(document.body, key);
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
  await vi.advanceTimersByTimeAsync(2000);
  await press(document.body, 'Shift');
  await press(document.body, 'Shift');
  await vi.advanceTimersByTimeAsync(2000);
  await press(document.body, 'Shift');
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
  await press(document.body, 'Shift');
  await press(document.body, 'Shift');
  expect(document.body.textContent?.trim()).toBe('');
  // A book without a lock comes back by one press.
  await click(screen.getByLabelText('Vis bogen igen'));
  expect(screen.getByDisplayValue('Jeg synger')).toBeTruthy();
  expect(screen.getByText(/Din bog har ingen lås/)).toBeTruthy();
});

test('the passphrase is changed with the present one, and a wrong one changes nothing', async () => {
  const host = await open({ passphrase: PASSPHRASE });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByText('Skift adgangssætning'));
  await type(screen.getByLabelText('Den adgangssætning, du har nu'), 'forkert');
  await type(screen.getByLabelText('Ny adgangssætning'), 'skov og sten');
  await click(screen.getByText('Skift adgangssætning'));
  expect(screen.getByText('Det passer ikke til din bog.')).toBeTruthy();
  expect(host.passphrase).toBe(PASSPHRASE);
  await type(screen.getByLabelText('Den adgangssætning, du har nu'), PASSPHRASE);
  await click(screen.getByText('Skift adgangssætning'));
  expect(screen.getByText(/Den gamle virker ikke mere/)).toBeTruthy();
  expect(host.passphrase).toBe('skov og sten');
});

test('one who came in with the words is offered a new passphrase at once', async () => {
  const host = await open({ state: 'locked', passphrase: PASSPHRASE });
  await click(screen.getByText('Brug de tolv ord'));
  await type(screen.getByLabelText('De tolv ord fra arket'), WORDS.join(' '));
  await click(screen.getByText('Lås op'));
  await click(screen.getByText('Lav en ny adgangssætning'));
  expect(screen.queryByLabelText('Den adgangssætning, du har nu')).toBeNull();
  await click(screen.getByText('Foreslå en adgangssætning'));
  await click(screen.getByText('Skift adgangssætning'));
  expect(host.calls.find((call) => call.name === 'changePassphrase')?.args).toEqual([null]);
  expect(host.passphrase?.split(' ')).toHaveLength(5);
});

test('where the sheet lies is asked, answered and not asked again', async () => {
  const host = await open({ passphrase: PASSPHRASE, sheetDue: true });
  await click(screen.getByText('Spørg ikke igen'));
  expect(host.calls.find((call) => call.name === 'answerSheet')?.args).toEqual(['never']);
  expect(screen.queryByText('Ved du, hvor arket med de tolv ord ligger?')).toBeNull();
});

test('a second tick on a slow disk does not take back the first', async () => {
  const host = await open({
    passphrase: PASSPHRASE,
    book: bookWith(line('s1', 'signs.inner', 'Jeg sover med tøj på'), line('t1', 'toolbox.tools', 'Gå en tur')),
  });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByText('Det må ses, når bogen er låst'));
  const { setCard } = host;
  const disk: (() => void)[] = [];
  host.setCard = (chosen) => new Promise<void>((on) => disk.push(on)).then(() => setCard(chosen));
  screen.getByLabelText('Jeg sover med tøj på').click();
  screen.getByLabelText('Gå en tur').click();
  for (let written = 0; written < 2; written += 1) {
    await settle();
    disk[written]?.();
  }
  await settle();
  expect(host.chosen).toEqual(['s1', 't1']);
});

test('nothing of what was ticked on a slow disk comes back after Vis ikke noget', async () => {
  const host = await open({
    passphrase: PASSPHRASE,
    book: bookWith(...['sol', 'te', 'luft'].map((text) => line(text, 'toolbox.tools', text))),
  });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByText('Det må ses, når bogen er låst'));
  await click(screen.getByLabelText('sol'));
  const { setCard } = host;
  const disk: (() => void)[] = [];
  host.setCard = (chosen) => new Promise<void>((on) => disk.push(on)).then(() => setCard(chosen));
  screen.getByLabelText('te').click();
  screen.getByLabelText('luft').click();
  screen.getByText('Vis ikke noget').click();
  for (let written = 0; written < 3; written += 1) {
    await settle();
    disk[written]?.();
  }
  await settle();
  expect(host.chosen).toEqual([]);
});

test('what may be seen is chosen line by line, shown exactly, and seen without unlocking', async () => {
  const host = await open({
    passphrase: PASSPHRASE,
    book: bookWith(
      line('s1', 'signs.inner', 'Jeg sover med tøj på'),
      line('s2', 'signs.inner', 'Det er kun til mig'),
      line('t1', 'toolbox.tools', 'Gå en tur'),
    ),
  });
  await click(screen.getByText('Indstillinger'));
  await click(screen.getByText('Låsen og de tolv ord'));
  await click(screen.getByText('Det må ses, når bogen er låst'));
  expect(screen.getByText('Ikke andet end hjælpelinjerne.')).toBeTruthy();
  await click(screen.getByLabelText('Jeg sover med tøj på'));
  await click(screen.getByLabelText('Gå en tur'));
  expect(host.chosen).toEqual(['s1', 't1']);
  const seen = screen.getByRole('region', { name: /Præcis det her kan ses/ });
  expect([...seen.querySelectorAll('li')].map((item) => item.textContent?.trim())).toEqual([
    'Jeg sover med tøj på',
    'Gå en tur',
  ]);
  await click(screen.getByText('Lås'));
  await click(screen.getByText('Det er svært lige nu'));
  await settle();
  expect(screen.getByText('Jeg sover med tøj på')).toBeTruthy();
  expect(screen.queryByText('Det er kun til mig')).toBeNull();
  expect(screen.getByText('112')).toBeTruthy();
});

test('the ways in come in their order and end with a new book beside the locked one', async () => {
  const host = await open({ state: 'locked', passphrase: PASSPHRASE });
  await click(screen.getByText('Jeg kan ikke komme ind'));
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'Arket med de tolv ord',
    'En kuvert hos en, du stoler på',
    'Det, du har på papir eller har delt',
    'En sikker kopi',
    'En ny bog',
  ]);
  await click(screen.getByText('Læg den låste bog til side'));
  expect(names(host, 'setAside')).toEqual([]);
  await click(screen.getByText('Ja, læg den til side, og begynd en ny bog'));
  expect(names(host, 'setAside')).toEqual(['setAside']);
  expect(screen.getByText('Dansk')).toBeTruthy();
});

test('the way of the sheet leads to the twelve words', async () => {
  await open({ state: 'locked', passphrase: PASSPHRASE });
  await click(screen.getByText('Jeg kan ikke komme ind'));
  await click(screen.getByText('Skriv de tolv ord'));
  expect(screen.getByLabelText('De tolv ord fra arket')).toBeTruthy();
});

test('what the plan said on the page for a hard moment is not said again behind the lock', async () => {
  const host = await open({ passphrase: 'x', book: bookWith(line('s', 'signs.inner', 'Jeg sover med tøj på')) });
  await click(screen.getByText('Besøg'));
  await click(screen.getByText('Begynd et besøg'));
  await type(screen.getByLabelText(/Hvad vil du have ud af det/), 'At sove');
  await click(screen.getByText('Det er svært lige nu'));
  await click(screen.getByText('Tilbage'));
  await vi.advanceTimersByTimeAsync(45 * 60_000);
  await settle();
  expect(screen.getByText('Din bog er låst')).toBeTruthy();
  host.help = () => Promise.reject(failure('disk-full', 'Der er ikke mere plads.'));
  await click(screen.getByText('Det er svært lige nu'));
  expect(screen.getByText('Der er ikke mere plads.', { exact: false })).toBeTruthy();
  expect(screen.queryByText('Jeg mærker tidlige tegn')).toBeNull();
});
