// The lock in the real window: a suggested passphrase, two words read from the sheet, what may be seen, idle, sleep,
// hiding, the ways in. Pictures in both themes in tests/e2e/out, to be looked at.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, Keys, pause } from './app.mjs';

const folder = App.folder();
const faults = [];
let app;
let words = [];
let passphrase = '';

const card = join(folder, 'card.json');
const fields = () => app.driver.run('return [...document.querySelectorAll("main input")].filter((e) => e.type === "password" || e.type === "text").map((e) => e.value)');

/** A picture in light and dark, and what axe-core finds. */
async function look(name) {
  faults.push(...(await app.look(`lock-${name}`)));
}

async function unlock(secret) {
  await app.sees('Din bog er låst', 30000);
  await app.type('main input, main textarea', secret);
  await app.press('Lås op');
  await app.driver.until('the book', () => app.driver.run('return document.querySelector("nav#contents") !== null'), 30000);
}

/** The window's clock, minutes ahead: as if nobody had touched it. */
const later = (minutes) => app.driver.run('const now = Date.now.bind(Date), ahead = arguments[0] * 60000; Date.now = () => now() + ahead;', minutes);

before(async () => {
  app = await App.start({ folder });
});
after(async () => {
  await app?.picture('lock-end');
  await app?.crash();
  app?.forget();
});

test('five words are suggested, and two words of the sheet are read back', async () => {
  await app.press('Dansk');
  await app.press('Gå videre');
  await app.press('Ja, eller jeg er ikke sikker');
  await app.press('Foreslå en adgangssætning');
  await app.press('Foreslå en anden');
  await pause(300);
  [passphrase] = await fields();
  assert.equal(passphrase.split(' ').length, 5);
  await look('suggested');
  await app.press('Lav bogen med lås');
  await app.sees('Dine tolv ord', 30000);
  words = await app.driver.run('return [...document.querySelectorAll("main ol b")].map((e) => e.innerText)');
  assert.equal(words.length, 12);
  await app.press('Jeg har skrevet dem ned');
  await app.sees('Skriv ord nummer 4');
  assert.ok(!(await app.text()).includes(words[0]), 'the words are not beside the question');
  const [fourth, ninth] = await app.driver.all('main input');
  await app.driver.type(fourth, words[3]);
  await app.driver.type(ninth, words[0]);
  await app.press('Se efter');
  await app.sees('Ord nummer 9 passer ikke');
  await look('two-words');
  await app.type('main input:nth-of-type(1)', words[3]);
  const [, again] = await app.driver.all('main input');
  await app.driver.clear(again);
  await app.driver.type(again, words[8].slice(0, 4));
  await app.press('Se efter');
  await app.sees('Begge ord passer');
  await app.press('Gå videre');
  await app.press('Begynd med noget godt');
  await app.writeLines('Sådan er jeg', ['Jeg synger i køkkenet']);
});

test('only the lines that were chosen are seen without unlocking', async () => {
  await app.open('Min værktøjskasse');
  await app.writeLines('Det hjælper mig', ['En tur rundt om søen', 'Ikke valgt']);
  await app.press('Indstillinger');
  await app.press('Låsen og de tolv ord');
  await app.press('Det må ses, når bogen er låst');
  await app.sees('Ikke andet end hjælpelinjerne');
  assert.ok(!existsSync(card), 'nothing is chosen');
  await app.press('En tur rundt om søen');
  await app.driver.until('the card', () => existsSync(card));
  assert.equal(statSync(card).mode & 0o777, 0o600);
  const kept = JSON.parse(readFileSync(card, 'utf8'));
  assert.deepEqual([kept.signs, kept.people, kept.tools.map((line) => line.text)], [[], [], ['En tur rundt om søen']]);
  await look('may-be-seen');
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await app.press('Det er svært lige nu');
  await app.sees('En tur rundt om søen');
  assert.ok(!(await app.text()).includes('Ikke valgt'));
  await look('help-locked');
  await app.press('Tilbage');
  await unlock(passphrase);
});

test('locking leaves nothing of the book in the page', async () => {
  await app.driver.run('window.left = "Jeg synger i køkkenet"');
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await app.driver.until('a fresh page', () => app.driver.run('return window.left === undefined && document.querySelector("main h1") !== null'));
  assert.ok(!(await app.driver.run('return document.documentElement.outerHTML')).includes('synger'));
  await look('locked');
  await unlock(passphrase);
});

test('a book nobody touches locks itself, and the help page stays half an hour', async () => {
  await later(6);
  await app.sees('Din bog er låst', 20000);
  await unlock(passphrase);
  await app.press('Det er svært lige nu');
  await app.press('Alt på én side');
  await app.sees('En tur rundt om søen');
  await later(20);
  await pause(6000);
  await app.sees('En tur rundt om søen');
  await later(20);
  await app.driver.until('the key to be gone', async () => !readdirSync(folder).includes('book.db-wal'), 20000);
  await app.sees('En tur rundt om søen');
  await app.press('Et skridt tilbage');
  await app.press('Tilbage');
  await unlock(passphrase);
});

test('the screen of the computer is locked: so is the book, with the last words in it', async () => {
  await app.open('Når jeg har det godt');
  await app.focusEmptyLine('Sådan er jeg');
  const focused = await app.driver.run('return document.activeElement');
  await app.driver.type(Object.values(focused)[0], 'skrevet i sidste øjeblik');
  execFileSync('dbus-send', ['--session', '--type=signal', '/org/freedesktop/ScreenSaver', 'org.freedesktop.ScreenSaver.ActiveChanged', 'boolean:true']);
  await app.sees('Din bog er låst', 10000);
  await unlock(passphrase);
  await app.driver.until('the last words', async () => (await app.values()).includes('skrevet i sidste øjeblik'));
});

test('hidden is blank and comes back locked', async () => {
  for (let times = 0; times < 3; times += 1) await app.driver.chord(Keys.shift);
  await app.driver.until('blank paper', async () => (await app.text()).trim() === '');
  await pause(1500);
  assert.equal((await app.text()).trim(), '', 'also after the page was loaded anew');
  assert.ok(!(await app.driver.run('return document.documentElement.outerHTML')).includes('synger'));
  await look('hidden');
  await app.press('Vis bogen igen');
  await app.sees('Det skjuler ikke, at programmet er på computeren');
  await look('hidden-told');
  await app.press('Det er fint');
});

test('the words open it, and a new passphrase is made at once', async () => {
  await app.press('Brug de tolv ord');
  await unlock(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'));
  await app.sees('Du kom ind med de tolv ord');
  await look('came-by-words');
  await app.press('Lav en ny adgangssætning');
  await app.type('main input', 'skov og kande og bro');
  await look('new-passphrase');
  await app.press('Skift adgangssætning');
  await app.sees('Den gamle virker ikke mere', 30000);
  await app.press('Indstillinger');
  await look('settings');
  await app.press('Lås');
  await app.sees('Din bog er låst');
  await app.type('main input', passphrase);
  await app.press('Lås op');
  await app.sees('passer ikke til din bog', 30000);
});

test('the ways in end with a new book, and the locked one is kept', async () => {
  await app.press('Jeg kan ikke komme ind');
  await look('ways-in');
  await app.press('Læg den låste bog til side');
  await app.press('Ja, læg den til side');
  await app.sees('Vælg sprog', 15000);
  const aside = readdirSync(folder).filter((name) => name.startsWith('locked-'));
  assert.equal(aside.length, 1);
  assert.ok(['book.db', 'book.keys', 'card.json'].every((name) => existsSync(join(folder, aside[0], name))));
  assert.ok(!existsSync(card), 'the lines of that book are not shown before the next');
});

test('nothing on these pages is hard to reach or runs off the side', () => assert.deepEqual(faults, []));
