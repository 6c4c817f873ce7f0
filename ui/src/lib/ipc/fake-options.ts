// How a book in memory stands when a test begins. As in `fake.ts`.
import { EVERYDAY } from '../../features/session/preferences';
import type { FakeState } from './fake-book';
import type { FakeExchange } from './fake-exchange';
import type { FakeHandover } from './fake-handover';
import type { FakeSafety } from './fake-safety';
import type { Failure, Preferences } from './types';

export { EVERYDAY };

export type FakeOptions = {
  state?: 'first-run' | 'locked' | 'open';
  problem?: Failure;
  passphrase?: string;
  /** The computer's keyring opens it. */
  keyring?: boolean;
  book?: FakeState;
  preferences?: Partial<Preferences>;
  readOnly?: boolean;
  /** Milliseconds before each answer. */
  latency?: number;
  /** It is time to ask where the sheet lies. */
  sheetDue?: boolean;
  /** The day to look through the plan has come. */
  reviewDue?: boolean;
  /** Ids of what may be seen when locked. */
  card?: string[];
  /** Copies, trash and what opening put right. */
  exchange?: FakeExchange;
  safety?: FakeSafety;
  /** Hand-overs, answers, and the books on this computer. */
  handover?: FakeHandover;
};
