// What is read again and says the same is the same object.
import { expect, test } from 'vitest';
import { keepEach, keepParts } from './same';

test('of a list, what is as it was stays the very same, in its new place', () => {
  const before = [
    { id: 'a', text: 'et' },
    { id: 'b', text: 'to' },
  ];
  const kept = keepEach(before, [
    { id: 'c', text: 'nyt' },
    { id: 'b', text: 'to' },
    { id: 'a', text: 'andet' },
  ]);
  expect(kept[1]).toBe(before[1]);
  expect(kept.map(({ text }) => text)).toEqual(['nyt', 'to', 'andet']);
  expect(keepEach(before, structuredClone(before))).toBe(before);
  expect(keepEach(before, before.slice(0, 1))).toEqual(before.slice(0, 1));
});

test('of something with parts, what is as it was stays the very same', () => {
  const before = { groups: [{ title: 'Min plan' }], waiting: 3 };
  const kept = keepParts(before, { groups: [{ title: 'Min plan' }], waiting: 2 });
  expect(kept.groups).toBe(before.groups);
  expect(kept.waiting).toBe(2);
  expect(keepParts(before, structuredClone(before))).toBe(before);
});
