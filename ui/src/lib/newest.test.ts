import { expect, test } from 'vitest';
import { newest } from './newest';

test('an older answer never comes over a newer one', async () => {
  const ask = newest();
  let late: (answer: string) => void = () => undefined;
  const first = ask(() => new Promise<string>((on) => (late = on)));
  expect(await ask(() => Promise.resolve('new'))).toBe('new');
  late('old');
  expect(await first).toBeUndefined();
});

test('a newer one that fails is told, an older one is not', async () => {
  const ask = newest();
  let late: (thrown: Error) => void = () => undefined;
  const first = ask(() => new Promise<string>((_, no) => (late = no)));
  await expect(ask(() => Promise.reject(new Error('new')))).rejects.toThrow('new');
  late(new Error('old'));
  expect(await first).toBeUndefined();
});
