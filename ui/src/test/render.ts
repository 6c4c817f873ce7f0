// Puts the whole screen or one part of it up against a book in memory.
import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { vi } from 'vitest';
import App from '../App.svelte';
import { fillHouse } from '../features/room/rooms';
import { FakeHost, type FakeOptions } from '../lib/ipc/fake';
import { apply, emptyState, failure, type FakeState } from '../lib/ipc/fake-book';
import type { Change } from '../lib/ipc/types';

// Every room is here before a test begins; how one is fetched is tested where it is.
await fillHouse(() => Promise.resolve());

export const line = (id: string, section: string, text: string): Change => ({
  kind: 'addLine',
  id,
  section,
  prompt: '',
  text,
  place: { at: 'last' },
});

/** What the book says when there is no room for more. */
export const full = failure('disk-full', 'Der er ikke mere plads.', 'Gør plads.');

export function bookWith(...changes: Change[]): FakeState {
  const state = emptyState();
  for (const change of changes) apply(state, change);
  return state;
}

/** Lets all promises that are ready run, and the screen follow. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await vi.advanceTimersByTimeAsync(0);
    await tick();
  }
}

/** Time goes by; unless told, as long as it takes for what was typed to be saved. */
export async function wait(time = 3000): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await settle();
}

/** The whole screen, with a clock the test moves. */
export async function open(options: FakeOptions = {}): Promise<FakeHost> {
  const host = new FakeHost(options);
  render(App, { host });
  await settle();
  return host;
}

export async function type(field: HTMLElement, text: string): Promise<void> {
  const input = field as HTMLTextAreaElement | HTMLInputElement;
  if (document.activeElement !== input) input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
}

export async function press(target: HTMLElement, key: string, more: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  await settle();
}

export async function click(target: HTMLElement): Promise<void> {
  target.click();
  await settle();
}

/** The contents of the book, beside the page. */
export const nav = (): HTMLElement => screen.getByLabelText('Indhold');

/** Which of these were asked of the host, in order. */
export const names = (host: FakeHost, ...wanted: string[]): string[] =>
  host.calls.map((call) => call.name).filter((name) => wanted.includes(name));
