// Two books on one computer, e.g. one's own and one for work: made, switched to, and back. Nothing of one is ever in the other.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { App, pause } from './app.mjs';

const execute = promisify(execFile);

async function firstRun(app) {
  await app.press('Dansk');
  await app.press('Gå videre');
  await app.press('Nej, kun mig');
  await app.press('Lav bogen uden lås');
  await app.press('Begynd med noget godt');
}

/** The program that runs with exactly this data folder, by its number. */
async function runs(folder) {
  const { stdout } = await execute('pgrep', ['-f', '--', `--data-dir ${folder}$`]).catch(() => ({ stdout: '' }));
  return stdout.trim().split('\n').filter(Boolean);
}

/** Switches, waits for the other book's window and closes that one again, so that it can be opened under the eyes of the test. */
async function switchTo(app, from, to) {
  await app.press('Skift til denne bog', 'main');
  await app.driver.until('the other book', async () => (await runs(to)).length > 0, 60000);
  await app.driver.until('the first to end', async () => (await runs(from)).length === 0, 60000);
  await app.driver.quit();
  await pause(1500);
  // The one that was started, and not one that is over already.
  for (const one of await runs(to)) await execute('kill', [one]).catch(() => {});
  for (let looks = 0; looks < 100 && (await runs(to)).length > 0; looks += 1) await pause(100);
  // Asked while it was still beginning it may not have heard; left behind it would hold the whole run.
  for (const one of await runs(to)) await execute('kill', ['-KILL', one]).catch(() => {});
}

const opened = async (folder) => {
  const app = await App.start({ folder });
  return app;
};

test('a second book is made, switched to and left again, and nothing of one is in the other', async () => {
  const first = App.folder();
  let app = await App.start({ folder: first });
  try {
    await firstRun(app);
    await app.open('Tidlige tegn');
    await app.writeLines('Det kan jeg mærke', ['første-bog-kanarie']);
    await app.press('Indstillinger');
    await app.press('Flere bøger på denne computer');
    await app.press('Ny bog', 'main');
    await app.type('main section form input', 'Arbejde');
    await app.press('Lav plads til bogen', 'main');
    await app.sees('Arbejde');
    await app.driver.run('window.scrollTo(0, 0); return true');
    await app.picture('shelf-two');
    assert.deepEqual(await app.axe(), []);
    const [name] = readdirSync(join(first, 'books'));
    const second = join(first, 'books', name);
    await switchTo(app, first, second);

    app = await opened(second);
    await app.picture('shelf-second');
    await firstRun(app);
    await app.open('Tidlige tegn');
    const seen = await app.text();
    const fields = await app.values();
    assert.ok(!seen.includes('første-bog-kanarie') && !fields.includes('første-bog-kanarie'), 'the second book is empty');
    await app.writeLines('Det kan jeg mærke', ['anden-bog-kanarie']);
    await app.press('Indstillinger');
    await app.press('Flere bøger på denne computer');
    await app.sees('Den er åben nu');
    assert.deepEqual(await app.axe(), []);
    await switchTo(app, second, first);

    app = await opened(first);
    await app.open('Tidlige tegn');
    const back = await app.values();
    assert.ok(back.includes('første-bog-kanarie') && !back.includes('anden-bog-kanarie'), 'the first book is as it was left');
    for (const file of ['book.db', 'book.keys', 'book.lock', 'journal']) {
      assert.ok(existsSync(join(first, file)) && existsSync(join(second, file)), `${file} stands in both`);
    }
    const keys = [first, second].map((folder) => readFileSync(join(folder, 'book.keys'), 'utf8'));
    assert.notEqual(keys[0], keys[1], 'and each has a key of its own');
  } finally {
    await app.picture('shelf-end').catch(() => {});
    // Both books' programs: the second lies in the folder of the first.
    await execute('pkill', ['-KILL', '-f', first]).catch(() => {});
    await app.driver.quit();
    app.forget();
  }
});
