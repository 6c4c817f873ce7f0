// What the book in memory lends of itself to the parts of its host. As in `fake.ts`.
import type { FakeState } from './fake-book';
import type { Change, Changed, Language, Status, Step } from './types';

export type Inside = {
  answer: <T>(name: string, args: unknown[], work: () => T) => Promise<T>;
  open: () => FakeState;
  change: (change: Change) => Changed;
  changed: (stale: string[], created: string[], page: string) => Changed;
  /** Puts another state in as one step that undo takes back. */
  become: (state: FakeState, what: string) => Changed;
  /** What stood before a step that undo takes back. */
  before: (state: FakeState, step: Step) => void;
  revision: () => number;
  status: () => Status;
  /** Another door. */
  stand: (status: Status) => void;
  say: (da: string, en: string) => string;
  language: () => Language;
  unlocked: () => boolean;
};
