// *Sikkerhed og kopier* in the real window: copies, going back with a preview and undo, erasing for good, a safe copy, another key, the
// forgotten passphrase. Pictures of every page in both themes and both languages in tests/e2e/out, to be looked at.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, pause } from './app.mjs';

const folder = App.folder();
const stick = join(mkdtempSync(join(tmpdir(), 'holdepunkt-e2e-')), 'STIK');
const faults = [];
let app;
let passphrase = 'hav og kaffe og bro';
let words = [];

/** A picture in light and dark, and what axe-core finds. */
async function look(name) {
  faults.push(...(await app.look(`safety-${name}`)));
  const small = await app.driver.run(
    `return [...document.querySelectorAll('main button')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map((e) => e.innerText)`,
  );
  if (small.length > 0) faults.push(`${name}: small targets: ${small}`);
}

const heading = (words) => app.driver.until(`the page ${words}`, () => app.driver.run('return document.querySelector("main h1")?.innerText.includes(arguments[0])', words));

async function door(words) {
  if (!(await app.driver.run('return document.querySelector("main h1")?.innerText')).includes('Sikkerhed og kopier')) {
    await app.press('Indstillinger', 'header');
    await heading('Indstillinger');
    // What the computer says of its keyring comes a moment later and moves what is below it.
    await pause(500);
    await app.press('Sikkerhed og kopier');
    await heading('Sikkerhed og kopier');
  }
  if (words) {
    await app.press(words, 'main');
    await pause(200);
  }
}

async function unlock(secret) {
  await app.sees('Din bog er låst', 30000);
  await app.type('main input, main textarea', secret);
  await app.press('Lås op');
  await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 30000);
}

async function remove(line) {
  await app.focusLine(line);
  await app.press('Mere', 'main');
  await app.press('Fjern', 'main');
}

const copies = () => readdirSync(join(folder, 'backups')).filter((name) => !name.startsWith('unfinished'));

before(async () => {
  mkdirSync(stick);
  app = await App.start({ folder });
  await app.press('Dansk');
  await look('da-welcome');
  await app.press('Gå videre');
  await app.press('Ja, eller jeg er ikke sikker');
  await app.type('main input[type=password]', passphrase);
  await app.press('Lav bogen med lås');
  await app.sees('Dine tolv ord', 30000);
  words = await app.driver.run('return [...document.querySelectorAll("main ol b")].map((e) => e.innerText)');
  await app.press('Jeg har skrevet dem ned');
  await app.press('Senere');
  await app.press('Begynd med noget godt');
  await app.writeLines('Sådan er jeg', ['Jeg synger i køkkenet', 'Jeg går tur om søen', 'kanariefugl']);
});
after(async () => {
  await app?.picture('safety-end');
  await app?.crash();
  app?.forget();
});

test('a copy is made now, and its age stands on the page', async () => {
  await door();
  await app.sees('Der er ingen kopi endnu');
  await app.sees('Du har ikke lavet en sikker kopi endnu');
  await look('da-hub-empty');
  await door('Kopier af bogen');
  await app.press('Lav en kopi nu');
  await app.sees('Kopien er lavet og tjekket', 30000);
  await app.sees('i dag kl.');
  assert.equal(copies().length, 1);
  await look('da-backups');
});

test('going back is shown exactly, done as one step, and undone', async () => {
  await app.open('Når jeg har det godt');
  await app.focusLine('Jeg går tur om søen');
  await app.driver.write(' hver dag');
  await app.saved();
  await app.writeLines('Sådan er jeg', ['Jeg maler']);
  await door('Kopier af bogen');
  await app.press('Se forskellen');
  await heading('Bogen, som den var');
  const text = (await app.text()).replace(/\s+/g, ' ');
  for (const part of ['Tages ud af bogen', 'Jeg maler', 'Bliver, som det var', 'Dengang: Jeg går tur om søen', 'Nu: Jeg går tur om søen hver dag'])
    assert.ok(text.includes(part), `${part} in ${text}`);
  assert.ok(!text.includes('Jeg synger i køkkenet'), 'what stays is not in the way');
  await look('da-restore');
  await app.press('Gå tilbage til den');
  await app.sees('Bogen er nu, som den var', 30000);
  assert.deepEqual((await app.values()).filter(Boolean).slice(0, 3), ['Jeg synger i køkkenet', 'Jeg går tur om søen', 'kanariefugl']);
  await look('da-restored');
  const seen = await app.driver.run('return scrollY');
  await app.press('Fortryd', '.note');
  await app.driver.until('the lines of before', async () => (await app.values()).includes('Jeg maler'));
  await pause(300);
  assert.equal(await app.driver.run('return scrollY'), seen, 'the page stays where it was when the note goes');
  assert.ok((await app.values()).includes('Jeg går tur om søen hver dag'));
});

test('a line is brought back, and one is erased for good: not in history, and the copies that held it are gone', async () => {
  await remove('kanariefugl');
  await app.driver.until('the line to be gone', async () => !(await app.values()).includes('kanariefugl'));
  await door('Det, du har fjernet');
  await app.sees('kanariefugl');
  await look('da-trash');
  await app.press('Hent tilbage: kanariefugl');
  await app.sees('Det er tilbage på sin plads');
  await app.open('Når jeg har det godt');
  await app.driver.until('the line', async () => (await app.values()).includes('kanariefugl'));
  await remove('kanariefugl');
  await door('Det, du har fjernet');
  const before = copies();
  await app.press('Slet for altid: kanariefugl');
  await app.sees('Vi kan ikke nå kopier på stik');
  await look('da-erase');
  await app.press('Ja, slet det for altid');
  await app.sees('Det er slettet for altid', 60000);
  await look('da-erased');
  const now = copies();
  assert.ok(now.length === 1 && !before.includes(now[0]), `${before} → ${now}`);
  await app.open('Når jeg har det godt');
  const chapter = await app.driver.runAsync(
    'const done = arguments[arguments.length - 1]; window.__TAURI_INTERNALS__.invoke("history_of_chapter", { id: "well" }).then((h) => done(JSON.stringify(h)), (e) => done(String(e)));',
  );
  assert.ok(chapter.includes('slettet for altid') && !chapter.includes('kanariefugl'), chapter);
});

test('a safe copy goes to a folder that is pointed at, and is gone back to from there', async () => {
  await door('Sikker kopi');
  await look('da-safe-copy');
  await app.press('Vælg et stik eller en mappe');
  await app.folderDialog(stick);
  await app.sees('Den sikre kopi er lavet og tjekket', 60000);
  const made = readdirSync(stick);
  assert.equal(made.length, 1);
  assert.ok(made[0].startsWith('holdepunkt-') && existsSync(join(stick, made[0], 'book.db')));
  await look('da-safe-copied');
  await app.open('Når jeg har det godt');
  await app.writeLines('Sådan er jeg', ['skrevet efter kopien']);
  await door('Kopier af bogen');
  await app.press('Gå til en anden kopi');
  await app.folderDialog(stick);
  await heading('Bogen, som den var');
  await app.sees('skrevet efter kopien');
  await app.press('Nej, behold bogen');
  await heading('Kopier af bogen');
});

test('another key: the old passphrase and the old words open nothing, the new sheet does', async () => {
  const old = words;
  await door('Nogen kender måske min adgangssætning');
  await look('da-rekey');
  const [present, fresh] = await app.driver.all('main input[type=password]');
  await app.driver.type(present, passphrase);
  await app.driver.type(fresh, 'skov og kande og sten');
  await app.press('Giv bogen en ny nøgle');
  await app.sees('Dine tolv ord', 60000);
  await look('da-new-sheet');
  words = await app.driver.run('return [...document.querySelectorAll("main ol b")].map((e) => e.innerText)');
  assert.equal(words.length, 12);
  assert.notDeepEqual(words, old);
  await app.press('Jeg har skrevet dem ned');
  await app.press('Senere');
  await app.sees('Bogen har en ny nøgle');
  await look('da-rekeyed');
  assert.equal(copies().length, 1, 'the copies under the old key are gone');
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await app.type('main input', passphrase);
  await app.press('Lås op');
  await app.sees('passer ikke til din bog', 30000);
  await app.press('Brug de tolv ord');
  await app.type('main textarea', old.join(' '));
  await app.press('Lås op');
  await app.sees('Ordene passer ikke', 30000);
  await unlock(words.join(' '));
  await app.sees('Du kom ind med de tolv ord');
  await app.driver.until('the lines', async () => (await app.values()).includes('skrevet efter kopien'));
  await app.press('Ikke nu');
});

test('a copy from before the new key asks for what opened it then', async () => {
  await door('Kopier af bogen');
  await app.press('Gå til en anden kopi');
  await app.folderDialog(stick);
  await heading('Kopien har en anden lås');
  await look('da-elsewhere-secret');
  await app.type('main input', passphrase);
  await app.press('Åbn kopien');
  await heading('Bogen, som den var');
  await app.press('Nej, behold bogen');
});

test('locked out: the ways in stand in their order, and a safe copy becomes the book', async () => {
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await app.press('Jeg kan ikke komme ind');
  const order = await app.driver.run('return [...document.querySelectorAll("main h2")].map((e) => e.innerText)');
  assert.deepEqual(order, ['Arket med de tolv ord', 'En kuvert hos en, du stoler på', 'Det, du har på papir eller har delt', 'En sikker kopi', 'En ny bog']);
  await look('da-ways-in');
  await app.press('Find en sikker kopi');
  await heading('En sikker kopi');
  await look('da-from-copy');
  await app.press('Find en sikker kopi');
  await app.folderDialog(stick);
  await heading('En kopi fra');
  await look('da-from-copy-found');
  await app.type('main input', passphrase);
  await app.press('Brug kopien');
  await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 60000);
  await app.open('Når jeg har det godt');
  await app.driver.until('the lines of the copy', async () => (await app.values()).includes('Jeg maler'));
  assert.ok(!(await app.values()).includes('skrevet efter kopien'));
  assert.equal(readdirSync(folder).filter((name) => name.startsWith('locked-')).length, 1, 'the locked book is kept');
});

test('a damaged book is put together again, and one plain banner says so', async () => {
  await app.writeLines('Sådan er jeg', ['sidste ord']);
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await pause(500);
  truncateSync(join(folder, 'book.db'), 20000);
  await unlock(passphrase);
  await app.sees('Noget i filen med din bog var gået i stykker', 30000);
  await app.sees('Alt, hvad du har gemt, er med');
  await look('da-told');
  assert.ok((await app.values()).includes('sidste ord'));
  await app.press('Det er fint', 'main aside');
  await app.driver.until('the banner to be gone', async () => !(await app.text()).includes('var gået i stykker'));
});

test('the same pages in English', async () => {
  await app.press('Indstillinger', 'header');
  await app.press('English');
  await app.press('Safety and copies');
  await heading('Safety and copies');
  await look('en-hub');
  for (const [name, words, title] of [
    ['safe-copy', 'Safe copy', 'Safe copy'],
    ['backups', 'Copies of the book', 'Copies of the book'],
    ['trash', 'What you have removed', 'What you have removed'],
    ['rekey', 'Someone may know my passphrase', 'Someone may know my passphrase'],
  ]) {
    await app.press(words, 'main');
    await heading(title);
    await look(`en-${name}`);
    await app.press('Safety and copies', 'main');
    await heading('Safety and copies');
  }
  await app.press('Copies of the book', 'main');
  await app.press('See the difference');
  await heading('The book as it was');
  await look('en-restore');
});

test('a narrow window at double size still reads in one column', async () => {
  await app.driver.setSize(360, 760);
  await app.driver.run('document.documentElement.style.fontSize = "200%"; return true');
  await look('narrow-restore');
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
