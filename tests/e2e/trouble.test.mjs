// What goes wrong around the book is said in words, and nothing of it is touched.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { App } from './app.mjs';

const apps = [];
async function start(folder) {
  const app = await App.start({ folder });
  apps.push(app);
  return app;
}
afterEach(async () => {
  for (const app of apps.splice(0)) await app.crash();
});

const place = () => mkdtempSync(join(tmpdir(), 'holdepunkt-e2e-'));

async function openBook(app) {
  await app.press('Dansk');
  await app.press('Gå videre');
  await app.press('Nej, kun mig');
  await app.press('Lav bogen uden lås');
  await app.press('Begynd med noget godt');
  await app.sees('Bogen begynder med dig');
}

test('a stick that is not in the computer is said, and no folder is made in its place', async () => {
  const missing = join(place(), 'stick', 'book');
  const app = await start(missing);
  await app.sees('mappe');
  assert.equal(existsSync(join(missing, '..')), false);
});

test('a database of another program is left alone and said in words', async () => {
  const folder = join(place(), 'book');
  mkdirSync(folder);
  const bytes = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096, 7)]);
  writeFileSync(join(folder, 'book.db'), bytes);
  const app = await start(folder);
  await app.sees('Det er svært lige nu');
  assert.equal(await app.driver.run('return document.querySelector("nav#contents") === null'), true);
  assert.deepEqual(readFileSync(join(folder, 'book.db')), bytes);
});

test('a second window on the same book is told so, and gets in when the first is closed', async () => {
  const folder = join(place(), 'book');
  const first = await start(folder);
  await openBook(first);
  await first.writeLines('Sådan er jeg', ['Kun ét sted ad gangen']);
  const one = Number(execFileSync('pgrep', ['-of', folder], { encoding: 'utf8' }));
  // The session bus would only show the first window again; without it the lock on the folder is what guards.
  const second = await App.start({ folder, environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } });
  apps.push(second);
  await second.sees('Prøv igen');
  assert.equal(await second.driver.run('return document.querySelector("nav#contents") === null'), true);
  await first.driver.quit();
  // Without its driver it may go on as if nothing had been asked: then it is ended.
  try {
    process.kill(one, 'SIGKILL');
  } catch {
    // It has gone already.
  }
  // On a busy computer the first may still be on its way out: then one presses again.
  await second.driver.until('the book', async () => {
    await second.pressIfThere('Prøv igen');
    return second.driver.run('return document.querySelector("nav#contents") !== null');
  });
  await second.driver.until('the line of the first', async () => (await second.values()).includes('Kun ét sted ad gangen'));
});

test('the folder of the book is for its owner alone and holds nothing of the webview', async () => {
  const folder = join(place(), 'book');
  const app = await start(folder);
  await openBook(app);
  await app.writeLines('Sådan er jeg', ['Kanariefugl i huset']);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const files = readdirSync(folder).sort();
  const known = ['book.db', 'book.db-wal', 'book.keys', 'book.keys.bak', 'book.lock', 'preferences.json', 'window.json', 'journal', 'journal.old', 'reserve', 'backups'];
  assert.deepEqual(files.filter((file) => !known.includes(file)), []);
  for (const file of files.filter((name) => statSync(join(folder, name)).isFile())) {
    assert.equal(readFileSync(join(folder, file)).includes('Kanariefugl'), false, `${file} does not hold the text in plain`);
    assert.equal(statSync(join(folder, file)).mode & 0o077, 0, `${file} is for its owner alone`);
  }
});

test('a closed window is remembered for its owner alone, and nothing is left outside the folder', async () => {
  const folder = join(place(), 'book');
  const app = await start(folder);
  await openBook(app);
  await app.closeWindow();
  assert.equal(statSync(join(folder, 'window.json')).mode & 0o777, 0o600);
  for (const home of [process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share')]) {
    const left = existsSync(home) ? readdirSync(home).filter((name) => name.includes('holdepunkt')) : [];
    assert.deepEqual(left, [], `${home}: a book on a stick leaves nothing behind`);
  }
});

test('a saved print is not told to the list of recent files', async () => {
  const folder = join(place(), 'book');
  const app = await start(folder);
  await openBook(app);
  await app.open('Min kriseplan');
  await app.open('Mig, når jeg har det godt');
  await app.beginGently();
  await app.writeLines('Godt at vide, når man ikke kender mig', ['Jeg ler højt']);
  await app.open('Min kriseplan på papir');
  await app.driver.until('the pages', () => app.driver.run('return document.querySelectorAll("main img").length > 0'), 60000);
  const paper = join(place(), 'hemmelig.pdf');
  await app.press('Gem som PDF');
  await app.saveDialog(paper);
  await app.sees('Gemt her', 30000);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const recent = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'recently-used.xbel');
  assert.equal(existsSync(recent) && readFileSync(recent, 'utf8').includes('hemmelig.pdf'), false);
});
