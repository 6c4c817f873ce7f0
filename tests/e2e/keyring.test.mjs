// The computer's keyring in the real window, with a real Secret Service: none, one that is there, a locked one; one press, hiding, a passphrase
// instead; and that the keys are gone from the program's memory after locking. Pictures in both themes in tests/e2e/out, to be looked at.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, Keys, pause } from './app.mjs';

const folder = App.folder();
const root = new URL('../../', import.meta.url).pathname;
const faultsProgram = join(dirname(process.env.HOLDEPUNKT ?? join(root, 'target/debug/holdepunkt')), 'holdepunkt-faults');
const faults = [];
let app;
let words = [];

/** A picture in light and dark, and what axe-core finds. */
async function look(name) {
  // Where the page is long, the part that the test is about.
  await app.driver.run('document.querySelector("main #ring-refused")?.closest("section")?.scrollIntoView({ block: "center" })');
  faults.push(...(await app.look(`keyring-${name}`)));
}

const book = () => app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 30000);

/** The keyring of someone who has logged in to the desktop. */
function logIn() {
  // The daemon keeps what it was started with, so nothing of ours may be a pipe to it.
  const start = "printf 'en kode' | gnome-keyring-daemon --replace --unlock --components=secrets";
  spawnSync('sh', ['-c', start], { stdio: 'ignore', timeout: 10000 });
}

/** The keyring is shut, as when the desktop was entered without a code. */
function shutKeyring() {
  const service = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
  execFileSync('dbus-send', ['--session', '--print-reply', ...service, 'org.freedesktop.Secret.Service.Lock', 'array:objpath:/org/freedesktop/secrets/collection/login'], { timeout: 10000 });
}

/** How often keys of the book stand in the memory of the program; null where the system does not let us look. */
function keysInMemory() {
  const [process_] = execFileSync('pgrep', ['-f', `holdepunkt --data-dir ${folder}`], { encoding: 'utf8' }).trim().split('\n');
  const asked = spawnSync(faultsProgram, ['memory', folder, process_], { input: `${words.join(' ')}\n`, encoding: 'utf8', timeout: 30000 });
  return asked.status === 0 ? Number(asked.stdout) : null;
}

before(async () => {
  app = await App.start({ folder });
});
after(async () => {
  await app?.picture('keyring-end');
  await app?.crash();
  app?.forget();
  spawnSync('pkill', ['-f', 'gnome-keyring-daemon --replace']);
});

test('a computer without a keyring is told so, and the other ways are there', async () => {
  await app.press('Dansk');
  await app.press('Gå videre');
  await app.press('Nej, kun mig');
  await look('offered');
  await app.press('Lav bogen, og husk nøglen');
  await app.sees('Computeren har ingen nøglering', 10000);
  await look('none');
  await app.sees('Lav bogen uden lås');
  await app.press('Tilbage');
});

test('with one, the book is made with a sheet and no passphrase', async () => {
  logIn();
  await app.press('Gå videre');
  await app.press('Lav bogen, og husk nøglen');
  await app.sees('Dine tolv ord', 30000);
  await app.sees('hvis du skifter computer');
  words = await app.driver.run('return [...document.querySelectorAll("main ol b")].map((e) => e.innerText)');
  assert.equal(words.length, 12);
  await look('words');
  await app.press('Jeg har skrevet dem ned');
  await app.press('Senere');
  await app.press('Begynd med noget godt');
  await app.writeLines('Sådan er jeg', ['Jeg synger i køkkenet']);
});

test('locked, it says who can open it; no key is left in memory; one press opens it', async (t) => {
  const open = keysInMemory();
  await app.press('Lås');
  await app.sees('Ét tryk åbner bogen');
  await app.sees('Det gælder alle, der sidder ved computeren');
  await look('locked');
  const left = keysInMemory();
  if (open === null) t.diagnostic('the memory may not be read here');
  else {
    assert.ok(open > 0, 'the search must be able to find them while the book is open');
    assert.equal(left, 0, 'keys of the book in memory after locking');
  }
  await app.press('Lås op');
  await book();
  await app.driver.until('the line', async () => (await app.values()).includes('Jeg synger i køkkenet'));
});

test('hidden is blank and locked, and the note says that one press opens it', async () => {
  for (let times = 0; times < 3; times += 1) await app.driver.chord(Keys.shift);
  await app.driver.until('blank paper', async () => (await app.text()).trim() === '');
  await pause(1500);
  await app.press('Vis bogen igen');
  await app.sees('ét tryk åbner bogen igen');
  await look('hidden-told');
  await app.press('Det er fint');
  await app.press('Lås op');
  await book();
});

test('after a new start one press opens it too', async () => {
  await app.crash();
  // So that the one on its way out is not asked to show its window.
  await pause(1500);
  app = await App.start({ folder });
  await app.sees('Ét tryk åbner bogen');
  await app.press('Lås op');
  await book();
});

test('a locked keyring is told at once and the words open the book', async () => {
  await app.press('Lås');
  await app.sees('Ét tryk åbner bogen');
  shutKeyring();
  await app.press('Lås op');
  await app.sees('Computerens nøglering er låst lige nu', 8000);
  await look('keyring-locked');
  await app.type('main textarea', words.join(' '));
  await app.press('Lås op');
  await book();
});

test('a passphrase takes its place when one would rather', async () => {
  logIn();
  await app.press('Indstillinger');
  await app.press('Låsen og de tolv ord');
  await app.sees('Computeren husker nøglen til din bog');
  await look('settings-only');
  await app.press('Lav en adgangssætning', 'main');
  await app.type('main input', 'skov og kande og bro');
  await look('passphrase');
  await app.press('Lav en adgangssætning', 'main form');
  await app.sees('Din bog har nu en adgangssætning', 30000);
  await app.press('Indstillinger');
  await app.press('Låsen og de tolv ord');
  await app.press('Åbn kun med adgangssætningen');
  await app.sees('Computeren har glemt nøglen');
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await app.type('main input', 'skov og kande og bro');
  await app.press('Lås op');
  await book();
});

test('and the computer may remember again, for one who knows the passphrase', async () => {
  await app.press('Indstillinger');
  await app.press('Låsen og de tolv ord');
  await app.press('Lad computeren huske nøglen');
  await app.type('main form input[type=password]', 'skov og kande og bro');
  await look('turning-on');
  await app.press('Lad computeren huske nøglen', 'main form:has(input[type=password])');
  await app.sees('Computeren husker nøglen nu', 30000);
  await look('settings-both');
  await app.press('Lås');
  await app.press('Lås op');
  await book();
});

test('in English too', async () => {
  await app.press('Indstillinger');
  await app.press('English');
  await app.press('The lock and the twelve words');
  await app.sees('The computer remembers the key to your book');
  await app.press('Lock');
  await app.sees('One press opens the book');
  await look('locked-en');
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
