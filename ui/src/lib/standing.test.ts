import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepStanding } from './standing';

let stop: () => void;
const by = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `
    <main>
      <h1 id="title" tabindex="-1">Forslag</h1>
      <section><p>Side</p><div id="one" tabindex="-1"><button id="yes">Ja</button></div><div id="two" tabindex="-1"><button>Ja</button></div></section>
      <section id="last"><button id="alone">Nej</button></section>
    </main>`;
  stop = keepStanding();
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
  vi.useRealTimers();
});

async function taken(id: string): Promise<string> {
  by(id).remove();
  await vi.advanceTimersByTimeAsync(200);
  return document.activeElement?.id || document.activeElement?.tagName || '';
}

test('what one stood on is taken away, and one stands on what comes after it, not on its button', async () => {
  by('yes').focus();
  expect(await taken('one')).toBe('two');
});

test('with nothing after it one stands on what is before it', async () => {
  by('two').querySelector('button')?.focus();
  expect(await taken('two')).toBe('yes');
});

test('where the whole place goes one stands on the nearest around it', async () => {
  by('alone').focus();
  const main = document.querySelector('main') as HTMLElement;
  main.insertAdjacentHTML('beforeend', '<button id="on">Videre</button>');
  expect(await taken('last')).toBe('on');
});

test('who knows a better place has time to go there', async () => {
  by('yes').focus();
  by('one').remove();
  by('title').focus();
  await vi.advanceTimersByTimeAsync(200);
  expect(document.activeElement?.id).toBe('title');
});

test('who stands nowhere by choice stays there', async () => {
  by('yes').focus();
  by('yes').blur();
  await vi.advanceTimersByTimeAsync(200);
  expect(await taken('one')).toBe('BODY');
});
