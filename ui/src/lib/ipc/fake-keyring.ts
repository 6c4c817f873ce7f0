// The computer's keyring beside the book in memory. Not here: anything the released app uses.
import { failure } from './fake-book';
import type { Failure, WaysIn } from './types';

export class FakeKeyring {
  /** The keyring is one of the ways into the book. */
  used: boolean;
  /** What the next asking is refused with. */
  refuses: Failure | null = null;

  constructor(used: boolean) {
    this.used = used;
  }

  /** Absent, locked or emptied: from now on it is told so. */
  break(): void {
    this.refuses = failure(
      'keyring',
      'Computerens nøglering svarer ikke. Bogen er i god behold.',
      'Brug adgangssætningen eller de tolv ord i stedet.',
    );
  }

  ask(): void {
    if (this.refuses) throw this.refuses;
  }

  ways(passphrase: string | null): WaysIn {
    return { passphrase: passphrase !== null, keyring: this.used };
  }
}
