import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bookWith, click, line, open, press, settle, type } from '../../test/render';
import type { FakeHost } from '../../lib/ipc/fake';
import type { Change } from '../../lib/ipc/types';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const person = (id: string, name: string, wanted: 'yes' | 'no' | 'unset' = 'unset'): Change => ({
  kind: 'addPerson',
  id,
  fields: { name, relation: '', phone: '20 00 00 00', wanted, why: '' },
  place: { at: 'last' },
});
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

async function hard(...changes: Change[]): Promise<FakeHost> {
  const host = await open({ book: bookWith(...changes) });
  await click(screen.getByText('Det er svært lige nu'));
  return host;
}

describe('one thing at a time', () => {
  test('first how it is, then a sign, then one thing to try after the other, then people, then numbers', async () => {
    await hard(
      line('s', 'signs.inner', 'Jeg sover dårligt'),
      line('t', 'toolbox.tools', 'Gå en tur'),
      line('u', 'toolbox.tools', 'Bage'),
      person('p', 'Mette'),
    );
    expect(screen.getAllByRole('button').filter((each) => each.closest('.doors'))).toHaveLength(4);
    expect(screen.queryByText('Jeg sover dårligt')).toBeNull();
    await click(screen.getByText('Jeg mærker tidlige tegn'));
    expect(screen.getByText('Jeg sover dårligt')).toBeTruthy();
    expect(screen.queryByText('Gå en tur')).toBeNull();
    await click(screen.getByText('Videre'));
    expect(screen.getByText('Gå en tur')).toBeTruthy();
    expect(screen.queryByText('Bage')).toBeNull();
    await click(screen.getByText('Noget andet'));
    expect(screen.getByText('Bage')).toBeTruthy();
    await click(screen.getByText('Noget andet'));
    expect(heading()).toBe('Ring til en, du kender');
    expect(screen.getByText('20 00 00 00')).toBeTruthy();
    // The numbers are on the next page, so it is told how one comes there.
    expect(screen.queryByText(/herunder/)).toBeNull();
    expect(screen.getByText(/eller tryk på »Numre at ringe til«/)).toBeTruthy();
    await click(screen.getAllByText('Numre at ringe til').at(-1)!);
    expect(screen.getByText('70 201 201')).toBeTruthy();
  });

  test('every step leads straight to people and numbers, and 112 is on every one', async () => {
    await hard(line('t', 'toolbox.tools', 'Gå en tur'), person('p', 'Mette'));
    for (const step of ['Jeg er vred', 'Det hjalp lidt']) {
      expect(screen.getByText('112')).toBeTruthy();
      expect(screen.getByText('Mine mennesker')).toBeTruthy();
      await click(screen.getByText(step));
    }
    await click(screen.getByText('Mine mennesker'));
    expect(screen.getByText('Mette')).toBeTruthy();
    expect(screen.getByText('112')).toBeTruthy();
  });

  test('Escape goes one step back, and out of the first', async () => {
    await hard(line('t', 'toolbox.tools', 'Gå en tur'));
    await click(screen.getByText('Det er en krise'));
    expect(heading()).toBe('Prøv det her');
    await press(document.body, 'Escape');
    expect(heading()).toBe('Det er svært lige nu');
    await press(document.body, 'Escape');
    expect(heading()).toBe('Når jeg har det godt');
  });

  test('those who listen hear the heading of every step', async () => {
    await hard(line('t', 'toolbox.tools', 'Gå en tur'));
    await click(screen.getByText('Jeg er vred'));
    expect(document.activeElement?.textContent).toBe('Prøv det her');
  });

  test('nothing is kept of the way one went', async () => {
    const host = await hard(line('t', 'toolbox.tools', 'Gå en tur'));
    await click(screen.getByText('Jeg er vred'));
    await click(screen.getByText('Det hjalp lidt'));
    await click(screen.getByText('Jeg er færdig for nu'));
    expect(host.changes()).toEqual([]);
  });

  test('it ends with something good, and a note for later is for oneself alone', async () => {
    const host = await hard(line('w', 'well.like', 'Jeg synger i køkkenet'), line('t', 'toolbox.tools', 'Gå en tur'));
    await click(screen.getByText('Jeg er vred'));
    await click(screen.getByText('Det hjalp lidt'));
    expect(screen.getByText('Jeg synger i køkkenet')).toBeTruthy();
    await click(screen.getByText('Skriv en note til senere'));
    await type(screen.getByLabelText('Note til senere'), 'Turen hjalp.');
    await click(screen.getByText('Gem noten'));
    expect(host.changes()).toMatchObject([{ kind: 'addPrivateLine', section: 'after.notes', text: 'Turen hjalp.' }]);
    expect(screen.getByText(/Noten er gemt/)).toBeTruthy();
  });

  test('with nothing written it leads on to numbers', async () => {
    await hard();
    await click(screen.getByText('Det er ved at gå galt'));
    expect(heading()).toBe('Andre, du kan ringe til');
    expect(screen.getByText('70 201 201')).toBeTruthy();
  });
});

describe('when the book is locked', () => {
  test('only what was chosen is on the way, and nothing can be written', async () => {
    const book = bookWith(
      line('t', 'toolbox.tools', 'Gå en tur'),
      line('u', 'toolbox.tools', 'Hemmeligt'),
      person('p', 'Mette', 'yes'),
    );
    await open({ state: 'locked', passphrase: 'x', book, card: ['t'] });
    await click(screen.getByText('Det er svært lige nu'));
    await settle();
    expect(screen.getByText('Gå en tur')).toBeTruthy();
    await click(screen.getByText('Noget andet'));
    expect(screen.queryByText('Hemmeligt')).toBeNull();
    expect(screen.queryByText('Mette')).toBeNull();
    expect(screen.getByText('70 201 201')).toBeTruthy();
    await click(screen.getByText('Jeg har talt med nogen'));
    expect(screen.queryByText('Skriv en note til senere')).toBeNull();
    expect(screen.queryByText('Ret numrene')).toBeNull();
  });
});

describe('the one who helps', () => {
  test('sees the steps, and there is a door to the same on paper', async () => {
    await hard(line('h', 'crisis.helps', 'Sæt dig ned hos mig'));
    await click(screen.getByText('Vis en anden, hvordan man hjælper'));
    expect(screen.getByText('Sæt dig ned hos mig')).toBeTruthy();
    await click(screen.getByText('Få det her på papir'));
    expect(heading()).toBe('En pårørende');
    expect(document.querySelectorAll('img')).toHaveLength(2);
  });

  test('sees nothing of a locked book', async () => {
    const book = bookWith(line('h', 'crisis.helps', 'Sæt dig ned hos mig'));
    const host = await open({ state: 'locked', passphrase: 'x', book });
    await click(screen.getByText('Det er svært lige nu'));
    expect(screen.queryByText('Vis en anden, hvordan man hjælper')).toBeNull();
    expect(host.calls.some((call) => call.name === 'reader')).toBe(false);
  });
});

describe('all of it on one page', () => {
  const toHelp = async (...changes: Change[]): Promise<void> => {
    await open({ book: bookWith(...changes) });
    await click(screen.getByText('Det er svært lige nu'));
    await click(screen.getByText('Alt på én side'));
  };
  const all = (): string => [...document.querySelectorAll('section, footer')].map((each) => each.textContent).join(' ');

  test('what helps comes first, then people, then my signs, then lines, with 112 last', async () => {
    await toHelp(
      line('s', 'signs.inner', 'Jeg sover dårligt'),
      person('p', 'Mette'),
      line('t', 'toolbox.tools', 'Gå en tur'),
    );
    const places = ['Gå en tur', 'Mette', 'Jeg sover dårligt', '70 201 201', '112'].map((words) =>
      all().indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    await click(screen.getByText('Et skridt tilbage'));
    await click(screen.getByText('Tilbage'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Når jeg har det godt');
  });

  test('the signs are few', async () => {
    await toHelp(...['a', 'b', 'c', 'd', 'e'].map((id) => line(id, 'signs.inner', `tegn ${id}`)));
    expect(all().match(/tegn \w/g)).toEqual(['tegn a', 'tegn b', 'tegn c']);
  });

  test('where the facts come from is said once when it is the same for every number, and not of 112', async () => {
    await toHelp();
    expect(all().match(/Kilde: /g)).toHaveLength(1);
    expect(screen.getByText(/^Om alle numrene: .*Kilde: /).closest('ul')).toBeNull();
    expect(document.querySelector('footer')?.textContent).not.toMatch(/Kilde/);
  });

  test('it is said beside each number when it differs', async () => {
    const host = await open();
    const view = await host.help();
    host.help = () =>
      Promise.resolve({
        ...view,
        lines: view.lines.map((each, index) => (index === 1 ? { ...each, checked: 'Tjek selv.' } : each)),
      });
    await click(screen.getByText('Det er svært lige nu'));
    await click(screen.getByText('Alt på én side'));
    expect(all().match(/Kilde: /g)).toHaveLength(2);
    expect(screen.queryByText(/Om alle numrene/)).toBeNull();
  });
});
