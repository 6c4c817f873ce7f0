import { expect, test } from 'vitest';
import { wellFormed } from './wellformed';

test('half a character becomes a mark that can be written to a file, wherever it stands', () => {
  expect(
    wellFormed({ change: { kind: 'addLine', text: 'a\ud83d b' }, words: ['\udc00', 'hej 🙂'], number: 3, none: null }),
  ).toEqual({
    change: { kind: 'addLine', text: 'a\ufffd b' },
    words: ['\ufffd', 'hej 🙂'],
    number: 3,
    none: null,
  });
});
