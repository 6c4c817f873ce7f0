import { expect, test, vi } from 'vitest';
import type { Change, Changed } from '../../lib/ipc/types';
import { Saver } from './saver.svelte';

const answer: Changed = {
  revision: 1,
  savedAt: '14.03',
  stale: [],
  created: [],
  undo: null,
  redo: null,
  page: '',
  onReserve: false,
};

function setUp(): { saver: Saver; sent: string[]; hold: (pen: string) => void } {
  const sent: string[] = [];
  let pen = '';
  const saver = new Saver(
    (change: Change) => {
      if (change.kind === 'writeLine') sent.push(`${pen}:${change.text}`);
      return Promise.resolve(answer);
    },
    async () => undefined,
  );
  saver.pen = () => pen;
  return { saver, sent, hold: (next) => (pen = next) };
}
const write = (saver: Saver) => saver.draft('line:a:text', '', (text) => ({ kind: 'writeLine', id: 'a', text }));

test('what was typed with one pen is never sent with another, and is sent when that pen is back', async () => {
  vi.useFakeTimers();
  const { saver, sent, hold } = setUp();
  write(saver).type('mine ord');
  hold('guest');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await saver.flush()).toBe(true);
  expect(sent).toEqual([]);
  expect(saver.unsaved).toBe(true);
  hold('');
  await saver.flush();
  expect(sent).toEqual([':mine ord']);
  vi.useRealTimers();
});

test('words that are used with a press are not sent by themselves, and count as not on disk', async () => {
  const { saver, sent } = setUp();
  const own = saver.keep('own:p', 'deres ord');
  own.type('mine ord');
  expect(await saver.flush()).toBe(true);
  expect(sent).toEqual([]);
  expect(saver.unfinished).toBe(own);
  saver.forget();
  expect(saver.keep('own:p', 'deres ord').value).toBe('mine ord');
  saver.settle(own);
  expect([saver.unsaved, own.value]).toEqual([false, 'deres ord']);
});

test('an answer that was asked for before the last save does not put older words back', async () => {
  const { saver } = setUp();
  const draft = write(saver);
  const since = saver.turn;
  draft.type('nyt');
  await saver.flush();
  saver.accept('line:a:text', 'gammelt', since);
  expect(draft.value).toBe('nyt');
  saver.accept('line:a:text', 'fortrudt', saver.turn);
  expect(draft.value).toBe('fortrudt');
});

test('a press that waited until another held the pen is told of, also when that one has nothing it could be about', async () => {
  const { saver, hold } = setUp();
  const overtaken = vi.fn();
  saver.overtaken = overtaken;
  let passed: () => void = () => undefined;
  const passing = saver.inTurn(() => new Promise((on) => (passed = on)));
  const pressed = saver.run(
    () => Promise.resolve(answer),
    () => false,
  );
  await Promise.resolve();
  hold('guest');
  passed();
  await passing;
  expect(await pressed).toBeNull();
  expect(overtaken).toHaveBeenCalledOnce();
});
