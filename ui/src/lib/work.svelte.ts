// Work that is done one piece at a time: whether it goes on, and what was said when it could not be done.
// Not here: what is typed, which waits its turn instead (`save`).
import { asFailure } from './ipc/host';
import type { Failure } from './ipc/types';

export abstract class Work {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Null when something else goes on, or when it could not be done: then `refused` is told why. */
  protected async work<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.busy) return null;
    this.busy = true;
    this.failure = null;
    try {
      return await work();
    } catch (thrown) {
      this.refused(asFailure(thrown));
      return null;
    } finally {
      this.busy = false;
    }
  }

  protected refused(failure: Failure): void {
    this.failure = failure;
  }
}
