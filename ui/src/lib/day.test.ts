import { afterEach, expect, test } from 'vitest';
import { dayInWords } from './day';
import { speak } from './i18n/say.svelte';

afterEach(() => speak('da'));

test('a day is said with its month in words, in the book’s language', () => {
  speak('da');
  expect(dayInWords('2027-06-05')).toBe('5. juni 2027');
  speak('en');
  expect(dayInWords('2027-06-05')).toBe('5 June 2027');
});

test('what is no day says nothing', () => {
  for (const none of ['', '2027', '2027-13-40', '12027-01-01', 'i morgen']) expect(dayInWords(none)).toBe('');
});
