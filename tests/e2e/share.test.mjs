// The sister's version in the real window: ticked, saved, on the list, old after an edit, replaced; and what is private is on no page.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, pdfText } from './app.mjs';

const SECRET = 'HEMMELIGT om naboen';
let app;

after(async () => {
  await app?.crash();
  app?.forget();
});

const place = (name) => join(dirname(app.folder), name);

async function savePrint(name) {
  await app.press('Gem som PDF', 'main');
  // The file is written before one is asked where; a long book takes its time in a development build.
  await app.saveDialog(place(name)).catch(() => app.saveDialog(place(name)));
  await app.driver.until(`the file ${name}`, () => existsSync(place(name)), 60000);
}

async function give(whom) {
  await app.sees('Hvem skal have den?');
  await app.type('#give-whom', whom);
  await app.press('Skriv det på listen');
  await app.sees('Skrevet på listen.');
}

async function toReader(name) {
  await app.open('Delt med andre');
  await app.press(name, 'main .readers');
  await app.driver.until('the first page', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
}

async function look(name) {
  assert.deepEqual(await app.faults(name), []);
}

test('a book with a line for the sister and one for nobody', async () => {
  app = await App.start();
  mkdirSync(dirname(app.folder), { recursive: true });
  await app.begin();
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.beginGently();
  await app.writeLines('Det hjælper', ['Sæt dig ned hos mig', SECRET]);
  await app.writeLines('Det gør det værre', ['Tag ikke min telefon']);
  await app.focusLine(SECRET);
  await app.driver.run(
    `const line = [...document.querySelectorAll('main textarea')].find((e) => e.value === arguments[0]).closest('[data-line]');
     [...line.querySelectorAll('button')].find((e) => (e.getAttribute('aria-label') ?? e.innerText).startsWith('Mere')).click();`,
    SECRET,
  );
  await app.press('Kun mig');
  await app.saved();
});

test('the empty register is an invitation', async () => {
  await app.open('Delt med andre');
  await app.sees('Når du gemmer et papir');
  await look('share-empty');
});

test('the sister gets what is ticked, and nothing private can be ticked at all', async () => {
  await toReader('En pårørende');
  await look('share-reader');
  await app.press('Vælg linje for linje: Min kriseplan');
  await app.sees('Sæt dig ned hos mig');
  assert.ok(!(await app.text()).includes('HEMMELIGT'), 'the private line is not on the page where one ticks');
  await look('share-ticks');
  await savePrint('sister.pdf');
  await give('Mette');
  const paper = pdfText(place('sister.pdf'));
  assert.match(paper, /Sæt dig ned hos mig/);
  assert.match(paper, /Ring 112/);
  assert.ok(!paper.includes('HEMMELIGT'));
});

test('after an edit the register says that the copy is old and what is new, and the replacement takes its place', async () => {
  await app.press('Se listen');
  await app.sees('Den passer stadig');
  await app.open('Min kriseplan');
  await app.open('Det hjælper, og det hjælper ikke');
  await app.writeLines('Det hjælper', ['Åbn et vindue']);
  await app.open('Delt med andre');
  await app.sees('Den er gammel nu');
  await app.sees('Åbn et vindue');
  await look('share-old');
  await app.press('Lav en ny udgave');
  await app.sees('Det her afløser udgaven fra');
  await app.sees('(Mette). Øverst kommer et ark');
  await app.driver.until('the first page', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
  await look('share-replacement');
  await savePrint('new.pdf');
  await app.sees('Hvem skal have den?');
  await look('share-give');
  await app.press('Skriv det på listen');
  const paper = pdfText(place('new.pdf'));
  assert.match(paper, /Ny udgave til Mette/);
  assert.match(paper, /Riv den gamle i stykker/);
  assert.match(paper, /Åbn et vindue/);
  assert.ok(!paper.includes('HEMMELIGT'));
  await app.press('Se listen');
  await app.sees('Den har fået en afløser');
  await app.sees('Den passer stadig');
  await look('share-register');
});

test('a private line is in none of the other prints', async () => {
  for (const [reader, file] of [
    ['Afdelingen', 'ward.pdf'],
    ['Kun mig', 'me.pdf'],
    ['Kort til pungen', 'card.pdf'],
  ]) {
    await toReader(reader);
    await look(`share-${file.split('.')[0]}`);
    await savePrint(file);
    await app.press('Spring over');
    const paper = pdfText(place(file));
    assert.match(paper, /Sæt dig ned hos mig/, file);
    assert.ok(!paper.includes('HEMMELIGT'), file);
  }
  await app.open('Delt med andre');
  await app.press('Tomme sider til at skrive på', 'main .readers');
  await app.driver.until('the first page', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
  await look('share-blank');
});

test('the screens in English, dark and narrow', async () => {
  await app.press('Indstillinger');
  await app.press('English');
  await app.press('Dark');
  await app.open('Shared with others');
  await look('share-english-dark');
  await app.press('A relative', 'main .readers');
  await app.driver.until('the first page', () => app.driver.run('return document.querySelector("main img") !== null'), 90000);
  await look('share-reader-english-dark');
  await app.driver.setSize(360, 760);
  await look('share-reader-narrow');
});
