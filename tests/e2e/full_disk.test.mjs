// A full disk on the screen: the last words go into the room that is kept, then the text stays in its field until there is room again.
// The book lies on a small disk of its own in a user namespace; where none can be mounted it is said that it was not tried.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { App } from './app.mjs';

const disk = process.env.HOLDEPUNKT_SMALL_DISK;
const faults = [];
let app;

after(async () => {
  await app?.crash();
});

/** Writes until nothing more fits. */
function fill(name) {
  const file = openSync(join(disk, name), 'w');
  for (const size of [1 << 16, 4096, 256]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 7));
    } catch (error) {
      assert.equal(error.code, 'ENOSPC');
    }
  }
  closeSync(file);
}

async function look(name) {
  for (const theme of ['light', 'dark']) {
    await app.driver.run('document.documentElement.dataset.theme = arguments[0]', theme);
    await new Promise((resolve) => setTimeout(resolve, 200));
    faults.push(...(await app.axe()).map((fault) => `${name} ${theme}: ${fault}`));
    await app.picture(`full-disk-${name}-${theme}`);
  }
}

async function write(text) {
  await app.focusEmptyLine('Sådan er jeg');
  await app.driver.write(text);
}

if (!disk) {
  test('the rest runs on a small disk of its own', { timeout: 300000 }, (context) => {
    const small = mkdtempSync(join(tmpdir(), 'holdepunkt-small-'));
    const environment = { ...process.env, HOLDEPUNKT_SMALL_DISK: small };
    delete environment.NODE_TEST_CONTEXT;
    const inside = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=12m tmpfs "$1" || exit 77; shift; exec "$@"', 'sh', small];
    const done = spawnSync(inside[0], [...inside.slice(1), process.execPath, '--test', '--test-reporter=spec', fileURLToPath(import.meta.url)], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    rmSync(small, { recursive: true, force: true });
    if (done.error || done.status === 77) return context.skip('no small disk can be mounted here');
    assert.equal(done.status, 0, done.stdout);
  });
} else {
  const start = async () => {
    // The bus knows another user than the one in here; without it the lock on the folder is what guards.
    app = await App.start({ folder: join(disk, 'book'), environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } });
  };

  test('the last words fit into the room that is kept, and it is said', async () => {
    await start();
    await app.press('Dansk');
    await app.press('Gå videre');
    await app.press('Nej, kun mig');
    await app.press('Lav bogen uden lås');
    await app.press('Begynd med noget godt');
    await app.writeLines('Sådan er jeg', ['Jeg synger']);
    fill('filler');
    await write('skrevet på en fuld disk');
    await app.saved();
    await app.sees('Computeren er fuld.');
    await app.press('Jeg har gjort plads');
    await app.sees('Der er ikke plads nok endnu');
    await look('reserve');
  });

  test('when nothing fits, the text stays in its field and it is said calmly', async () => {
    fill('more');
    await write('mine sidste ord');
    await app.sees('Der er ikke mere plads på computeren. Din tekst er her stadig.', 30000);
    assert.ok((await app.values()).includes('mine sidste ord'));
    await look('full');
  });

  test('with room again it is saved, and everything is there the next time', async () => {
    rmSync(join(disk, 'filler'));
    rmSync(join(disk, 'more'));
    await app.press('Prøv igen');
    await app.saved();
    await app.driver.until('the bar to be gone', async () => !(await app.text()).includes('ikke mere plads'));
    if ((await app.text()).includes('Jeg har gjort plads')) await app.press('Jeg har gjort plads');
    await app.driver.until('the banner to be gone', async () => !(await app.text()).includes('Computeren er fuld.'));
    await app.crash();
    await start();
    await app.driver.until('the lines', async () => (await app.values()).includes('mine sidste ord'));
    for (const line of ['Jeg synger', 'skrevet på en fuld disk']) assert.ok((await app.values()).includes(line), line);
    assert.deepEqual(faults, []);
  });
}
