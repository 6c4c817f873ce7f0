// The desk a person sits at while a window is tested: a folder for what is saved and opened, and all of it cleared away at the end.
// Not here: the window itself (`app.mjs`), the system's dialogs (`dialogs.mjs`).
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** `name`: what pictures and the folder are called after. `app`: the window that is open now, if one is. */
export function deskOf(name, app) {
  const folder = mkdtempSync(join(tmpdir(), `holdepunkt-${name}-`));
  after(async () => {
    await app()?.picture(`${name}-end`);
    await app()?.crash();
    app()?.forget();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    file: (called) => join(folder, called),
    /** The page as it is now passes axe-core and fits its window; there is a picture of it. */
    look: async (what) => assert.deepEqual(await app().faults(`${name}-${what}`), []),
  };
}
