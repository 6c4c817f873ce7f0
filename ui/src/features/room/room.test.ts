import { expect, test } from 'vitest';
import { Room } from './room.svelte';

test('a room is fetched once, however often it is asked for', async () => {
  let times = 0;
  const room = new Room(() => Promise.resolve((times += 1)));
  await Promise.all([room.come(), room.come()]);
  await room.come();
  expect(room.here).toBe(1);
  expect(times).toBe(1);
});

test('a room that could not be fetched says so, and can be asked for again', async () => {
  let fails = true;
  const room = new Room(() => (fails ? Promise.reject(new Error('gone')) : Promise.resolve('the pages')));
  await room.come();
  expect(room.failed).toBe(true);
  expect(room.here).toBe(null);
  fails = false;
  await room.come();
  expect(room.failed).toBe(false);
  expect(room.here).toBe('the pages');
});
