import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, open, type } from '../../test/render';
import { placeAfterStep } from './order';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const contents = (): string[] =>
  [...document.querySelectorAll('#contents .chapter')].map((each) => each.textContent?.trim() ?? '');

test('one step up or down is a place the core understands', () => {
  expect(placeAfterStep(['a', 'b', 'c'], 'b', -1)).toEqual({ at: 'first' });
  expect(placeAfterStep(['a', 'b', 'c'], 'b', 1)).toEqual({ at: 'after', id: 'c' });
  expect(placeAfterStep(['a', 'b', 'c'], 'a', -1)).toBeNull();
  expect(placeAfterStep(['a', 'b', 'c'], 'c', 1)).toBeNull();
});

test('an own chapter is made, opened, written in and taken away', async () => {
  const host = await open();
  await click(screen.getByText('Tilpas bogen'));
  await click(screen.getByText('Nyt kapitel'));
  await type(screen.getByLabelText('Kapitlets navn'), 'Min have');
  await click(screen.getByText('Gem navnet'));
  expect(contents()).toContain('Min have');
  await click(within(screen.getByLabelText('Indhold')).getByText('Min have'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Min have');
  await click(screen.getByText('Tilpas bogen'));
  await click(screen.getByLabelText('Tilpas »Min have«'));
  await click(screen.getByText('Fjern'));
  expect(contents()).not.toContain('Min have');
  expect(host.changes().map((change) => change.kind)).toEqual(['addChapter', 'removeChapter']);
});

test('a chapter of the plan is renamed, moved, hidden and shown again', async () => {
  await open();
  await click(screen.getByText('Tilpas bogen'));
  await click(screen.getByLabelText('Tilpas »Tidlige tegn«'));
  await type(screen.getByLabelText('Kapitlets navn'), 'Mine advarsler');
  await click(screen.getByText('Gem navnet'));
  expect(contents()).toContain('Mine advarsler');
  await click(screen.getByLabelText('Tilpas »Mine advarsler«'));
  await click(screen.getByText('Flyt op'));
  expect(contents()).toEqual([
    'Når jeg har det godt',
    'Mine advarsler',
    'Min værktøjskasse',
    'Min kriseplan',
    'Efter krisen',
    'Delt med andre',
  ]);
  await click(screen.getByText('Skjul'));
  expect(contents()).not.toContain('Mine advarsler');
  await click(screen.getByText('Vis »Mine advarsler« igen'));
  expect(contents()).toContain('Mine advarsler');
});

test('an own heading is added to a page, and a heading is hidden and shown again', async () => {
  const host = await open();
  await click(screen.getByText('Ny overskrift'));
  await type(screen.getByLabelText('Overskrift'), 'Min musik');
  await click(screen.getByText('Gem navnet'));
  expect(screen.getByRole('heading', { name: 'Min musik' })).toBeTruthy();
  await click(screen.getByLabelText('Tilpas »Det holder mig oppe«'));
  await click(screen.getByText('Skjul'));
  expect(screen.queryByRole('heading', { name: 'Det holder mig oppe' })).toBeNull();
  await click(screen.getByText('Vis »Det holder mig oppe« igen'));
  expect(screen.getByRole('heading', { name: 'Det holder mig oppe' })).toBeTruthy();
  expect(host.changes().map((change) => change.kind)).toEqual(['addSection', 'hideSection', 'hideSection']);
});
