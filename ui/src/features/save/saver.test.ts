import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change, Changed, Failure } from '../../lib/ipc/types';
import { AGAIN, QUIET, STEADY, Saver } from './saver.svelte';

const full: Failure = { code: 'disk-full', message: 'Der er ikke mere plads.', wayOut: 'Gør plads.' };

type Waiting = { change: Change; done: () => void; refuse: (failure: Failure) => void };

function setUp(): { saver: Saver; sent: Waiting[]; texts: () => string[] } {
  const sent: Waiting[] = [];
  const saver = new Saver(
    (change) =>
      new Promise<Changed>((resolve, reject) => {
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
        sent.push({ change, done: () => resolve(answer), refuse: reject });
      }),
    async () => undefined,
  );
  return {
    saver,
    sent,
    texts: () => sent.map(({ change }) => (change.kind === 'writeLine' ? change.text : change.kind)),
  };
}

const write = (saver: Saver, id = 'a') =>
  saver.draft(`line:${id}:text`, '', (text) => ({ kind: 'writeLine', id, text }));
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving while typing', () => {
  test('the whole field is sent 400 ms after the last key, and not before', async () => {
    const { saver, texts } = setUp();
    const draft = write(saver);
    draft.type('h');
    await vi.advanceTimersByTimeAsync(QUIET - 100);
    draft.type('he');
    await vi.advanceTimersByTimeAsync(QUIET - 1);
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual(['he']);
  });

  test('someone who never pauses is saved every two seconds', async () => {
    const { saver, texts } = setUp();
    const draft = write(saver);
    for (let key = 1; key <= 15; key += 1) {
      draft.type('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(STEADY).toBe(2000);
    expect(texts()).toHaveLength(1);
  });

  test('saved is only said after the book has acknowledged it', async () => {
    const { saver, sent } = setUp();
    write(saver).type('hej');
    void saver.flush();
    await settle();
    expect(saver.savedAt).toBe('');
    expect(saver.waiting).toBe(true);
    sent[0]?.done();
    await settle();
    expect(saver.savedAt).toBe('14.03');
    expect(saver.waiting).toBe(false);
  });

  test('keys pressed while a save is under way are saved after it', async () => {
    const { saver, sent, texts } = setUp();
    const draft = write(saver);
    draft.type('a');
    void saver.flush();
    await settle();
    draft.type('ab');
    sent[0]?.done();
    await settle();
    expect(saver.waiting).toBe(true);
    await vi.advanceTimersByTimeAsync(QUIET);
    expect(texts()).toEqual(['a', 'ab']);
  });

  test('one change is on its way at a time, in the order they were made', async () => {
    const { saver, sent, texts } = setUp();
    write(saver, 'a').type('first');
    write(saver, 'b').type('second');
    void saver.flush();
    await settle();
    expect(texts()).toEqual(['first']);
    sent[0]?.done();
    await settle();
    expect(texts()).toEqual(['first', 'second']);
  });

  test('half-typed text is never overwritten by what the book says', () => {
    const { saver } = setUp();
    const draft = write(saver);
    draft.type('half a sen');
    saver.accept('line:a:text', 'old');
    expect(draft.value).toBe('half a sen');
  });

  test('tidied spaces do not move what is being typed, but other words do come in', async () => {
    const { saver, sent } = setUp();
    const draft = write(saver);
    draft.type('hej ');
    void saver.flush();
    await settle();
    sent[0]?.done();
    await settle();
    saver.accept('line:a:text', 'hej');
    expect(draft.value).toBe('hej ');
    expect(draft.dirty).toBe(false);
    saver.accept('line:a:text', 'farvel');
    expect(draft.value).toBe('farvel');
  });
});

describe('when it cannot be saved', () => {
  test('the text stays, the failure is told, and it is sent again', async () => {
    const { saver, sent, texts } = setUp();
    const draft = write(saver);
    draft.type('vigtigt');
    const flushed = saver.flush();
    await settle();
    sent[0]?.refuse(full);
    expect(await flushed).toBe(false);
    expect(draft.value).toBe('vigtigt');
    expect(saver.failure).toEqual(full);
    expect(saver.savedAt).toBe('');
    const retried = saver.retry();
    await settle();
    sent[1]?.done();
    expect(await retried).toBe(true);
    expect(saver.failure).toBeNull();
    expect(texts()).toEqual(['vigtigt', 'vigtigt']);
  });

  test('it is tried again by itself after ten seconds', async () => {
    const { saver, sent } = setUp();
    write(saver).type('vigtigt');
    void saver.flush();
    await settle();
    sent[0]?.refuse(full);
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect(sent).toHaveLength(2);
  });

  test('nothing else is done to the book before the typed words are safe', async () => {
    const { saver, sent } = setUp();
    write(saver).type('vigtigt');
    const other = vi.fn();
    const ran = saver.run(other);
    await settle();
    sent[0]?.refuse(full);
    expect(await ran).toBeNull();
    expect(other).not.toHaveBeenCalled();
  });
});

describe("the field's own undo", () => {
  test('goes back in the pauses of the typing and no further than when the field got focus', async () => {
    const { saver } = setUp();
    const draft = write(saver);
    draft.focus();
    draft.type('en');
    draft.type('en tur');
    await vi.advanceTimersByTimeAsync(1000);
    draft.type('en tur mere');
    expect(draft.undo()).toBe(true);
    expect(draft.value).toBe('en tur');
    expect(draft.undo()).toBe(true);
    expect(draft.value).toBe('');
    expect(draft.undo()).toBe(false);
    expect(draft.redo()).toBe(true);
    expect(draft.value).toBe('en tur');
  });
});
