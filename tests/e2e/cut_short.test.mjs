// Writing together cut short in the middle of a word: the program is killed while a guest writes in somebody else's book, and in a visit on
// one screen it is locked and killed while the guest has the pen. What was said to be saved is there, it goes on, and nothing is there twice.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { App } from './app.mjs';
import { beginBook, give, openHandovers } from './together.mjs';

const SECRET = 'fem rolige køer på en eng';
const desk = mkdtempSync(join(tmpdir(), 'holdepunkt-cut-'));
const at = (name) => join(desk, name);
after(() => rmSync(desk, { recursive: true, force: true }));

/** Books of others that lie in the folder for what is temporary. */
const leftOver = () =>
  readdirSync(tmpdir())
    .filter((name) => /^holdepunkt-[0-9a-f]{8}-/.test(name))
    .filter((name) => readdirSync(join(tmpdir(), name)).includes('book.db'));

const begin = (app, button) => app.press(button, 'main');

/** Writes where the caret stands. */
async function write(app, text) {
  await app.driver.until('somewhere to write', () => app.driver.run('return document.activeElement.matches("textarea")'));
  await app.driver.write(text);
}

async function suggest(app, text) {
  await begin(app, 'Foreslå en linje');
  await write(app, text);
  await app.driver.until(`“${text}” in its field`, async () => (await app.values()).includes(text));
  await app.saved();
}

/** From the first page into the book of the file. */
async function enter(app, words) {
  if ((await app.text()).includes('Vælg sprog')) await app.press('Dansk');
  await app.press('Åbn noget, du har fået');
  await app.press('Vælg filen');
  await app.openDialog(at('ud.holdepunkt'));
  await app.type('main textarea', words);
  await app.press('Lås op');
  await app.sees('Du skriver som Karen', 60000);
  await app.press('Åbn bogen', 'main');
  await app.sees('Det er ikke din bog', 60000);
  await app.open('Tidlige tegn');
}

async function take(app, name, told) {
  await openHandovers(app);
  await app.press('Hent et svar');
  await app.openDialog(at(name));
  await app.sees(told, 60000);
}

test('the program is killed while a guest writes: their words come back, and the answer holds each of them once', async () => {
  const citizen = await App.start();
  const folder = App.folder();
  let worker = null;
  try {
    await beginBook(citizen);
    const words = await give(citizen, at('ud.holdepunkt'));
    worker = await App.start({ folder });
    await enter(worker, words);
    await suggest(worker, 'Går op og ned');
    await suggest(worker, 'Taler hurtigt');
    await worker.sees('2 forslag');
    await worker.driver.write(' og m');
    await worker.crash();

    worker = await App.start({ folder });
    await worker.sees('Vælg sprog');
    await worker.driver.until('what the crash left to be swept away', () => leftOver().length === 0);
    await enter(worker, words);
    await worker.sees('Det, du skrev sidst, er her igen');
    await worker.sees('2 forslag');
    await worker.picture('cut-short-resumed');
    const back = await worker.values();
    assert.equal(back.filter((value) => value === 'Går op og ned').length, 1);
    assert.equal(back.filter((value) => value.startsWith('Taler hurtigt')).length, 1, back.join(' | '));
    await worker.press('Gem svaret');
    await worker.saveDialog(at('svar.holdepunkt'));
    await worker.sees('Svaret er gemt her', 60000);
    await take(citizen, 'svar.holdepunkt', 'Karen har skrevet 2 forslag.');

    // Killed once more, after the answer is saved: what it held is told again and comes in no second time.
    await suggest(worker, 'Spiser ikke');
    await worker.crash();
    worker = await App.start({ folder });
    await enter(worker, words);
    await worker.sees('3 forslag');
    await worker.press('Gem svaret');
    await worker.saveDialog(at('svar2.holdepunkt'));
    await worker.sees('Svaret er gemt her', 60000);
    await take(citizen, 'svar2.holdepunkt', 'Karen har skrevet ét forslag.');
    await citizen.open('Forslag');
    await citizen.sees('Spiser ikke');
    assert.equal(await citizen.driver.run('return document.querySelectorAll("[data-proposal]").length'), 3);
    await worker.press('Færdig');
    await worker.press('Slet bogen her');
    await worker.sees('Bogen er slettet her');
    assert.equal(leftOver().length, 0);
  } finally {
    await worker?.picture('cut-short-guest').catch(() => {});
    await worker?.crash();
    await citizen.crash();
    citizen.forget();
    worker?.forget();
  }
});

test('a visit is locked and then killed while the guest has the pen: it goes on with the same pen, and each word is there once', async () => {
  const folder = App.folder();
  let app = await App.start({ folder });
  const proposed = async () => (await app.invoke('inbox', { most: 100 })).gave.proposals.map((proposal) => proposal.proposed.text);
  const unlock = async () => {
    await app.sees('Din bog er låst', 60000);
    await app.type('main input[type=password]', SECRET);
    await app.press('Lås op');
    await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 60000);
  };
  try {
    assert.ok((await app.invoke('create_book', { lock: { kind: 'passphrase', passphrase: SECRET } })).gave);
    await app.invoke('lock');
    await app.driver.run('location.reload()');
    await unlock();
    await app.press('Besøg', 'nav#contents');
    await app.press('Begynd et besøg');
    await app.type('main input[type=text]', 'Karen');
    await app.press('Tidlige tegn', 'main');
    await app.driver.run('window.before = true; return true');
    await app.press('Begynd besøget');
    await app.driver.until('the page to be loaded anew', () => app.driver.run('return window.before === undefined'), 30000);
    await app.press('Karen skriver');
    await app.sees('Karen har pennen');
    await app.open('Tidlige tegn');

    await begin(app, 'Foreslå en linje');
    await write(app, 'Går op og');
    await app.press('Lås');
    await unlock();
    await app.sees('Karen har pennen');
    assert.deepEqual(await proposed(), ['Går op og'], 'the lock waits for the last word');
    assert.ok((await app.values()).includes('Går op og'));

    await suggest(app, 'Taler hurtigt');
    await app.driver.write(' og m');
    await app.crash();
    app = await App.start({ folder });
    await unlock();
    await app.sees('Karen har pennen');
    const kept = await proposed();
    assert.equal(kept.length, 2, kept.join(' | '));
    assert.ok(kept.includes('Går op og') && kept.some((text) => text.startsWith('Taler hurtigt')));
    await app.picture('cut-short-visit');
    await suggest(app, 'Spiser ikke');
    assert.equal((await proposed()).length, 3, 'it goes on');
    await app.press('Jeg skriver');
    await app.sees('Du har pennen');
    await app.press('Ja, tag det med');
    await app.driver.until('an answer', async () => (await proposed()).length === 2);
  } finally {
    await app.picture('cut-short-end').catch(() => {});
    await app.crash();
    app.forget();
  }
});
