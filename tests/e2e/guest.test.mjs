// The guest's side of a hand-over by keyboard alone, and as it looks: the file opened, wrong words, right words, two proposals, the answer,
// the book let go. No pointer is used from the first page to the last. Pictures in both themes and languages, with large letters and at 320 px.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, Keys, pause } from './app.mjs';
import { Keyboard } from './keyboard.mjs';
import { beginBook, give, openHandovers } from './together.mjs';

const desk = mkdtempSync(join(tmpdir(), 'holdepunkt-guest-'));
const at = (name) => join(desk, name);
const faults = [];
let citizen;
let worker;
let keys;
let words = '';

before(async () => {
  citizen = await App.start();
  await beginBook(citizen);
  words = await give(citizen, at('ud.holdepunkt'));
  worker = await App.start();
  keys = new Keyboard(worker);
});
after(async () => {
  await worker?.picture('guest-end').catch(() => {});
  await worker?.crash();
  await citizen?.crash();
  worker?.forget();
  citizen?.forget();
  rmSync(desk, { recursive: true, force: true });
});

const look = async (name) => faults.push(...(await worker.look(`guest-${name}`)));

/** The same page with letters twice as large, and in a narrow window. */
async function lookCloser(name) {
  await worker.driver.run('document.documentElement.style.setProperty("font-size", "225%"); return true');
  await pause(300);
  await look(`${name}-200`);
  await worker.driver.run('document.documentElement.style.removeProperty("font-size"); return true');
  await worker.driver.setSize(320, 800);
  await pause(400);
  await look(`${name}-320`);
  await worker.driver.setSize(1180, 800);
  await pause(300);
}

test('the file is found, wrong words are told, and the right ones open it', async () => {
  await keys.press('Dansk');
  await keys.press('Åbn noget, du har fået');
  await keys.standsOn('En andens bog');
  await look('choose');
  await keys.press('Vælg filen');
  await worker.openDialog(at('ud.holdepunkt'));
  await keys.standsOn('De seks ord');
  await keys.write('seks helt andre ord end dem');
  await worker.driver.chord(Keys.enter);
  await worker.sees('De ord åbner ikke filen', 60000);
  await keys.standsOn('De seks ord');
  await look('wrong');
  await worker.driver.chord(Keys.control, 'a');
  await keys.write(words.toUpperCase());
  await worker.driver.chord(Keys.enter);
  await worker.sees('Du skriver som Karen, medarbejder.', 60000);
  await keys.standsOn('En andens bog');
  await look('before');
  await lookCloser('before');
  await keys.press('Åbn bogen');
  await worker.sees('Det er ikke din bog', 60000);
});

test('what was opened is read, and two proposals are written', async () => {
  await keys.press('Tidlige tegn');
  await keys.standsOn('Tidlige tegn');
  await worker.sees('Jeg sover dårligt');
  await look('page');
  await keys.press('Foreslå en linje');
  await keys.write('Går op og ned');
  await worker.sees('Ét forslag');
  await pause(700);
  await keys.write(' ad gulvet');
  await worker.driver.chord(Keys.tab);
  await worker.sees('Ville du sige det sådan til personen selv?');
  await keys.press('Ja, netop sådan');
  await pause(700);
  await keys.write(' om natten');
  await worker.saved();
  await keys.press('Foreslå andre ord: Jeg sover dårligt');
  await worker.driver.chord(Keys.control, 'a');
  await keys.write('Jeg sover under fem timer');
  await worker.sees('2 forslag');
  await worker.saved();
  const said = await worker.values();
  assert.ok(said.includes('Går op og ned ad gulvet om natten') && said.includes('Jeg sover under fem timer'), said.join(' | '));
  await look('written');
  await lookCloser('written');
});

test('one more is begun and taken back, and the keyboard stands where one can go on', async () => {
  await keys.press('Foreslå en linje');
  await keys.write('Det skulle jeg ikke have skrevet');
  await worker.sees('3 forslag');
  await keys.press('Tag forslaget tilbage');
  await worker.sees('2 forslag');
  await pause(500);
  assert.notEqual((await keys.where()).kind, 'nothing');
});

test('the answer is saved, the book is let go, and what that means is told', async () => {
  await keys.press('Gem svaret');
  await worker.saveDialog(at('svar.holdepunkt'));
  await worker.sees('Svaret er gemt her', 60000);
  await keys.standsOn('Gem svaret');
  await look('handed');
  await lookCloser('handed');
  await keys.press('Færdig');
  await worker.sees('Så bliver bogen slettet');
  await look('finish');
  await keys.press('Slet bogen her');
  await worker.sees('Bogen er slettet her');
  await keys.standsOn('Bogen er slettet her');
  await look('gone');
  await lookCloser('gone');
  await keys.press('Videre');
  await worker.sees('Holdepunkt');
  assert.ok(existsSync(at('svar.holdepunkt')));
});

test('what is no answer, or was tampered with, is refused in words; and the answer is then in the inbox', async () => {
  const answer = readFileSync(at('svar.holdepunkt'));
  answer[answer.length - 1] ^= 1;
  writeFileSync(at('rettet.holdepunkt'), answer);
  await openHandovers(citizen);
  for (const [name, told] of [
    ['ud.holdepunkt', 'Det er en del af en bog, ikke et svar. Din bog er, som den var.'],
    ['rettet.holdepunkt', 'noget i den er ikke, som det skal være'],
    ['svar.holdepunkt', 'Karen har skrevet 2 forslag.'],
    ['svar.holdepunkt', 'Der er ikke noget nyt i svaret'],
  ]) {
    await citizen.press('Hent et svar');
    await citizen.openDialog(at(name));
    await citizen.sees(told, 60000);
    faults.push(...(await citizen.look(`guest-taken-${name.split('.')[0]}`)));
  }
});

test('the same pages in English', async () => {
  await keys.press('English');
  await keys.press('Open something you were given');
  await look('english-choose');
  await keys.press('Choose the file');
  await worker.openDialog(at('ud.holdepunkt'));
  await keys.standsOn('The six words');
  await keys.write(words);
  await worker.driver.chord(Keys.enter);
  await worker.sees('You write as Karen', 60000);
  await look('english-before');
  await keys.press('Open the book');
  await worker.sees('This is not your book', 60000);
  await look('english-page');
  await lookCloser('english-page');
  await keys.press('Done');
  await keys.press('Delete the book here');
  await worker.sees('The book is deleted here');
  await look('english-gone');
});

test('the answer is refused in words by a book it does not belong to', async () => {
  await keys.press('Go on');
  for (const step of ['English', 'Go on', 'No, only me', 'Make the book without a lock', 'Begin with something good']) await worker.press(step);
  await worker.open('Visits');
  await worker.press('Write together on two computers');
  await worker.press('Take in an answer');
  await worker.openDialog(at('svar.holdepunkt'));
  await worker.sees('The answer belongs to another book', 60000);
  await worker.sees('You have not given anything away yet');
  await look('english-foreign');
});

test('nothing was found wrong on the way, and the keyboard never fell off the page', () => {
  assert.deepEqual([...faults, ...keys.faults], []);
});
